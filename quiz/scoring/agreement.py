"""How well two or more people agree on levels, beyond chance."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations, permutations
from typing import TypeAlias

from quiz.scale import Level
from quiz.scoring.figures import Figure, Unavailable

Codes: TypeAlias = Mapping[str, Mapping[str, int]]
"""Coder → unit → code; a unit that a coder left out is simply not there."""

Margins: TypeAlias = Mapping[int, float]
Metric: TypeAlias = Callable[[Margins, int, int], float]
"""A squared distance between two codes, which may depend on how often each code occurs."""

_NOTHING_COMMON = "No statement was rated by both."
_NO_SPREAD = "Everybody chose one and the same level throughout, so nothing could differ."
_QUADRATIC = [[float((i - j) ** 2) for j in Level] for i in Level]


def weighted_kappa(
    table: Sequence[Sequence[float]], disagreement: Sequence[Sequence[float]]
) -> Figure:
    """Return weighted kappa of a square table of counts (or proportions).

    ``disagreement[i][j]`` says how bad it is that one said i and the other j. Kappa is 1 minus
    observed over chance-expected disagreement: Cohen 1968, Psychol. Bull. 70:213.
    """
    rows = [sum(row) for row in table]
    columns = [sum(column) for column in zip(*table, strict=True)]
    cells = [(i, j) for i in range(len(rows)) for j in range(len(columns))]
    total = sum(rows)
    if total == 0:
        return Unavailable(_NOTHING_COMMON)
    observed = sum(disagreement[i][j] * table[i][j] for i, j in cells)
    expected = sum(disagreement[i][j] * rows[i] * columns[j] for i, j in cells) / total
    return 1 - observed / expected if expected else Unavailable(_NO_SPREAD)


def quadratic_kappa(pairs: Iterable[tuple[int, int]]) -> Figure:
    """Return weighted kappa of pairs of levels, disagreement growing with the square.

    1 is full agreement, 0 what chance gives; somebody who always says the same gets 0.
    """
    counts = Counter(pairs)
    table = [[counts[i, j] for j in Level] for i in Level]
    return weighted_kappa(table, _QUADRATIC)


def kappa_by_pair(codes: Codes) -> dict[tuple[str, str], Figure]:
    """Return quadratic kappa for each pair of coders, over the units that both coded."""
    return {
        (a, b): quadratic_kappa(
            (codes[a][unit], codes[b][unit]) for unit in codes[a].keys() & codes[b].keys()
        )
        for a, b in combinations(codes, 2)
    }


def ordinal(margins: Margins, c: int, k: int) -> float:
    """Square of how many codes lie between two ranks, the ends counting half."""
    low, high = sorted((c, k))
    between = sum(n for code, n in margins.items() if low <= code <= high)
    return (between - (margins[c] + margins[k]) / 2) ** 2


def interval(_: Margins, c: int, k: int) -> float:
    """Square of the distance between two codes."""
    return float((c - k) ** 2)


def krippendorff_alpha(codes: Codes, metric: Metric = ordinal) -> Figure:
    """Return Krippendorff's alpha of any number of coders, with codes missing here and there.

    1 minus observed over expected disagreement, from the coincidences of codes within units;
    units coded once say nothing: Krippendorff 2011, "Computing Krippendorff's
    alpha-reliability".
    """
    coincidences = _coincidences(codes)
    margins: dict[int, float] = defaultdict(float)
    for (c, _), weight in coincidences.items():
        margins[c] += weight
    total = sum(margins.values())
    if total == 0:
        return Unavailable("No statement was coded by two people.")
    observed = sum(n * metric(margins, c, k) for (c, k), n in coincidences.items())
    expected = sum(
        margins[c] * margins[k] * metric(margins, c, k) for c, k in permutations(margins, 2)
    ) / (total - 1)
    return 1 - observed / expected if expected else Unavailable(_NO_SPREAD)


def _coincidences(codes: Codes) -> dict[tuple[int, int], float]:
    """Return how often two codes meet in a unit, each unit weighing as much as its codes."""
    counts: dict[tuple[int, int], float] = defaultdict(float)
    for unit in {unit for coded in codes.values() for unit in coded}:
        values = [coded[unit] for coded in codes.values() if unit in coded]
        for c, k in permutations(values, 2):
            counts[c, k] += 1 / (len(values) - 1)
    return counts
