"""Whether an answer is right, form of question by form of question."""

from collections.abc import Iterable
from dataclasses import dataclass

from quiz.attempts import Answer, Attempt, Form, Question
from quiz.bank import Bank
from quiz.documents import Document, Statement
from quiz.phrases import Phrase, phrases


@dataclass(frozen=True)
class Spotted:
    """What was found of the words that give one pause."""

    found: tuple[Phrase, ...]
    overlooked: tuple[Phrase, ...]
    needless: tuple[Phrase, ...]

    @property
    def complete(self) -> bool:
        """Whether all that give one pause were chosen, and no other."""
        return not self.overlooked and not self.needless


def is_right(bank: Bank, question: Question, answer: Answer) -> bool:
    """Tell whether an answer is right.

    A level is right when it equals the key's or an accepted one; a comparison when the better
    statement has the higher level; words when all that give one pause were chosen and no other.
    """
    statement = bank.statements[question.statement]
    if answer.level is not None:
        return statement.accepts(answer.level)
    if answer.better is not None:
        return answer.better == better_of(bank, question)
    return spot(bank.document_of(question.statement), statement, answer.words or ()).complete


def better_of(bank: Bank, question: Question) -> str:
    """Return which of two statements is better backed, "a" or "b"."""
    one, other = bank.statements[question.statement], bank.statements[question.other]
    return "a" if one.level > other.level else "b"


def missed(history: Iterable[tuple[Bank, Attempt]], form: Form) -> tuple[Question, ...]:
    """Return the questions of a form whose latest answer was not right, longest missed first.

    ``history`` are attempts, oldest first, each with the version of the bank it began with. Two
    statements to compare are the same question in either order.
    """
    latest: dict[frozenset[str], tuple[Question, bool]] = {}
    for bank, attempt in history:
        if attempt.form is form:
            for number, answer in sorted(attempt.answers.items()):
                question = attempt.questions[number - 1]
                both = frozenset((question.statement, question.other))
                latest[both] = (question, is_right(bank, question, answer))
    return tuple(question for question, right in latest.values() if not right)


def spot(document: Document, statement: Statement, chosen: Iterable[int]) -> Spotted:
    """Compare the chosen words, named by their offsets in the statement, with the cues."""
    places = set(chosen)
    cut = phrases(document, statement)
    return Spotted(
        found=tuple(p for p in cut if p.pause and p.start in places),
        overlooked=tuple(p for p in cut if p.pause and p.start not in places),
        needless=tuple(p for p in cut if not p.pause and p.start in places),
    )
