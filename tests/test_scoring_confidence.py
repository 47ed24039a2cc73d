"""What was said against what was right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import brier_score_loss

from quiz.scale import Level
from quiz.scoring import Comparison, Outcome, Rating, Spotting, Sure, Unavailable
from quiz.scoring.confidence import brier, confidence
from quiz.scoring.figures import share

ANSWERS = st.lists(st.builds(Comparison, st.booleans(), st.sampled_from(Sure)))


def rating(level: int, key: int, sure: int, *accepted: Level) -> Rating:
    return Rating(Level(level), Level(key), accepted, Sure(sure))


def test_it_lets_the_steps_stand_for_50_75_and_95_per_cent() -> None:
    assert [sure.said for sure in Sure] == [0.5, 0.75, 0.95]
    with pytest.raises(ValueError, match="0 is not a valid Sure"):
        Sure(0)


@pytest.mark.parametrize(
    ("said", "right", "score"),
    [(1.0, 1, 0), (1.0, 0, 1), (0.7, 1, 0.09), (0.3, 1, 0.49), (0.5, 0, 0.25)],
)
def test_it_gives_the_brier_scores_of_single_forecasts(
    said: float, right: int, score: float
) -> None:
    """The cases by which encyclopaedias explain Brier 1950, Mon. Weather Rev. 78:1."""
    assert brier([said], [bool(right)]) == pytest.approx(score)


def test_it_gives_the_brier_score_in_scikit_learns_documentation() -> None:
    outcomes = [False, True, True, False]
    assert brier([0.1, 0.9, 0.8, 0.3], outcomes) == pytest.approx(0.0375)


@given(ANSWERS.filter(bool))
def test_it_gives_the_brier_score_of_scikit_learn(answers: list[Comparison]) -> None:
    theirs = brier_score_loss(
        [a.right for a in answers], [a.sure.said for a in answers], labels=[False, True]
    )
    assert confidence(answers).brier == pytest.approx(theirs)


@given(ANSWERS.filter(bool))
def test_it_shares_every_answer_out_among_the_steps(answers: list[Comparison]) -> None:
    found = confidence(answers)
    shares = [s.right for s in found.steps if not isinstance(s.right, Unavailable)]
    assert sum(s.of for s in shares) == len(answers)
    assert sum(s.count for s in shares) == sum(a.right for a in answers)
    gaps = [s.said - s.right.value for s in found.steps if not isinstance(s.right, Unavailable)]
    by_step = sum(gap * s.of for gap, s in zip(gaps, shares, strict=True))
    assert found.overconfidence == pytest.approx(by_step / len(answers))


def test_it_gives_each_step_its_share_of_right_answers() -> None:
    answers = [rating(0, 0, 3), rating(1, 0, 3), rating(2, 2, 3), rating(0, 0, 1)]
    unsure, fairly, very = confidence(answers).steps
    assert unsure.right == share(1, 1)
    assert fairly.right == Unavailable("“Fairly sure” was never chosen.")
    assert (very.sure, very.said, very.right) == (Sure.SURE, 0.95, share(2, 3))


def test_it_finds_somebody_too_sure() -> None:
    assert confidence([rating(0, 0, 3), rating(3, 0, 3)]).overconfidence == pytest.approx(0.45)
    assert confidence([rating(0, 0, 1)]).overconfidence == pytest.approx(-0.5)


def test_it_counts_an_accepted_neighbour_as_right() -> None:
    assert rating(1, 0, 3, Level.WEAK).right
    assert not rating(2, 0, 3, Level.WEAK).right
    assert rating(0, 0, 3, Level.WEAK).right
    assert confidence([rating(1, 0, 3, Level.WEAK)]).sure_but_wrong == ()


def test_it_lists_sure_but_wrong_the_farthest_first_and_else_in_order() -> None:
    compared = [Comparison(right=right, sure=Sure.SURE) for right in (False, True)]
    rated = [rating(1, 0, 3), rating(3, 0, 3), rating(3, 0, 2), rating(2, 2, 3), rating(0, 2, 3)]
    spotting = Spotting(frozenset(), frozenset())
    answers: list[Outcome] = [rated[0], spotting, *rated[1:3], *compared, *rated[3:]]
    assert confidence(answers).sure_but_wrong == (2, 7, 0, 4)


def test_it_leaves_out_what_nobody_said() -> None:
    found = confidence([Spotting(frozenset(), frozenset())])
    assert isinstance(found.brier, Unavailable)
    assert isinstance(found.overconfidence, Unavailable)
    assert all(isinstance(step.right, Unavailable) for step in found.steps)
