"""What a workshop asks."""

import random
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz import programme, sets
from quiz.bank import Bank, read_banks
from quiz.programme import Forms, Pace, Programme
from quiz.settings import HOUSE
from quiz.workshop import Part, Phase, State


@cache
def bank() -> Bank:
    return read_banks(HOUSE / "questions")["kratom"]


def draw(forms: Forms, size: int = 6, seed: int = 1, pace: Pace = Pace.HOST) -> Programme:
    rng = random.Random(seed)
    return programme.draw(bank(), forms, size, rng, pace=pace, discuss={2, 3})


@pytest.mark.parametrize("forms", [Forms.A, Forms.B])
def test_it_asks_the_room_a_balanced_set_of_one_form(forms: Forms) -> None:
    drawn = draw(forms, 10)
    names = [asked.statement for asked in drawn.part(Part.ROOM)]
    assert len(set(names)) == len(drawn.asked) == 10
    assert set(names) <= sets.matched_forms(bank())[forms is Forms.B]
    assert sum(bank().statements[name].level.supported for name in names) == 5


@settings(max_examples=5, deadline=None)
@given(st.integers(0, 10**6))
def test_it_never_explains_what_a_set_before_or_after_asks(seed: int) -> None:
    drawn = draw(Forms.BOTH, seed=seed)
    room, a, b = ({asked.statement for asked in drawn.part(part)} for part in Part)
    assert (len(room), len(a), len(b)) == (6, 6, 6)
    for group in sets.near_duplicates(bank()):
        assert not (room & set(group) and (a | b) & set(group))
    assert not a & b


def test_it_draws_the_same_again_from_the_same_seed() -> None:
    assert draw(Forms.A, seed=5) == draw(Forms.A, seed=5) != draw(Forms.A, seed=6)


def test_it_plans_second_votes_where_there_is_a_host() -> None:
    assert [asked.number for asked in draw(Forms.BOTH).asked if asked.discuss] == [2, 3]
    assert not any(asked.discuss for asked in draw(Forms.A, pace=Pace.SELF).asked)


def test_it_opens_a_round_for_the_question_under_way_alone() -> None:
    drawn = draw(Forms.A)
    voting, again = State(Phase.VOTE, 2), State(Phase.REVOTE, 2)
    assert [drawn.open_round(voting, Part.A, n) for n in (0, 1, 2, 3, 7)] == [
        None,
        None,
        1,
        None,
        None,
    ]
    assert drawn.open_round(again, Part.A, 2) == 2


def test_it_opens_the_whole_set_to_whoever_has_it_now() -> None:
    drawn = draw(Forms.BOTH)
    first = drawn.part(Part.A)[0].number
    for phase, begins, expected in [
        (Phase.BEFORE, Part.A, 1),
        (Phase.BEFORE, Part.B, None),
        (Phase.AFTER, Part.A, None),
        (Phase.AFTER, Part.B, 1),
        (Phase.VOTE, Part.A, None),
    ]:
        assert drawn.open_round(State(phase, 1), begins, first) == expected
