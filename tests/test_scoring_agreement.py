"""Kappa and alpha against the numbers others published."""

import math
from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from quiz.scale import Level
from quiz.scoring.agreement import (
    Codes,
    Margins,
    Metric,
    interval,
    kappa_by_pair,
    krippendorff_alpha,
    ordinal,
    quadratic_kappa,
    weighted_kappa,
)
from quiz.scoring.figures import Unavailable

LEVELS = st.sampled_from(Level)
PAIRS = st.lists(st.tuples(LEVELS, LEVELS), min_size=1, max_size=40)

COHEN_1968 = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
"""Psychol. Bull. 70:213, table 1: two judges, three diagnoses, N = 200."""


@pytest.mark.parametrize(
    ("disagreement", "kappa"),
    [
        ([[0, 1, 3], [1, 0, 6], [3, 6, 0]], 0.348),
        ([[0, 1, 4], [1, 0, 6], [2, 2, 0]], 0.353),
        ([[0, 1, 1], [1, 0, 1], [1, 1, 0]], 0.492),
    ],
)
def test_it_gives_the_weighted_kappas_of_cohen_1968(
    disagreement: list[list[float]], kappa: float
) -> None:
    assert weighted_kappa(COHEN_1968, disagreement) == pytest.approx(kappa, abs=5e-4)


@pytest.mark.parametrize(
    ("power", "kappa"), [(0, 0.7964094), (2, 0.8921569)], ids=["unweighted", "quadratic"]
)
def test_it_gives_the_kappas_of_gwets_abstractors(power: int, kappa: float) -> None:
    """The table ``cont3x3abstractors`` of the R package irrCAC (Gwet) and its printed result."""
    table = [[13, 0, 0], [0, 20, 7], [0, 4, 56]]
    weights = [[float(i != j) * abs(i - j) ** power for j in range(3)] for i in range(3)]
    assert weighted_kappa(table, weights) == pytest.approx(kappa, abs=5e-8)


def test_it_gives_the_same_kappa_for_counts_and_proportions() -> None:
    weights: list[list[float]] = [[0, 1, 3], [1, 0, 6], [3, 6, 0]]
    proportions = [[n / 200 for n in row] for row in COHEN_1968]
    counted = weighted_kappa(COHEN_1968, weights)
    assert isinstance(counted, float)
    assert weighted_kappa(proportions, weights) == pytest.approx(counted)


@given(PAIRS)
def test_it_gives_the_quadratic_kappa_of_scikit_learn(pairs: list[tuple[Level, Level]]) -> None:
    first, second = zip(*pairs, strict=True)
    assume(len({*first, *second}) > 1)
    theirs = cohen_kappa_score(first, second, weights="quadratic", labels=list(Level))
    assert quadratic_kappa(pairs) == pytest.approx(theirs, abs=1e-9)


@given(PAIRS)
def test_it_does_not_matter_whose_levels_come_first(pairs: list[tuple[Level, Level]]) -> None:
    there, back = quadratic_kappa(pairs), quadratic_kappa([(b, a) for a, b in pairs])
    assert there == (back if isinstance(back, Unavailable) else pytest.approx(back))


@given(st.lists(LEVELS, min_size=2).filter(lambda key: len(set(key)) > 1), LEVELS)
def test_it_gives_a_constant_answer_a_kappa_of_nought(key: list[Level], answer: Level) -> None:
    assert quadratic_kappa((answer, k) for k in key) == pytest.approx(0, abs=1e-12)


def test_it_gives_nothing_for_always_none_where_raw_credit_gives_92_per_cent() -> None:
    key = [Level.NONE] * 6 + [Level.WEAK] * 3 + [Level.PARTIAL]
    credit = [1 - (k / 3) ** 2 for k in key]
    assert round(sum(credit) / len(credit), 2) == 0.92
    assert quadratic_kappa((Level.NONE, k) for k in key) == pytest.approx(0)


@given(st.lists(LEVELS, min_size=2).filter(lambda key: len(set(key)) > 1))
def test_it_gives_full_agreement_one(key: list[Level]) -> None:
    assert quadratic_kappa((k, k) for k in key) == 1


