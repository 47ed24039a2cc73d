"""What a published summary leaves possible, exactly.

A world is a complete set of answer sheets: who gave which answer to which question. This room
computes, for every count, the values it takes in the worlds that agree with given ranges for
the counts, for the number of people in each score band and for the total of right answers.

Who got what right is a table of noughts and ones: people as rows, whose sums lie in their
band's scores, and questions as columns, whose sums lie in the ranges of their right answers.
Such a table exists exactly when no cut of the corresponding flow network is too small (Gale
1957, Pacific J. Math. 7:1073; Ryser 1957, Can. J. Math. 9:371; with bounds on every arc:
Hoffman 1960, Proc. Symp. Appl. Math. 10:113). People of one band are alike, so the cuts depend
only on how many questions they hold, and for a fixed number of people in each band four
families of inequalities remain; all integer points between a count's least and greatest value
are reached, because flows are integral and convex. The numbers of people in the bands, which
are few, are tried one by one. Who left a question out and which wrong level was chosen are
free in every person's row and touch one question each, so they are settled per question.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, pairwise, product
from operator import add, ge, le, mul, sub

from quiz.disclosure.bins import WIDTH


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of one question: ranges for its counts.

    ``levels`` holds the range of each level's count, or nothing when they are not published;
    ``accepted`` says of each level whether it counts as right.
    """

    answered: range
    right: range
    levels: tuple[range, ...] = ()
    accepted: tuple[bool, ...] = ()
    answered_is_known: bool = False

    def sums(self, *, right: bool, without: int = -1) -> range:
        """Return what the counts of the right, or of the wrong, levels can add up to."""
        parts = [
            counts
            for level, counts in enumerate(self.levels)
            if self.accepted[level] is right and level != without
        ]
        return range(sum(p.start for p in parts), sum(p[-1] for p in parts) + 1)


@dataclass(frozen=True, slots=True)
class Band:
    """How many ``people`` can have had at least ``threshold`` questions right."""

    threshold: int
    people: range


@dataclass(frozen=True, slots=True)
class Claims:
    """All that is known of a group: its size, its questions, its bands, its right answers.

    ``bands`` stand in the order of their thresholds; ``total`` holds the right answers of all.
    """

    people: int
    asked: tuple[Asked, ...]
    bands: tuple[Band, ...]
    total: range


@dataclass(frozen=True, slots=True)
class Split:
    """One choice of numbers of people for the bands, with what it allows.

    ``ceiling[s]`` and ``floor[s]`` bound the sum of any ``s`` questions' right answers.
    """

    people: tuple[int, ...]
    total: range
    ceiling: tuple[int, ...]
    floor: tuple[int, ...]

    def rights(self, right: range, lows: Sequence[int], highs: Sequence[int]) -> range:
        """Return how often a question with the range ``right`` can have been right.

        ``lows`` and ``highs`` sum up the largest lower and smallest upper ends of the others.
        """
        most = min(map(sub, self.ceiling[1:], lows))
        least = max(map(sub, self.floor[1:], highs))
        return meet(right, range(least, most + 1))


def tightened(asked: Asked) -> Asked:
    """Return the question with each range cut down to what its others leave possible.

    ``levels`` stay as they are: each is audited against the ranges of the rest.
    """
    answered = range(max(asked.answered.start, asked.right.start), asked.answered.stop)
    right = range(asked.right.start, min(asked.right.stop, answered.stop))
    if asked.levels and answered and right:
        rights, wrongs = asked.sums(right=True), asked.sums(right=False)
        right = meet(right, rights)
        right = meet(right, _plus(answered, wrongs, -1))
        answered = meet(answered, _plus(right, wrongs, 1))
    return replace(asked, answered=answered, right=right)


def covered(asked: Sequence[Asked], answers: range) -> tuple[Asked, ...]:
    """Return the questions cut down to what the total of all answers given leaves possible."""
    least = sum(a.answered[0] for a in asked)
    most = sum(a.answered[-1] for a in asked)
    return tuple(
        replace(
            a,
            answered=meet(
                a.answered,
                range(answers[0] - most + a.answered[-1], answers[-1] - least + a.answered[0] + 1),
            ),
        )
        for a in asked
    )


