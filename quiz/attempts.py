"""One person's run through a set of questions, and what counts as right in it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from quiz.scale import Level


class Form(StrEnum):
    """The form in which statements are asked about."""

    RATE = "rate"
    COMPARE = "compare"
    SPOT = "spot"

    @property
    def line(self) -> str:
        """What it asks, in one line."""
        return _LINES[self]


_LINES = {
    Form.RATE: "How well does the text back up this statement?",
    Form.COMPARE: "Which of two statements is better backed up?",
    Form.SPOT: "Which of these words should make you pause?",
}


@dataclass(frozen=True)
class Question:
    """A statement to rate or to search, or two to compare, by their full names."""

    statement: str
    other: str = ""

    @property
    def name(self) -> str:
        """What an answer names, so that a stale page is refused and never misfiled."""
        return f"{self.statement} {self.other}".strip()


@dataclass(frozen=True)
class Answer:
    """What a person answered, and how sure they were (1 to 3).

    ``level`` answers a rate question, ``better`` ("a" or "b") a compare question, ``words``
    (offsets of words in the statement) a spot question.
    """

    sure: int
    level: Level | None = None
    better: str | None = None
    words: tuple[int, ...] | None = None


@dataclass(frozen=True)
class Attempt:
    """A set of questions and the answers given so far, by question number from 1.

    ``day`` is the day on which the last of them was answered.
    """

    id: int
    bank: str
    bank_hash: str
    form: Form
    questions: tuple[Question, ...]
    answers: dict[int, Answer] = field(default_factory=dict)
    day: date | None = None

    @property
    def next_number(self) -> int | None:
        """The number of the first question without an answer, or None when all have one."""
        numbers = range(1, len(self.questions) + 1)
        return next((n for n in numbers if n not in self.answers), None)

    @property
    def finished(self) -> bool:
        return self.next_number is None
