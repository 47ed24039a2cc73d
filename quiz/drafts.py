"""A bank in work: its documents with suggested and confirmed keys, and what a person does to them.

Every operation returns a new draft or raises a ``DraftError`` that says in words what is wrong. A
draft may be half done; what may be published of it is decided in ``quiz.readiness``.
"""

import hashlib
import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from quiz.bank import Bank
from quiz.documents import Cue, Document, GateKey, Link, Statement
from quiz.fields import LONGEST_LINE, LONGEST_NOTE, DraftError, TextError, free_name, plain
from quiz.missing import missing
from quiz.placing import placed
from quiz.scale import Gate, Level, Role

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}\Z")


class UnknownStatementError(DraftError):
    """No statement of the draft has this name."""


class KeyFlawsError(DraftError):
    """A key that cannot be confirmed yet."""

    def __init__(self, reasons: Iterable[str]) -> None:
        self.reasons = tuple(reasons)
        super().__init__("; ".join(self.reasons))


class LanguageError(TextError):
    """What should be the code of a language is none."""


class Draft(Struct, frozen=True):
    """A bank in work. ``dropped`` names the statements that somebody decided not to ask."""

    bank: Bank
    dropped: frozenset[str] = frozenset()


def new_draft(name: str, title: str, language: str, notice: str) -> Draft:
    """Return an empty draft. Raises TextError when a line in it cannot stand."""
    return describe(Draft(Bank(name, "", "", "", (), ())), title, language, notice, ())


def describe(
    draft: Draft, title: str, language: str, notice: str, help_lines: Iterable[str]
) -> Draft:
    """Set what stands around the questions: title, language, notice, lines of help."""
    language = language.strip()
    if not _LANGUAGE.match(language):
        raise LanguageError("The language is a short code: “en” for English, “de” for German")
    if not (title := plain(title, LONGEST_LINE)):
        raise TextError("Give it a title")
    lines = tuple(filter(None, (plain(line, LONGEST_LINE) for line in help_lines)))
    notice = plain(notice, LONGEST_NOTE)
    return Draft(
        replace(draft.bank, title=title, language=language, notice=notice, help=lines),
        draft.dropped,
    )


def add_document(
    draft: Draft, title: str, source: str, text: str, statements: tuple[Statement, ...]
) -> Draft:
    """Add a document with the statements suggested for it; its name is made from its title."""
    title, source = plain(title, LONGEST_LINE), plain(source, LONGEST_NOTE)
    name = free_name(title, draft.bank.by_name)
    document = Document(
        name=name,
        title=title or name,
        source=source,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        statements=statements,
    )
    documents = (*draft.bank.documents, document)
    return Draft(replace(draft.bank, documents=documents), draft.dropped)


def remove_document(draft: Draft, name: str) -> Draft:
    """Take a document out, with its statements and every link and coding that names them."""
    gone = {full for full in draft.bank.statements if full.startswith(f"{name}:")}
    documents = tuple(
        replace(d, statements=tuple(_unlinked(s, gone) for s in d.statements))
        for d in draft.bank.documents
        if d.name != name
    )
    coders = tuple(
        replace(coder, levels={n: v for n, v in coder.levels.items() if n not in gone})
        for coder in draft.bank.coders
    )
    return Draft(replace(draft.bank, documents=documents, coders=coders), draft.dropped - gone)


def statement_of(draft: Draft, name: str) -> tuple[Document, Statement]:
    """Return a statement by its full name, with its document. Raises UnknownStatementError."""
    try:
        return draft.bank.document_of(name), draft.bank.statements[name]
    except KeyError:
        raise UnknownStatementError("There is no such statement in this draft any more") from None


def change_role(draft: Draft, name: str, role: Role) -> Draft:
    """Say what a statement does. Its key is kept, so that changing back loses nothing."""
    _, statement = statement_of(draft, name)
    return put(draft, name, replace(statement, role=role))


def set_gate(draft: Draft, name: str, gate: Gate, key: GateKey | None) -> Draft:
    """Set or clear the answer to one gate; ``key.at`` need not be right or given.

    Raises WordsError when the words are not in the document.
    """
    document, statement = statement_of(draft, name)
    if key is not None:
        because = plain(key.because, LONGEST_NOTE)
        words, at = placed(document, statement, key.words, key.at) if key.words else ("", None)
        key = GateKey(passes=key.passes, because=because, words=words, at=at)
    return put(draft, name, replace(statement, **{gate.value: key}))


