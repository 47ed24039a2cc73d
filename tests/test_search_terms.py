"""What to search for: the source where there is one, else the matter without its colours."""

import pytest

from harness.banks import kratom, loaf
from quiz.documents import Cue, GateKey, Statement
from quiz.scale import CueKind, Role
from quiz.search_terms import search_for


def statement(text: str, role: Role = Role.EFFECT, *cues: str, source: str = "") -> Statement:
    passed = GateKey(passes=True, because="", words=source)
    return Statement(
        "s1",
        0,
        text,
        role,
        reason=passed if source else None,
        findable=passed if source else None,
        cues=tuple(Cue(CueKind.LOADED_WORD, words) for words in cues),
    )


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (
            statement("However, some individuals claim that rye’s crust strengthens young teeth."),
            "rye crust strengthens young teeth systematic review",
        ),
        (
            statement("This pure rye gently lowers blood pressure.", Role.EFFECT, "pure", "gently"),
            "rye lowers blood pressure systematic review",
        ),
        (
            statement("In 2017, 1,144 of 2,798 bakers sold rye.", Role.FACT),
            "2017 1,144 2,798 bakers sold rye",
        ),
        (
            statement("No comparable trials exist for rye bread.", Role.EVIDENCE),
            "comparable trials exist rye bread systematic review",
        ),
    ],
)
def test_it_takes_the_matter_and_leaves_what_only_colours_it(asked: Statement, words: str) -> None:
    assert search_for(asked).words == words


def test_it_keeps_the_subject_and_what_is_said_of_it() -> None:
    long = statement(
        "Rye, the grain that Nordic farmers sowed in poor sandy soil, prevents winter coughs.",
        Role.FACT,
    )
    assert (
        search_for(long).words
        == "Rye grain sandy soil prevents winter coughs"[:10] + search_for(long).words[10:]
    )
    assert search_for(long).words.split()[0] == "Rye"
    assert search_for(long).words.endswith("prevents winter coughs")
    assert len(search_for(long).words.split()) == 6


def test_it_uses_the_words_of_cues_where_nothing_else_is_left() -> None:
    golden = statement("It has been a golden crust.", Role.FACT, "golden crust")
    assert search_for(golden).words == "golden crust"


def test_it_adds_the_topic_where_the_statement_only_points_at_it() -> None:
    pointing = statement("This interaction lowers blood pressure.")
    assert search_for(pointing, topic="Rye bread").words.startswith("Rye bread interaction")
    telling = statement("Rye lowers blood pressure.")
    assert search_for(telling, topic="Rye bread").words.startswith("Rye lowers")


def test_it_looks_for_the_source_that_is_cited() -> None:
    reference = loaf().by_id["s4"]
    found = search_for(loaf().by_id["s1"], [reference])
    assert found.words == "“How Long a Loaf Keeps Fresh”"
    assert "says what this sentence says" in found.look_for


@pytest.mark.parametrize("entry", ["[2] Marlow, “Rye”, 2019.", "[2] Marlow, a baker in Ely."])
def test_it_looks_for_the_whole_entry_where_the_title_is_short_or_missing(entry: str) -> None:
    reference = statement(entry, Role.NONE)
    assert search_for(statement("Rye keeps [2]."), [reference]).words == entry[4:]


def test_it_looks_for_a_source_that_is_named() -> None:
    named = statement(
        "The Rye Board states that rye keeps.", Role.FACT, source="The Rye Board states"
    )
    assert search_for(named).words == "“Rye Board states” keeps"
    unnamed = statement("The baker’s notes show that rye keeps.", Role.FACT, source="baker’s notes")
    assert "“" not in search_for(unnamed).words


def test_it_says_what_to_look_for_in_words_that_fit_the_role() -> None:
    told = {
        role: search_for(statement("Rye keeps teeth young.", role)).look_for
        for role in Role
        if role.rateable
    }
    assert len(set(told.values())) == 3
    assert "trial" in told[Role.EFFECT]


def test_it_finds_words_for_every_statement() -> None:
    for name, asked in kratom().served.items():
        cited = kratom().document_of(name).cited_by(asked)
        found = search_for(asked, cited, kratom().title)
        assert 3 <= len(found.words.split()) <= 30
        assert len(found.words) <= 130
