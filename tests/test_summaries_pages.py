"""What leaves a workshop: nothing before it is closed, and then the same for good."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import jsonschema
import msgspec
import pytest
from flask import Flask

from harness.visitor import Visitor
from harness.workshop import Led, begin
from quiz.disclosure import Summary

Arrive = Callable[[], Visitor]
STATIC = Path(__file__).parent.parent / "static"
FILES = ("csv", "json", "sqlite")


@pytest.fixture
def led(app: Flask, client: Visitor) -> Led:
    return begin(app, client)


def answered(led: Led, visitor: Arrive, people: int) -> None:
    """Let people answer the first two questions; every third is wrong on purpose."""
    room = [visitor() for _ in range(people)]
    for person in room:
        led.join(person)
    led.step("vote")
    for place, person in enumerate(room):
        led.vote(person, level=place % 3)
    led.step("reveal", "next")
    for person in room:
        led.vote(person, level=0)


def fetched(led: Led) -> dict[str, bytes]:
    address = f"/workshops/{led.code}/summary"
    return {kind: led.alice.get(f"{address}.{kind}").data for kind in FILES}


def test_nothing_leaves_an_open_workshop(led: Led, visitor: Arrive) -> None:
    answered(led, visitor, 3)
    for end in ("", ".csv", ".json", ".sqlite"):
        page = led.alice.visit(f"/workshops/{led.code}/summary{end}")
        assert (page.status, page.heading) == (409, "The workshop is still open")


def test_it_is_not_there_for_anybody_but_the_host(led: Led, visitor: Arrive) -> None:
    answered(led, visitor, 2)
    led.step("close")
    charlie = visitor()
    for end in ("", ".csv", ".json", ".sqlite"):
        assert charlie.visit(f"/workshops/{led.code}/summary{end}").status == 404


def test_of_few_people_it_says_only_what_was_asked(led: Led, visitor: Arrive) -> None:
    answered(led, visitor, 9)
    led.step("close")
    page = led.alice.visit(f"/workshops/{led.code}/summary")
    assert "fewer than 10" in page.text
    assert len(page.texts("tbody/tr")) == 2  # the host opened two of six
    found = json.loads(fetched(led)["json"])
    assert found["took_part"] is None
    assert all(question["right"] is None for question in found["questions"])


def test_page_and_files_say_the_same_in_intervals(led: Led, visitor: Arrive) -> None:
    answered(led, visitor, 12)
    led.step("close")
    page = led.alice.visit(f"/workshops/{led.code}/summary")
    files = fetched(led)
    found = json.loads(files["json"])
    assert "10–14" in page.text
    assert "not medical advice" in page.text
    assert (found["took_part"]["at_least"], found["took_part"]["at_most"]) == (10, 14)
    assert b"10,14" in files["csv"]
    for question in found["questions"][:2]:
        assert question["statement"] in page.text
        assert question["statement"].split(",")[0] in files["csv"].decode("utf-8-sig")


def test_it_follows_its_published_schema(led: Led, visitor: Arrive) -> None:
    answered(led, visitor, 12)
    led.step("close")
    schema = json.loads((STATIC / "schemas" / "summary-1.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema == {**schema, **json.loads(msgspec.json.encode(msgspec.json.schema(Summary)))}
    jsonschema.validate(json.loads(fetched(led)["json"]), schema)


def test_the_database_file_describes_itself(led: Led, visitor: Arrive, tmp_path: Path) -> None:
    answered(led, visitor, 12)
    led.step("close")
    file = tmp_path / "summary.sqlite"
    file.write_bytes(fetched(led)["sqlite"])
    db = sqlite3.connect(file)
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    names = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert names == {"about", "questions", "bands", "figures", "description"}
    described = {row[0] for row in db.execute("SELECT DISTINCT table_name FROM description")}
    assert described == names - {"description"}
    rows = db.execute("SELECT answered_from, answered_to FROM questions").fetchall()
    assert len(rows) == 2
    db.close()


def test_nothing_that_happens_later_changes_a_byte(app: Flask, led: Led, visitor: Arrive) -> None:
    answered(led, visitor, 12)
    bob = visitor()
    led.join(bob)
    question = led.room(bob)
    led.step("close")
    before = fetched(led)
    late = {"csrf_token": question.csrf_token, "question": "2", "round": "1"}
    sent = bob.post(f"/workshops/{led.code}/votes", data={**late, "level": "3", "sure": "3"})
    assert sent.status_code == 409
    bob.submit(bob.visit("/forget"), action="/forget")
    app.extensions["says_who"].banks.pop("kratom")
    assert fetched(led) == before
    assert fetched(led) == before


def test_forget_me_takes_the_answers_out_of_an_open_workshop(led: Led, visitor: Arrive) -> None:
    answered(led, visitor, 9)
    bob = visitor()
    led.join(bob)
    led.vote(bob)
    bob.submit(bob.visit("/forget"), action="/forget")
    assert led.room(bob).heading != "How well does this text back up this statement?"
    led.step("close")
    assert json.loads(fetched(led)["json"])["took_part"] is None
