"""Attackers who know the exact head count try to learn more from a summary than it may tell.

They share no code with the audit: worlds are counted out, by hand or by a solver.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from functools import cache
from itertools import product
from math import sqrt
from random import Random

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.stats import t

from harness.groups import WORKSHOP, group, questions
from quiz.disclosure import Bin, Group, Question, Sheet, Summary, protect
from quiz.scale import Level

Ints = NDArray[np.int64]


def five_in_a_row(values: Collection[int]) -> bool:
    return any(all(v + i in values for i in range(5)) for v in values)


def multisets(size: int, kinds: int) -> Iterator[tuple[int, ...]]:
    if kinds == 1:
        yield (size,)
        return
    for first in range(size + 1):
        for rest in multisets(size - first, kinds - 1):
            yield (first, *rest)


# The replaying attacker runs the publisher on every world there is, and so learns from what is
# missing as well. With 10 people every question that has counts was answered by all of them.


@pytest.mark.parametrize(("people", "size"), [(10, 2), (10, 3), (12, 2), (14, 2)])
def test_it_leaves_five_values_to_somebody_who_replays_the_publisher_on_every_world(
    people: int, size: int
) -> None:
    patterns = list(product((False, True), repeat=size))
    asked = tuple(Question(f"notes:{i}", "Said.", Level.WEAK) for i in range(size))
    worlds = {}
    for numbers in multisets(people, len(patterns)):
        marks = [p for p, number in zip(patterns, numbers, strict=True) for _ in range(number)]
        right = tuple(map(sum, zip(*marks, strict=True)))
        scores = tuple(sorted(map(sum, marks)))
        if list(right) == sorted(right):  # the others differ in the order of the questions only
            worlds[right, scores] = marks
    met: dict[Summary, list[tuple[tuple[int, ...], tuple[int, ...]]]] = defaultdict(list)
    for (right, scores), marks in worlds.items():
        sheets = [Sheet(tuple(Level.WEAK if m else Level.STRONG for m in row)) for row in marks]
        met[protect(Group(WORKSHOP, asked, tuple(sheets)))].append((right, scores))
    assert {(told.bands is None, told.mean is None) for told in met} >= {(1, 1), (0, 1)}
    for told, same in met.items():
        bins = [question.right for question in told.questions]
        for one in set(bins):
            assert five_in_a_row(
                {r for right, _ in same for r, b in zip(right, bins, strict=True) if b == one}
            )
        for band in told.bands or ():
            assert five_in_a_row({sum(s >= band.from_right for s in scores) for _, scores in same})


# The counting attacker knows the figures of a summary and the head count. For two to four
# questions it goes through all numbers of right answers to them and all ladders: how many
# people had at least one, two, three … right. A world exists when no questions were right more
# often than the people can have been right there.


class Known:
    """What an attacker takes from a summary: ranges of counts, and how scores are bounded."""

    def __init__(self, told: Summary, people: int) -> None:
        self.people, self.size = people, len(told.questions)
        self.answered = [self._range(q.answered, 10, people) for q in told.questions]
        self.right = [
            self._range(q.right, 0, answered[-1])
            for q, answered in zip(told.questions, self.answered, strict=True)
        ]
        self.bands, self.mean, self.alpha = told.bands or (), told.mean, told.alpha

    @staticmethod
    def _range(told: Bin | None, least: int, most: int) -> range:
        if told is None:
            return range(10)
        top = most if told.at_most is None else min(most, told.at_most)
        return range(max(least, told.at_least), top + 1)

    def counts(self, told: Bin) -> range:
        return self._range(told, 0, self.people)

    def ladders(self) -> Ints:
        """Return how many can have had at least 1, 2, 3 … right, one ladder a row."""
        limits = {band.from_right: self.counts(band.people) for band in self.bands}
        found: list[tuple[int, ...]] = [(self.people,)]
        for step in range(1, self.size + 1):
            wanted = limits.get(step, range(self.people + 1))
            found = [(*f, n) for f in found for n in wanted if n <= f[-1]]
        return np.array(found, dtype=np.int64)[:, 1:]


def worlds_of(known: Known) -> tuple[Ints, Ints]:
    """Return all right answers and all ladders that occur together in some world."""
    right = np.array(list(product(*known.right)), dtype=np.int64)
    ladders = known.ladders()
    totals, sums = right.sum(axis=1), ladders.sum(axis=1)
    found = [
        matching(known, right[totals == total], ladders[sums == total])
        for total in np.intersect1d(totals, sums)
        if known.mean is None or rounds_to(100 * total / (known.people * known.size), known.mean)
    ]
    none = (right[:0], ladders[:0])
    return np.vstack([r for r, _ in (none, *found)]), np.vstack(
        [steps for _, steps in (none, *found)]
    )


def rounds_to(percent: float, mean: int) -> bool:
    return mean - 2.5 <= percent < mean + 2.5


def matching(known: Known, right: Ints, ladders: Ints) -> tuple[Ints, Ints]:
    most = np.sort(right, axis=1)[:, ::-1].cumsum(axis=1)
    can = ladders.cumsum(axis=1)
    fits = np.ones((len(right), len(ladders)), dtype=bool)
    for step in range(known.size):
        fits &= most[:, step, None] <= can[None, :, step]
    if known.alpha is not None:
        fits &= np.abs(alphas(known, right, ladders) - known.alpha) < 0.05 - 1e-9
    return right[fits.any(axis=1)], ladders[fits.any(axis=0)]


def alphas(known: Known, right: Ints, ladders: Ints) -> NDArray[np.float64]:
    """Return Kuder and Richardson's formula 20 for each pair of the same total."""
    n, k = known.people, known.size
    squares = (ladders * (2 * np.arange(1, k + 1) - 1)).sum(axis=1)
    scores = n * squares - ladders.sum(axis=1) ** 2
    items = (right * (n - right)).sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        found: NDArray[np.float64] = k / (k - 1) * (1 - items[:, None] / scores[None, :])
    return found


