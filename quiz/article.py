"""An article as the review page shows it: its statements with their state, around the current one.

Only a stretch around the current statement is laid out, so that a page stays small however long
the article is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from quiz.documents import Document, Span, Statement
from quiz.drafts import Draft
from quiz.marks import cue_spans, gate_spans
from quiz.scale import CueKind, Gate

_AROUND = 6000  # characters shown before and after the current statement
_LONGEST = 4000  # characters shown of one statement


class State(StrEnum):
    """What a person has decided about a statement so far."""

    CONFIRMED = "confirmed"
    WAITING = "waiting"
    DROPPED = "dropped"
    UNRATED = "not rated"


@dataclass(frozen=True)
class Run:
    """Text with the same marks from end to end, and where it stands in the document."""

    text: str
    start: int
    gates: tuple[Gate, ...] = ()
    cues: tuple[CueKind, ...] = ()


@dataclass(frozen=True)
class Passage:
    """A statement as it stands in the article, with the white space before it."""

    gap: Run
    statement: Statement
    number: int
    state: State
    current: bool
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class View:
    """The stretch of an article on one page, and its neighbours."""

    passages: tuple[Passage, ...]
    number: int
    total: int
    previous: Statement | None
    following: Statement | None


def state_of(draft: Draft, name: str, statement: Statement) -> State:
    """Return what a person has decided about a statement so far."""
    if not statement.role.rateable:
        return State.UNRATED
    if statement.reviewed:
        return State.CONFIRMED
    return State.DROPPED if name in draft.dropped else State.WAITING


def view(draft: Draft, document: Document, current: Statement) -> View:
    """Return the article around a statement, with the words that decide its gates marked."""
    statements = document.statements
    place = statements.index(current)
    return View(
        passages=tuple(_passages(draft, document, current)),
        number=place + 1,
        total=len(statements),
        previous=statements[place - 1] if place else None,
        following=statements[place + 1] if place + 1 < len(statements) else None,
    )


def _passages(draft: Draft, document: Document, current: Statement) -> Iterator[Passage]:
    marks = [(span, gate) for gate, span in gate_spans(document, current).items()]
    cues = cue_spans(document, current)
    end = 0
    for number, statement in enumerate(document.statements, 1):
        gap = Run(document.text[end : statement.start], end)
        end = statement.end
        far = statement.end < current.start - _AROUND or statement.start > current.end + _AROUND
        if far and not any(statement.start <= span.start < statement.end for span, _ in marks):
            continue
        name = f"{document.name}:{statement.id}"
        yield Passage(
            gap=gap,
            statement=statement,
            number=number,
            state=state_of(draft, name, statement),
            current=statement is current,
            runs=tuple(_runs(document, statement, marks, cues if statement is current else [])),
        )


def _runs(
    document: Document,
    statement: Statement,
    gates: list[tuple[Span, Gate]],
    cues: list[tuple[Span, CueKind]],
) -> Iterator[Run]:
    end = min(statement.end, statement.start + _LONGEST)
    spans = [span for span, _ in gates] + [span for span, _ in cues]
    places = {place for span in spans for place in (span.start, span.end)}
    inside = {place for place in places if statement.start < place < end}
    for start, stop in pairwise(sorted({statement.start, end, *inside})):
        yield Run(
            document.text[start:stop],
            start,
            tuple(gate for span, gate in gates if span.start <= start < span.end),
            tuple(dict.fromkeys(kind for span, kind in cues if span.start <= start < span.end)),
        )
