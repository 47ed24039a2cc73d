"""A protected summary as an SQLite file with typed tables and a table that describes them."""

import sqlite3
from collections.abc import Iterable, Mapping

from sqlite_utils import Database

from quiz.disclosure import Summary
from quiz.exports.summary import LEVELS, about, ends
from quiz.exports.tables import Cell

_ABOUT = {"name": str, "text": str}
_BOTH = {f"{name}_{end}": int for name in ("answered", "right", *LEVELS) for end in ("from", "to")}
_QUESTIONS = {"name": str, "statement": str, "form": str, "key": int, "key_title": str, **_BOTH}
_BANDS = {"at_least_right": int, "people_from": int, "people_to": int}
_FIGURES = {"name": str, "value": float, "low": float, "high": float}
_DESCRIPTION = {"table_name": str, "column_name": str, "meaning": str}
_MEANINGS = {
    ("about", ""): "What was summed up, when, and how it was protected",
    ("questions", ""): "Each statement that people were asked about",
    ("questions", "key"): "The level that the key gives it, 0 None to 3 Strong",
    ("questions", "answered_from"): "At least so many people answered it",
    ("questions", "answered_to"): "At most so many; empty means that the interval is open",
    ("questions", "right_from"): "At least so many people were right; right_to is the other end",
    ("questions", "none_from"): "At least so many chose None; and so on for the other levels",
    ("bands", ""): "How many people had at least so many questions right",
    ("figures", "mean"): "Mean share of questions right, in per cent, rounded to 5",
    ("figures", "change"): "Change of the mean from before to after, in points, rounded to 5",
    ("figures", "alpha"): "Cronbach’s alpha of the questions, to one decimal",
}
_LIBRARY_VERSION = slice(96, 100)  # of the SQLite that wrote a file; nothing reads it back


def summary_sqlite(summary: Summary) -> bytes:
    """Return the summary as the content of an SQLite file, the same bytes each time."""
    db = Database(sqlite3.connect(":memory:"), strict=True, execute_plugins=False)
    _table(db, "about", _ABOUT, ({"name": n, "text": t} for n, t in about(summary).items()))
    _table(db, "questions", _QUESTIONS, _questions(summary))
    _table(db, "bands", _BANDS, _bands(summary))
    _table(db, "figures", _FIGURES, _figures(summary))
    described = (
        {"table_name": t, "column_name": c, "meaning": m} for (t, c), m in _MEANINGS.items()
    )
    _table(db, "description", _DESCRIPTION, described)
    content = bytearray(db.conn.serialize())
    db.close()
    content[_LIBRARY_VERSION] = bytes(4)
    return bytes(content)


def _table(
    db: Database, name: str, columns: Mapping[str, type], rows: Iterable[Mapping[str, Cell]]
) -> None:
    table = db.create_table(name, dict(columns), strict=True)
    table.insert_all([dict.fromkeys(columns) | dict(row) for row in rows])


def _questions(summary: Summary) -> Iterable[dict[str, Cell]]:
    for question in summary.questions:
        row: dict[str, Cell] = {
            "name": question.name,
            "statement": question.statement,
            "form": question.form,
            "key": int(question.key),
            "key_title": question.key.title,
        }
        row |= ends("answered", question.answered) | ends("right", question.right)
        for level, counted in zip(LEVELS, question.levels or (), strict=False):
            row |= ends(level, counted)
        yield row


def _bands(summary: Summary) -> Iterable[dict[str, Cell]]:
    for band in summary.bands or ():
        yield {"at_least_right": band.from_right} | ends("people", band.people)


def _figures(summary: Summary) -> Iterable[dict[str, Cell]]:
    if summary.mean is not None:
        yield {"name": "mean", "value": summary.mean}
    if (change := summary.change) is not None:
        yield {"name": "change", "value": change.mean, "low": change.low, "high": change.high}
    if summary.alpha is not None:
        yield {"name": "alpha", "value": summary.alpha}
