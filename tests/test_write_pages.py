"""The writing room as Alice uses it, who has the organiser key, and as strangers find it."""

import io
from collections.abc import Callable

import pytest
from writing import (
    ARTICLE,
    FIRST,
    begun,
    coder,
    confirmed,
    key_of,
    publish,
    statements,
)

from harness.visitor import Visitor
from quiz.bank import read_bank
from quiz.store.drafts import get_draft
from quiz.web.services import Services


def test_it_leads_strangers_to_the_organisers_door(visitor: Callable[[], Visitor]) -> None:
    charlie = visitor()
    for address in ("/write", "/write/1", FIRST, f"{FIRST}/preview", "/write/banks/kratom/zip"):
        response = charlie.get(address)
        assert (response.status_code, response.location) == (303, "/organiser?for=write")


def test_it_splits_a_pasted_article_and_keeps_it_character_for_character(
    alice: Visitor, house: Services
) -> None:
    page = begun(alice)
    assert (page.status, page.heading) == (200, "Tea and sleep")
    document = get_draft(house.store, 1).draft.bank.documents[0]
    assert document.text == ARTICLE
    assert not any(s.reviewed for s in document.statements)


@pytest.mark.parametrize(
    ("name", "content", "title"),
    [
        ("a.txt", b"Tea is hot.\r\nTea is green.", "Tea is hot."),
        ("a.md", b"# Tea\n\nTea is hot.", "Tea"),
        ("a.html", b"<title>On tea</title><p>Tea is hot. Tea is green.</p>", "On tea"),
    ],
)
def test_it_reads_uploaded_files_and_takes_the_title_from_them(
    alice: Visitor, house: Services, name: str, content: bytes, title: str
) -> None:
    room = alice.visit("/write")
    fields = {"title": "", "language": "en", "file": (io.BytesIO(content), name)}
    page = alice.submit(room, fields, "/write/new")
    assert page.heading == title
    text = get_draft(house.store, 1).draft.bank.documents[0].text
    assert name == "a.html" or text == content.decode()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"text": ""}, "no text in it"),
        ({"text": "Tea\0"}, "a NUL, which is no text"),
        ({"file": (b"\xff\xfe", "a.txt")}, "not UTF-8"),
        ({"file": (b"%PDF", "a.pdf")}, "Only .txt, .md and .html"),
        ({"text": "Tea.", "title": "a\0b"}, "no text"),
        ({"text": "Tea.", "title": "x" * 301}, "Use at most 300 characters for the title"),
        ({"text": "Tea.", "language": "English!"}, "short code"),
        ({"text": "Tea.", "source": "\x1b[2J"}, "no text"),
    ],
)
def test_it_refuses_what_is_no_article_in_words_and_keeps_what_was_typed(
    alice: Visitor, fields: dict[str, object], words: str
) -> None:
    room = alice.visit("/write")
    sent: dict[str, object] = {"title": "Tea", **fields}
    match fields.get("file"):
        case (bytes(content), name):
            sent["file"] = (io.BytesIO(content), name)
    page = alice.submit(room, sent, "/write/new")
    assert page.status == 422
    assert words in page.text
    assert "In work" not in page.text


@pytest.mark.parametrize("action", ["/write/new", "/write/1/details"])
def test_a_wrong_language_code_is_said_at_its_field(alice: Visitor, action: str) -> None:
    begun(alice)
    page = alice.visit("/write" if action == "/write/new" else "/write/1")
    more = {"text": "Tea is hot."} if action == "/write/new" else {}
    answer = alice.submit(page, {"language": "English!", **more}, action)
    assert answer.status == 422
    assert "short code" in answer.texts("p[@id='language-error']")[0]
    field = answer.tree.find(".//input[@id='language']")
    assert field is not None
    assert field.get("aria-describedby") == "language-error"
    assert field.get("value") == "English!"


def test_it_keeps_an_article_that_is_too_large_in_its_form(alice: Visitor) -> None:
    article = "Tea helps. " * 200_000
    page = alice.submit(alice.visit("/write"), {"text": article}, action="/write/new")
    assert page.status == 422
    assert "It has 2200000 bytes; at most 2097152 are read" in page.text
    assert article.strip() in page.text
    far_larger = alice.post("/write/new", data={"text": article * 4})
    assert far_larger.status_code == 413
    assert "where what you typed still stands" in far_larger.text


@pytest.mark.parametrize("number", [2**63 - 1, 2**63, 10**22])
def test_it_knows_no_draft_of_a_number_too_large_to_be_kept(alice: Visitor, number: int) -> None:
    assert alice.get(f"/write/{number}").status_code == 404
    assert alice.get(f"/write/{number}/next").status_code == 404


