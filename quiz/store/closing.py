"""What happens to a workshop in the transaction that closes it."""

from datetime import date
from functools import lru_cache

from sqlite_utils import Database

from quiz.disclosure import protect
from quiz.programme import Workshop
from quiz.store.database import Store
from quiz.store.groups import group_of_workshop
from quiz.store.summaries import keep_summary

_protected = lru_cache(maxsize=4)(protect)


def prepare(store: Store, workshop: Workshop, today: date) -> None:
    """Do the long calculation before the transaction, so that nobody has to wait for it.

    When nobody answers in between, ``seal`` finds it done; otherwise it is done again.
    """
    with store.read() as db:
        group = group_of_workshop(db, workshop, today.isoformat())
    _protected(group)


def seal(db: Database, workshop: Workshop, today: date) -> None:
    """Note the day, and keep the protected summary: the one thing that ever leaves.

    ``workshop`` is closed already: no vote can follow those in ``db``.
    """
    db.execute("UPDATE workshops SET closed = ? WHERE id = ?", [today.isoformat(), workshop.id])
    summary = _protected(group_of_workshop(db, workshop, today.isoformat()))
    keep_summary(db, summary, workshop=workshop.id)
    _protected.cache_clear()
