"""The writing room as Alice uses it, who has the organiser key, and as strangers find it."""

import io
import json
import re
import zipfile
from collections.abc import Callable

import pytest
from flask import Flask
from werkzeug.test import TestResponse
from writing import ARTICLE, begun, organiser

from app import create_app
from harness.visitor import Page, Visitor
from quiz.bank import Bank, read_bank
from quiz.documents import Statement
from quiz.errors import StartError
from quiz.store.drafts import get_draft
from quiz.web.services import Services

FIRST = "/write/1/tea-and-sleep/s02"


@pytest.fixture
def alice(app: Flask, client: Visitor) -> Visitor:
    return organiser(app, client)


@pytest.fixture
def house(app: Flask) -> Services:
    found: Services = app.extensions["says_who"]
    return found


def statements(house: Services, number: int = 1) -> dict[str, Statement]:
    return get_draft(house.store, number).draft.bank.statements


def key_of(**fields: str) -> dict[str, str]:
    """A whole key at None, to be sent with the page's form."""
    no = {"reason": "no", "reason-because": "It just says so.", "lift": "Say who found it."}
    return {"role": "effect", **no, "reason-words": "", "do": "save", **fields}


def confirmed(alice: Visitor, *entries: str) -> None:
    for entry in entries:
        page = alice.visit(f"/write/1/tea-and-sleep/{entry}")
        alice.submit(page, key_of(do="confirm"))


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


def test_it_leads_from_one_worthwhile_statement_to_the_next(
    alice: Visitor, house: Services
) -> None:
    begun(alice)
    page = alice.visit("/write/1/next")
    assert "worth asking" in page.heading
    assert "Lancet" in page.texts("blockquote")[0]
    following = alice.submit(page, {"do": "confirm"})
    assert following.path != page.path
    confirmed_now = [s for s in statements(house).values() if s.reviewed]
    assert [s.level for s in confirmed_now] == [3]


def test_it_saves_every_field_of_a_key(alice: Visitor, house: Services) -> None:
    begun(alice)
    page = alice.visit(FIRST)
    fields = {
        "role": "fact",
        "reason": "yes",
        "reason-words": "Some people say",
        "reason-because": "People say so.",
        "findable": "no",
        "findable-words": "",
        "findable-because": "Which people?",
        "accept": ["-1"],
        "lift": "Name them.",
        "cue-kind": ["anecdote", "hearsay"],
        "cue-words": ["Some people", "say"],
        "cue-at": ["", ""],
        "link-says": ["contradicts"],
        "link-to": ["tea-and-sleep:s04"],
        "do": "confirm",
    }
    alice.submit(page, fields)
    found = statements(house)["tea-and-sleep:s02"]
    assert (found.role, found.level, found.accept, found.reviewed) == ("fact", 1, (0,), True)
    assert found.reason
    assert found.reason.words == "Some people say"
    assert [cue.words for cue in found.cues] == ["Some people", "say"]
    assert found.links[0].to == "tea-and-sleep:s04"
    assert alice.visit(FIRST).form().values["lift"] == ["Name them."]


def test_it_keeps_what_was_typed_when_words_are_not_in_the_text(
    alice: Visitor, house: Services
) -> None:
    begun(alice)
    page = alice.visit(FIRST)
    sent = key_of(**{"reason-words": "coffee", "lift": "Kept."})
    answer = alice.submit(page, sent)
    assert answer.status == 422
    assert "“coffee” are not in the text" in answer.text
    assert answer.form().values["reason-words"] == ["coffee"]
    assert statements(house)["tea-and-sleep:s02"].lift == "Kept."


def test_it_says_why_a_key_cannot_be_confirmed_yet_and_saves_it_all_the_same(
    alice: Visitor, house: Services
) -> None:
    begun(alice)
    page = alice.visit(FIRST)
    fields = {"reason": "yes", "reason-words": "", "findable": "", "do": "confirm", "role": "fact"}
    answer = alice.submit(page, fields)
    assert answer.status == 422
    assert "Not confirmed yet" in answer.text
    assert "Answer question 2 as well" in answer.text
    assert "Give the words that decide question 1: a yes needs them" in answer.text
    assert statements(house)["tea-and-sleep:s02"].role == "fact"


