"""Attempts made up for tests: any answers to any form of question."""

import random

from hypothesis import strategies as st

from quiz.attempts import Answer, Attempt, Form, Question
from quiz.bank import Bank
from quiz.phrases import phrases
from quiz.scale import Level
from quiz.sets import draw


def an_answer(
    form: Form, bank: Bank, question: Question, rng: random.Random, sure: int = 2
) -> Answer:
    """Return some answer to a question."""
    if form is Form.RATE:
        return Answer(sure, level=rng.choice(list(Level)))
    if form is Form.COMPARE:
        return Answer(sure, better=rng.choice("ab"))
    cut = phrases(bank.document_of(question.statement), bank.statements[question.statement])
    return Answer(sure, words=tuple(p.start for p in cut if rng.random() < 0.4))


@st.composite
def attempts(pick: st.DrawFn, bank: Bank) -> Attempt:
    """Attempts at a whole bank with any answers, to none, some or all of the questions.

    Now and then all answers are one and the same, or all that are right.
    """
    form = pick(st.sampled_from(Form))
    rng = random.Random(pick(st.integers(0, 2**32)))
    questions = draw(bank, None, form, rng)[: pick(st.integers(1, 20))]
    answered = pick(st.integers(0, len(questions)))
    sure = pick(st.sampled_from((0, 1, 2, 3)))
    constant = pick(st.sampled_from((None, *range(4))))
    answers = {}
    for number, question in enumerate(questions[:answered], 1):
        one = an_answer(form, bank, question, rng, sure or rng.choice((1, 2, 3)))
        answers[number] = one if constant is None else _constant(one, constant)
    return Attempt(1, bank.name, bank.hash, form, questions, answers)


def _constant(answer: Answer, which: int) -> Answer:
    if answer.level is not None:
        return Answer(answer.sure, level=Level(which))
    if answer.better is not None:
        return Answer(answer.sure, better="ab"[which % 2])
    return Answer(answer.sure, words=())
