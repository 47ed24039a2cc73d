"""Witnesses: other answer sheets with the very same summary.

Alpha and the interval of a change rest on squares of scores, and there is no closed form of
what they leave possible. So the audit shows it: it counts a value as possible only when it
holds a world in which the count has that value and everything published is as it is. What it
cannot show it does not count, so it may withhold more than it must, but never less.

A world is told by its sums: how often each question was right, and how many each person had
right in each part (the whole set, or form A and form B). Somebody can have answered so when no
questions were right more often than these people can have been right there (Gale 1957, Pacific
J. Math. 7:1073). The search walks from world to world by moving one right answer at a time, or
by adding or taking one.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from random import Random
from typing import TypeAlias

from quiz.disclosure.possible import Claims, neighbours

Move: TypeAlias = list[tuple[list[int], int, int]]
"""Changes of sums: which list, which place in it, by how much."""

_SEED = 1
_ROUNDS = 5
_TRIES = 200
_DIRECT = 0.7


@dataclass(frozen=True, slots=True)
class World:
    """How often each question was right, and how many each person had right in each part.

    ``parts`` holds the places of each part's questions and ``rows`` each part's list of people;
    only people in ``free`` may change.
    """

    parts: Sequence[Sequence[int]]
    right: list[int]
    rows: Sequence[list[int]]
    free: Sequence[int]

    @property
    def scores(self) -> list[int]:
        """How many each person had right in all."""
        return [sum(row) for row in zip(*self.rows, strict=True)]

    def can_be(self) -> bool:
        """Whether there are answer sheets with these sums."""
        return all(
            min(row) >= 0
            and max(row) <= len(places)
            and _fit(row, [self.right[place] for place in places])
            for row, places in zip(self.rows, self.parts, strict=True)
        )


def _fit(scores: Sequence[int], right: Iterable[int]) -> bool:
    """Whether a table of noughts and ones has these sums of its rows and of its columns."""
    wanted = sorted(right, reverse=True)
    reached = [sum(score > k for score in scores) for k in range(len(wanted))]
    return sum(scores) == sum(wanted) and all(
        want <= can for want, can in zip(accumulate(wanted), accumulate(reached), strict=True)
    )


class Search:
    """A walk through the worlds that agree with everything published.

    ``rights`` and ``people`` hold the values met so far, per question and per band. ``same``
    says whether the figure under audit has its published value in a world. With the ``spares``,
    totals of right answers, it would not have been published at all.
    """

    def __init__(
        self, world: World, claims: Claims, spares: Iterable[int], same: Callable[[World], bool]
    ) -> None:
        self._world, self._claims, self._same = world, claims, same
        self._spares = frozenset(spares)
        self._rng = Random(_SEED)  # noqa: S311 -- no noise: every audit takes the same walk
        self._limits = [band.threshold for band in claims.bands]
        self.rights: list[set[int]] = [set() for _ in world.right]
        self.people: list[set[int]] = [set() for _ in self._limits]
        self._note()

    def run(self) -> None:
        """Walk until every count has five neighbouring values, or for long enough."""
        counts = [*self.rights, *self.people]
        moves = [
            *(partial(self._question, question) for question in range(len(self.rights))),
            *(partial(self._person, limit) for limit in self._limits),
        ]
        for _ in range(_ROUNDS):
            met = sum(map(len, counts))
            for by in (1, -1):
                for values, move in zip(counts, moves, strict=True):
                    self._push(values, partial(move, by))
            if sum(map(len, counts)) == met:
                return

    def _push(self, values: set[int], move: Callable[[], Move]) -> None:
        """Try moves that change one count in one direction, with others in between."""
        for _ in range(_TRIES):
            if neighbours(values):
                return
            self._try(move() if self._rng.random() < _DIRECT else self._any())

    def _question(self, question: int, by: int) -> Move:
        parts = self._world.parts
        (part,) = (part for part, places in enumerate(parts) if question in places)
        return self._balanced(part, (self._world.right, question, by))

    def _person(self, limit: int, by: int) -> Move:
        """Return a move of whoever is closest to a limit, from below it to go up."""
        scores = self._world.scores
        there = [i for i in self._world.free if (scores[i] < limit) is (by > 0)]
        if not there:
            return self._any()
        return self._exchange(min(there, key=lambda i: abs(2 * (limit - scores[i]) - 1)), by)

    def _exchange(self, person: int, by: int) -> Move:
        """Return a move between two people: in one part, or in every part alike."""
        mate, rows = self._rng.choice(self._world.free), self._world.rows
        if self._rng.random() < 1 / 2:
            rows = [self._rng.choice(rows)]
        return [change for row in rows for change in ((row, person, by), (row, mate, -by))]

    def _any(self) -> Move:
        by, part = self._rng.choice((1, -1)), self._rng.randrange(len(self._world.parts))
        if self._rng.random() < 1 / 2:
            return self._exchange(self._rng.choice(self._world.free), by)
        return self._balanced(part, self._place(part, by))

    def _balanced(self, part: int, first: tuple[list[int], int, int]) -> Move:
        """Return a move that keeps people's and questions' totals equal within a part."""
        second = self._place(part, first[2])
        if second[0] is first[0]:
            second = (second[0], second[1], -first[2])
        return [first, second]

    def _place(self, part: int, by: int) -> tuple[list[int], int, int]:
        """Return a change of any question, or of any person, in a part."""
        world = self._world
        if self._rng.random() < 1 / 2:
            return world.right, self._rng.choice(world.parts[part]), by
        return world.rows[part], self._rng.choice(world.free), by

    def _try(self, move: Move) -> None:
        for sums, place, by in move:
            sums[place] += by
        if self._holds():
            self._note()
            return
        for sums, place, by in move:
            sums[place] -= by

    def _note(self) -> None:
        scores = self._world.scores
        for values, right in zip(self.rights, self._world.right, strict=True):
            values.add(right)
        for values, limit in zip(self.people, self._limits, strict=True):
            values.add(sum(score >= limit for score in scores))

    def _holds(self) -> bool:
        """Whether everything published is as it is."""
        world, claims, total = self._world, self._claims, sum(self._world.right)
        if total not in claims.total or total in self._spares:
            return False
        if any(r not in a.right for r, a in zip(world.right, claims.asked, strict=True)):
            return False
        scores = world.scores
        banded = (sum(score >= band.threshold for score in scores) for band in claims.bands)
        if any(p not in band.people for p, band in zip(banded, claims.bands, strict=True)):
            return False
        return world.can_be() and self._same(world)
