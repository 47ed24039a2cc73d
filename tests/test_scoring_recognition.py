"""Telling supported statements from unsupported ones."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm
from sklearn.metrics import roc_auc_score

from quiz.scale import Level
from quiz.scoring import Estimate, Rating, Share, Sure, Unavailable
from quiz.scoring.figures import difference, share
from quiz.scoring.recognition import Recognition, log_linear, recognition, roc_area

LEVELS = st.sampled_from(Level)


def rated(*pairs: tuple[int, int]) -> list[Rating]:
    """Make ratings out of (answer, key)."""
    return [Rating(Level(level), Level(key), (), Sure.FAIRLY) for level, key in pairs]


RATINGS = st.lists(st.builds(Rating, LEVELS, LEVELS, st.just(()), st.sampled_from(Sure)))


def test_it_counts_supported_recognised_and_unsupported_caught() -> None:
    found = recognition(rated((3, 2), (2, 3), (1, 2), (0, 3), (0, 1), (1, 0), (2, 1)))
    assert found.supported == share(2, 4)
    assert found.unsupported == share(2, 3)


def test_it_goes_by_the_keys_level_even_where_a_neighbour_is_accepted() -> None:
    found = recognition([Rating(Level.PARTIAL, Level.WEAK, (Level.PARTIAL,), Sure.SURE)])
    assert found.unsupported == share(0, 1)


def test_it_gives_youdens_j_and_the_lean() -> None:
    found = recognition(rated((3, 3), (2, 2), (2, 3), (2, 2), (1, 0), (2, 1)))
    assert isinstance(found.youden, Estimate)
    assert isinstance(found.lean, Estimate)
    assert found.youden.value == pytest.approx(1 + 1 / 2 - 1)
    assert found.lean.value == pytest.approx(1 - 1 / 2)


def test_it_gives_j_the_interval_of_hit_rate_minus_false_alarm_rate() -> None:
    found = recognition(rated(*[(3, 3)] * 9, (0, 3), *[(3, 0)] * 3, *[(0, 0)] * 7))
    assert isinstance(found.youden, Estimate)
    ends = (found.youden.value, found.youden.low, found.youden.high)
    assert ends == pytest.approx((0.6, 0.1705, 0.8090), abs=5e-5)  # Newcombe's 9/10 - 3/10


@pytest.mark.parametrize("level", Level)
def test_it_gives_nothing_for_always_saying_the_same(level: Level) -> None:
    found = recognition(rated(*[(level, key) for key in Level]))
    assert isinstance(found.youden, Estimate)
    assert isinstance(found.lean, Estimate)
    assert found.youden.value == pytest.approx(0)
    assert found.lean.value == (1 if level.supported else -1)
    assert found.roc_area == 0.5


@given(RATINGS)
def test_it_keeps_every_figure_in_its_range(ratings: list[Rating]) -> None:
    found = recognition(ratings)
    if isinstance(found.supported, Share) and isinstance(found.unsupported, Share):
        assert isinstance(found.lean, Estimate)
        assert found.lean == difference(found.supported, found.unsupported)
        assert isinstance(found.roc_area, float)
        assert 0 <= found.roc_area <= 1
        few = min(found.supported.of, found.unsupported.of) < 10
        assert isinstance(found.sensitivity, Unavailable) == few
        assert isinstance(found.criterion, Unavailable) == few
    else:
        figures = (found.youden, found.lean, found.sensitivity, found.criterion, found.roc_area)
        assert all(isinstance(figure, Unavailable) for figure in figures)


@given(RATINGS)
def test_it_turns_the_lean_round_when_all_answers_and_keys_are_turned_round(
    ratings: list[Rating],
) -> None:
    turned = recognition(rated(*[(3 - r.level, 3 - r.key) for r in ratings]))
    found = recognition(ratings)
    if isinstance(found.lean, Estimate) and isinstance(turned.lean, Estimate):
        assert turned.lean.value == pytest.approx(-found.lean.value)


def test_it_says_which_class_of_statements_was_missing() -> None:
    no_supported = recognition(rated((0, 0)))
    assert no_supported.lean == Unavailable("No supported statement was asked.")
    no_unsupported = recognition(rated((3, 3)))
    assert no_unsupported.lean == Unavailable("No unsupported statement was asked.")
    assert no_unsupported.roc_area == Unavailable("No unsupported statement was asked.")


def test_it_gives_the_log_linear_d_of_50_of_50_hits_and_17_of_25_false_alarms() -> None:
    """The correction of Hautus 1995, Behav. Res. Methods 27:46."""
    assert log_linear(50, 50, 17, 25) == pytest.approx((1.8853, -1.3911), abs=5e-5)


def test_it_gives_the_log_linear_d_of_82_of_100_hits_and_46_of_100_false_alarms() -> None:
    """The example of ``signal`` in the R package statpsych: d' 1.002793, bias -0.4019603."""
    assert log_linear(82, 100, 46, 100) == pytest.approx((1.002793, -0.4019603), abs=5e-7)


