"""What a workshop asks: drawn from a bank once, when it begins, and the same from then on.

A run that measures before and after asks form A and form B, each as a set of its own, and in
between questions for the room that stand in neither set and say nearly the same as nothing in
them: otherwise the second set would measure who remembers an explanation.
"""

import random
from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from quiz import sets
from quiz.attempts import Form
from quiz.bank import Bank
from quiz.workshop import Course, Part, State


class Forms(StrEnum):
    """Which of the matched forms a workshop uses."""

    A = "A"
    B = "B"
    BOTH = "both"


class Pace(StrEnum):
    """Who moves on: the host for all, or everybody for themselves."""

    HOST = "host"
    SELF = "self"


@dataclass(frozen=True)
class Asked:
    """A question of a workshop, by its number from 1, and whether a second vote is planned."""

    number: int
    statement: str
    part: Part = Part.ROOM
    discuss: bool = False


@dataclass(frozen=True)
class Programme:
    """The questions of a workshop and the way they are gone through."""

    forms: Forms
    pace: Pace
    asked: tuple[Asked, ...]

    def part(self, part: Part) -> tuple[Asked, ...]:
        """Return the questions of one part, in order."""
        return tuple(each for each in self.asked if each.part == part)

    def question(self, number: int) -> Asked | None:
        """Return a question by its number, or None."""
        return self.asked[number - 1] if 1 <= number <= len(self.asked) else None

    @cached_property
    def course(self) -> Course:
        return Course(
            questions=len(self.part(Part.ROOM)),
            alone=self.pace is Pace.SELF,
            measured=self.forms is Forms.BOTH,
        )

    def open_round(self, state: State, begins: Part, number: int) -> int | None:
        """Return the round in which a person may answer question ``number`` now, or None.

        ``begins`` is the form that the person began with. Questions for the room have the
        numbers that the run counts; what is answered alone has one round.
        """
        asked = self.question(number)
        if asked is None:
            return None
        if asked.part is Part.ROOM and number == state.question and state.open_round:
            return state.open_round
        return 1 if asked.part is state.open_part(begins) else None


@dataclass(frozen=True)
class Workshop:
    """A workshop as it stands. ``host_key`` is a hash; ``address`` is the host's correction."""

    id: str
    code: str
    host_key: str = field(repr=False)
    bank: str
    bank_hash: str
    programme: Programme
    state: State
    address: str = ""

    @property
    def asked(self) -> Asked | None:
        """The question that everybody sees: the one under way, or the one looked back at."""
        return self.programme.question(self.state.looking or self.state.question)


@dataclass(frozen=True)
class Participant:
    """Somebody who takes part: a random number, and the form that half the room begins with."""

    id: str
    begins: Part


def draw(
    bank: Bank,
    forms: Forms,
    size: int,
    rng: random.Random,
    *,
    pace: Pace = Pace.HOST,
    discuss: Collection[int] = (),
) -> Programme:
    """Draw the questions of a workshop: half of each part supported, half not.

    ``discuss`` holds the numbers of the questions with a second vote; without a host there is
    none. Raises TooFewStatementsError.
    """
    form_a, form_b = sets.matched_forms(bank)
    if forms is Forms.BOTH:
        tests = {Part.A: _names(bank, size, rng, form_a), Part.B: _names(bank, size, rng, form_b)}
        taken = {name for names in tests.values() for name in names}
        rest = _unlike(bank, taken)
        room = _names(bank, sets.SIZES[0], rng, rest)
    else:
        tests = {}
        room = _names(bank, size, rng, form_a if forms is Forms.A else form_b)
    parts = [(Part.ROOM, name) for name in room]
    parts += [(part, name) for part, names in tests.items() for name in names]
    planned = set(discuss) if pace is Pace.HOST else set()
    return Programme(
        forms=forms,
        pace=pace,
        asked=tuple(
            Asked(number, name, part, part is Part.ROOM and number in planned)
            for number, (part, name) in enumerate(parts, 1)
        ),
    )


def _names(bank: Bank, size: int, rng: random.Random, among: Collection[str]) -> list[str]:
    drawn = sets.draw(bank, size, Form.RATE, rng, among=among)
    return [question.statement for question in drawn]


def _unlike(bank: Bank, taken: Collection[str]) -> set[str]:
    """Return the statements that say nearly the same as none of those taken."""
    groups = sets.near_duplicates(bank)
    return {name for group in groups if not set(group) & set(taken) for name in group}