@pytest.mark.parametrize("do", ["confirm", "save"])
@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"reason": "yes", "reason-words": "Some people say"}, "Answer question 2 as well"),
        ({"reason-words": "coffee"}, "“coffee” are not in the text"),
    ],
)
def test_it_keeps_a_confirmed_key_until_a_complete_one_replaces_it(
    alice: Visitor, house: Services, do: str, wrong: dict[str, str], words: str
) -> None:
    begun(alice)
    confirmed(alice, "s02")
    before = statements(house)["tea-and-sleep:s02"]
    sent = {"findable": "", "lift": "Typed.", "do": do, **wrong}
    answer = alice.submit(alice.visit(FIRST), sent)
    assert answer.status == 422
    assert words in answer.text
    assert "the confirmed key stands as it was" in answer.text
    assert answer.form().values["lift"] == ["Typed."]
    assert statements(house)["tea-and-sleep:s02"] == before
    alice.submit(answer, key_of(do="confirm", lift="Better."))
    after = statements(house)["tea-and-sleep:s02"]
    assert (after.lift, after.reviewed) == ("Better.", True)


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


def test_it_replaces_a_reason_written_for_the_other_answer(alice: Visitor, house: Services) -> None:
    begun(alice)
    page = alice.visit(FIRST)
    before = statements(house)["tea-and-sleep:s02"].reason
    assert before
    alice.submit(page, {"reason": "no" if before.passes else "yes"})
    after = statements(house)["tea-and-sleep:s02"].reason
    assert after
    assert after.because != before.because
    assert after.because


FOURTH = "/write/1/tea-and-sleep/s04"


@pytest.mark.parametrize(
    ("words", "because"),
    [
        ("Leeds University", "“Leeds University” puts a study behind the statement."),
        ("", "The text gives a reason or a source for this statement."),
    ],
)
def test_an_untouched_reason_quotes_the_words_that_decide_now(
    alice: Visitor, house: Services, words: str, because: str
) -> None:
    begun(alice)
    before = statements(house)["tea-and-sleep:s04"].reason
    assert before
    assert before.because == f"“{before.words}” puts a study behind the statement."
    alice.submit(alice.visit(FOURTH), {"reason-words": words, "reason-at": ""})
    after = statements(house)["tea-and-sleep:s04"].reason
    assert after
    assert (after.words, after.because) == (words, because)


def test_a_reason_that_somebody_wrote_stays_as_it_is_when_the_words_change(
    alice: Visitor, house: Services
) -> None:
    begun(alice)
    sent = {"reason-words": "Leeds University", "reason-because": "“trial” is what I wrote."}
    alice.submit(alice.visit(FOURTH), {**sent, "reason-at": ""})
    after = statements(house)["tea-and-sleep:s04"].reason
    assert after
    assert after.because == "“trial” is what I wrote."


@pytest.mark.parametrize(
    ("button", "leads_to"),
    [
        ({"go": "s03"}, "/write/1/tea-and-sleep/s03"),
        ({"do": "preview"}, f"{FIRST}/preview"),
        ({"do": "overview"}, "/write/1"),
    ],
)
def test_whatever_leads_on_saves_first(
    alice: Visitor, house: Services, button: dict[str, str], leads_to: str
) -> None:
    begun(alice)
    response = moved_on(alice, FIRST, key_of(**button, lift="Typed and kept."))
    assert response.location.partition("?")[0] == leads_to
    assert statements(house)["tea-and-sleep:s02"].lift == "Typed and kept."
    if "preview" in leads_to:
        assert "Typed and kept." in alice.visit(leads_to).text


def moved_on(alice: Visitor, address: str, fields: dict[str, str]) -> TestResponse:
    values = alice.visit(address).form().values
    return alice.post(address, data={**values, **fields})


