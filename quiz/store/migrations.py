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
        {
            "id": int,
            "learner": str,
            "bank": str,
            "bank_hash": str,
            "form": str,
            "begun": str,
            "finished": str,
        },
        pk="id",
        not_null={"learner", "bank", "bank_hash", "form", "begun"},
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


@migrations()
def workshops(db: Database) -> None:
    """Make workshops, what they ask, who takes part and their votes.

    People and votes stand in the order of random numbers, not in that of their arrival: such
    tables have no row number, which sqlite-utils cannot make.
    """
    db.execute(
        """
        CREATE TABLE workshops (
            id TEXT PRIMARY KEY,
            code TEXT NOT NULL UNIQUE,
            host_key TEXT NOT NULL,
            bank TEXT NOT NULL,
            bank_hash TEXT NOT NULL REFERENCES banks(hash),
            forms TEXT NOT NULL,
            pace TEXT NOT NULL,
            address TEXT NOT NULL,
            phase TEXT NOT NULL,
            question INTEGER NOT NULL,
            looking INTEGER NOT NULL,
            paused INTEGER NOT NULL,
            version INTEGER NOT NULL,
            begun TEXT NOT NULL,
            closed TEXT
        ) STRICT
        """
    )
    db.execute(
        """
        CREATE TABLE asked (
            workshop TEXT NOT NULL REFERENCES workshops(id),
            number INTEGER NOT NULL,
            statement TEXT NOT NULL,
            part TEXT NOT NULL,
            discuss INTEGER NOT NULL,
            PRIMARY KEY (workshop, number)
        ) STRICT, WITHOUT ROWID
        """
    )
    db.execute(
        """
        CREATE TABLE participants (
            workshop TEXT NOT NULL REFERENCES workshops(id),
            id TEXT NOT NULL,
            begins TEXT NOT NULL CHECK (begins IN ('A', 'B')),
            PRIMARY KEY (workshop, id)
        ) STRICT, WITHOUT ROWID
        """
    )
    db.execute(
        """
        CREATE TABLE votes (
            workshop TEXT NOT NULL,
            question INTEGER NOT NULL,
            round INTEGER NOT NULL CHECK (round IN (1, 2)),
            participant TEXT NOT NULL,
            level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 3),
            sure INTEGER NOT NULL CHECK (sure BETWEEN 1 AND 3),
            PRIMARY KEY (workshop, question, round, participant),
            FOREIGN KEY (workshop, participant) REFERENCES participants(workshop, id),
            FOREIGN KEY (workshop, question) REFERENCES asked(workshop, number)
        ) STRICT, WITHOUT ROWID
        """
    )


@migrations()
def writing(db: Database) -> None:
    """Make the banks in work, and the blind codings of their statements."""
    db.create_table(
        "drafts",
        {"id": int, "version": int, "published": int, "name": str, "title": str, "content": bytes},
        pk="id",
        not_null={"version", "published", "name", "title", "content"},
        strict=True,
    )
    db.table("drafts").create_index(["name"], unique=True)
    db.create_table(
        "coders",
        {"id": int, "draft": int, "name": str, "code": str},
        pk="id",
        not_null={"draft", "name", "code"},
        foreign_keys=[("draft", "drafts", "id")],
        strict=True,
    )
    db.table("coders").create_index(["code"], unique=True)
    db.create_table(
        "codings",
        {"coder": int, "statement": str, "start": int, "end": int, "level": int},
        pk=("coder", "statement"),
        not_null={"start", "end", "level"},
        foreign_keys=[("coder", "coders", "id")],
        strict=True,
    )


@migrations()
def summing_up(db: Database) -> None:
    """Make protected summaries, and note which workshops are pooled."""
    db.create_table(
        "summaries",
        {"id": str, "workshop": str, "bank": str, "month": str, "content": bytes},
        pk="id",
        not_null={"content"},
        foreign_keys=[("workshop", "workshops", "id")],
        strict=True,
    )
    db.table("summaries").create_index(["workshop"], unique=True)
    db.table("summaries").create_index(["bank", "month"], unique=True)
    db.create_table(
        "pooled",
        {"workshop": str, "summary": str},
        pk="workshop",
        not_null={"summary"},
        foreign_keys=[("workshop", "workshops", "id"), ("summary", "summaries", "id")],
        strict=True,
    )
