"""The key of a statement as the fields of a form, there and back.

The page is always made from ``KeyFields``: of a statement, or of what somebody sent that could
not be saved, so that nothing typed is lost.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from werkzeug.datastructures import MultiDict

from quiz import standard
from quiz.documents import Cue, GateKey, Link, Statement
from quiz.drafts import (
    Draft,
    accept,
    change_role,
    set_cues,
    set_gate,
    set_lift,
    set_links,
    settled,
    statement_of,
)
from quiz.fields import DraftError
from quiz.rules.wording import quoted
from quiz.scale import CueKind, Gate, Level, Role, Says, level_of

_MOST_ROWS = 100
_ANSWERS = {"yes": True, "no": False}
_ROLES = {role.value: role for role in Role}
_KINDS = {kind.value: kind for kind in CueKind}


@dataclass(frozen=True)
class GateFields:
    """One gate: ``answer`` is “yes”, “no” or nothing."""

    answer: str
    words: str
    at: str
    because: str


@dataclass(frozen=True)
class Row:
    """One cue (kind and words, with their offset) or link (what it says, and to where)."""

    kind: str
    words: str
    at: str = ""


@dataclass(frozen=True)
class KeyFields:
    """Everything that can be written about a statement."""

    role: str
    gates: Mapping[Gate, GateFields]
    steps: frozenset[int]
    lift: str
    cues: tuple[Row, ...]
    links: tuple[Row, ...]

    @property
    def level(self) -> Level | None:
        """The level that the answers come to; None for a role without key."""
        role = _ROLES.get(self.role)
        if role is None or not role.rateable:
            return None
        return level_of(self.gates[gate].answer == "yes" for gate in Gate)

    def following(self, before: Statement) -> "KeyFields":
        """Return the fields with the reasons that nobody wrote made to fit the answers."""
        gates = {
            gate: replace(each, because=_because(gate, each, before.gates.get(gate)))
            for gate, each in self.gates.items()
        }
        return replace(self, gates=gates)

    @classmethod
    def of(cls, statement: Statement) -> "KeyFields":
        """Return the fields of a statement's key."""
        return cls(
            role=statement.role,
            gates={gate: _gate_fields(statement.gates.get(gate)) for gate in Gate},
            steps=frozenset(level - statement.level for level in statement.accept),
            lift=statement.lift,
            cues=tuple(Row(cue.kind, _line(cue.words), _typed(cue.at)) for cue in statement.cues),
            links=tuple(Row(link.says, link.to) for link in statement.links),
        )

    @classmethod
    def read(cls, form: MultiDict[str, str]) -> "KeyFields":
        """Return the fields that somebody sent."""
        return cls(
            role=form.get("role", ""),
            gates={
                gate: GateFields(
                    *(_sent(form, f"{gate}{part}") for part in ("", "-words", "-at", "-because"))
                )
                for gate in Gate
            },
            steps=frozenset(step for step in (-1, 1) if str(step) in form.getlist("accept")),
            lift=_sent(form, "lift"),
            cues=tuple(_rows(form, "cue-kind", "cue-words", "cue-at")),
            links=(*_rows(form, "link-says", "link-to"), *_ticked(form)),
        )


def apply(draft: Draft, name: str, fields: KeyFields) -> tuple[Draft, dict[str, str]]:
    """Put the fields into the draft; return it with what is wrong, by field.

    A field that is wrong changes nothing; all others do.
    """
    _, before = statement_of(draft, name)
    errors: dict[str, str] = {}

    def attempt(field: str, change: Callable[[Draft], Draft]) -> None:
        nonlocal draft
        try:
            draft = change(draft)
        except DraftError as error:
            errors[field] = str(error)

    if role := _ROLES.get(fields.role):
        attempt("role", lambda d: change_role(d, name, role))
    for gate, each in fields.gates.items():
        key = _gate_key(each)
        attempt(f"{gate}-words", lambda d, g=gate, k=key: set_gate(d, name, g, k))  # type: ignore[misc]
    attempt("accept", lambda d: accept(d, name, fields.steps))
    attempt("lift", lambda d: set_lift(d, name, _lift(d, name, fields, before)))
    attempt("cues", lambda d: set_cues(d, name, map(_cue, fields.cues)))
    attempt("links", lambda d: set_links(d, name, map(_link, fields.links)))
    return draft, errors


def _gate_fields(key: GateKey | None) -> GateFields:
    if key is None:
        return GateFields("", "", "", "")
    return GateFields("yes" if key.passes else "no", _line(key.words), _typed(key.at), key.because)


def _gate_key(fields: GateFields) -> GateKey | None:
    if (passes := _ANSWERS.get(fields.answer)) is None:
        return None
    at = _offset(fields.at)
    return GateKey(passes=passes, because=fields.because, words=fields.words, at=at)


def _because(gate: Gate, fields: GateFields, old: GateKey | None) -> str:
    """Return a gate's reason as written, unless it is empty or was left from an earlier answer.

    One that quotes the words that decided before quotes those that decide now.
    """
    because, words = fields.because.strip(), fields.words.strip()
    if (passes := _ANSWERS.get(fields.answer)) is None:
        return because
    if not because:
        return standard.reason(gate, passes=passes)
    if old is None or because != old.because:
        return because
    if passes != old.passes:
        return standard.reason(gate, passes=passes)
    was = quoted(old.words)
    if not old.words or words == _line(old.words) or was not in because:
        return because
    return because.replace(was, quoted(words)) if words else standard.reason(gate, passes=passes)


def _lift(draft: Draft, name: str, fields: KeyFields, before: Statement) -> str:
    """Return the line about what would lift the statement; not one written for another level."""
    _, now = statement_of(draft, name)
    stale = now.level != before.level and fields.lift.strip() == before.lift
    if fields.lift.strip() and not stale:
        return fields.lift
    return standard.lift(now.role, now.level) if settled(now).gates else fields.lift


def _rows(form: MultiDict[str, str], *names: str) -> Iterator[Row]:
    """Yield the rows whose words are not empty."""
    columns = [form.getlist(name)[:_MOST_ROWS] for name in names]
    for values in zip(*columns, strict=False):
        if values[1].strip():
            yield Row(*values)


def _ticked(form: MultiDict[str, str]) -> Iterator[Row]:
    """Yield the suggested links that were ticked."""
    for value in form.getlist("link-suggested")[:_MOST_ROWS]:
        says, _, target = value.partition(" ")
        yield Row(says, target)


def _cue(row: Row) -> Cue:
    if (kind := _KINDS.get(row.kind)) is None:
        raise DraftError(f"Choose what “{row.words[:60]}” gives away")
    return Cue(kind=kind, words=row.words, at=_offset(row.at))


def _link(row: Row) -> Link:
    if row.kind not in set(Says):
        raise DraftError("Choose whether the other statement supports or contradicts this one")
    return Link(row.words.strip(), Says(row.kind))


def _sent(form: MultiDict[str, str], name: str) -> str:
    """Return a field as it was shown: browsers send the lines of a text with CR LF."""
    return form.get(name, "").replace("\r\n", "\n")


def _line(words: str) -> str:
    """Return words as a field of one line can hold them."""
    return " ".join(words.splitlines())


def _typed(at: int | None) -> str:
    return "" if at is None else str(at)


def _offset(text: str) -> int | None:
    plain = text.strip().removeprefix("-")
    if not (plain.isascii() and plain.isdigit() and len(plain) < 9):  # noqa: PLR2004 - digits
        return None
    return int(text)
