"""The review of statements as Alice does it: keys, words, reasons, splitting, links, preview."""

import json

import pytest
from werkzeug.test import TestResponse
from writing import FIRST, begun, confirmed, key_of, statements

from harness.visitor import Visitor
from quiz.store.drafts import get_draft
from quiz.web.services import Services


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
