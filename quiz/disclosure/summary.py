"""The summary: all that leaves a group, as it is stored and published."""

from msgspec import Struct

from quiz.disclosure.bins import Bin
from quiz.disclosure.group import Occasion
from quiz.scale import Level

SCHEMA = 1


class QuestionFigures(Struct, frozen=True):
    """What leaves of one question; None where nothing does."""

    name: str
    statement: str
    key: Level
    form: str = ""
    answered: Bin | None = None
    right: Bin | None = None
    levels: tuple[Bin, ...] | None = None


class ScoreBand(Struct, frozen=True):
    """How many people had between ``from_right`` and ``to_right`` questions right."""

    from_right: int
    to_right: int
    people: Bin


class Change(Struct, frozen=True):
    """The mean change from before to after with its 95 % interval, in points of 100."""

    mean: int
    low: int
    high: int


class Summary(Struct, frozen=True):
    """A protected summary. ``mean`` is in per cent; ``withheld`` names what the audit took."""

    schema: int
    occasion: Occasion
    took_part: Bin | None
    questions: tuple[QuestionFigures, ...]
    bands: tuple[ScoreBand, ...] | None = None
    mean: int | None = None
    change: Change | None = None
    alpha: float | None = None
    withheld: tuple[str, ...] = ()
    protection: str = ""
    citation: str = ""
