"""Why a statement has its level, put together for a page: all from its key and its source."""

import re
from dataclasses import dataclass

from quiz import marks
from quiz.bank import Bank
from quiz.documents import Cue, Document, GateKey, Span, Statement
from quiz.marks import Piece
from quiz.scale import CueKind, Gate, Says
from quiz.search_terms import Search, search_for

_CITATION = re.compile(r"\[(\d{1,3})\]")
_SAME = re.compile(r"\bsame\b", re.IGNORECASE)


@dataclass(frozen=True)
class GateNote:
    """What came of one gate; without a key it was not asked, as one before it failed."""

    gate: Gate
    key: GateKey | None


@dataclass(frozen=True)
class CueNote:
    """A kind of cue and all its words in a statement."""

    kind: CueKind
    words: tuple[str, ...]


@dataclass(frozen=True)
class LinkNote:
    """What a statement elsewhere says about this one, without its level."""

    says: Says
    statement: Statement
    document: Document


@dataclass(frozen=True)
class Explanation:
    """What a page shows about a statement once it has been answered.

    ``paragraph`` is its paragraph with all marks; ``elsewhere`` are the references it cites and
    other paragraphs in which words that decide a gate stand, marked too.
    """

    paragraph: tuple[Piece, ...]
    elsewhere: tuple[tuple[Piece, ...], ...]
    cues: tuple[CueNote, ...]
    gates: tuple[GateNote, ...]
    links: tuple[LinkNote, ...]
    search: Search


def explain(bank: Bank, document: Document, statement: Statement) -> Explanation:
    """Return the explanation of a rateable statement of a document of the bank."""
    cited = references(document, statement)
    return Explanation(
        paragraph=marks.explained(document, statement),
        elsewhere=_elsewhere(document, statement, cited),
        cues=_cues(statement),
        gates=tuple(GateNote(gate, statement.gates.get(gate)) for gate in Gate),
        links=tuple(
            LinkNote(link.says, bank.statements[link.to], bank.document_of(link.to))
            for link in statement.links
        ),
        search=search_for(statement, cited, bank.title),
    )


def references(document: Document, statement: Statement) -> tuple[Statement, ...]:
    """Return the reference entries that a statement rests on.

    They are cited in it or by the words that decide a gate; where these words say that it is
    "the same" source, it is the one cited last before the statement.
    """
    words = " ".join(key.words for key in statement.gates.values())
    own = _entries(document, f"{statement.text} {words}")
    if own or statement.findable is None or not _SAME.search(statement.findable.words):
        return own
    span = document.paragraph_of(statement.start)
    return _entries(document, document.text[span.start : statement.start])[-1:]


def nearby_references(document: Document, statement: Statement) -> tuple[Statement, ...]:
    """Return the reference entries that the rest of a statement's paragraph cites."""
    span = document.paragraph_of(statement.start)
    own = document.cited_by(statement)
    entries = _entries(document, document.text[span.start : span.end])
    return tuple(entry for entry in entries if entry not in own)


def _entries(document: Document, text: str) -> tuple[Statement, ...]:
    numbers = dict.fromkeys(int(number) for number in _CITATION.findall(text))
    return tuple(document.references[n] for n in numbers if n in document.references)


def _elsewhere(
    document: Document, statement: Statement, cited: tuple[Statement, ...]
) -> tuple[tuple[Piece, ...], ...]:
    home = document.paragraph_of(statement.start)
    deciding = marks.gate_spans(document, statement).values()
    places = [entry.start for entry in cited] + sorted(span.start for span in deciding)
    spans: dict[Span, None] = dict.fromkeys(map(document.paragraph_of, places))
    return tuple(marks.explained(document, statement, span) for span in spans if span != home)


def _cues(statement: Statement) -> tuple[CueNote, ...]:
    """Return the cues by kind, in the order in which the kinds first occur in the text."""
    found = sorted(statement.cues, key=lambda cue: _place(statement, cue))
    words: dict[CueKind, list[str]] = {}
    for cue in found:
        words.setdefault(cue.kind, []).append(cue.words)
    return tuple(CueNote(kind, tuple(all_words)) for kind, all_words in words.items())


def _place(statement: Statement, cue: Cue) -> int:
    return statement.text.index(cue.words) if cue.at is None else cue.at
