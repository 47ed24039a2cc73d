"""Deleting raw answers when their days are over, so that no file holds a trace of them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from quiz.store.database import Store
from quiz.store.workshops import load_workshop, take_step
from quiz.workshop import To

FORGOTTEN_DAYS = 30  # an open workshop that people answered is closed then
SELF_STUDY_DAYS = 400  # a year and a bit: what was missed comes back until then


@dataclass(frozen=True)
class Purged:
    """How much was deleted."""

    workshops: int
    attempts: int
    copies: int


def purge(store: Store, keep_days: int, today: date) -> Purged:
    """Delete raw answers whose days are over, and every copy of them.

    A workshop's answers go ``keep_days`` after it was closed; one that nobody closed is closed
    FORGOTTEN_DAYS after it began. Sets of people who learn alone go after SELF_STUDY_DAYS. What
    is deleted is overwritten (``secure_delete``), and the write-ahead log is cut to nothing.
    """
    limit = (today - timedelta(days=keep_days)).isoformat()
    with store.write() as db:
        _close_forgotten(db, today)
        workshops = _delete_votes(db, limit)
        attempts = _delete_attempts(db, (today - timedelta(days=SELF_STUDY_DAYS)).isoformat())
        _delete_unused_banks(db)
    store.checkpoint()
    return Purged(workshops, attempts, _delete_copies(store.file, keep_days, today))


def _close_forgotten(db: Database, today: date) -> None:
    """Close what people answered and nobody closed, in the way a host would."""
    limit = (today - timedelta(days=FORGOTTEN_DAYS)).isoformat()
    rows = db.execute(
        "SELECT id FROM workshops WHERE closed IS NULL AND begun <= ?"
        " AND id IN (SELECT workshop FROM votes)",
        [limit],
    ).fetchall()
    for (number,) in rows:
        workshop = load_workshop(db, "id", number)
        if workshop is not None:
            take_step(db, workshop, workshop.state.version, To.CLOSE, today)


def _delete_votes(db: Database, limit: str) -> int:
    """Delete votes and participants of what was closed by then; say of how many workshops."""
    old = "workshop IN (SELECT id FROM workshops WHERE closed <= ?)"
    query = f"SELECT count(DISTINCT workshop) FROM participants WHERE {old}"  # noqa: S608 - our own words
    count = db.execute(query, [limit]).fetchone()[0]
    db.table("votes").delete_where(old, [limit])
    db.table("participants").delete_where(old, [limit])
    return int(count)


def _delete_attempts(db: Database, limit: str) -> int:
    old = "attempt IN (SELECT id FROM attempts WHERE begun <= ?)"
    count = db.table("attempts").count_where("begun <= ?", [limit])
    db.table("answers").delete_where(old, [limit])
    db.table("questions").delete_where(old, [limit])
    db.table("attempts").delete_where("begun <= ?", [limit])
    return int(count)


def _delete_unused_banks(db: Database) -> None:
    """Delete versions of banks that nothing refers to any more."""
    used = "SELECT bank_hash FROM attempts UNION SELECT bank_hash FROM workshops"
    db.table("banks").delete_where(f"hash NOT IN ({used})")


def _delete_copies(file: Path, keep_days: int, today: date) -> int:
    """Delete copies made before a migration once the answers in them are too old to keep."""
    limit = today - timedelta(days=keep_days)
    old = [
        copy
        for copy in file.parent.glob(f"{file.stem}.before-*{file.suffix}*")
        if datetime.fromtimestamp(copy.stat().st_mtime, UTC).date() <= limit
    ]
    for copy in old:
        copy.unlink()
    return len(old)