def test_it_changes_what_stands_around_the_questions(alice: Visitor, house: Services) -> None:
    page = begun(alice)
    fields = {"title": "Tea", "language": "en-GB", "notice": "Ask.", "help": "One\nTwo"}
    alice.submit(page, fields, "/write/1/details")
    bank = get_draft(house.store, 1).draft.bank
    assert (bank.title, bank.language, bank.notice) == ("Tea", "en-GB", "Ask.")
    assert bank.help == ("One", "Two")
    wrong = alice.submit(alice.visit("/write/1"), {"language": "?"}, "/write/1/details")
    assert (wrong.status, "short code" in wrong.text) == (422, True)


def test_it_deletes_a_draft_only_when_told_twice(alice: Visitor) -> None:
    page = begun(alice)
    assert alice.submit(page, {}, "/write/1/delete").status == 422
    assert alice.submit(page, {"sure": "yes"}, "/write/1/delete").path == "/write"
    assert alice.get("/write/1").status_code == 404


HOSTILE = "<script>alert(1)</script> {{ 7*7 }} {% raw %} =1+1 \u202eabc\u202c \u2066 é"


def test_it_shows_hostile_text_as_text_in_every_field_and_page(
    alice: Visitor, visitor: Callable[[], Visitor], house: Services
) -> None:
    """The linting visitor refuses a page in which any of it became markup."""
    text = f"{HOSTILE} tea helps.\n\nTea is hot."
    page = begun(alice, text, HOSTILE)
    fields = {"title": HOSTILE, "language": "en", "notice": HOSTILE, "help": HOSTILE}
    alice.submit(page, fields, "/write/1/details")
    name = next(iter(statements(house)))
    address = f"/write/1/{name.replace(':', '/')}"
    page = alice.visit(address)
    assert HOSTILE in page.texts("blockquote")[0]
    sent = key_of(**{"reason-because": HOSTILE, "lift": HOSTILE, "reason-words": HOSTILE})
    more = {"cue-kind": ["hedge"], "cue-words": [HOSTILE], "cue-at": [""]}
    stale = alice.visit(address)
    assert alice.submit(page, {**sent, **more, "do": "confirm"}).status == 200
    assert statements(house)[name].reviewed
    refused = alice.submit(stale, {**sent, "lift": HOSTILE})
    assert (refused.status, HOSTILE in refused.text) == (409, True)
    wrong = {"reason-words": f"{HOSTILE} x", "link-to": [HOSTILE], "cue-words": [f"{HOSTILE} x"]}
    answer = alice.submit(alice.visit(address), {**wrong, "cue-kind": ["hedge"], "cue-at": [""]})
    assert answer.status == 422
    publish_hostile(alice, visitor, house, name)


def publish_hostile(
    alice: Visitor, visitor: Callable[[], Visitor], house: Services, name: str
) -> None:
    assert publish(alice).status == 200
    bank = next(b for b in house.banks.values() if b.title == HOSTILE)
    assert read_bank(house.settings.data / "banks" / bank.name) == bank
    bob, page = coder(alice, visitor)
    assert HOSTILE in page.texts("blockquote")[0]
    bob.submit(page, {"level": "0"})
    document = name.partition(":")[0]
    for address in (
        "/",
        "/write",
        "/write/1",
        f"/write/1/{name.replace(':', '/')}/preview",
        f"/practise/{bank.name}",
        f"/documents/{bank.name}",
        f"/documents/{bank.name}/{document}",
    ):
        shown = alice.visit(address)
        assert shown.status == 200
        assert "49" not in shown.text.replace(bank.hash, "")
    for kind in ("zip", "moodle", "gift", "annotations"):
        assert alice.get(f"/write/banks/{bank.name}/{kind}").status_code == 200


def test_it_takes_a_line_of_nearly_two_megabytes(alice: Visitor, house: Services) -> None:
    line = "tea " * 450_000
    page = begun(alice, line)
    assert page.status == 200
    name = next(iter(statements(house)))
    shown = alice.visit(f"/write/1/{name.replace(':', '/')}")
    assert len(shown.html) < 200_000


def test_the_overview_says_what_is_missing_for_a_balanced_set(alice: Visitor) -> None:
    begun(alice)
    confirmed(alice, "s02")
    text = alice.visit("/write/1").text
    assert "0 supported, 1 not; for a set of 10 five supported and four unsupported" in text
    assert "Few of the waiting statements look supported" in text


def test_it_says_nothing_of_waiting_statements_when_none_wait(alice: Visitor) -> None:
    text = begun(alice, "Subscribe to our newsletter").text
    assert "0 waiting" in text
    assert "Few of the waiting" not in text
