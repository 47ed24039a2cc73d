"""Documents and the statements in them, with exact offsets.

A document is kept character for character. All offsets are in Unicode code points, and
``document.text[statement.start:statement.end] == statement.text`` always holds.
"""

import re
from functools import cached_property
from itertools import pairwise

from msgspec import Struct, field

from quiz.scale import CueKind, Gate, Level, Role, Says, level_of

_REFERENCE_ENTRY = re.compile(r"\[(\d{1,3})\]\s")
_CITATION = re.compile(r"\[(\d{1,3})\]")


class Span(Struct, frozen=True, order=True):
    """A half-open stretch ``[start, end)`` of a document, in code points."""

    start: int
    end: int


class GateKey(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Whether a statement passes one gate, the exact words that decide it, and why."""

    passes: bool
    because: str
    words: str = ""
    at: int | None = None


class Cue(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Words of the statement that give something away."""

    kind: CueKind
    words: str
    at: int | None = None


class Link(Struct, frozen=True, forbid_unknown_fields=True):
    """What a statement elsewhere in the bank (``document:id``) says about this one."""

    to: str
    says: Says


class Statement(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One sentence of a document, with its place, its role and, where it is rateable, its key."""

    id: str
    start: int
    text: str
    role: Role
    accept: tuple[Level, ...] = ()
    reviewed: bool = False
    lift: str = ""
    reason: GateKey | None = None
    findable: GateKey | None = None
    fits: GateKey | None = None
    cues: tuple[Cue, ...] = field(default=(), name="cue")
    links: tuple[Link, ...] = field(default=(), name="link")

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def gates(self) -> dict[Gate, GateKey]:
        """The gates that were asked, in order."""
        keys = zip(Gate, (self.reason, self.findable, self.fits), strict=True)
        return {gate: key for gate, key in keys if key is not None}

    @property
    def level(self) -> Level:
        return level_of(key.passes for key in self.gates.values())

    @property
    def served(self) -> bool:
        """Whether the quiz may ask about this statement."""
        return self.role.rateable and self.reviewed

    def accepts(self, level: Level) -> bool:
        """Whether an answer counts as right: the key's level or an accepted neighbour."""
        return level == self.level or level in self.accept


class Document(Struct, frozen=True, dict=True):
    """A source text and its statements in order of place."""

    name: str
    title: str
    source: str
    text: str
    sha256: str
    statements: tuple[Statement, ...]
    label: str = ""

    @cached_property
    def by_id(self) -> dict[str, Statement]:
        return {statement.id: statement for statement in self.statements}

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The lines of the text that are not blank."""
        breaks = [-1, *(m.start() for m in re.finditer("\n", self.text)), len(self.text)]
        spans = (Span(a + 1, b) for a, b in pairwise(breaks))
        return tuple(s for s in spans if self.text[s.start : s.end].strip())

    def paragraph_of(self, place: int) -> Span:
        """Return the paragraph that holds the offset ``place``.

        Raises LookupError when the place lies between paragraphs.
        """
        for span in self.paragraphs:
            if span.start <= place < span.end:
                return span
        raise LookupError(f"no paragraph at {place}")

    def locate(self, statement: Statement, words: str, at: int | None = None) -> Span:
        """Return where ``words`` stand: in the statement, or else anywhere in the document.

        ``at`` is their offset from the statement's start; without it the words must occur
        exactly once in the statement or, failing that, exactly once in the document (the
        source may be named one sentence earlier). Raises LookupError with the reason.
        """
        if at is not None:
            start = statement.start + at
            if not words or start < 0 or not self.text.startswith(words, start):
                raise LookupError(f"the words “{words}” are not at {at}")
            return Span(start, start + len(words))
        for where, offset in ((statement.text, statement.start), (self.text, 0)):
            match where.count(words) if words else 0:
                case 1:
                    start = offset + where.index(words)
                    return Span(start, start + len(words))
                case n if n > 1:
                    raise LookupError(f"the words “{words}” occur {n} times: say which with “at”")
        raise LookupError(f"the words “{words}” are not in the document")

    @cached_property
    def references(self) -> dict[int, Statement]:
        """The numbered references of the document: entries that begin with ``[n]``."""
        entries = ((_REFERENCE_ENTRY.match(s.text), s) for s in self.statements)
        return {int(m[1]): s for m, s in entries if m and s.role is Role.NONE}

    def cited_by(self, statement: Statement) -> tuple[Statement, ...]:
        """Return the reference entries that a statement cites as ``[n]``, in order."""
        numbers = dict.fromkeys(int(n) for n in _CITATION.findall(statement.text))
        return tuple(self.references[n] for n in numbers if n in self.references)
