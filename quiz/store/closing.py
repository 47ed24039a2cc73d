"""What happens to a workshop in the transaction that closes it."""

from datetime import date

from sqlite_utils import Database

from quiz.programme import Workshop


def seal(db: Database, workshop: Workshop, today: date) -> None:
    """Note the day. ``workshop`` is closed already: no vote can follow those in ``db``."""
    db.execute("UPDATE workshops SET closed = ? WHERE id = ?", [today.isoformat(), workshop.id])
