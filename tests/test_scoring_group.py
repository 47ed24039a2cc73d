"""Questions, tests and change in a group, with Student's t."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import pearsonr, t, ttest_rel

from quiz.scoring import Unavailable
from quiz.scoring.figures import share
from quiz.scoring.group import Change, change, cronbach_alpha, difficulties, item_rest
from quiz.scoring.student import t_quantile

LSAT_COUNTS = (
    3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15,
    10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298,
)  # fmt: skip
LSAT = [
    [bool(pattern >> bit & 1) for bit in (4, 3, 2, 1, 0)]
    for pattern, people in enumerate(LSAT_COUNTS)
    for _ in range(people)
]
"""Bock and Lieberman 1970, Psychometrika 35:179: 1,000 people, five questions.

The figures below are those the R package ltm prints for them.
"""

MATRICES = st.integers(2, 6).flatmap(
    lambda k: st.lists(st.lists(st.integers(0, 3), min_size=k, max_size=k), min_size=3, max_size=12)
)


def test_it_gives_the_difficulties_of_the_law_school_test() -> None:
    found = [share.value for share in difficulties(LSAT) if not isinstance(share, Unavailable)]
    assert found == [0.924, 0.709, 0.553, 0.763, 0.870]


def test_it_gives_the_item_rest_correlations_of_the_law_school_test() -> None:
    expected = [0.1128, 0.1532, 0.1728, 0.1444, 0.1216]
    assert list(item_rest(LSAT)) == pytest.approx(expected, abs=5e-5)


def test_it_gives_the_alpha_of_the_law_school_test() -> None:
    assert cronbach_alpha(LSAT) == pytest.approx(0.295, abs=5e-4)


@given(MATRICES)
def test_it_gives_alpha_from_the_covariances(rows: list[list[int]]) -> None:
    """The other form of the formula: k times mean covariance over the variance of the sum."""
    covariances = np.cov(np.array(rows), rowvar=False)
    k = len(covariances)
    assume(covariances.sum() > 1e-9)
    mean = (covariances.sum() - np.trace(covariances)) / (k * (k - 1))
    assert cronbach_alpha(rows) == pytest.approx(k * k * mean / covariances.sum(), abs=1e-9)


@given(MATRICES)
def test_it_gives_the_item_rest_correlations_of_scipy(rows: list[list[int]]) -> None:
    for item, found in enumerate(item_rest(rows)):
        own = [row[item] for row in rows]
        rest = [sum(row) - row[item] for row in rows]
        if len(set(own)) == 1 or len(set(rest)) == 1:
            assert isinstance(found, Unavailable)
        else:
            assert found == pytest.approx(pearsonr(own, rest).statistic, abs=1e-9)


def test_it_counts_difficulty_over_those_who_answered() -> None:
    marks = [[True, None, True], [False, None, None], [True, None, True]]
    nobody = Unavailable("Nobody answered this question.")
    assert difficulties(marks) == (share(2, 3), nobody, share(2, 2))
    assert difficulties([]) == ()


def test_it_leaves_people_with_gaps_out_of_alpha_and_correlations() -> None:
    whole = [[1, 2, 2], [0, 1, 0], [1, 1, 3], [2, 0, 1]]
    gaps = [[None, 3, 3], [0, None, None]]
    assert cronbach_alpha([*whole, *gaps]) == cronbach_alpha(whole)
    assert item_rest([*gaps, *whole]) == item_rest(whole)


@pytest.mark.parametrize(
    ("scores", "reason"),
    [
        ([], "Fewer than two people answered every question."),
        ([[1, 0], [1, None]], "Fewer than two people answered every question."),
        ([[1], [0]], "This takes at least two questions."),
        ([[1, 0], [0, 1]], "Everybody had the same score."),
    ],
)
def test_it_says_why_alpha_is_left_out(scores: list[list[int | None]], reason: str) -> None:
    assert cronbach_alpha(scores) == Unavailable(reason)


def test_it_says_why_a_correlation_is_left_out() -> None:
    assert item_rest([]) == ()
    alone = Unavailable("Fewer than two people answered every question.")
    assert item_rest([[1, 2]]) == (alone, alone)
    constant = item_rest([[1, 0, 1], [1, 1, 1], [1, 1, 0]])[0]
    assert isinstance(constant, Unavailable)


def test_it_refuses_people_with_different_numbers_of_questions() -> None:
    with pytest.raises(ValueError, match="different numbers of questions"):
        cronbach_alpha([[1, 0], [1]])
    with pytest.raises(ValueError, match="shorter"):
        difficulties([[True, False], [True]])


def test_it_gives_the_change_in_students_sleep_data() -> None:
    """Student 1908, Biometrika 6:1; the interval is what R's ``t.test`` prints for ``sleep``."""
    first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
    second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    found = change(second, first)
    assert isinstance(found, Change)
    assert (found.value, found.low, found.high) == pytest.approx((-1.58, -2.4598858, -0.7001142))
    assert found.people == 10


SCORES = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=2, max_size=60)


@given(SCORES)
def test_it_gives_the_paired_interval_of_scipy(pairs: list[tuple[int, int]]) -> None:
    assume(len({after - before for before, after in pairs}) > 1)
    before, after = zip(*pairs, strict=True)
    found = change(before, after)
    theirs = ttest_rel(after, before).confidence_interval()
    assert isinstance(found, Change)
    assert (found.low, found.high) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


def test_it_says_why_a_change_is_left_out_and_refuses_people_who_did_one_only() -> None:
    assert isinstance(change([3], [4]), Unavailable)
    assert isinstance(change([3, 1], [4, 4]), Change)
    with pytest.raises(ValueError, match="longer"):
        change([1, 2], [1, 2, 3])


@pytest.mark.parametrize(
    ("p", "df", "value"),
    [
        (0.975, 1, 12.706),
        (0.975, 2, 4.303),
        (0.975, 9, 2.262),
        (0.975, 30, 2.042),
        (0.95, 5, 2.015),
        (0.995, 10, 3.169),
        (0.9, 100, 1.290),
    ],
)
def test_it_gives_the_critical_values_in_every_table_of_t(p: float, df: int, value: float) -> None:
    """NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2."""
    assert t_quantile(p, df) == pytest.approx(value, abs=5e-4)


@given(st.floats(0.001, 0.999), st.integers(1, 300))
def test_it_gives_the_quantiles_of_scipy(p: float, df: int) -> None:
    assert t_quantile(p, df) == pytest.approx(t.ppf(p, df), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(("p", "df"), [(0, 3), (1, 3), (0.5, 0), (float("nan"), 3)])
def test_it_refuses_a_quantile_that_does_not_exist(p: float, df: int) -> None:
    with pytest.raises(ValueError, match="no quantile"):
        t_quantile(p, df)
