"""One person's own results as files: every question answered, then every figure.

The JSON follows ``static/schemas/attempt-1.json``; the number in its name is that of the format,
which grows when a reader of the old one would misread the new one.
"""

from collections.abc import Iterator
from typing import TypeAlias

import msgspec

from quiz.attempts import Form
from quiz.exports.tables import Cell, csv_file
from quiz.results import Result, Results
from quiz.scale import Level
from quiz.scoring import Line

SCHEMA = "schemas/attempt-1.json"

Said: TypeAlias = Level | str | list[str]
"""A level, "a" or "b", or groups of words, by the form of the question."""

_COMMON = ("bank", "version", "hash", "form")
_ANSWER = (
    "question",
    "statement",
    "text",
    "other_statement",
    "other_text",
    "key",
    "accepted",
    "answer",
    "sure",
    "right",
)
_FIGURE = ("figure", "label", "value", "low", "high", "shown", "note")


def attempt_csv(results: Results) -> bytes:
    """Return the results as one table: a line for each answer, then one for each figure.

    The column ``record`` tells them apart; each line leaves the other's columns empty. Levels
    are numbers from 0 to 3; groups of words stand one on a line in their cell.
    """
    bank, form = results.bank, results.attempt.form
    common: tuple[Cell, ...] = (bank.name, bank.version, bank.hash, str(form))
    no_answer, no_figure = ((None,) * len(columns) for columns in (_ANSWER, _FIGURE))
    rows: list[tuple[Cell, ...]] = [
        ("answer", *common, *_answer_cells(result, form), *no_figure) for result in results.answered
    ]
    rows += [("figure", *common, *no_answer, *_figure_cells(line)) for line in results.lines]
    return csv_file(("record", *_COMMON, *_ANSWER, *_FIGURE), rows)


def _answer_cells(result: Result, form: Form) -> Iterator[Cell]:
    yield result.number
    names = result.question.name.split()
    for name, (statement, _) in zip(names, result.asked, strict=True):
        yield from (name, statement.text)
    yield from (None, None) if len(names) == 1 else ()
    yield _cell(_key(result, form))
    yield " ".join(str(level.value) for level in _accepted(result, form))
    yield _cell(_answer(result, form))
    yield result.answer.sure
    yield result.right


def _cell(said: Said) -> Cell:
    if isinstance(said, Level):
        return said.value
    return said if isinstance(said, str) else "\n".join(said)


def _figure_cells(line: Line) -> tuple[Cell, ...]:
    return line.name, line.label, line.value, line.low, line.high, line.shown, line.note


def attempt_json(results: Results) -> bytes:
    """Return the results as JSON."""
    bank, attempt = results.bank, results.attempt
    content = {
        "format": {"name": "says-who-attempt", "version": 1},
        "bank": {
            "name": bank.name,
            "title": bank.title,
            "version": bank.version,
            "hash": bank.hash,
        },
        "form": attempt.form,
        "asked": len(attempt.questions),
        "answers": [_answer_object(result, attempt.form) for result in results.answered],
        "figures": results.lines,
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=2)


def _answer_object(result: Result, form: Form) -> dict[str, object]:
    names = result.question.name.split()
    return {
        "question": result.number,
        "statements": [
            {"name": name, "text": statement.text, "level": statement.level}
            for name, (statement, _) in zip(names, result.asked, strict=True)
        ],
        "key": _key(result, form),
        "accepted": _accepted(result, form),
        "answer": _answer(result, form),
        "sure": result.answer.sure,
        "right": result.right,
    }


def _key(result: Result, form: Form) -> Said:
    match form:
        case Form.RATE:
            return result.asked[0][0].level
        case Form.COMPARE:
            return result.better
        case Form.SPOT:
            spotted = result.spotted
            pausing = sorted((*spotted.found, *spotted.overlooked), key=lambda p: p.start)
            return [phrase.text for phrase in pausing]


def _answer(result: Result, form: Form) -> Said:
    answer, spotted = result.answer, result.spotted
    if answer.level is not None:
        return answer.level
    if form is Form.COMPARE:
        return answer.better or ""
    chosen = sorted((*spotted.found, *spotted.needless), key=lambda p: p.start)
    return [phrase.text for phrase in chosen]


def _accepted(result: Result, form: Form) -> tuple[Level, ...]:
    """Return the neighbouring levels that are accepted as well."""
    return result.asked[0][0].accept if form is Form.RATE else ()
