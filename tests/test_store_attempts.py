"""Attempts in the store: kept whole, never counted twice, never silently changed."""

from datetime import date
from functools import cache
from pathlib import Path

import msgspec
import pytest

from quiz.attempts import Answer, Attempt, Form, Question
from quiz.bank import Bank, read_bank
from quiz.scale import Level
from quiz.store.attempts import (
    StaleAnswerError,
    add_answer,
    attempts_of,
    begin_attempt,
    current_attempt,
    forget_learner,
    kept_bank,
)
from quiz.store.database import Store

DAY = date(2026, 11, 22)
QUESTIONS = (
    Question("combating-withdrawal:s04"),
    Question("kratom-heart:s01", "kratom-heart:s02"),
)


@cache
def bank() -> Bank:
    return read_bank(Path(__file__).parent.parent / "questions" / "kratom")


def begin(store: Store, learner: str = "bob", form: Form = Form.RATE) -> Attempt:
    return begin_attempt(store, learner, bank(), form, QUESTIONS, today=DAY)


def current(store: Store, learner: str = "bob") -> Attempt:
    found = current_attempt(store, learner, "kratom")
    assert found is not None
    return found


def test_it_gives_back_the_attempt_with_its_answers(store: Store) -> None:
    attempt = begin(store)
    answers = {1: Answer(2, level=Level.NONE), 2: Answer(3, better="b")}
    for number, answer in answers.items():
        assert current(store).next_number == number
        add_answer(store, attempt, number, answer, DAY)
    assert current(store).answers == answers
    assert current(store).questions == QUESTIONS
    assert current(store).finished


def test_it_keeps_spotted_words(store: Store) -> None:
    attempt = begin(store, form=Form.SPOT)
    for number, words in enumerate([(), (0, 17)], 1):
        add_answer(store, attempt, number, Answer(1, words=words), DAY)
        assert current(store).answers[number].words == words


def test_it_takes_the_same_answer_twice_and_counts_it_once(store: Store) -> None:
    attempt = begin(store)
    for _ in range(2):
        add_answer(store, attempt, 1, Answer(2, level=Level.WEAK), DAY)
    assert len(current(store).answers) == 1


def test_it_never_changes_an_answer_once_given(store: Store) -> None:
    attempt = begin(store)
    add_answer(store, attempt, 1, Answer(2, level=Level.WEAK), DAY)
    with pytest.raises(StaleAnswerError):
        add_answer(store, attempt, 1, Answer(3, level=Level.WEAK), DAY)
    assert current(store).answers[1].sure == 2


def test_it_knows_the_latest_attempt_and_all_of_them(store: Store) -> None:
    first, second = begin(store), begin(store)
    assert current(store) == second
    assert attempts_of(store, "bob", "kratom") == (first, second)
    assert current_attempt(store, "charlie", "kratom") is None
    assert attempts_of(store, "charlie", "kratom") == ()


def test_it_notes_the_day_when_the_last_answer_came_and_nothing_finer(store: Store) -> None:
    attempt = begin(store)
    with store.read() as db:
        assert db.execute("SELECT finished FROM attempts").fetchall() == [(None,)]
    add_answer(store, attempt, 1, Answer(2, level=Level.WEAK), DAY)
    add_answer(store, attempt, 2, Answer(2, better="a"), DAY)
    with store.read() as db:
        assert db.execute("SELECT finished FROM attempts").fetchall() == [("2026-11-22",)]


def test_it_forgets_one_person_and_nobody_else(store: Store) -> None:
    attempt, other = begin(store), begin(store, "charlie")
    for each in (attempt, other):
        add_answer(store, each, 1, Answer(2, level=Level.WEAK), DAY)
    forget_learner(store, "bob")
    assert current_attempt(store, "bob", "kratom") is None
    assert current(store, "charlie").answers
    with pytest.raises(StaleAnswerError):
        add_answer(store, attempt, 2, Answer(2, better="a"), DAY)


def test_it_keeps_the_version_of_the_bank_that_an_attempt_began_with(store: Store) -> None:
    begin(store)
    assert kept_bank(store, bank().hash) == bank()
    changed = msgspec.structs.replace(bank(), title="Another")
    begin_attempt(store, "bob", changed, Form.RATE, QUESTIONS, today=DAY)
    assert kept_bank(store, bank().hash).title == bank().title
    assert kept_bank(store, changed.hash).title == "Another"
    with pytest.raises(KeyError):
        kept_bank(store, "no such hash")
