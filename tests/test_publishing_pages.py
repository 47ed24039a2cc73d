"""Publishing as Alice does it: what is served, kept, taken down, passed on and brought in."""

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from writing import (
    FIRST,
    begun,
    confirmed,
    key_of,
    publish,
    statements,
    version_of,
)

from app import create_app
from harness.visitor import Page, Visitor
from quiz.bank import Bank, read_bank
from quiz.errors import StartError
from quiz.store.drafts import get_draft
from quiz.web.services import Services


def test_the_publish_box_says_what_will_change(alice: Visitor) -> None:
    begun(alice)
    confirmed(alice, "s02", "s03")
    assert "2 statements come." in alice.visit("/write/1").text
    assert "No statement comes, changes or leaves." in publish(alice).text
    confirmed(alice, "s05")
    alice.submit(alice.visit(FIRST), key_of(do="confirm", lift="Another line."))
    alice.submit(alice.visit("/write/1/tea-and-sleep/s03"), {"do": "drop"})
    words = "1 statement comes, 1 statement changes and 1 statement leaves."
    assert words in alice.visit("/write/1").text


def test_it_publishes_what_is_confirmed_and_nothing_else(
    alice: Visitor, house: Services, visitor: Callable[[], Visitor]
) -> None:
    begun(alice)
    assert "No statement is confirmed" in publish(alice).text
    confirmed(alice, "s02", "s03")
    page = publish(alice)
    assert "Version 1 is served now" in page.text
    bank = house.bank("tea-and-sleep")
    assert set(bank.served) == {"tea-and-sleep:s02", "tea-and-sleep:s03"}
    folder = house.settings.data / "banks" / "tea-and-sleep"
    assert read_bank(folder).hash == bank.hash
    bob = visitor().visit("/practise/tea-and-sleep")
    assert bob.status == 200


@pytest.mark.parametrize("mark", ["✓", "→", "🍵", "(a)"])
def test_it_publishes_lists_whatever_stands_before_their_items(
    alice: Visitor, house: Services, mark: str
) -> None:
    begun(alice, f"{mark} Tea helps people sleep.\n{mark} Tea calms tired people.")
    confirmed(alice, "s01")
    assert "Version 1 is served now" in publish(alice).text
    assert [*house.shelf.read()] == ["tea-and-sleep"]


def test_it_publishes_the_same_content_as_the_same_version(alice: Visitor, house: Services) -> None:
    begun(alice)
    confirmed(alice, "s02")
    publish(alice)
    again = publish(alice)
    assert (again.status, house.bank("tea-and-sleep").version) == (200, 1)
    stale = {"csrf_token": again.csrf_token, "version": version_of(again)}
    confirmed(alice, "s03")
    assert alice.post("/write/1/publish", data=stale).status_code == 409
    assert house.bank("tea-and-sleep").version == 1
    assert "Version 2 is served now" in publish(alice).text


def test_it_keeps_the_version_that_a_set_began_with(
    alice: Visitor, house: Services, visitor: Callable[[], Visitor]
) -> None:
    begun(alice)
    confirmed(alice, "s02", "s03")
    publish(alice)
    bob = visitor()
    start = bob.visit("/practise/tea-and-sleep")
    question = bob.submit(start, {"size": "all"}, start.form("/practise/tea-and-sleep").action)
    asked = question.texts("blockquote")[0]
    confirmed(alice, "s05")
    publish(alice)
    assert house.bank("tea-and-sleep").version == 2
    assert "published, version 2" in alice.visit("/write").text
    page = alice.visit("/write/1")
    alice.submit(page, {}, "/write/banks/tea-and-sleep/take-down")
    assert "version 2, taken down" in alice.visit("/write").text
    assert "tea-and-sleep" not in house.banks
    assert bob.visit("/practise/tea-and-sleep/questions/1").texts("blockquote")[0] == asked
    assert visitor().visit("/practise/tea-and-sleep").status == 404
    assert "Version 3 is served now" in publish(alice).text
    assert len(house.bank("tea-and-sleep").served) == 3