@given(st.integers(0, 30), st.integers(0, 30))
def test_it_agrees_with_scipys_normal_distribution(hits: int, false_alarms: int) -> None:
    h, f = norm.ppf((hits + 0.5) / 31), norm.ppf((false_alarms + 0.5) / 31)
    assert log_linear(hits, 30, false_alarms, 30) == pytest.approx((h - f, -(h + f) / 2))


def classes(signals: int, noises: int, hits: int, false_alarms: int) -> Recognition:
    return recognition(
        rated(*[(3 if n < hits else 0, 3) for n in range(signals)])
        + rated(*[(3 if n < false_alarms else 0, 0) for n in range(noises)])
    )


def test_it_gives_d_and_c_from_ten_statements_a_class_on() -> None:
    found = classes(50, 25, hits=50, false_alarms=17)
    assert found.sensitivity == pytest.approx(1.8853, abs=5e-5)
    assert found.criterion == pytest.approx(-1.3911, abs=5e-5)
    assert isinstance(classes(10, 10, 8, 1).sensitivity, float)
    reason = "This takes 10 supported and 10 unsupported statements; there were 9 and 10."
    assert classes(9, 10, 8, 1).sensitivity == Unavailable(reason)
    assert classes(9, 10, 8, 1).criterion == Unavailable(reason)
    assert isinstance(classes(10, 9, 8, 1).criterion, Unavailable)


def test_it_makes_c_positive_for_somebody_too_severe() -> None:
    severe, trusting = classes(10, 10, 2, 0), classes(10, 10, 10, 8)
    assert isinstance(severe.criterion, float)
    assert isinstance(trusting.criterion, float)
    assert severe.criterion > 0 > trusting.criterion
    assert isinstance(severe.lean, Estimate)
    assert severe.lean.value < 0


def test_it_gives_the_area_of_hanley_and_mcneil_1982() -> None:
    """Radiology 143:29, table I: 58 normal and 51 abnormal images rated in five steps."""
    normal, abnormal = (33, 6, 6, 11, 2), (3, 2, 2, 11, 33)
    noise = [step for step, n in enumerate(normal) for _ in range(n)]
    signal = [step for step, n in enumerate(abnormal) for _ in range(n)]
    assert roc_area(signal, noise) == pytest.approx(0.893, abs=5e-4)


def test_it_counts_ties_half_and_wins_whole() -> None:
    assert roc_area([2], [2]) == 0.5
    assert roc_area([3], [2]) == 1
    assert roc_area([1, 3], [2]) == 0.5


@given(st.lists(LEVELS, min_size=1), st.lists(LEVELS, min_size=1))
def test_it_gives_the_area_of_scikit_learn(signal: list[Level], noise: list[Level]) -> None:
    truth = [1] * len(signal) + [0] * len(noise)
    assert roc_area(signal, noise) == pytest.approx(roc_auc_score(truth, signal + noise))


def test_it_lets_perfect_answers_be_perfect() -> None:
    found = recognition(rated(*[(key, key) for key, _ in product(Level, range(3))]))
    assert isinstance(found.youden, Estimate)
    assert (found.youden.value, found.roc_area) == (1, 1)