@cache
def attacked(told: Summary, people: int) -> None:
    """Assert that every count of a summary keeps five neighbouring values."""
    known = Known(told, people)
    right, ladders = worlds_of(known)
    for place, question in enumerate(told.questions):
        values = set(right[:, place].tolist())
        assert five_in_a_row(values), (told, people, place)
        answered = [m for m in known.answered[place] if m >= min(values)]
        if people >= 14:  # of fewer, the rule that needs 10 answers tells it to within four
            assert five_in_a_row(answered), (told, people, place)
        if question.levels is not None:
            assert_levels(question.levels, place, tuple(sorted(values)), tuple(answered))
    for band in known.bands:
        assert five_in_a_row(set(ladders[:, band.from_right - 1].tolist())), (told, people, band)


@cache
def assert_levels(
    levels: tuple[Bin, ...], place: int, rights: tuple[int, ...], answered: tuple[int, ...]
) -> None:
    """Assert the same of the levels' counts, which add up to those who were right and answered."""
    right = [questions(4)[place].right(level) for level in Level]
    choices = (
        range(b.at_least, (answered[-1] if b.at_most is None else b.at_most) + 1) for b in levels
    )
    found = np.array(list(product(*choices)), dtype=np.int64)
    found = found[np.isin(found[:, right].sum(axis=1), rights)]
    found = found[np.isin(found.sum(axis=1), answered)]
    for level in Level:
        assert five_in_a_row(set(found[:, level].tolist()))


EASE = (0.0, 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98, 1.0)


@pytest.mark.parametrize(
    ("size", "groups", "expected"),
    [
        (2, 12, {"bands", "mean", "levels"}),
        (3, 3, {"bands", "mean", "levels"}),
        (4, 2, {"bands", "mean", "levels", "alpha"}),
    ],
)
def test_it_leaves_five_values_to_somebody_who_counts_out_all_worlds(
    size: int, groups: int, expected: set[str]
) -> None:
    rng = Random(size)
    shown: Counter[str] = Counter()
    for people in range(10, 61):
        for _ in range(groups):
            gaps = rng.choice((0.0, 0.0, 0.05, 0.2))
            came = group(rng, people, size, rng.choice(EASE), gaps=gaps)
            told = protect(came)
            if told.took_part is not None:
                attacked(told, len(came.people))
            shown["bands"] += told.bands is not None
            shown["mean"] += told.mean is not None
            shown["alpha"] += told.alpha is not None
            shown["levels"] += any(q.levels for q in told.questions)
    assert all(shown[figure] >= 3 for figure in expected)


