"""A group's answers: what goes into a summary, and what never leaves."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from quiz.scale import Level


class PoolError(ValueError):
    """Runs that cannot be put together, and why."""


class Question(Struct, frozen=True):
    """What was asked: a statement with its key, and the form (A or B) it belongs to."""

    name: str
    statement: str
    key: Level
    accept: tuple[Level, ...] = ()
    form: str = ""

    def right(self, level: Level) -> bool:
        """Whether an answer counts as right: the key's level or an accepted neighbour."""
        return level == self.key or level in self.accept


class Sheet(Struct, frozen=True):
    """One person's last answers, in the order of the questions; None where there is none.

    ``first`` is the form this person began with, in a before-and-after run.
    """

    answers: tuple[Level | None, ...]
    first: str = ""


class Kind(StrEnum):
    """Whose answers a summary is about."""

    WORKSHOP = "workshop"
    POOL = "pool"
    SELF_STUDY = "self-study"


class Occasion(Struct, frozen=True):
    """What a summary is about, all of it public.

    ``day`` is an ISO date, or a month as 2031-05; ``form`` says which form was asked, or that
    both were, or nothing.
    """

    kind: Kind
    bank: str
    title: str
    version: int
    sha256: str
    form: str
    day: str


class Group(Struct, frozen=True):
    """The questions, and a sheet for everybody who answered at least once.

    ``answered_each`` is what everybody knows about how many questions one person answered, at
    least and at most: in a workshop anything from one to all of them, which is the default.
    Raises ValueError when a sheet does not fit the questions.
    """

    occasion: Occasion
    questions: tuple[Question, ...]
    sheets: tuple[Sheet, ...]
    answered_each: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        if any(len(sheet.answers) != len(self.questions) for sheet in self.sheets):
            raise ValueError("a sheet has another number of answers than there are questions")

    @property
    def people(self) -> tuple[Sheet, ...]:
        """The participants: those who answered at least once."""
        return tuple(s for s in self.sheets if any(a is not None for a in s.answers))

    @property
    def before_and_after(self) -> bool:
        """Whether everybody began with one of two forms."""
        return all(sheet.first for sheet in self.sheets)

    @property
    def marks(self) -> list[list[bool | None]]:
        """People × questions: right, wrong, not answered."""
        return [
            [
                None if answer is None else question.right(answer)
                for question, answer in zip(self.questions, sheet.answers, strict=True)
            ]
            for sheet in self.people
        ]


def pool(groups: Sequence[Group], occasion: Occasion) -> Group:
    """Return several runs on the same questions as one group, to be protected as one.

    Raises PoolError when the runs differ in their questions or the bank's content.
    """
    if not groups:
        raise PoolError("There is no run to put together.")
    first = groups[0]
    for other in groups[1:]:
        if other.occasion.sha256 != first.occasion.sha256:
            raise PoolError("The runs used different versions of the bank.")
        if set(other.questions) != set(first.questions):
            raise PoolError("The runs asked different questions.")
        if other.occasion.form != first.occasion.form:
            raise PoolError("The runs used different forms.")
        if other.answered_each != first.answered_each:
            raise PoolError("People were asked differently many questions.")
    sheets = tuple(_in_order(g, first.questions) for g in groups)
    return replace(first, occasion=occasion, sheets=sum(sheets, ()))


def _in_order(group: Group, questions: Sequence[Question]) -> tuple[Sheet, ...]:
    """Return the group's sheets with their answers in the order of ``questions``."""
    places = {question.name: place for place, question in enumerate(group.questions)}
    order = [places[question.name] for question in questions]
    return tuple(replace(s, answers=tuple(s.answers[i] for i in order)) for s in group.sheets)
