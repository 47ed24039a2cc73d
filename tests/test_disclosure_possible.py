"""The exact audit against brute force: every table of noughts and ones there is."""

from itertools import product
from random import Random

import pytest

from quiz.disclosure.possible import (
    Asked,
    Band,
    Claims,
    covered,
    enough_left,
    neighbours,
    settled,
    splits,
    tightened,
    totals,
)

PEOPLE, QUESTIONS = 4, 3
TABLES = [
    (
        tuple(map(sum, zip(*table, strict=True))),
        tuple(map(sum, table)),
    )
    for table in product(product((0, 1), repeat=QUESTIONS), repeat=PEOPLE)
]


def some_range(rng: Random, most: int) -> range:
    start, end = sorted((rng.randint(0, most), rng.randint(0, most)))
    return range(start, end + 1)


def some_claims(rng: Random) -> Claims:
    asked = tuple(Asked(range(PEOPLE + 1), some_range(rng, PEOPLE)) for _ in range(QUESTIONS))
    limits = sorted(rng.sample(range(1, QUESTIONS + 1), rng.randint(0, 2)))
    bands = tuple(Band(limit, some_range(rng, PEOPLE)) for limit in limits)
    return Claims(PEOPLE, asked, bands, some_range(rng, PEOPLE * QUESTIONS))


def others(claims: Claims, question: int) -> tuple[list[int], list[int]]:
    """Return sums of the largest lower and of the smallest upper ends of the other questions."""
    rest = [a.right for i, a in enumerate(claims.asked) if i != question]
    lows = sorted((r[0] for r in rest), reverse=True)
    highs = sorted(r[-1] for r in rest)
    return [sum(lows[:i]) for i in range(len(rest) + 1)], [
        sum(highs[:i]) for i in range(len(rest) + 1)
    ]


def test_it_finds_exactly_the_values_that_some_table_has() -> None:
    rng = Random(1)
    met = 0
    for _ in range(400):
        claims = some_claims(rng)
        fitting = [
            (right, scores)
            for right, scores in TABLES
            if all(r in a.right for r, a in zip(right, claims.asked, strict=True))
            and sum(right) in claims.total
            and all(sum(s >= b.threshold for s in scores) in b.people for b in claims.bands)
        ]
        found = list(splits(claims))
        for question in range(QUESTIONS):
            values = {
                v
                for split in found
                for v in split.rights(claims.asked[question].right, *others(claims, question))
            }
            assert values == {right[question] for right, _ in fitting}
        assert {split.people for split in found} == {
            tuple(sum(s >= b.threshold for s in scores) for b in claims.bands)
            for _, scores in fitting
        }
        assert {t for split in found for t in split.total} == {sum(right) for right, _ in fitting}
        met += bool(fitting)
        if fitting:
            assert totals(claims)[0] == min(sum(right) for right, _ in fitting)
            assert totals(claims)[-1] == max(sum(right) for right, _ in fitting)
    assert 100 < met < 400


def test_it_finds_no_total_where_no_table_fits() -> None:
    right = Asked(range(5), range(3, 5))
    claims = Claims(4, (right, right), (Band(1, range(1, 2)),), range(9))
    assert len(totals(claims)) == 0
    assert not enough_left(claims)


def test_it_needs_five_whole_numbers_in_a_row() -> None:
    assert neighbours({3, 4, 5, 6, 7})
    assert not neighbours({0, 1, 2, 3, 5, 6, 7, 8})
    assert not neighbours(())


ROOM = Claims(12, (Asked(range(10, 13), range(5, 13), answered_is_known=True),) * 3, (), range(37))


def test_it_refuses_a_total_that_says_everybody_was_right() -> None:
    assert enough_left(ROOM)
    assert not enough_left(Claims(12, ROOM.asked, (), range(35, 37)))


def test_it_leaves_out_totals_that_are_known_not_to_be() -> None:
    narrow = Claims(12, ROOM.asked, (), range(17, 20))
    assert enough_left(narrow)
    assert not enough_left(narrow, {19})  # then each is 5 to 8


@pytest.mark.parametrize(
    ("answers", "kept"), [(range(20, 61), range(10, 15)), (range(56, 61), range(12, 15))]
)
def test_it_cuts_the_answered_down_to_what_all_answers_leave(answers: range, kept: range) -> None:
    asked = (
        Asked(range(10, 15), range(5)),
        Asked(range(20, 25), range(5)),
        Asked(range(15, 21), range(5)),
    )
    assert covered(asked, answers)[0].answered == kept


def levels_of(right: range, *levels: range, answered: range = range(20, 25)) -> Asked:
    """Return a question whose second level alone is right."""
    return Asked(answered, right, levels, (False, True, False, False))


def test_it_audits_the_levels_of_a_question() -> None:
    few = range(5)
    assert settled(levels_of(range(10, 15), few, range(10, 15), range(5, 10), few), range(10, 15))
    # Three counts up to 4 leave only 8 and 9 for the fourth when 20 answered.
    pinned = levels_of(range(5, 10), few, range(5, 10), few, few)
    assert not settled(pinned, range(5, 10))
    assert tightened(pinned).right == range(8, 10)


def test_it_finds_exactly_the_levels_that_add_up() -> None:
    rng = Random(2)
    outcomes = []
    for _ in range(120):
        levels = tuple(range(start := rng.choice((0, 5)), start + 5) for _ in range(4))
        right, answered = some_range(rng, 20), some_range(rng, 30)
        accepted = tuple(rng.random() < 0.5 for _ in range(4))
        asked = Asked(answered, right, levels, accepted, answered_is_known=True)
        fitting = [
            choice
            for choice in product(*levels)
            if sum(choice) in answered
            and sum(c for c, a in zip(choice, accepted, strict=True) if a) in right
        ]
        rights = {sum(c for c, a in zip(f, accepted, strict=True) if a) for f in fitting}
        expected = neighbours(rights) and all(
            neighbours({f[level] for f in fitting}) for level in range(4)
        )
        assert settled(asked, rights) is expected
        outcomes.append(expected)
        if fitting:
            assert set(tightened(asked).right) == rights
            assert set(tightened(asked).answered) == {sum(f) for f in fitting}
    assert {True, False} == set(outcomes)