def set_lift(draft: Draft, name: str, lift: str) -> Draft:
    """Say in one line what would lift the statement a level."""
    _, statement = statement_of(draft, name)
    return put(draft, name, replace(statement, lift=plain(lift, LONGEST_NOTE)))


def accept(draft: Draft, name: str, steps: Iterable[int]) -> Draft:
    """Accept the neighbouring levels that are so many steps (−1 or 1) from the key's own."""
    _, statement = statement_of(draft, name)
    levels = {statement.level + step for step in steps if step in {-1, 1}}
    accepted = tuple(level for level in Level if level in levels)
    return put(draft, name, replace(statement, accept=accepted))


def set_cues(draft: Draft, name: str, cues: Iterable[Cue]) -> Draft:
    """Set the cues of a statement. Raises WordsError when words are not in the statement."""
    document, statement = statement_of(draft, name)
    places = []
    for cue in cues:
        words, at = placed(document, statement, cue.words, cue.at, inside=True)
        places.append(Cue(kind=cue.kind, words=words, at=at))
    return put(draft, name, replace(statement, cues=tuple(dict.fromkeys(places))))


def set_links(draft: Draft, name: str, links: Iterable[Link]) -> Draft:
    """Set what other statements say about this one. Raises UnknownStatementError."""
    _, statement = statement_of(draft, name)
    found = {link.to: link for link in links if link.to != name}
    for target in found:
        statement_of(draft, target)
    return put(draft, name, replace(statement, links=tuple(found.values())))


def confirm(draft: Draft, name: str) -> Draft:
    """Put a person behind a statement: from now on it may be asked.

    Raises KeyFlawsError with everything that is still missing.
    """
    document, statement = statement_of(draft, name)
    ready = replace(settled(statement), reviewed=True)
    if reasons := missing(document, ready):
        raise KeyFlawsError(reasons)
    return _replaced(Draft(draft.bank, draft.dropped - {name}), name, ready)


def drop(draft: Draft, name: str) -> Draft:
    """Decide not to ask a statement; its key is kept."""
    _, statement = statement_of(draft, name)
    unconfirmed = _replaced(draft, name, replace(statement, reviewed=False))
    return Draft(unconfirmed.bank, draft.dropped | {name})


def take_up(draft: Draft, name: str) -> Draft:
    """Take a dropped statement up again, unconfirmed."""
    statement_of(draft, name)
    return Draft(draft.bank, draft.dropped - {name})


def put(draft: Draft, name: str, statement: Statement) -> Draft:
    """Put a statement in place of the one of this name; if it differs, nobody stands behind it."""
    before = draft.bank.statements[name]
    if replace(settled(statement), reviewed=False) == replace(before, reviewed=False):
        return _replaced(draft, name, replace(statement, reviewed=before.reviewed))
    return _replaced(draft, name, replace(statement, reviewed=False))


def settled(statement: Statement) -> Statement:
    """Return a statement without what does not count: a role without key, gates after a no."""
    if not statement.role.rateable:
        return replace(
            statement, reason=None, findable=None, fits=None, accept=(), lift="", links=()
        )
    asked = list(statement.gates.items())
    passed = int(statement.level)
    kept = dict(asked[: passed + 1])
    return replace(
        statement,
        accept=tuple(n for n in statement.accept if abs(n - passed) == 1),
        **{gate.value: kept.get(gate) for gate in Gate},
    )


def _replaced(draft: Draft, name: str, statement: Statement) -> Draft:
    target = draft.bank.document_of(name)
    entry = name.partition(":")[2]
    swapped = tuple(statement if s.id == entry else s for s in target.statements)
    return with_statements(draft, target, swapped)


def with_statements(draft: Draft, target: Document, statements: tuple[Statement, ...]) -> Draft:
    """Return the draft with other statements in one of its documents."""
    documents = tuple(
        replace(d, statements=statements) if d.name == target.name else d
        for d in draft.bank.documents
    )
    return Draft(replace(draft.bank, documents=documents), draft.dropped)


def _unlinked(statement: Statement, gone: set[str]) -> Statement:
    return replace(statement, links=tuple(n for n in statement.links if n.to not in gone))
