"""Attempts: what they ask next, and what an answer names."""

from quiz.attempts import Answer, Attempt, Form, Question

QUESTIONS = (Question("a:s1"), Question("a:s2", "b:s1"))


def attempt(*answered: int) -> Attempt:
    return Attempt(1, "a", "", Form.RATE, QUESTIONS, {n: Answer(1) for n in answered})


def test_it_asks_the_first_question_without_an_answer() -> None:
    assert [attempt(*a).next_number for a in ((), (1,), (2,), (1, 2))] == [1, 2, 1, None]


def test_it_is_finished_when_all_are_answered() -> None:
    assert [attempt(*a).finished for a in ((), (1,), (1, 2))] == [False, False, True]


def test_a_question_is_named_by_all_its_statements() -> None:
    assert [question.name for question in QUESTIONS] == ["a:s1", "a:s2 b:s1"]


def test_every_form_says_what_it_asks() -> None:
    assert all(form.line.endswith("?") for form in Form)
    assert len({form.line for form in Form}) == len(Form)
