"""The commands about what leaves and what goes."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask

from harness.visitor import Visitor
from harness.workshop import Led, begin
from quiz.attempts import Answer, Form, Question
from quiz.scale import Level
from quiz.store.attempts import add_answer, begin_attempt

Arrive = Callable[[], Visitor]


def run(app: Flask, *words: str) -> Result:
    return app.test_cli_runner().invoke(args=words)


def workshop(app: Flask, visitor: Arrive, people: int) -> Led:
    """A closed workshop whose first question so many people answered."""
    led = begin(app, visitor(), {"seed": "5"})
    room = [visitor() for _ in range(people)]
    for person in room:
        led.join(person)
    led.step("vote")
    for person in room:
        led.vote(person)
    led.step("close")
    return led


def test_summary_writes_what_leaves_a_workshop(app: Flask, visitor: Arrive, tmp_path: Path) -> None:
    led = workshop(app, visitor, 11)
    found = json.loads(run(app, "summary", led.code.lower()).output)
    assert found["took_part"] == {"at_least": 10, "at_most": 14}
    file = tmp_path / "summary.csv"
    assert run(app, "summary", led.code, "--as", "csv", "--out", str(file)).exit_code == 0
    assert file.read_bytes() == led.alice.get(f"/workshops/{led.code}/summary.csv").data


def test_summary_says_why_there_is_none(app: Flask, visitor: Arrive) -> None:
    led = begin(app, visitor())
    for words, why in [
        ((led.code,), "is still open"),
        (("no such",), "There is no workshop “no such”"),
        (("tea", "2020-01"), "There is no bank “tea”"),
        (("kratom", "2999-01"), "is not over"),
        (("kratom", "2020-01"), "Nobody finished a set"),
    ]:
        result = run(app, "summary", *words)
        assert result.exit_code == 1
        assert why in result.output


def test_summary_writes_what_leaves_a_month(app: Flask) -> None:
    house = app.extensions["says_who"]
    day = date(2020, 1, 31)
    for place in range(10):
        asked = (Question("kratom-heart:s01"),)
        attempt = begin_attempt(
            house.store, f"{place}", house.bank("kratom"), Form.RATE, asked, today=day
        )
        add_answer(house.store, attempt, 1, Answer(2, level=Level.NONE), day)
    found = json.loads(run(app, "summary", "kratom", "2020-01").output)
    assert found["occasion"]["day"] == "2020-01"
    assert found["took_part"] == {"at_least": 10, "at_most": 14}


def test_pool_puts_small_workshops_together(app: Flask, visitor: Arrive) -> None:
    one, two = workshop(app, visitor, 6), workshop(app, visitor, 7)
    found = json.loads(run(app, "pool", one.code, two.code).output)
    assert found["took_part"] == {"at_least": 10, "at_most": 14}
    again = run(app, "pool", one.code, two.code)
    assert (again.exit_code, "in a pool already" in again.output) == (1, True)


def test_purge_says_what_it_deleted(
    app: Flask, visitor: Arrive, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop(app, visitor, 3)
    house = app.extensions["says_who"]
    later = house.today() + timedelta(days=house.settings.keep_days)
    monkeypatch.setattr(house, "today", lambda: later)
    assert "the answers of 1 workshops and 0 sets" in run(app, "purge").output
    assert "the answers of 0 workshops" in run(app, "purge").output
