"""The tables, migration by migration. Append only: a migration that ran somewhere never changes.

Times stay out of the tables: days are kept where a rule needs one, never anything finer.
"""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

migrations = Migrations("says-who")


@migrations()
def learning_alone(db: Database) -> None:
    """Make the versions of banks in use, people's attempts, their questions and answers."""
    db.create_table("banks", {"hash": str, "name": str, "content": bytes}, pk="hash", strict=True)
    db.create_table(
        "attempts",
        {"id": int, "learner": str, "bank": str, "bank_hash": str, "form": str, "finished": str},
        pk="id",
        not_null={"learner", "bank", "bank_hash", "form"},
        foreign_keys=[("bank_hash", "banks", "hash")],
        strict=True,
    )
    db.table("attempts").create_index(["learner", "bank"])
    db.create_table(
        "questions",
        {"attempt": int, "number": int, "statement": str, "other": str},
        pk=("attempt", "number"),
        not_null={"statement", "other"},
        foreign_keys=[("attempt", "attempts", "id")],
        strict=True,
    )
    db.create_table(
        "answers",
        {"attempt": int, "number": int, "sure": int, "level": int, "better": str, "words": str},
        pk=("attempt", "number"),
        not_null={"sure"},
        foreign_keys=[("attempt", "attempts", "id")],
        strict=True,
    )