def test_moving_on_from_an_untouched_key_changes_nothing(alice: Visitor, house: Services) -> None:
    begun(alice)
    confirmed(alice, "s02")
    for key in statements(house).values():
        stored = get_draft(house.store, 1)
        response = moved_on(alice, f"/write/1/tea-and-sleep/{key.id}", {"go": "s01"})
        assert (response.status_code, response.location) == (303, "/write/1/tea-and-sleep/s01")
        assert get_draft(house.store, 1) == stored


def test_what_cannot_be_saved_does_not_lead_on(alice: Visitor) -> None:
    begun(alice)
    response = moved_on(alice, FIRST, {"go": "s03", "reason-words": "coffee"})
    assert response.status_code == 422
    assert "coffee" in response.text


def test_it_says_that_it_saved_and_what(alice: Visitor) -> None:
    begun(alice)
    page = alice.submit(alice.visit(FIRST), key_of())
    assert page.texts("p[@role='status']") == ["✓ Saved, not confirmed yet"]
    assert page.texts("title")[0].startswith("Saved")
    assert not alice.visit(FIRST).texts("p[@role='status']")
    moved = moved_on(alice, FIRST, {"go": "s03", "lift": "Another line."})
    page = alice.visit(moved.location)
    assert page.texts("p[@role='status']") == ["✓ Saved statement 2, not confirmed yet"]
    refused = alice.post(moved.location, data={**page.form().values, "reason-words": "coffee"})
    assert 'role="status"' not in refused.text
    details = alice.submit(alice.visit("/write/1"), {"title": "Tea"}, "/write/1/details")
    assert details.texts("p[@role='status']") == ["✓ Saved"]


def test_a_refused_split_or_join_comes_back_open_and_says_why_there(alice: Visitor) -> None:
    begun(alice)
    answer = alice.submit(alice.visit(FIRST), {"do": "split", "split-words": "coffee"})
    fold = answer.texts("details[@open]")
    assert len(fold) == 1
    assert "“coffee” are not in the statement" in fold[0]
    assert answer.form().values["split-words"] == ["coffee"]
    assert "Not confirmed yet" not in answer.text
    last = alice.visit("/write/1/tea-and-sleep/s03")
    joined = alice.submit(last, {"do": "merge"})
    assert "stands in another paragraph" in joined.texts("details[@open]")[0]


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


def test_it_splits_joins_drops_and_takes_up(alice: Visitor, house: Services) -> None:
    begun(alice)
    alice.submit(alice.visit(FIRST), {"do": "split", "split-words": "that tea"})
    assert statements(house)["tea-and-sleep:s02b"].text == "that tea helps them sleep."
    alice.submit(alice.visit(FIRST), {"do": "merge"})
    assert statements(house)["tea-and-sleep:s02"].text.endswith("them sleep.")
    alice.submit(alice.visit(FIRST), {"do": "drop"})
    assert "dropped" in alice.visit(FIRST).heading
    alice.submit(alice.visit(FIRST), {"do": "take-up"})
    assert "dropped" not in alice.visit(FIRST).heading


def test_it_says_why_it_cannot_split_there(alice: Visitor) -> None:
    begun(alice)
    for words in ("", "coffee", "Some"):
        answer = alice.submit(alice.visit(FIRST), {"do": "split", "split-words": words})
        assert answer.status == 422
        assert "plit" in answer.text


def test_it_suggests_links_which_count_only_when_ticked(alice: Visitor, house: Services) -> None:
    page = begun(alice)
    more = "Tea helps people fall asleep. A trial found that green tea did not shorten sleep."
    alice.submit(page, {"title": "More", "text": more}, "/write/1/documents")
    page = alice.visit("/write/1/tea-and-sleep/s04")
    found = page.tree.find(".//input[@name='link-suggested']")
    assert found is not None
    alice.submit(page, {"do": "confirm"})
    assert not statements(house)["tea-and-sleep:s04"].links
    page = alice.visit("/write/1/tea-and-sleep/s04")
    alice.submit(page, {"link-suggested": [found.get("value", "")]})
    link = statements(house)["tea-and-sleep:s04"].links[0]
    assert f"{link.says} {link.to}" == found.get("value")
    assert "Links to other statements (1)" in alice.visit("/write/1/tea-and-sleep/s04").text