# The solving attacker takes on sets of the usual length: a solver of whole numbers looks for a
# world in which a count has a certain value. Sums of the largest counts are written with a
# threshold and what stands above it, so that all conditions are linear.


class Solver:
    """The conditions of the counting attacker, for a solver of linear problems in integers."""

    def __init__(self, known: Known) -> None:
        self.size, n = known.size, known.people
        self.columns = 2 * self.size  # right answers, ladder, then helpers
        self.rows: list[tuple[dict[int, float], float, float]] = []
        self.low = [r[0] for r in known.right] + [0] * self.size
        self.high = [r[-1] for r in known.right] + [n] * self.size
        for band in known.bands:
            values = known.counts(band.people)
            self.low[self.ladder(band.from_right)], self.high[self.ladder(band.from_right)] = (
                values[0],
                values[-1],
            )
        for step in range(1, self.size):
            self.rows.append(({self.ladder(step): 1, self.ladder(step + 1): -1}, 0, n))
        total = dict.fromkeys(range(self.size), 1.0)
        ladder = {self.ladder(step): -1.0 for step in range(1, self.size + 1)}
        self.rows.append((total | ladder, 0, 0))
        most = n * self.size
        if known.mean is not None:
            fitting = [t for t in range(most + 1) if rounds_to(100 * t / most, known.mean)]
            self.rows.append((total, fitting[0], fitting[-1]))
        for step in range(1, self.size):
            self._no_more_than_people_can(step, n)

    def ladder(self, step: int) -> int:
        return self.size + step - 1

    def _no_more_than_people_can(self, step: int, n: int) -> None:
        threshold = self._helper(n)
        above = [self._helper(n) for _ in range(self.size)]
        for question, over in enumerate(above):
            self.rows.append(({question: -1, threshold: 1, over: 1}, 0, np.inf))
        can = {self.ladder(k): -1.0 for k in range(1, step + 1)}
        self.rows.append(({threshold: step} | dict.fromkeys(above, 1.0) | can, -np.inf, 0))

    def _helper(self, most: int) -> int:
        self.columns += 1
        self.low.append(0)
        self.high.append(most)
        return self.columns - 1

    def possible(self, column: int, value: int) -> bool:
        matrix = np.zeros((len(self.rows), self.columns))
        for row, (terms, _, _) in enumerate(self.rows):
            matrix[row, list(terms)] = list(terms.values())
        low, high = np.array(self.low, float), np.array(self.high, float)
        if not low[column] <= value <= high[column]:
            return False
        low[column] = high[column] = value
        found = milp(
            np.zeros(self.columns),
            bounds=Bounds(low, high),
            integrality=np.arange(self.columns) < 2 * self.size,
            constraints=LinearConstraint(
                matrix, [low for _, low, _ in self.rows], [high for _, _, high in self.rows]
            ),
        )
        return bool(found.success)


def test_it_leaves_five_values_to_somebody_with_a_solver() -> None:
    rng = Random(11)
    with_mean = 0
    for people in (10, 12, 16, 21, 28, 33, 47, 60):
        told = protect(group(rng, people, rng.choice((6, 10)), rng.choice((0.15, 0.5, 0.8))))
        known = Known(told, people)
        solver = Solver(known)
        columns = [*range(known.size), *(solver.ladder(band.from_right) for band in known.bands)]
        with_mean += known.mean is not None
        for column in columns:
            low, high = solver.low[column], solver.high[column]
            found = [value for value in range(low, high + 1) if solver.possible(column, value)]
            assert five_in_a_row(found)
    assert with_mean > 4


# In a run of before and after with two questions in each form, a person has 0, 1 or 2 right
# before and after. What matters of either half of the room, which begins with the other form, is
# how many had at least one and two right in each form, and the changes' sum and squares.