def test_it_serves_what_was_published_after_a_new_start(alice: Visitor, house: Services) -> None:
    begun(alice)
    confirmed(alice, "s02")
    publish(alice)
    again = create_app(house.settings).extensions["says_who"]
    assert again.banks == house.banks
    assert again.own == {"tea-and-sleep"}
    again.store.close()


def test_it_does_not_start_when_two_banks_have_one_name(house: Services) -> None:
    house.shelf.publish(house.bank("kratom"))
    with pytest.raises(StartError, match="has this name too"):
        create_app(house.settings)


def test_it_opens_a_bank_that_came_with_the_quiz_as_a_copy_of_another_name(
    alice: Visitor, house: Services
) -> None:
    alice.submit(alice.visit("/write"), {}, "/write/banks/kratom/open")
    draft = get_draft(house.store, 1).draft
    assert draft.bank.name == "kratom-2"
    assert "not published" in alice.visit("/write").text
    assert draft.bank.served == house.bank("kratom").served
    page = alice.visit("/write/1")
    alice.submit(page, {"title": "More", "text": "Tea is hot."}, "/write/1/documents")
    assert list(get_draft(house.store, 1).draft.bank.by_name)[-1] == "more"
    page = alice.visit("/write/1")
    alice.submit(page, {}, "/write/1/documents/more/remove")
    assert "more" not in get_draft(house.store, 1).draft.bank.by_name
    publish(alice)
    assert house.bank("kratom-2").coders == house.bank("kratom").coders


def test_it_passes_a_bank_on_as_one_file_and_brings_it_in_again(
    alice: Visitor, house: Services
) -> None:
    content = alice.get("/write/banks/kratom/zip").data
    page = bring(alice, content)
    assert page.status == 200
    assert get_draft(house.store, 1).draft.bank.served == house.bank("kratom").served


def bring(alice: Visitor, content: bytes) -> Page:
    room = alice.visit("/write")
    return alice.submit(room, {"archive": (io.BytesIO(content), "b.zip")}, "/write/import")


def test_it_refuses_a_file_that_is_no_bank_in_words(alice: Visitor) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("../../etc/passwd", "x")
    for content, words in (
        (b"nonsense", "not a zip file"),
        (buffer.getvalue(), "no file of a bank"),
    ):
        page = bring(alice, content)
        assert (page.status, words in page.text) == (422, True)


@pytest.mark.parametrize(
    ("kind", "mimetype", "begins"),
    [
        ("zip", "application/zip", b"PK"),
        ("moodle", "application/xml", b"<?xml"),
        ("gift", "text/plain", b"$CATEGORY"),
        ("annotations", "application/ld+json", b"{"),
    ],
)
def test_it_sends_a_bank_as_a_file(alice: Visitor, kind: str, mimetype: str, begins: bytes) -> None:
    response = alice.get(f"/write/banks/kratom/{kind}")
    assert response.mimetype == mimetype
    assert response.data.startswith(begins)
    assert response.headers["Content-Disposition"].startswith('attachment; filename="kratom.')
    assert alice.get(f"/write/banks/no-such-bank/{kind}").status_code == 404


def test_no_bank_is_written_outside_the_data_folder(alice: Visitor, house: Services) -> None:
    begun(alice, title="../../../etc/passwd")
    confirmed_any = next(n for n, s in statements(house).items() if s.role.rateable)
    page = alice.visit(f"/write/1/{confirmed_any.replace(':', '/')}")
    alice.submit(page, key_of(do="confirm"))
    publish(alice)
    banks: dict[str, Bank] = house.shelf.read()
    assert [*banks] == ["etc-passwd"]
    assert re.fullmatch(r"[a-z0-9-]+", next(iter(banks)))
