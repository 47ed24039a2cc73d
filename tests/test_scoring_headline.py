"""The sentence a report begins with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.scale import CueKind, Level
from quiz.scoring import Comparison, Outcome, Rating, Spotting, Sure, report
from quiz.scoring.headline import headline

HEDGE = frozenset({(0, CueKind.HEDGE)})


def said(*outcomes: Outcome) -> str:
    return headline(report(outcomes))


def rated(*pairs: tuple[int, int]) -> str:
    return said(*(Rating(Level(level), Level(key), (), Sure.SURE) for level, key in pairs))


def compared(right: int, wrong: int) -> str:
    return said(*(Comparison(n < right, Sure.SURE) for n in range(right + wrong)))


def test_it_says_what_was_recognised_what_was_caught_and_the_lean() -> None:
    assert rated((3, 3), (2, 2), (0, 2), (0, 0), (3, 1)) == (
        "You recognised 2 of 3 supported statements and caught 1 of 2 unsupported ones. "
        "Perhaps too trusting: with this few answers it may be chance."
    )


@pytest.mark.parametrize("level", Level)
def test_it_gives_a_constant_answer_no_credit(level: Level) -> None:
    sentence = rated(*((level, key) for key in (0, 0, 1, 1, 2, 2, 3, 3) * 2))
    assert f"{'too trusting' if level.supported else 'too severe'}" in sentence.casefold()
    assert sentence.endswith("But guessing would tell the two apart as well.")


def test_it_says_nothing_of_a_lean_when_only_one_kind_was_asked() -> None:
    assert rated((0, 0), (3, 1)) == (
        "You caught 1 of 2 unsupported statements. No supported statement was asked. "
        "So nothing can be said of a lean."
    )
    assert rated((3, 3)).startswith("You recognised 1 of 1 supported statements. No unsupported")


def test_it_sets_pairs_beside_chance() -> None:
    assert compared(10, 0).endswith("in 10 of 10 pairs; guessing finds half. That is more than "
                                    "chance explains.")  # fmt: skip
    assert compared(3, 2).endswith("With this few answers, it may be chance.")
    assert "fewer than chance explains" in compared(0, 10)
    assert "1 of 1 pair;" in compared(1, 0)


def test_it_counts_words_found_and_words_chosen_without_need() -> None:
    assert said(Spotting(HEDGE, frozenset({0, 9})), Spotting(HEDGE, frozenset())) == (
        "You found 1 of 2 groups of words that should make you pause, and chose 1 that needs no "
        "suspicion."
    )
    assert said(Spotting(HEDGE, frozenset({0}))).endswith("and chose none that needs no suspicion.")
    assert said(Spotting(HEDGE, frozenset({7, 8}))).endswith("chose 2 that need no suspicion.")
    nothing = said(Spotting(frozenset(), frozenset({3})))
    assert nothing == "There was nothing to pause at; you chose 1 group of words all the same."


def test_it_has_something_to_say_about_nothing() -> None:
    assert said() == "There is nothing to report yet."
    assert said(Spotting(frozenset(), frozenset())) == "There is nothing to report yet."


@given(st.lists(st.tuples(st.sampled_from(Level), st.sampled_from(Level)), min_size=1))
def test_it_never_says_how_many_answers_were_right(pairs: list[tuple[Level, Level]]) -> None:
    sentence = rated(*pairs)
    assert sentence.endswith(".")
    assert "right" not in sentence
    assert sentence.startswith("You ")
