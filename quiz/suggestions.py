"""A draft as plain data, for other programs: one object a statement."""

from collections.abc import Iterable

from quiz.documents import Cue, GateKey, Statement

Suggestion = dict[str, object]


def as_data(statements: Iterable[Statement]) -> list[Suggestion]:
    """Return drafted statements as JSON-ready objects, in order of place.

    Each has ``start`` and ``end`` (code points), ``text``, ``role``, ``level`` (0 to 3, or None
    where the role is not rated), ``gates`` (by name, those that are asked: ``passes``,
    ``words``, ``because``) and ``cues`` (``kind``, ``words``, ``start``, ``end``).
    """
    return [
        {
            "start": statement.start,
            "end": statement.end,
            "text": statement.text,
            "role": statement.role.value,
            "level": int(statement.level) if statement.role.rateable else None,
            "gates": {gate.value: _gate(key) for gate, key in statement.gates.items()},
            "cues": [_cue(statement, cue) for cue in statement.cues],
        }
        for statement in statements
    ]


def as_lines(statements: Iterable[Statement]) -> Iterable[str]:
    """Yield a draft for a reader: each statement, what was suggested for it, and why."""
    for s in statements:
        level = f", {s.level.title}" if s.role.rateable else ""
        yield f"{s.start}–{s.end}  {s.role.value}{level}: {' '.join(s.text.split())}"
        for gate, key in s.gates.items():
            yield f"    {gate.value} {'yes' if key.passes else 'no'}: {key.because}"
        for cue in s.cues:
            yield f"    cue {cue.kind.value}: {cue.words}"


def _gate(key: GateKey) -> Suggestion:
    return {"passes": key.passes, "words": key.words, "because": key.because}


def _cue(statement: Statement, cue: Cue) -> Suggestion:
    start = statement.start + (statement.text.index(cue.words) if cue.at is None else cue.at)
    return {
        "kind": cue.kind.value,
        "words": cue.words,
        "start": start,
        "end": start + len(cue.words),
    }
