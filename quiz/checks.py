"""What must hold of a document and its keys before anything of them is served.

Every check raises ``Flaw`` with the entry it is about and the reason, in words that help the
person who wrote the entry.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from quiz.documents import Document, Statement
from quiz.scale import Gate, Level
from quiz.sentences import MARK

SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}\Z")
_GAP = re.compile(rf"(?:\s|(?<!\S){MARK}(?=\s))*\Z")


class Flaw(Exception):  # noqa: N818 - a flaw in a text, not an error in the program
    """Something in an entry that does not hold."""

    def __init__(self, entry: str, reason: str) -> None:
        super().__init__(f"{entry}: {reason}" if entry else reason)
        self.entry, self.reason = entry, reason


def check_document(document: Document) -> None:
    """Check every statement of a document and the places between them.

    Raises Flaw for the first thing that does not hold.
    """
    _check_ids(document)
    _check_places(document)
    for statement in document.statements:
        for reason in flaws_of(document, statement):
            raise Flaw(statement.id, reason)


def flaws_of(document: Document, statement: Statement) -> Iterator[str]:
    """Yield the reasons why a statement's key does not hold, most basic first."""
    if statement.role.rateable:
        yield from _gate_flaws(document, statement)
        yield from _key_flaws(statement)
    elif statement.gates or statement.lift or statement.accept:
        yield f"a statement of role “{statement.role}” is not rated, so it has no key"
    yield from _cue_flaws(document, statement)


def _check_ids(document: Document) -> None:
    seen: set[str] = set()
    for statement in document.statements:
        if not SLUG.match(statement.id):
            raise Flaw(statement.id, "an id is made of small letters, digits, - and _")
        if statement.id in seen:
            raise Flaw(statement.id, "two statements have this id")
        seen.add(statement.id)


def _check_places(document: Document) -> None:
    text = document.text
    for statement in document.statements:
        if not statement.text.strip():
            raise Flaw(statement.id, "the statement is empty")
        if statement.start < 0 or text[statement.start : statement.end] != statement.text:
            raise Flaw(statement.id, f"the document does not have this text at {statement.start}")
    ends = [(0, "the beginning"), *((s.end, s.id) for s in document.statements)]
    starts = [*((s.start, s.id) for s in document.statements), (len(text), "the end")]
    for (end, before), (start, after) in zip(ends, starts, strict=True):
        if start < end:
            raise Flaw(after, f"it begins before {before} ends")
        if not _GAP.match(text[end:start]):
            gap = text[end:start].strip()
            raise Flaw(after, f"between {before} and it stands text of no statement: “{gap[:60]}”")


def _gate_flaws(document: Document, statement: Statement) -> Iterator[str]:
    asked = list(statement.gates)
    if asked != list(Gate)[: len(asked)]:
        yield "the gates are asked in the order reason, findable, fits, and none is left out"
    if not asked and statement.reviewed:
        yield "a reviewed statement has at least the first gate"
    keys = list(statement.gates.values())
    for key, _next in pairwise(keys):
        if not key.passes:
            yield "a gate after the first that fails is left out"
    if keys and keys[-1].passes and len(keys) < len(Gate):
        yield f"the gate after {asked[-1]} is missing"
    for gate, key in statement.gates.items():
        if not key.because.strip():
            yield f"{gate}: the sentence that says why is missing"
        if key.passes and not key.words:
            yield f"{gate}: a gate that passes names the words that decide it"
        if key.words or key.at is not None:
            yield from _unplaced(document, statement, key.words, key.at, f"{gate}: ")


def _key_flaws(statement: Statement) -> Iterator[str]:
    for level in statement.accept:
        if abs(level - statement.level) != 1:
            yield f"level {int(level)} is no neighbour of the key's level {int(statement.level)}"
    if len(set(statement.accept)) != len(statement.accept):
        yield "an accepted level is named twice"
    if statement.reviewed and not statement.lift.strip() and statement.level < Level.STRONG:
        yield "the line that says what would lift it a level is missing"


def _cue_flaws(document: Document, statement: Statement) -> Iterator[str]:
    for cue in statement.cues:
        if cue.at is None and cue.words not in statement.text:
            yield f"cue “{cue.kind}”: the words “{cue.words}” are not in the statement"
            continue
        yield from _unplaced(document, statement, cue.words, cue.at, f"cue “{cue.kind}”: ")
        if cue.at is not None and not 0 <= cue.at <= len(statement.text) - len(cue.words):
            yield f"cue “{cue.kind}”: “at” leads out of the statement"


def _unplaced(
    document: Document, statement: Statement, words: str, at: int | None, what: str
) -> Iterator[str]:
    try:
        document.locate(statement, words, at)
    except LookupError as error:
        yield f"{what}{error.args[0]}"
