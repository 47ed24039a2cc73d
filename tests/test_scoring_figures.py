"""Shares, their intervals, and differences of shares."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from quiz.scoring.figures import (
    Share,
    Unavailable,
    both,
    complement,
    difference,
    hundredths,
    share,
    wilson,
)

SHARES = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def a_share(count: int, of: int) -> Share:
    made = share(count, of)
    assert isinstance(made, Share)
    return made


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_it_gives_the_score_intervals_of_newcombe_1998(
    count: int, of: int, low: float, high: float
) -> None:
    """Newcombe 1998, Stat. Med. 17:857, table I, method 3."""
    assert wilson(count, of) == pytest.approx((low, high), abs=5e-5)


@given(SHARES)
def test_it_gives_the_score_intervals_of_scipy(counts: tuple[int, int]) -> None:
    theirs = binomtest(*counts).proportion_ci(method="wilson")
    assert wilson(*counts) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


@given(SHARES)
def test_it_keeps_a_share_within_its_interval_and_the_interval_within_0_and_1(
    counts: tuple[int, int],
) -> None:
    s = a_share(*counts)
    assert 0 <= s.low <= s.value <= s.high <= 1


@pytest.mark.parametrize(("count", "of"), [(-1, 3), (4, 3), (0, 0), (0, -1)])
def test_it_refuses_what_is_no_share(count: int, of: int) -> None:
    with pytest.raises(ValueError, match="is no share"):
        wilson(count, of)


def test_it_says_why_there_is_no_share_of_nothing() -> None:
    assert share(0, 0, "Nobody came.") == Unavailable("Nobody came.")


@pytest.mark.parametrize(
    ("a", "b", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_it_gives_the_intervals_of_differences_of_newcombe_1998(
    a: tuple[int, int], b: tuple[int, int], low: float, high: float
) -> None:
    """Newcombe 1998, Stat. Med. 17:873, table II, method 10."""
    found = difference(a_share(*a), a_share(*b))
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


@given(SHARES, SHARES)
def test_it_turns_a_difference_round(a: tuple[int, int], b: tuple[int, int]) -> None:
    one, other = difference(a_share(*a), a_share(*b)), difference(a_share(*b), a_share(*a))
    assert (one.value, one.low, one.high) == pytest.approx((-other.value, -other.high, -other.low))
    assert -1 - 1e-9 <= one.low <= one.value <= one.high <= 1 + 1e-9


@given(SHARES)
def test_it_makes_the_share_of_the_others_out_of_a_share(counts: tuple[int, int]) -> None:
    count, of = counts
    expected = a_share(of - count, of)
    found = complement(a_share(count, of))
    assert (found.count, found.of) == (expected.count, expected.of)
    assert (found.value, found.low, found.high) == pytest.approx(
        (expected.value, expected.low, expected.high)
    )


@pytest.mark.parametrize(
    ("count", "of", "percent"), [(1, 8, 13), (29, 200, 15), (2, 3, 67), (0, 7, 0), (7, 7, 100)]
)
def test_it_rounds_per_cents_half_up(count: int, of: int, percent: int) -> None:
    assert a_share(count, of).percent == percent


@pytest.mark.parametrize(("value", "whole"), [(0.125, 13), (-0.125, -13), (-0.001, 0), (1, 100)])
def test_it_rounds_points_away_from_nought(value: float, whole: int) -> None:
    assert hundredths(value) == whole


def test_it_passes_on_the_first_reason_for_a_missing_figure() -> None:
    first, second = Unavailable("first"), Unavailable("second")
    assert both(first, second, difference) == first
    assert both(a_share(1, 2), second, difference) == second
