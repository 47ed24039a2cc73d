"""Figures that rest on squares of scores: Cronbach's alpha, and the change with its interval."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from math import floor
from typing import TypeVar

from quiz.disclosure.bins import WIDTH
from quiz.disclosure.group import Group
from quiz.disclosure.possible import Claims, meet, neighbours, settled
from quiz.disclosure.summary import Change
from quiz.disclosure.witness import Search, World
from quiz.scoring.figures import Unavailable
from quiz.scoring.group import change, cronbach_alpha

T = TypeVar("T")

_TWO_FORMS = 2
_PERCENT = 100


def audited_alpha(group: Group, claims: Claims, spares: Iterable[int]) -> float | None:
    """Return Cronbach's alpha to one decimal, or None when it cannot be or must not be told.

    As in the scores, what a person left out counts as not right.
    """
    people, size = len(group.people), len(group.questions)
    # Rows are sorted because the search takes people in order: theirs must not matter.
    rows = sorted(sum(map(bool, row)) for row in group.marks)
    world = World([range(size)], _right(group), [rows], range(people))

    def key(world: World) -> Hashable:
        return tuple(sorted(world.right)), sum(score**2 for score in world.rows[0])

    return _audited(world, claims, spares, key, _alpha, [range(people + 1)] * size)


def audited_change(group: Group, claims: Claims, spares: Iterable[int]) -> Change | None:
    """Return the change of the mean to 5 points, or None when it cannot be or must not be told.

    It rests on the people who answered at least one question of either form. None, too, when
    the forms differ in length.
    """
    forms = [question.form for question in group.questions]
    names = sorted(set(forms))
    parts = [[i for i, form in enumerate(forms) if form == name] for name in names]
    if len(parts) != _TWO_FORMS or len(parts[0]) != len(parts[1]):
        return None
    people = sorted(
        (names.index(sheet.first), [_told(row, part) for part in parts])
        for sheet, row in zip(group.people, group.marks, strict=True)
    )
    rows = [[told[form][1] for _, told in people] for form in range(_TWO_FORMS)]
    free = [i for i, (_, told) in enumerate(people) if all(answered for answered, _ in told)]
    most = [sum(told[form][0] for _, told in people) for form in range(_TWO_FORMS)]

    def pairs(world: World) -> list[tuple[int, int]]:
        return [(world.rows[people[i][0]][i], world.rows[1 - people[i][0]][i]) for i in free]

    def key(world: World) -> Hashable:
        differences = [after - before for before, after in pairs(world)]
        return sum(differences), sum(d**2 for d in differences)

    def figure(world: World) -> Change | None:
        before, after = zip(*pairs(world), strict=True) if free else ((), ())
        found = change(before, after)
        if isinstance(found, Unavailable):
            return None
        points = (x * _PERCENT / len(parts[0]) for x in (found.value, found.low, found.high))
        return Change(*(WIDTH * floor(x / WIDTH + 1 / 2) for x in points))

    world = World(parts, _right(group), rows, free)
    answered = [range(most[names.index(form)] + 1) for form in forms]
    return _audited(world, claims, spares, key, figure, answered)


def _right(group: Group) -> list[int]:
    """Return how often each question was right."""
    return [sum(map(bool, column)) for column in zip(*group.marks, strict=True)]


def _told(row: Sequence[bool | None], part: Sequence[int]) -> tuple[bool, int]:
    """Return whether a person answered anything in a part, and how many they had right."""
    return any(row[i] is not None for i in part), sum(bool(row[i]) for i in part)


def _alpha(world: World) -> float | None:
    """Return alpha of a table with these sums, on which alone it depends.

    The table is built by Ryser's rule (1957, Can. J. Math. 9:371): row by row, on the questions
    that still need most.
    """
    left = sorted(world.right, reverse=True)
    table = []
    for score in sorted(world.rows[0], reverse=True):
        chosen = sorted(range(len(left)), key=lambda place: -left[place])[:score]
        table.append([place in chosen for place in range(len(left))])
        for place in chosen:
            left[place] -= 1
    found = cronbach_alpha(table)
    return None if isinstance(found, Unavailable) else round(found, 1) + 0.0


def _audited(
    world: World,
    claims: Claims,
    spares: Iterable[int],
    key: Callable[[World], Hashable],
    figure: Callable[[World], T | None],
    answered: Sequence[range],
) -> T | None:
    """Return the figure when witnesses show five neighbouring values for every count.

    The figure depends on a world through ``key`` alone. ``answered`` says how many can have
    answered each question while it stays as it is: whoever had nothing right there may as well
    have left it out.
    """
    told = figure(world)
    if told is None:
        return None
    known: dict[Hashable, T | None] = {}

    def same(other: World) -> bool:
        sums = key(other)
        if sums not in known:
            known[sums] = figure(other)
        return known[sums] == told

    search = Search(world, claims, spares, same)
    search.run()
    kept = (
        settled(replace(a, answered=meet(a.answered, free)), values)
        for a, free, values in zip(claims.asked, answered, search.rights, strict=True)
    )
    return told if all(map(neighbours, search.people)) and all(kept) else None