def test_it_says_why_kappa_is_left_out() -> None:
    assert quadratic_kappa([]) == Unavailable("No statement was rated by both.")
    same = quadratic_kappa([(Level.WEAK, Level.WEAK)] * 5)
    assert isinstance(same, Unavailable)
    assert "one and the same level" in same.reason


def coded(*rows: str) -> Codes:
    """Make codes out of one row of figures for each coder, with a point where one is missing."""
    return {
        str(coder): {str(unit): int(code) for unit, code in enumerate(row) if code != "."}
        for coder, row in enumerate(rows)
    }


def nominal(_: Margins, c: int, k: int) -> float:
    return float(c != k)


def ratio(_: Margins, c: int, k: int) -> float:
    return ((c - k) / (c + k)) ** 2


KRIPPENDORFF_2011 = coded("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


@pytest.mark.parametrize(
    ("metric", "alpha"), [(nominal, 0.743), (ordinal, 0.815), (interval, 0.849), (ratio, 0.797)]
)
def test_it_gives_the_alphas_of_krippendorff_2011(metric: Metric, alpha: float) -> None:
    """Computing Krippendorff's alpha-reliability, example C: four observers, gaps, five codes."""
    assert krippendorff_alpha(KRIPPENDORFF_2011, metric) == pytest.approx(alpha, abs=5e-4)


@pytest.mark.parametrize(("metric", "alpha"), [(nominal, 0.691), (interval, 0.811)])
def test_it_gives_the_alphas_of_three_coders_with_many_gaps(metric: Metric, alpha: float) -> None:
    """The computational example of the encyclopaedia article on Krippendorff's alpha."""
    codes = coded(".....34121133.3", "1.213343.......", "..21344.21133.4")
    assert krippendorff_alpha(codes, metric) == pytest.approx(alpha, abs=5e-4)


def test_it_takes_codes_as_ordered_unless_told_otherwise() -> None:
    assert krippendorff_alpha(KRIPPENDORFF_2011) == krippendorff_alpha(KRIPPENDORFF_2011, ordinal)


UNITS = st.dictionaries(st.sampled_from("abcdefgh"), LEVELS)
CODES = st.dictionaries(st.sampled_from("ABCD"), UNITS, max_size=4)


@given(CODES, st.sampled_from([ordinal, interval]))
def test_it_gives_the_alpha_that_the_definition_by_pairs_gives(
    codes: Codes, metric: Metric
) -> None:
    """Disagreement within units over disagreement among all codes, without coincidences."""
    units = [[c[u] for c in codes.values() if u in c] for u in "abcdefgh"]
    pairable = [values for values in units if len(values) > 1]
    everything = [v for values in pairable for v in values]
    margins = {v: float(everything.count(v)) for v in everything}

    def spread(values: list[int]) -> float:
        squares = sum(metric(margins, c, k) for c, k in combinations(values, 2))
        return 2 * squares / (len(values) - 1)

    found = krippendorff_alpha(codes, metric)
    if len(set(everything)) < 2:
        assert isinstance(found, Unavailable)
        return
    within = sum(spread(values) for values in pairable)
    assert found == pytest.approx(1 - within / spread(everything), abs=1e-9)


def test_it_says_why_alpha_is_left_out() -> None:
    nobody_twice = krippendorff_alpha(coded("1.", ".2"))
    assert nobody_twice == Unavailable("No statement was coded by two people.")
    assert krippendorff_alpha({}) == nobody_twice
    assert isinstance(krippendorff_alpha(coded("11", "11")), Unavailable)


def test_it_compares_each_pair_of_coders_on_what_both_coded() -> None:
    codes = {"A": {"a": 0, "b": 3, "c": 1}, "B": {"a": 0, "b": 3}, "C": {"c": 1, "d": 2}}
    found = kappa_by_pair(codes)
    assert found["A", "B"] == 1
    assert isinstance(found["A", "C"], Unavailable)
    assert found["B", "C"] == Unavailable("No statement was rated by both.")
    assert list(found) == [("A", "B"), ("A", "C"), ("B", "C")]


@given(CODES)
def test_it_never_gives_more_than_full_agreement(codes: Codes) -> None:
    for figure in (krippendorff_alpha(codes), *kappa_by_pair(codes).values()):
        if not isinstance(figure, Unavailable):
            assert math.isfinite(figure)
            assert figure <= 1
