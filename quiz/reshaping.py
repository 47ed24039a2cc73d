"""Where one statement ends and the next begins: split, merge, offsets staying exact.

The parts keep what the whole had: gates, cues and reasons, at the same places in the document.
Nobody stands behind them until they are confirmed again.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import count

from msgspec.structs import replace

from quiz.bank import Bank
from quiz.documents import Cue, Document, GateKey, Link, Span, Statement
from quiz.drafts import Draft, statement_of, with_statements
from quiz.fields import DraftError
from quiz.placing import as_found
from quiz.scale import Gate

_PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*\n|\r\n[^\S\n]*\r\n")


class SplitError(DraftError):
    """A statement cannot be split there."""


class MergeError(DraftError):
    """A statement cannot be joined with the next one."""


def split(draft: Draft, name: str, at: int) -> Draft:
    """Split a statement before the word that begins at the offset ``at`` in it (code points).

    Raises SplitError when no word begins there or nothing would be left on one side.
    """
    document, statement = statement_of(draft, name)
    left, right = statement.text[: max(at, 0)], statement.text[max(at, 0) :]
    if not left.strip() or not right.strip():
        raise SplitError("Split inside the statement: before its second word or later")
    if right[0].isspace() or not left[-1].isspace():
        raise SplitError("Split before a word, where there is a space")
    second = statement.start + at
    spans = Span(statement.start, statement.start + len(left.rstrip())), Span(second, statement.end)
    names = statement.id, _fresh_id(document, statement.id)
    parts = tuple(_part(document, statement, n, s) for n, s in zip(names, spans, strict=True))
    swapped = _swap(document.statements, {statement.id: parts})
    return _renamed(with_statements(draft, document, swapped), {name: name})


def merge(draft: Draft, name: str) -> Draft:
    """Join a statement with the next one of its document.

    Raises MergeError when there is none, or it belongs to another paragraph.
    """
    document, statement = statement_of(draft, name)
    place = document.statements.index(statement)
    if place + 1 == len(document.statements):
        raise MergeError("This is the last statement: there is no next one to join it with")
    following = document.statements[place + 1]
    if _PARAGRAPH_BREAK.search(document.text, statement.end, following.start):
        raise MergeError("The next statement stands in another paragraph")
    joined = _joined(document, statement, following)
    swapped = _swap(document.statements, {statement.id: (joined,), following.id: ()})
    gone = f"{document.name}:{following.id}"
    return _renamed(with_statements(draft, document, swapped), {name: name, gone: name})


def _fresh_id(document: Document, entry: str) -> str:
    """Return an id made from another one, with the first small letter or number that is free."""
    endings = [*map(chr, range(ord("b"), ord("z") + 1))]
    candidates = (f"{entry[:58]}{end}" for end in endings)
    numbered = (f"{entry[:50]}-{n}" for n in count(2))
    for found in candidates:
        if found not in document.by_id:
            return found
    return next(n for n in numbered if n not in document.by_id)


def _part(document: Document, whole: Statement, entry: str, span: Span) -> Statement:
    """Return a stretch of a statement as a statement, its words placed anew."""
    bare = Statement(
        id=entry, start=span.start, text=document.text[span.start : span.end], role=whole.role
    )
    gates = _moved_gates(document, whole, bare)
    return replace(
        bare,
        lift=whole.lift,
        cues=tuple(_moved_cues(document, whole, bare)),
        links=whole.links,
        **gates,
    )


def _joined(document: Document, first: Statement, second: Statement) -> Statement:
    """Return two neighbours as one: the first one's key if it has one, the cues of both."""
    leading = first if first.gates or not second.role.rateable else second
    text = document.text[first.start : second.end]
    bare = Statement(id=first.id, start=first.start, text=text, role=leading.role)
    cues = [*_moved_cues(document, first, bare), *_moved_cues(document, second, bare)]
    return replace(
        bare,
        lift=leading.lift,
        cues=tuple(dict.fromkeys(cues)),
        links=tuple({link.to: link for link in (*first.links, *second.links)}.values()),
        **_moved_gates(document, leading, bare),
    )


def _moved_gates(
    document: Document, before: Statement, after: Statement
) -> dict[str, GateKey | None]:
    """Return the gates of one statement for another, their words at the same places."""
    moved: dict[str, GateKey | None] = dict.fromkeys(gate.value for gate in Gate)
    for gate, key in before.gates.items():
        words, at = "", None
        if key.words:
            span = document.locate(before, key.words, key.at)
            words, at = as_found(document, after, span)
        moved[gate.value] = GateKey(passes=key.passes, because=key.because, words=words, at=at)
    return moved


def _moved_cues(document: Document, before: Statement, after: Statement) -> Iterator[Cue]:
    """Yield the cues of one statement that stand in another."""
    for cue in before.cues:
        span = document.locate(before, cue.words, cue.at)
        if after.start <= span.start and span.end <= after.end:
            words, at = as_found(document, after, span)
            yield Cue(kind=cue.kind, words=words, at=at)


def _swap(
    statements: Iterable[Statement], swaps: Mapping[str, tuple[Statement, ...]]
) -> tuple[Statement, ...]:
    return tuple(new for old in statements for new in swaps.get(old.id, (old,)))


def _renamed(draft: Draft, names: Mapping[str, str]) -> Draft:
    """Let everything that names a reshaped statement name what became of it.

    Codings of a statement whose words have changed say nothing any more.
    """
    bank = draft.bank
    documents = tuple(
        replace(d, statements=tuple(_relinked(d, s, names) for s in d.statements))
        for d in bank.documents
    )
    coders = tuple(
        replace(coder, levels={n: v for n, v in coder.levels.items() if n not in names})
        for coder in bank.coders
    )
    example = "" if bank.example in names else bank.example
    changed: Bank = replace(bank, documents=documents, coders=coders, example=example)
    return Draft(changed, draft.dropped - names.keys())


def _relinked(document: Document, statement: Statement, names: Mapping[str, str]) -> Statement:
    own = f"{document.name}:{statement.id}"
    targets = {names.get(link.to, link.to): link.says for link in statement.links}
    links = tuple(Link(to, says) for to, says in targets.items() if to != own)
    return replace(statement, links=links) if links != statement.links else statement
