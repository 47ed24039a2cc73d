"""A stretch of a document cut where its marks begin and end.

Gate words and cues overlap freely; a page can only nest. So the text is cut at every border,
and each piece knows all that is marked on it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from quiz.documents import Document, Span, Statement
from quiz.scale import CueKind, Gate


@dataclass(frozen=True)
class Piece:
    """A piece of text on which the same marks lie from end to end.

    ``ends`` are the gates whose words end with this piece: there a page can put their number.
    """

    text: str
    statement: bool = False
    gates: tuple[Gate, ...] = ()
    cues: tuple[CueKind, ...] = ()
    ends: tuple[Gate, ...] = ()


def paragraph(document: Document, statement: Statement) -> tuple[Piece, ...]:
    """Return the paragraph of a statement, cut where the statement begins and ends."""
    span = document.paragraph_of(statement.start)
    return _cut(document, span, statement, [], [])


def explained(
    document: Document, statement: Statement, span: Span | None = None
) -> tuple[Piece, ...]:
    """Return a stretch of the document with the statement, its gate words and cues marked.

    Without ``span`` it is the paragraph of the statement.
    """
    span = span or document.paragraph_of(statement.start)
    gates = [(place, gate) for gate, place in gate_spans(document, statement).items()]
    return _cut(document, span, statement, gates, cue_spans(document, statement))


def gate_spans(document: Document, statement: Statement) -> dict[Gate, Span]:
    """Return where the words that decide the gates stand: in the statement or elsewhere."""
    keys = statement.gates.items()
    return {gate: document.locate(statement, k.words, k.at) for gate, k in keys if k.words}


def cue_spans(document: Document, statement: Statement) -> list[tuple[Span, CueKind]]:
    """Return where the cues of a statement stand in the document, in order of place."""
    spans = [(document.locate(statement, c.words, c.at), c.kind) for c in statement.cues]
    return sorted(spans)


def _cut(
    document: Document,
    span: Span,
    statement: Statement,
    gates: Sequence[tuple[Span, Gate]],
    cues: Sequence[tuple[Span, CueKind]],
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
            ends=tuple(gate for s, gate in gates if s.end == end),
        )
        for start, end in pairwise(inside)
    )


def _covers(span: Span, place: int) -> bool:
    return span.start <= place < span.end
