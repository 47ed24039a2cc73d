"""Where a person who learns alone stands; nobody can name, and so reach, anybody else's set."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import abort

from quiz import marking
from quiz.attempts import Answer, Attempt, Form, Question
from quiz.bank import Bank
from quiz.documents import Document, Statement
from quiz.phrases import Phrase, phrases
from quiz.store.attempts import attempts_of, current_attempt
from quiz.web import people
from quiz.web.services import services


class NoSetError(Exception):
    """This browser has no set under way in this bank."""


@dataclass(frozen=True)
class Place:
    """Where a person stands: question ``number`` of their attempt in a version of a bank."""

    attempt: Attempt
    bank: Bank
    number: int

    @property
    def question(self) -> Question:
        return self.attempt.questions[self.number - 1]

    @property
    def asked(self) -> tuple[tuple[Statement, Document], ...]:
        """The statement asked about, or the two to compare, each with its document."""
        names = filter(None, (self.question.statement, self.question.other))
        return tuple((self.bank.statements[n], self.bank.document_of(n)) for n in names)

    @property
    def answer(self) -> Answer | None:
        return self.attempt.answers.get(self.number)

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """What can be chosen when words are to be spotted."""
        statement, document = self.asked[0]
        return phrases(document, statement)

    @property
    def better(self) -> str:
        """Which of two statements is better backed, "a" or "b"."""
        return marking.better_of(self.bank, self.question)

    @property
    def spotted(self) -> marking.Spotted:
        """What was found of the words that give one pause."""
        statement, document = self.asked[0]
        return marking.spot(document, statement, (self.answer and self.answer.words) or ())


def place_at(bank: str, number: int) -> Place:
    """Return where this person is. A number out of range is a 404. Raises NoSetError."""
    attempt = attempt_in(bank)
    if attempt is None:
        raise NoSetError
    if not 1 <= number <= len(attempt.questions):
        abort(404)
    return Place(attempt, services().bank_version(bank, attempt.bank_hash), number)


def attempt_in(bank: str) -> Attempt | None:
    """Return this person's latest attempt in a bank, or None."""
    person = people.learner()
    return current_attempt(services().store, person, bank) if person else None


def history(bank: str) -> Iterator[tuple[Bank, Attempt]]:
    """Yield this person's attempts in a bank, oldest first, with the bank as it was in each."""
    person = people.learner()
    for attempt in attempts_of(services().store, person, bank) if person else ():
        yield services().bank_version(bank, attempt.bank_hash), attempt


def missed_in(bank: Bank) -> dict[Form, tuple[Question, ...]]:
    """Return the questions this person missed, form by form, as far as they are still asked."""
    past = list(history(bank.name))
    return {
        form: tuple(
            question
            for question in marking.missed(past, form)
            if set(question.name.split()) <= bank.served.keys()
        )
        for form in Form
    }
