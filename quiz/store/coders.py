"""People who code the statements of a draft blind, and what they coded so far."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from quiz.documents import Span
from quiz.scale import Level
from quiz.store.database import Store

_TRIES = 20


@dataclass(frozen=True)
class Seat:
    """A place at the table of coders: which draft, under which name, opened by which code."""

    id: int
    draft: int
    name: str
    code: str


@dataclass(frozen=True)
class Coding:
    """The level that a coder gave to the words that stand at a place."""

    statement: str
    span: Span
    level: Level


def add_seat(store: Store, draft: int, make_code: Callable[[], str]) -> Seat:
    """Make a place for one more coder of a draft, with a code that nobody else has."""
    count = "SELECT count(*) FROM coders WHERE draft = ?"
    with store.write() as db:
        name = f"Coder {db.execute(count, [draft]).fetchone()[0] + 1}"
        for _ in range(_TRIES):
            code = make_code()
            try:
                row = {"draft": draft, "name": name, "code": code}
                number = db.table("coders").insert(row).last_pk
            except sqlite3.IntegrityError:
                continue
            return Seat(int(str(number)), draft, name, code)
    raise RuntimeError("no code is free")


def seats_of(store: Store, draft: int) -> tuple[Seat, ...]:
    """Return the coders of a draft, in the order of their invitation."""
    return _seats(store, "draft = ? ORDER BY id", draft)


def seat_by_code(store: Store, code: str) -> Seat | None:
    """Return whose code this is, or None."""
    return next(iter(_seats(store, "code = ?", code)), None)


def save_coding(store: Store, seat: Seat, coding: Coding) -> None:
    """Save what a coder thinks of a statement, in place of what they thought before."""
    with store.write() as db:
        db.execute(
            "INSERT INTO codings (coder, statement, start, end, level) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (coder, statement) DO UPDATE"
            " SET start = excluded.start, end = excluded.end, level = excluded.level",
            [seat.id, coding.statement, coding.span.start, coding.span.end, coding.level],
        )


def codings_of(store: Store, seat: Seat) -> tuple[Coding, ...]:
    """Return what a coder has coded so far."""
    query = "SELECT statement, start, end, level FROM codings WHERE coder = ? ORDER BY statement"
    with store.read() as db:
        rows = db.execute(query, [seat.id]).fetchall()
    return tuple(Coding(name, Span(start, end), Level(level)) for name, start, end, level in rows)


def _seats(store: Store, where: str, value: int | str) -> tuple[Seat, ...]:
    query = f"SELECT id, draft, name, code FROM coders WHERE {where}"  # noqa: S608 - our own words
    with store.read() as db:
        return tuple(Seat(*row) for row in db.execute(query, [value]).fetchall())
