"""A workshop's run as a state machine. It knows no questions, no people and no clock.

    lobby → question (vote → discuss → second vote → reveal) × n → closed

Discussion and second vote are the host's choice, question by question. In a self-paced run the
questions are one phase, ``alone``, in which everybody goes on by themselves. A run that measures
before and after has a set of questions on either side, ``before`` and ``after``, which everybody
answers alone and without explanations: half the room has form A first and form B last, the other
half the reverse. What the room learns from in between is taken from neither set.
"""

from dataclasses import dataclass, replace
from enum import StrEnum


class Phase(StrEnum):
    """What a workshop is doing."""

    LOBBY = "lobby"
    BEFORE = "before"
    VOTE = "vote"
    DISCUSS = "discuss"
    REVOTE = "revote"
    REVEAL = "reveal"
    ALONE = "alone"
    AFTER = "after"
    CLOSED = "closed"


class To(StrEnum):
    """A step that a host can take."""

    VOTE = "vote"
    DISCUSS = "discuss"
    REVOTE = "revote"
    REVEAL = "reveal"
    NEXT = "next"
    BACK = "back"
    PAUSE = "pause"
    CLOSE = "close"


class Part(StrEnum):
    """What a question belongs to: what the room does together, or one of the matched forms."""

    ROOM = "room"
    A = "A"
    B = "B"

    @property
    def other(self) -> "Part":
        """The other form of the two."""
        return Part.B if self is Part.A else Part.A


class StaleStepError(Exception):
    """The step starts from a state that is over: somebody has moved on already."""


class ImpossibleStepError(Exception):
    """There is no such step from where the workshop is."""


@dataclass(frozen=True)
class Course:
    """What is planned: how many questions for the room, and how they are gone through."""

    questions: int
    alone: bool = False  # self-paced
    measured: bool = False  # a set before and a set after


@dataclass(frozen=True)
class State:
    """Where a workshop is. ``question`` and ``looking`` (back, at an earlier one) count from 1."""

    phase: Phase = Phase.LOBBY
    question: int = 0
    looking: int = 0
    paused: bool = False
    version: int = 1

    @property
    def open_round(self) -> int | None:
        """The round that the room is voting in, or None."""
        if self.paused or self.looking:
            return None
        return {Phase.VOTE: 1, Phase.REVOTE: 2}.get(self.phase)

    @property
    def revealed(self) -> int | None:
        """The number of the question whose shares and explanation everybody sees, or None."""
        if self.paused:
            return None
        return self.looking or (self.question if self.phase is Phase.REVEAL else None)

    def open_part(self, begins: Part) -> Part | None:
        """Return what a person who began with a form is answering alone now, or None."""
        if self.paused:
            return None
        parts = {Phase.BEFORE: begins, Phase.ALONE: Part.ROOM, Phase.AFTER: begins.other}
        return parts.get(self.phase)


def step(state: State, version: int, to: To, course: Course) -> State:
    """Return the state that follows.

    ``version`` is that of the state which the host saw; a step to where the workshop already is
    changes nothing. Raises StaleStepError when the version is another, ImpossibleStepError when
    there is no such step from here.
    """
    if version != state.version:
        raise StaleStepError
    moved = _moved(state, to, course)
    if moved is None:
        raise ImpossibleStepError
    return state if moved == state else replace(moved, version=version + 1)


def steps(state: State, course: Course) -> frozenset[To]:
    """Return the steps that lead somewhere from here."""
    return frozenset(to for to in To if _moved(state, to, course) not in {None, state})


def suggested(state: State, course: Course, *, discuss: bool) -> To | None:
    """Return the step that leads on, so that a host who only presses Enter leads the whole run.

    ``discuss`` tells whether a second vote is planned for the question.
    """
    if state.paused:
        return To.PAUSE
    first = To.DISCUSS if discuss else To.REVEAL
    usual = {Phase.LOBBY: To.VOTE, Phase.VOTE: first, Phase.DISCUSS: To.REVOTE}
    usual |= {Phase.REVOTE: To.REVEAL}
    preferred = To.NEXT if state.looking else usual.get(state.phase, To.NEXT)
    possible = steps(state, course)
    return next((to for to in (preferred, To.CLOSE) if to in possible), None)


def _moved(state: State, to: To, course: Course) -> State | None:
    """Return the state after a step, with the old version, or None when there is no such step."""
    here = to.value == state.phase.value
    match to:
        case _ if state.phase is Phase.CLOSED:
            return None
        case To.CLOSE:
            return State(Phase.CLOSED, state.question, version=state.version)
        case To.PAUSE if state.phase is not Phase.LOBBY:
            return replace(state, paused=not state.paused)
        case _ if here or state.paused:
            return replace(state, paused=False, looking=0) if here else None
        case To.BACK | To.NEXT if to is To.BACK or state.looking:
            return _look(state, to)
    return None if state.looking else _onward(state, to, course)


def _look(state: State, to: To) -> State | None:
    """Look at the question before the one shown, or after it; all before have been revealed."""
    if to is To.NEXT:
        return replace(state, looking=(state.looking + 1) % state.question)
    shown = state.looking or state.question
    together = state.phase in {Phase.VOTE, Phase.DISCUSS, Phase.REVOTE, Phase.REVEAL}
    return replace(state, looking=shown - 1) if together and shown > 1 else None


def _onward(state: State, to: To, course: Course) -> State | None:
    question = state.question
    match state.phase, to:
        case Phase.LOBBY, To.VOTE | To.NEXT if course.measured:
            phase = Phase.BEFORE
        case (Phase.LOBBY, To.VOTE | To.NEXT) | (Phase.BEFORE, To.NEXT):
            phase, question = (Phase.ALONE, 0) if course.alone else (Phase.VOTE, 1)
        case Phase.VOTE, To.DISCUSS:
            phase = Phase.DISCUSS
        case Phase.DISCUSS, To.REVOTE:
            phase = Phase.REVOTE
        case Phase.VOTE | Phase.DISCUSS | Phase.REVOTE, To.REVEAL:
            phase = Phase.REVEAL
        case Phase.REVEAL, To.NEXT if question < course.questions:
            phase, question = Phase.VOTE, question + 1
        case Phase.REVEAL | Phase.ALONE, To.NEXT if course.measured:
            phase = Phase.AFTER
        case _:
            return None
    return replace(state, phase=phase, question=question)