KINDS = np.array(list(product(range(3), repeat=2)))  # before, after
BEFORE, AFTER = KINDS[:, 0], KINDS[:, 1]
FEATURES = np.array(
    [
        *(BEFORE >= 1, BEFORE >= 2, AFTER >= 1, AFTER >= 2),
        *(BEFORE + AFTER >= 2, AFTER - BEFORE, (AFTER - BEFORE) ** 2),
    ],
    dtype=np.int64,
)


@pytest.mark.parametrize("people", [12, 14])
def test_it_leaves_five_values_to_somebody_who_knows_the_change(people: int) -> None:
    half = np.array(list(multisets(people // 2, len(KINDS))), dtype=np.int64) @ FEATURES.T
    halves = np.unique(half, axis=0)
    rng, shown = Random(people), 0
    while shown < 3:
        told = protect(group(rng, people, 4, rng.choice((0.3, 0.5, 0.7)), forms=True))
        if told.change is not None:
            shown += 1
            attacked_with_change(told, people, halves, rng)


def attacked_with_change(told: Summary, people: int, halves: Ints, rng: Random) -> None:
    known = Known(told, people)
    first, second = halves_with_change(told, people, halves, rng)
    in_a = first[:, 0:2] + second[:, 2:4]  # how many had at least one, and two, right in form A
    in_b = first[:, 2:4] + second[:, 0:2]
    (band,) = known.bands
    reached = first[:, 4] + second[:, 4]
    assert band.from_right == 2
    total = in_a.sum(axis=1) + in_b.sum(axis=1)
    fits = np.isin(reached, known.counts(band.people))
    fits &= [rounds_to(percent, known.mean or 0) for percent in 100 * total / people / 4]
    forms = {(0, 2): in_a, (1, 3): in_b}  # they take turns
    for places, ladders in forms.items():
        fits &= feasible(known, ladders, places)
    for places, ladders in forms.items():
        for place, mate in (places, places[::-1]):
            values = [
                v for v in known.right[place] if (with_value(known, ladders, mate, v) & fits).any()
            ]
            assert five_in_a_row(values)
    assert five_in_a_row(set(reached[fits].tolist()))


def with_value(known: Known, ladders: Ints, mate: int, value: int) -> NDArray[np.bool_]:
    """Where one of a form's two questions can have been right so often, given its ladder."""
    rest = ladders.sum(axis=1) - value
    fits: NDArray[np.bool_] = np.isin(rest, known.right[mate])
    fits &= np.maximum(rest, value) <= ladders[:, 0]
    return fits


def feasible(known: Known, ladders: Ints, places: tuple[int, int]) -> NDArray[np.bool_]:
    first, mate = places
    fits = np.zeros(len(ladders), dtype=bool)
    for value in known.right[first]:
        fits |= with_value(known, ladders, mate, value)
    return fits


def halves_with_change(told: Summary, people: int, halves: Ints, rng: Random) -> tuple[Ints, Ints]:
    """Return pairs of halves of the room that have the published change together."""
    assert told.change is not None
    sums, which = np.unique(halves[:, 5:], axis=0, return_inverse=True)
    total, squares = (sums[:, None, i] + sums[None, :, i] for i in (0, 1))
    mean = total / people
    spread = np.sqrt((squares - people * mean**2) / (people - 1))
    width = float(t.ppf(0.975, people - 1)) * spread / sqrt(people)
    ends = (mean, mean - width, mean + width)
    published = (told.change.mean, told.change.low, told.change.high)
    same = np.ones(total.shape, dtype=bool)
    for end, value in zip(ends, published, strict=True):
        same &= np.floor(10 * end + 0.5 + 1e-9) * 5 == value  # a form has two questions
    chosen = rng.sample(list(zip(*same.nonzero(), strict=True)), min(300, int(same.sum())))
    pairs = [
        (np.repeat(a, len(b), axis=0), np.tile(b, (len(a), 1)))
        for a, b in ((halves[which == i][:60], halves[which == j][:60]) for i, j in chosen)
    ]
    return np.vstack([a for a, _ in pairs]), np.vstack([b for _, b in pairs])
