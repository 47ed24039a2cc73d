"""Summaries in the store: each made once, from people who are still there."""

import random
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from quiz import programme
from quiz.attempts import Answer, Form, Question
from quiz.bank import Bank, read_bank
from quiz.programme import Forms, Workshop
from quiz.scale import Level
from quiz.store.attempts import add_answer, begin_attempt, forget_learner
from quiz.store.database import Store
from quiz.store.purge import purge
from quiz.store.summaries import (
    NoSummaryError,
    months_finished,
    pool_workshops,
    summary_of_month,
    summary_of_workshop,
)
from quiz.store.votes import cast_vote
from quiz.store.workshops import begin_workshop, join_workshop, move
from quiz.votes import Vote
from quiz.workshop import To

DAY = date(2031, 5, 14)
JUNE = date(2031, 6, 1)
ASKED = tuple(Question(f"kratom-heart:{entry}") for entry in ("s01", "s02", "s03", "s07"))


@cache
def bank() -> Bank:
    return read_bank(Path(__file__).parent.parent / "questions" / "kratom")


def closed_workshop(store: Store, people: int, seed: int = 1, forms: Forms = Forms.A) -> Workshop:
    rng = random.Random(seed)
    drawn = programme.draw(bank(), forms, 6, rng)
    workshop, _ = begin_workshop(store, bank(), drawn, rng, DAY)
    workshop = move(store, workshop, workshop.state.version, To.VOTE, DAY)
    for place in range(people):
        person = join_workshop(store, workshop)
        part = workshop.state.open_part(person.begins)
        number = drawn.part(part)[0].number if part else 1
        cast_vote(store, workshop, person, Vote(number, 1, Level(place % 4), 2))
    return move(store, workshop, workshop.state.version, To.CLOSE, DAY)


def finished_set(store: Store, learner: str, day: date = DAY, level: Level = Level.NONE) -> None:
    attempt = begin_attempt(store, learner, bank(), Form.RATE, ASKED, today=day)
    for number in range(1, len(ASKED) + 1):
        add_answer(store, attempt, number, Answer(2, level=level), day)


def test_it_counts_those_who_answered_and_their_last_vote(store: Store) -> None:
    rng = random.Random(1)
    drawn = programme.draw(bank(), Forms.A, 6, rng)
    workshop, _ = begin_workshop(store, bank(), drawn, rng, DAY)
    workshop = move(store, workshop, 1, To.VOTE, DAY)
    right = bank().statements[drawn.asked[0].statement].level
    wrong = Level(3 - right)
    people = [join_workshop(store, workshop) for _ in range(20)]
    for person in people[:15]:
        cast_vote(store, workshop, person, Vote(1, 1, wrong, 2))
    workshop = move(store, workshop, workshop.state.version, To.DISCUSS, DAY)
    workshop = move(store, workshop, workshop.state.version, To.REVOTE, DAY)
    for person in people[:12]:
        cast_vote(store, workshop, person, Vote(1, 2, right, 2))
    workshop = move(store, workshop, workshop.state.version, To.CLOSE, DAY)
    summary = summary_of_workshop(store, workshop)
    assert summary is not None
    assert str(summary.took_part) == "15–19"
    assert [str(question.right) for question in summary.questions] == ["10 or more"]


def test_a_run_before_and_after_is_summed_up_by_its_forms(store: Store) -> None:
    workshop = closed_workshop(store, 12, forms=Forms.BOTH)
    summary = summary_of_workshop(store, workshop)
    assert summary is not None
    assert {question.form for question in summary.questions} == {"A", "B"}
    assert summary.occasion.form == "before and after"


def test_small_workshops_that_asked_the_same_can_be_put_together_once(store: Store) -> None:
    one, two = closed_workshop(store, 7), closed_workshop(store, 6)
    pooled = pool_workshops(store, [one, two], DAY)
    assert str(pooled.took_part) == "10–14"
    assert pooled.occasion.kind == "pool"
    with pytest.raises(NoSummaryError, match="in a pool already"):
        pool_workshops(store, [one, two], DAY)
    with pytest.raises(NoSummaryError, match="in a pool already"):
        pool_workshops(store, [closed_workshop(store, 5), two], DAY)


def test_it_refuses_a_pool_that_would_tell_more_than_its_parts(store: Store) -> None:
    small, large = closed_workshop(store, 7), closed_workshop(store, 12)
    other = closed_workshop(store, 7, seed=2)
    drawn = programme.draw(bank(), Forms.A, 6, random.Random(1))
    still_open, _ = begin_workshop(store, bank(), drawn, random.Random(5), DAY)
    for workshops, why in [
        ([small, large], "a summary of its own"),
        ([small, still_open], "is not closed"),
        ([small, other], "asked different questions"),
        ([small], "at least two"),
        ([small, small], "at least two"),
    ]:
        with pytest.raises(NoSummaryError, match=why):
            pool_workshops(store, workshops, DAY)
    purge(store, 1, JUNE)
    with pytest.raises(NoSummaryError, match="deleted already"):
        pool_workshops(store, [small, other], JUNE)


def test_a_month_is_summed_up_once_when_it_is_over(store: Store) -> None:
    for place in range(12):
        finished_set(store, f"person {place}")
    with pytest.raises(NoSummaryError, match="not over"):
        summary_of_month(store, "kratom", "2031-05", DAY)
    assert months_finished(store, "kratom", "2031-06") == ("2031-05",)
    summary = summary_of_month(store, "kratom", "2031-05", JUNE)
    assert str(summary.took_part) == "10–14"
    assert summary.occasion.day == "2031-05"
    forget_learner(store, "person 1")
    forget_learner(store, "person 2")
    assert summary_of_month(store, "kratom", "2031-05", JUNE) == summary


def test_a_month_leaves_out_who_was_forgotten_and_counts_each_person_once(store: Store) -> None:
    for place in range(10):
        finished_set(store, f"person {place}")
        finished_set(store, f"person {place}", level=Level.STRONG)
    finished_set(store, "in June", JUNE)
    forget_learner(store, "person 3")
    summary = summary_of_month(store, "kratom", "2031-05", JUNE)
    assert summary.took_part is None
    assert len(summary.questions) == len(bank().served)


def test_a_month_in_which_nobody_finished_has_no_summary(store: Store) -> None:
    with pytest.raises(NoSummaryError, match="Nobody finished"):
        summary_of_month(store, "kratom", "2031-05", JUNE)
    assert months_finished(store, "kratom", "2031-06") == ()
