"""What came of an answer, form by form: what was said beside what the key says."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

from quiz.scale import CueKind, Level


class Sure(IntEnum):
    """How sure a person said they were, in three steps."""

    GUESSING = 1
    FAIRLY = 2
    SURE = 3

    @property
    def title(self) -> str:
        return {1: "Guessing", 2: "Fairly sure", 3: "Sure"}[self]

    @property
    def said(self) -> float:
        """The chance of being right that this step stands for."""
        return {1: 0.50, 2: 0.75, 3: 0.95}[self]


@dataclass(frozen=True, slots=True)
class Rating:
    """A statement rated on the scale; ``accepted`` are neighbouring levels that also count."""

    level: Level
    key: Level
    accepted: Collection[Level]
    sure: Sure

    @property
    def right(self) -> bool:
        return self.level == self.key or self.level in self.accepted

    @property
    def error(self) -> int:
        """By how many levels the answer lies above (+) or below (-) the key."""
        return self.level - self.key


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether the better backed of two statements was found: guessing is right half the time."""

    right: bool
    sure: Sure


@dataclass(frozen=True, slots=True)
class Spotting:
    """The words that should make you pause, with their kinds of cue, and the words chosen.

    Words are told apart by their place in the statement; at one place there may be two kinds.
    ``sure`` is how sure somebody was to have chosen them all and no other, if they were asked.
    """

    cues: frozenset[tuple[int, CueKind]]
    chosen: frozenset[int]
    sure: Sure | None = None

    @property
    def right(self) -> bool:
        return self.places == self.chosen

    @property
    def places(self) -> frozenset[int]:
        return frozenset(place for place, _ in self.cues)

    @property
    def found(self) -> frozenset[int]:
        return self.places & self.chosen

    @property
    def missed(self) -> frozenset[int]:
        return self.places - self.chosen

    @property
    def false_alarms(self) -> frozenset[int]:
        return self.chosen - self.places


Outcome: TypeAlias = Rating | Comparison | Spotting
