"""Cue words found, missed, and chosen without need."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import precision_score, recall_score

from quiz.scale import CueKind
from quiz.scoring import Spotting, Unavailable
from quiz.scoring.figures import share
from quiz.scoring.spotting import KindMissed, spotted

PLACES = range(6)
WORDS = st.sampled_from(PLACES)
QUESTIONS = st.lists(
    st.builds(
        Spotting,
        st.frozensets(st.tuples(WORDS, st.sampled_from(CueKind))),
        st.frozensets(WORDS),
    ),
    max_size=6,
)


def test_it_counts_over_all_questions() -> None:
    first = Spotting(
        frozenset({(0, CueKind.HEDGE), (9, CueKind.HEARSAY)}),
        frozenset({0, 40}),
    )
    second = Spotting(frozenset({(12, CueKind.APPEAL_TO_NATURE)}), frozenset({12}))
    found = spotted([first, second])
    assert (found.found, found.missed, found.false_alarms) == (2, 1, 1)
    assert found.recall == share(2, 3)
    assert found.precision == share(2, 3)
    assert found.missed_by_kind == (KindMissed(CueKind.HEARSAY, 1, 1),)


def test_it_counts_words_of_two_kinds_once_as_words_and_in_both_kinds() -> None:
    cues = frozenset({(5, CueKind.HEARSAY), (5, CueKind.UNNAMED_AUTHORITY)})
    found = spotted([Spotting(cues, frozenset())])
    assert found.missed == 1
    assert {kind.kind for kind in found.missed_by_kind} == {
        CueKind.HEARSAY,
        CueKind.UNNAMED_AUTHORITY,
    }


def test_it_puts_the_kind_missed_most_often_first() -> None:
    hedges = [Spotting(frozenset({(0, CueKind.HEDGE)}), frozenset()) for _ in range(2)]
    seen = Spotting(frozenset({(0, CueKind.HEDGE)}), frozenset({0}))
    hearsay = Spotting(frozenset({(7, CueKind.HEARSAY)}), frozenset())
    anecdote = Spotting(frozenset({(7, CueKind.ANECDOTE)}), frozenset())
    found = spotted([anecdote, hearsay, seen, *hedges])
    assert found.missed_by_kind == (
        KindMissed(CueKind.HEDGE, 2, 3),
        KindMissed(CueKind.HEARSAY, 1, 1),
        KindMissed(CueKind.ANECDOTE, 1, 1),
    )


@given(QUESTIONS)
def test_it_gives_the_precision_and_recall_of_scikit_learn(questions: list[Spotting]) -> None:
    truth = [place in q.places for q in questions for place in PLACES]
    chosen = [place in q.chosen for q in questions for place in PLACES]
    found = spotted(questions)
    if isinstance(found.precision, Unavailable):
        assert not any(chosen)
    else:
        assert found.precision.value == pytest.approx(precision_score(truth, chosen))
    if isinstance(found.recall, Unavailable):
        assert not any(truth)
    else:
        assert found.recall.value == pytest.approx(recall_score(truth, chosen))


@given(QUESTIONS)
def test_it_never_counts_more_missed_than_shown(questions: list[Spotting]) -> None:
    for kind in spotted(questions).missed_by_kind:
        assert 0 < kind.missed <= kind.of


def test_it_says_why_there_is_nothing_to_say() -> None:
    found = spotted([])
    assert found.precision == Unavailable("No words were chosen.")
    assert found.recall == Unavailable("No cue words were shown.")