def test_it_refuses_a_stale_tab_and_loses_nothing_of_either(
    alice: Visitor, house: Services
) -> None:
    begun(alice)
    old, new = alice.visit(FIRST), alice.visit(FIRST)
    alice.submit(new, key_of(lift="From the new tab."))
    refused = alice.submit(old, key_of(lift="From the old tab."))
    assert refused.status == 409
    assert "From the old tab." in refused.text
    assert statements(house)["tea-and-sleep:s02"].lift == "From the new tab."
    alice.submit(refused)
    assert statements(house)["tea-and-sleep:s02"].lift == "From the old tab."


@pytest.mark.parametrize(
    "address", ["/write/9", "/write/9/next", "/write/1/tea-and-sleep/s99", "/write/1/x/s01/preview"]
)
def test_it_knows_nothing_of_what_is_not_there(alice: Visitor, address: str) -> None:
    begun(alice)
    assert alice.get(address).status_code == 404


def test_it_previews_a_statement_as_a_question(alice: Visitor) -> None:
    begun(alice)
    page = alice.visit("/write/1/tea-and-sleep/s04/preview")
    assert page.heading == "How well does this text back up this statement?"
    assert "The three gates" in page.text
    assert "/documents/" not in page.text  # the article has no page before it is published
    assert alice.visit("/write/1/tea-and-sleep/s01/preview").status == 200


def test_it_keeps_an_article_that_is_too_large_in_its_form(alice: Visitor) -> None:
    article = "Tea helps. " * 200_000
    page = alice.submit(alice.visit("/write"), {"text": article}, action="/write/new")
    assert page.status == 422
    assert "It has 2200000 bytes; at most 2097152 are read" in page.text
    assert article.strip() in page.text
    far_larger = alice.post("/write/new", data={"text": article * 4})
    assert far_larger.status_code == 413
    assert "where what you typed still stands" in far_larger.text


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


def publish(alice: Visitor) -> Page:
    page = alice.visit("/write/1")
    data = {"csrf_token": page.csrf_token, "version": version_of(page)}
    return Page(alice.post("/write/1/publish", data=data, follow_redirects=True))


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


@pytest.mark.parametrize("number", [2**63 - 1, 2**63, 10**22])
def test_it_knows_no_draft_of_a_number_too_large_to_be_kept(alice: Visitor, number: int) -> None:
    assert alice.get(f"/write/{number}").status_code == 404
    assert alice.get(f"/write/{number}/next").status_code == 404


def version_of(page: Page) -> str:
    found = page.tree.find(".//input[@name='version']")
    assert found is not None
    return found.get("value", "")


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


def coder(alice: Visitor, visitor: Callable[[], Visitor]) -> tuple[Visitor, Page]:
    """Somebody with a code that Alice made."""
    page = alice.submit(alice.visit("/write/1"), {}, "/write/1/coders")
    bob = visitor()
    code = page.texts("code")[-1]
    return bob, bob.submit(bob.visit("/write/code"), {"code": f" {code.lower()} "})


def test_it_lets_somebody_code_blind_and_shows_how_far_they_agree(
    alice: Visitor, visitor: Callable[[], Visitor], house: Services
) -> None:
    begun(alice)
    confirmed(alice, "s02", "s03", "s05")
    bob, page = coder(alice, visitor)
    for level in ("0", "1", "3"):
        assert page.heading == "How well does this text back up this statement?"
        for secret in ("It just says so.", "Say who found it.", "our key", "checked"):
            assert secret not in page.html
        page = bob.submit(page, {"level": level})
    assert page.heading == "Thank you"
    overview = alice.visit("/write/1")
    assert "3 of 3" in overview.text
    assert "Quadratic kappa" in overview.text
    assert "Krippendorff’s alpha" in overview.text
    differing = overview.texts("ul[@class='differing']/li")
    assert len(differing) == 2
    assert differing[0].startswith("3 levels apart")
    publish(alice)
    coded = house.bank("tea-and-sleep").coders[0]
    assert (coded.name, sorted(coded.levels.values())) == ("Coder 1", [0, 1, 3])


