"""A stretch of a document cut where its marks begin and end.

Gate words and cues overlap freely; a page can only nest. So the text is cut at every border,
and each piece knows all that is marked on it.
"""

from dataclasses import dataclass
from itertools import pairwise

from quiz.documents import Document, Span, Statement
from quiz.scale import CueKind, Gate


@dataclass(frozen=True)
class Piece:
    """A piece of text on which the same marks lie from end to end."""

    text: str
    statement: bool = False
    gates: tuple[Gate, ...] = ()
    cues: tuple[CueKind, ...] = ()


def paragraph(document: Document, statement: Statement) -> tuple[Piece, ...]:
    """Return the paragraph of a statement, cut where the statement begins and ends."""
    span = document.paragraph_of(statement.start)
    return _cut(document, span, statement, [], [])


def explained(document: Document, statement: Statement) -> tuple[Piece, ...]:
    """Return the paragraph of a statement with the statement, gate words and cues marked."""
    span = document.paragraph_of(statement.start)
    gates = [
        (document.locate(statement, key.words, key.at), gate)
        for gate, key in statement.gates.items()
        if key.words
    ]
    return _cut(document, span, statement, gates, cue_spans(document, statement))


def cue_spans(document: Document, statement: Statement) -> list[tuple[Span, CueKind]]:
    """Return where the cues of a statement stand in the document, in order of place."""
    spans = [(document.locate(statement, c.words, c.at), c.kind) for c in statement.cues]
    return sorted(spans)


def _cut(
    document: Document,
    span: Span,
    statement: Statement,
    gates: list[tuple[Span, Gate]],
    cues: list[tuple[Span, CueKind]],
) -> tuple[Piece, ...]:
    marks = [span, statement.span, *(s for s, _ in gates), *(s for s, _ in cues)]
    borders = {place for mark in marks for place in (mark.start, mark.end)}
    inside = sorted(place for place in borders if span.start <= place <= span.end)
    return tuple(
        Piece(
            text=document.text[start:end],
            statement=_covers(statement.span, start),
            gates=tuple(gate for s, gate in gates if _covers(s, start)),
            cues=tuple(dict.fromkeys(kind for s, kind in cues if _covers(s, start))),
        )
        for start, end in pairwise(inside)
    )


def _covers(span: Span, place: int) -> bool:
    return span.start <= place < span.end
