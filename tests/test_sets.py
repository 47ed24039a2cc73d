"""Sets: half supported, half not; matched forms that share nothing."""

import random
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.attempts import Form
from quiz.bank import Bank, read_bank
from quiz.scale import Level
from quiz.sets import SIZES, TooFewStatementsError, draw, matched_forms, near_duplicates, sizes

seeds = st.integers(0, 2**32).map(random.Random)


@cache
def bank() -> Bank:
    return read_bank(Path(__file__).parent.parent / "questions" / "kratom")


@given(st.sampled_from(SIZES), st.sampled_from([Form.RATE, Form.SPOT]), seeds)
def test_it_draws_half_supported_and_half_not(size: int, form: Form, rng: random.Random) -> None:
    questions = draw(bank(), size, form, rng)
    drawn = [bank().served[q.statement] for q in questions]
    assert len({q.statement for q in questions}) == size
    assert sum(s.level.supported for s in drawn) == size // 2


@given(seeds)
def test_it_never_asks_the_example_or_what_is_not_rated(rng: random.Random) -> None:
    drawn = {q.statement for q in draw(bank(), None, Form.RATE, rng)}
    assert drawn == {
        name
        for name, s in bank().statements.items()
        if s.role.rateable and s.reviewed and name != bank().example
    }


@given(st.sampled_from(SIZES), seeds)
def test_it_compares_statements_of_different_level_each_once(size: int, rng: random.Random) -> None:
    questions = draw(bank(), size, Form.COMPARE, rng)
    names = [name for q in questions for name in (q.statement, q.other)]
    assert len(set(names)) == 2 * size
    for question in questions:
        a, b = bank().served[question.statement], bank().served[question.other]
        assert a.level.supported != b.level.supported


@given(seeds)
def test_it_puts_the_better_statement_on_either_side(rng: random.Random) -> None:
    sides = Counter(
        bank().served[q.statement].level.supported for q in draw(bank(), None, Form.COMPARE, rng)
    )
    assert min(sides[True], sides[False]) > 0


@given(seeds, st.data())
def test_it_brings_back_first_what_was_missed(rng: random.Random, data: st.DataObject) -> None:
    supported = [n for n, s in bank().served.items() if s.level.supported]
    first = set(data.draw(st.lists(st.sampled_from(supported), unique=True, max_size=3)))
    assert first <= {q.statement for q in draw(bank(), 6, Form.RATE, rng, first=first)}


@given(seeds)
def test_it_keeps_to_the_statements_it_may_draw_among(rng: random.Random) -> None:
    among = matched_forms(bank())[0]
    assert {q.statement for q in draw(bank(), 20, Form.RATE, rng, among=among)} <= among


def test_it_says_when_there_are_too_few_statements() -> None:
    few = set(list(bank().served)[:3])
    for form in Form:
        with pytest.raises(TooFewStatementsError):
            draw(bank(), 6, form, random.Random(1), among=few)
    assert sizes(bank(), few) == ()
    assert sizes(bank()) == SIZES


def test_it_splits_the_bank_into_forms_that_share_no_statement() -> None:
    a, b = matched_forms(bank())
    assert a | b == set(bank().served)
    assert not a & b
    for level in Level:
        in_a, in_b = (sum(bank().served[n].level is level for n in form) for form in (a, b))
        assert abs(in_a - in_b) <= 2
    assert sizes(bank(), a) == sizes(bank(), b) == SIZES


def test_it_keeps_statements_that_give_each_other_away_in_one_form() -> None:
    form_of = {name: i for i, form in enumerate(matched_forms(bank())) for name in form}
    for name, statement in bank().served.items():
        for link in statement.links:
            if link.to in form_of and bank().document_of(link.to) is bank().document_of(name):
                assert form_of[name] == form_of[link.to]
    twins = ("combating-withdrawal:s17", "combating-withdrawal:s26")
    assert form_of[twins[0]] == form_of[twins[1]]


def test_statements_of_nearly_the_same_words_are_near_duplicates() -> None:
    alike = {"kratom-heart:s16", "kratom-heart:s20", "kratom-heart:s27"}
    assert any(alike <= set(group) for group in near_duplicates(bank()))