def test_it_brings_a_coder_back_to_where_they_were(
    alice: Visitor, visitor: Callable[[], Visitor]
) -> None:
    begun(alice)
    confirmed(alice, "s02", "s03")
    bob, page = coder(alice, visitor)
    bob.submit(page, {"level": "2"})
    assert bob.visit("/write/code/next").path == "/write/code/2"
    assert bob.visit("/write/code/1").form().values["level"] == ["2"]
    assert "1 of 2" in bob.visit("/write/code/finished").text
    assert bob.get("/write/code/3").status_code == 404


def test_it_forgets_a_coding_when_the_words_of_its_statement_change(
    alice: Visitor, visitor: Callable[[], Visitor]
) -> None:
    begun(alice)
    confirmed(alice, "s02", "s03")
    bob, page = coder(alice, visitor)
    bob.submit(page, {"level": "2"})
    alice.submit(alice.visit(FIRST), {"do": "split", "split-words": "that tea"})
    confirmed(alice, "s02", "s02b")
    assert "0 of 3" in bob.visit("/write/code/finished").text


def test_it_needs_a_level_and_a_statement_that_is_there(
    alice: Visitor, visitor: Callable[[], Visitor]
) -> None:
    begun(alice)
    confirmed(alice, "s02")
    bob, page = coder(alice, visitor)
    assert bob.submit(page, {}).status == 422
    stale = {"csrf_token": page.csrf_token, "statement": "tea:s77", "level": "1"}
    assert bob.post("/write/code/1", data=stale).status_code == 409


def test_it_does_not_let_strangers_code(visitor: Callable[[], Visitor]) -> None:
    charlie = visitor()
    assert charlie.get("/write/code/1").status_code == 404
    for code in ("", "AAAAAA", "nonsense"):
        assert charlie.submit(charlie.visit("/write/code"), {"code": code}).status == 422


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


@pytest.mark.parametrize("field", ["reason-because", "lift", "reason-words", "cue-words"])
def test_it_refuses_control_characters_and_endless_lines_in_a_key(
    alice: Visitor, house: Services, field: str
) -> None:
    begun(alice)
    before = statements(house)
    for bad in ("a\0b", "x" * 5000):
        page = alice.visit(FIRST)
        answer = alice.submit(page, {field: bad, "cue-kind": "hedge", "do": "save"})
        assert answer.status == 422
    after = statements(house)["tea-and-sleep:s02"]
    assert after.lift == before["tea-and-sleep:s02"].lift
    assert "\0" not in json.dumps(str(after))


def test_it_shows_only_the_neighbourhood_of_a_statement_in_a_long_article(
    alice: Visitor,
) -> None:
    text = " ".join(f"Number {n} says that tea helps people sleep well." for n in range(3000))
    begun(alice, text)
    page = alice.visit("/write/1/tea-and-sleep/s1500")
    assert len(page.html) < 200_000
    assert "Number 1499 says" in page.text
    assert "Number 9 says" not in page.texts("section")[0]


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


def test_no_bank_is_written_outside_the_data_folder(alice: Visitor, house: Services) -> None:
    begun(alice, title="../../../etc/passwd")
    confirmed_any = next(n for n, s in statements(house).items() if s.role.rateable)
    page = alice.visit(f"/write/1/{confirmed_any.replace(':', '/')}")
    alice.submit(page, key_of(do="confirm"))
    publish(alice)
    banks: dict[str, Bank] = house.shelf.read()
    assert [*banks] == ["etc-passwd"]
    assert re.fullmatch(r"[a-z0-9-]+", next(iter(banks)))
