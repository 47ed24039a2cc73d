"""Protected summaries: computed once, stored, and the same for everybody from then on."""

import secrets
from collections.abc import Sequence
from datetime import date

import msgspec
from sqlite_utils import Database

from quiz.disclosure import Kind, Occasion, PoolError, Summary, pool, protect
from quiz.programme import Workshop
from quiz.store.database import Store
from quiz.store.groups import group_of_month, group_of_workshop


class NoSummaryError(Exception):
    """There is no summary to give, and why."""


def summary_of_workshop(store: Store, workshop: Workshop) -> Summary | None:
    """Return what leaves a workshop, or None while it is open."""
    with store.read() as db:
        return _stored(db, "workshop = ?", [workshop.id])


def summary_of_month(store: Store, bank: str, month: str, today: date) -> Summary:
    """Return what leaves a month of learning alone, computing it the first time it is asked for.

    It is about the version of the bank that most people finished a set with in that month.
    Raises NoSummaryError while the month is not over, or when nobody finished a set in it.
    """
    if month >= today.isoformat()[:7]:
        raise NoSummaryError(f"The month {month} is not over: a month is summed up once.")
    with store.write() as db:
        stored = _stored(db, "bank = ? AND month = ?", [bank, month])
        if stored is not None:
            return stored
        version = db.execute(
            "SELECT bank_hash FROM attempts WHERE bank = ? AND substr(finished, 1, 7) = ?"
            " GROUP BY bank_hash ORDER BY count(DISTINCT learner) DESC, bank_hash",
            [bank, month],
        ).fetchone()
        if version is None:
            raise NoSummaryError(f"Nobody finished a set of “{bank}” in {month}.")
        summary = protect(group_of_month(db, version[0], month))
        keep_summary(db, summary, bank=bank, month=month)
    return summary


def months_finished(store: Store, bank: str, before: str) -> tuple[str, ...]:
    """Return the months before ``before`` in which sets of a bank were finished, latest first."""
    query = (
        "SELECT month FROM summaries WHERE bank = ? AND month IS NOT NULL"
        " UNION SELECT substr(finished, 1, 7) AS month FROM attempts"
        " WHERE bank = ? AND finished IS NOT NULL AND month < ? ORDER BY month DESC"
    )
    with store.read() as db:
        return tuple(month for (month,) in db.execute(query, [bank, bank, before]).fetchall())


def pool_workshops(store: Store, workshops: Sequence[Workshop], today: date) -> Summary:
    """Put small workshops together and return what leaves the pool, stored like any other.

    Raises NoSummaryError when one of them is open, has a summary with figures of its own, is in
    a pool already or has no raw answers left, or when they did not ask the same.
    """
    if len({w.id for w in workshops}) < 2:  # noqa: PLR2004 - a pool has at least two
        raise NoSummaryError("A pool is made of at least two workshops.")
    with store.write() as db:
        for workshop in workshops:
            _check_can_be_pooled(db, workshop)
        groups = [group_of_workshop(db, w, today.isoformat()) for w in workshops]
        occasion: Occasion = msgspec.structs.replace(groups[0].occasion, kind=Kind.POOL)
        try:
            summary = protect(pool(groups, occasion))
        except PoolError as error:
            raise NoSummaryError(str(error)) from error
        number = keep_summary(db, summary)
        db.table("pooled").insert_all({"workshop": w.id, "summary": number} for w in workshops)
    return summary


def keep_summary(
    db: Database,
    summary: Summary,
    *,
    workshop: str | None = None,
    bank: str | None = None,
    month: str | None = None,
) -> str:
    """Store a summary within a transaction and return its random number."""
    number = secrets.token_hex(8)
    row = {"id": number, "workshop": workshop, "bank": bank, "month": month}
    db.table("summaries").insert(row | {"content": msgspec.json.encode(summary)})
    return number


def _stored(db: Database, where: str, values: Sequence[str]) -> Summary | None:
    rows = list(db.table("summaries").rows_where(where, values, select="content"))
    return msgspec.json.decode(rows[0]["content"], type=Summary) if rows else None


def _check_can_be_pooled(db: Database, workshop: Workshop) -> None:
    own = _stored(db, "workshop = ?", [workshop.id])
    if own is None:
        raise NoSummaryError(f"{workshop.code} is not closed.")
    if own.took_part is not None:
        raise NoSummaryError(f"{workshop.code} has a summary of its own.")
    if db.execute("SELECT 1 FROM pooled WHERE workshop = ?", [workshop.id]).fetchone():
        raise NoSummaryError(f"{workshop.code} is in a pool already.")
    if not db.execute("SELECT 1 FROM votes WHERE workshop = ?", [workshop.id]).fetchone():
        raise NoSummaryError(f"The answers of {workshop.code} are deleted already.")
