"""Phrases: no word is lost, and cues stay whole."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.banks import kratom, loaf
from quiz.documents import Cue, Document, Statement
from quiz.phrases import Phrase, phrases
from quiz.scale import CueKind, Role


def cut(text: str, *cues: str) -> list[Phrase]:
    marked = tuple(Cue(CueKind.HEDGE, words) for words in cues)
    statement = Statement("s1", 0, text, Role.FACT, cues=marked)
    return list(phrases(Document("d", "D", "", text, "", (statement,)), statement))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bread keeps for ten days.", "Bread keeps|for ten days."),
        ("Rye, the oldest of the grains, keeps.", "Rye, the oldest of the grains,|keeps."),
        ("It makes one strong—or so they say.", "It makes one strong—|or so they say."),
        ("The flour and water rest", "The flour|and water rest"),
    ],
)
def test_it_cuts_where_a_reader_draws_breath(text: str, expected: str) -> None:
    assert [phrase.text for phrase in cut(text)] == expected.split("|")


def test_it_keeps_the_words_of_a_cue_together_with_their_marks() -> None:
    found = cut("Bakers call it “pure heart,” and so do we.", "pure heart")
    assert [(p.text, p.pause) for p in found] == [
        ("Bakers call it", False),
        ("“pure heart,”", True),
        ("and so do we.", False),
    ]


def test_it_gives_a_stray_little_word_to_the_cue_after_it() -> None:
    assert [p.text for p in cut("Bread, they say, is pure.", "pure")][-1] == "is pure."
    assert [p.text for p in cut("Rye bread makes you strong.", "makes you strong")] == [
        "Rye bread",
        "makes you strong.",
    ]


def test_it_joins_cues_that_share_a_word() -> None:
    pure = phrases(loaf(), loaf().by_id["s2"])
    assert [p.text for p in pure if p.pause] == ["pure heart of the kitchen."]
    assert [p.cues for p in pure if p.cues] == [(CueKind.LOADED_WORD, CueKind.PRESUPPOSITION)]


def test_it_does_not_pause_at_what_reassures() -> None:
    said = phrases(loaf(), loaf().by_id["s1"])
    assert {p.text: p.pause for p in said if p.cues} == {
        "says that": True,
        "for ten days [1].": False,
    }


def test_it_loses_no_word_of_any_statement() -> None:
    for name, statement in kratom().served.items():
        found = phrases(kratom().document_of(name), statement)
        place = 0
        for phrase in found:
            assert not statement.text[place : phrase.start].strip()
            assert statement.text.startswith(phrase.text, phrase.start)
            place = phrase.start + len(phrase.text)
        assert not statement.text[place:].strip()
        assert {kind for p in found for kind in p.cues} == {cue.kind for cue in statement.cues}


def test_its_phrases_can_be_read() -> None:
    for name, statement in kratom().served.items():
        found = phrases(kratom().document_of(name), statement)
        assert len(found) > 1
        assert all(phrase.cues or len(phrase.text.split()) <= 7 for phrase in found)


@given(st.text("ab ,.—“”\n", max_size=60), st.data())
def test_it_keeps_every_character_that_shows(text: str, data: st.DataObject) -> None:
    words = re.findall(r"[ab]+", text)
    once = [word for word in words if text.count(word) == 1]
    cues = data.draw(st.lists(st.sampled_from(once), max_size=3, unique=True)) if once else []
    found = cut(text, *cues)
    assert "".join("".join(p.text.split()) for p in found) == "".join(text.split())
    assert sum(p.pause for p in found) <= len(cues)
