"""Witnesses are worlds: real tables with the very same figures."""

from itertools import combinations
from random import Random

from msgspec.structs import replace

from harness.groups import WORKSHOP, group
from quiz.disclosure import Group, Sheet
from quiz.disclosure.possible import Asked, Band, Claims, neighbours
from quiz.disclosure.squares import audited_alpha, audited_change
from quiz.disclosure.witness import Search, World
from quiz.scale import Level


def tables(right: list[int], rows: list[int]) -> list[tuple[tuple[int, ...], ...]]:
    """Return all tables with these sums: for each person, the questions they had right."""
    if not rows:
        return [()] if not any(right) else []
    found = []
    for chosen in combinations(range(len(right)), rows[0]):
        left = [r - (q in chosen) for q, r in enumerate(right)]
        if min(left) >= 0:
            found += [(chosen, *rest) for rest in tables(left, rows[1:])]
    return found


def test_it_knows_which_sums_somebody_can_have_answered() -> None:
    rng = Random(1)
    outcomes = set()
    for _ in range(300):
        right = [rng.randint(0, 5) for _ in range(3)]
        rows = [rng.randint(0, 3) for _ in range(5)]
        can_be = World([range(3)], right, [rows], range(5)).can_be()
        assert can_be is bool(tables(right, rows))
        outcomes.add(can_be)
    assert outcomes == {True, False}
    assert not World([range(2)], [1, 1], [[3, -1]], range(2)).can_be()


def search(rng: Random) -> tuple[Search, Claims, list[World], int]:
    """Walk over worlds of two forms, and return the worlds whose figure was asked for."""
    rows = [[rng.randint(0, 3) for _ in range(16)] for _ in range(2)]
    right = [0] * 6
    for part, scores in enumerate(rows):
        for score in scores:
            for question in rng.sample(range(3), score):
                right[part * 3 + question] += 1
    asked = tuple(Asked(range(10, 17), range(r // 5 * 5, r // 5 * 5 + 5)) for r in right)
    scores = [sum(row) for row in zip(*rows, strict=True)]
    half = sum(score >= 3 for score in scores) // 5 * 5
    total = sum(right)
    claims = Claims(16, asked, (Band(3, range(half, half + 5)),), range(total - 2, total + 3))
    asked_about: list[World] = []
    difference = sum(rows[1]) - sum(rows[0])

    def same(world: World) -> bool:
        asked_about.append(
            World(world.parts, [*world.right], [[*row] for row in world.rows], world.free)
        )
        return abs(sum(world.rows[1]) - sum(world.rows[0]) - difference) < 5

    walk = Search(
        World([range(3), range(3, 6)], right, rows, range(1, 16)), claims, {total + 1}, same
    )
    walk.run()
    return walk, claims, asked_about, total + 1


def test_it_walks_only_over_worlds_with_everything_published_as_it_is() -> None:
    rng = Random(3)
    enough = 0
    for _ in range(8):
        walk, claims, worlds, spare = search(rng)
        assert len(worlds) > 50
        for world in worlds:
            assert world.can_be()
            assert all(r in a.right for r, a in zip(world.right, claims.asked, strict=True))
            assert sum(world.right) in claims.total
            assert sum(world.right) != spare
            (band,) = claims.bands
            assert sum(score >= 3 for score in world.scores) in band.people
            assert [row[0] for row in world.rows] == [row[0] for row in worlds[0].rows]
        met = {r for world in worlds for r in world.right}
        assert all(values <= met for values in walk.rights)
        enough += all(map(neighbours, walk.rights))
    assert enough > 2


def claims_of(came: Group) -> Claims:
    """Return claims that leave everything open, so that only the figure binds."""
    n = len(came.people)
    asked = tuple(Asked(range(n + 1), range(n + 1)) for _ in came.questions)
    return Claims(n, asked, (), range(n * len(asked) + 1))


def test_it_has_no_alpha_of_people_who_all_did_equally_well() -> None:
    came = group(Random(1), 30, 4, 0.5)
    alike = tuple(Sheet(tuple(q.key for q in came.questions)) for _ in range(30))
    assert audited_alpha(came, claims_of(came), ()) is not None
    same = replace(came, sheets=alike)
    assert audited_alpha(same, claims_of(same), ()) is None


def test_it_has_no_change_between_forms_of_different_length() -> None:
    came = group(Random(1), 20, 7, 0.5, forms=True)
    assert audited_change(came, claims_of(came), ()) is None


def test_it_has_no_change_of_people_who_all_went_home_half_way() -> None:
    came = group(Random(1), 20, 8, 0.5, forms=True)
    gone = replace(came, sheets=tuple(half_way(came, sheet) for sheet in came.sheets))
    assert audited_change(gone, claims_of(gone), ()) is None


def half_way(came: Group, sheet: Sheet) -> Sheet:
    answers: list[Level | None] = [
        answer if question.form == sheet.first else None
        for question, answer in zip(came.questions, sheet.answers, strict=True)
    ]
    return Sheet(tuple(answers), sheet.first)


def test_it_leaves_people_who_went_home_half_way_out_of_the_change() -> None:
    came = group(Random(2), 24, 12, 0.5, forms=True)
    early = [half_way(came, Sheet((Level.NONE,) * 12, first)) for first in "AB"]
    more = Group(WORKSHOP, came.questions, (*came.sheets, *early))
    whole = audited_change(came, claims_of(came), ())
    assert whole is not None
    assert audited_change(more, claims_of(more), ()) == whole


def test_it_withholds_what_it_cannot_show() -> None:
    came = group(Random(2), 30, 6, 0.5)
    free = claims_of(came)
    right = [sum(map(bool, column)) for column in zip(*came.marks, strict=True)]
    asked = tuple(
        Asked(a.answered, range(r, r + 1)) for a, r in zip(free.asked, right, strict=True)
    )
    pinned = Claims(30, asked, (), free.total)
    assert audited_alpha(came, free, ()) is not None
    assert audited_alpha(came, pinned, ()) is None