def splits(claims: Claims) -> Iterator[Split]:
    """Yield every choice of numbers of people for the bands that some world agrees with."""
    rights = [a.right for a in claims.asked]
    lows, highs, every = _largest(rights), _smallest(rights), range(len(rights) + 1)
    starts = [0, *(band.threshold for band in claims.bands)]
    ends = [*(start - 1 for start in starts[1:]), len(rights)]
    within = [[min(end, s) for end in ends] for s in every]
    beyond = [[max(0, start - s) for start in starts] for s in every]
    for people in _choices([band.people for band in claims.bands]):
        parts = [a - b for a, b in pairwise((claims.people, *people, 0))]
        if min(parts) < 0:
            continue
        cap = [sum(map(mul, parts, row)) for row in within]
        need = [sum(map(mul, parts, row)) for row in beyond]
        least = max(map(add, lows, need))
        most = min(map(add, highs, reversed(cap)))
        total = meet(claims.total, range(least, most + 1))
        if not total:
            continue
        ceiling = tuple(min(c, claims.total[-1] - m) for c, m in zip(cap, need, strict=True))
        floor = tuple(max(m, claims.total[0] - c) for c, m in zip(cap, need, strict=True))[::-1]
        if all(map(le, lows, ceiling)) and all(map(ge, highs, floor)):
            yield Split(people, total, ceiling, floor)


def totals(claims: Claims) -> range:
    """Return the least and the greatest total of right answers, as a range."""
    found = [split.total for split in splits(claims)]
    return range(min(t.start for t in found), max(t.stop for t in found)) if found else range(0)


def enough_left(claims: Claims, never: Collection[int] = ()) -> bool:
    """Return whether every count keeps at least five neighbouring values.

    ``never`` holds totals of right answers that are known not to be the group's.
    """
    rights: dict[range, set[int]] = {a.right: set() for a in claims.asked}
    others = {right: _others(claims, right) for right in rights}
    bands: list[set[int]] = [set() for _ in claims.bands]
    waiting = list(claims.asked)
    for split in chain.from_iterable(splits(known) for known in _without(claims, never)):
        for band, people in zip(bands, split.people, strict=True):
            band.add(people)
        for right, values in rights.items():
            values.update(split.rights(right, *others[right]))
        waiting = [a for a in waiting if not settled(a, rights[a.right])]
        if not waiting and all(map(neighbours, bands)):
            return True
    return False


def settled(asked: Asked, rights: Collection[int]) -> bool:
    """Return whether one question's counts all keep five neighbours, given its right answers."""
    if not neighbours(rights):
        return False
    answered = range(max(asked.answered.start, min(rights)), asked.answered.stop)
    if not (asked.answered_is_known or neighbours(answered)):
        return False
    return all(neighbours(_level(asked, rights, level)) for level in range(len(asked.levels)))


def neighbours(values: Collection[int]) -> bool:
    """Return whether the values hold five whole numbers in a row."""
    return any(all(v + step in values for step in range(1, WIDTH)) for v in values)


def _without(claims: Claims, never: Collection[int]) -> Iterator[Claims]:
    """Yield the claims with the total's range cut where a total is known not to be."""
    start = claims.total.start
    for end in (*sorted(set(never) & set(claims.total)), claims.total.stop):
        if start < end:
            yield replace(claims, total=range(start, end))
        start = end + 1


def _level(asked: Asked, rights: Collection[int], level: int) -> set[int]:
    """Return how many people can have chosen a level."""
    own = asked.accepted[level]
    mates = asked.sums(right=own, without=level)
    found: set[int] = set()
    for right in rights:
        wrong = meet(asked.sums(right=False), _plus(asked.answered, range(right, right + 1), -1))
        if not (wrong and right in asked.sums(right=True)):
            continue
        side = range(right, right + 1) if own else wrong
        found.update(meet(asked.levels[level], _plus(side, mates, -1)))
    return found


def _choices(ranges: Sequence[range]) -> Iterator[tuple[int, ...]]:
    """Yield all choices of one value from each range; first some in which every value moves."""
    if ranges:
        yield from zip(*ranges, strict=False)
    yield from product(*ranges)


def _others(claims: Claims, right: range) -> tuple[list[int], list[int]]:
    """Return the sums of the ends of all questions but one with the range ``right``."""
    rest = [a.right for a in claims.asked]
    rest.remove(right)
    return _largest(rest), _smallest(rest)


def _largest(ranges: Sequence[range]) -> list[int]:
    """Return the sums of the 0, 1, 2 … largest lower ends."""
    return [0, *accumulate(sorted((r[0] for r in ranges), reverse=True))]


def _smallest(ranges: Sequence[range]) -> list[int]:
    """Return the sums of the 0, 1, 2 … smallest upper ends."""
    return [0, *accumulate(sorted(r[-1] for r in ranges))]


def meet(a: range, b: range) -> range:
    """Return what two ranges share."""
    return range(max(a.start, b.start), min(a.stop, b.stop))


def _plus(a: range, b: range, sign: int) -> range:
    """Return the sums, or for ``sign`` -1 the differences, of two ranges."""
    if sign > 0:
        return range(a[0] + b[0], a[-1] + b[-1] + 1)
    return range(a[0] - b[-1], a[-1] - b[0] + 1)
