"""What people who learn alone answered, attempt by attempt."""

import json
from datetime import date

from sqlite_utils import Database

from quiz.attempts import Answer, Attempt, Form, Question
from quiz.bank import Bank, decode, encode
from quiz.scale import Level
from quiz.store.database import Store


class StaleAnswerError(Exception):
    """An answer to a question that is no longer asked, or that has another answer already."""


def begin_attempt(
    store: Store,
    learner: str,
    bank: Bank,
    form: Form,
    questions: tuple[Question, ...],
    *,
    today: date,
) -> Attempt:
    """Store a new attempt, which from now on is the person's current one in this bank."""
    with store.write() as db:
        keep_bank(db, bank)
        row = {
            "learner": learner,
            "bank": bank.name,
            "bank_hash": bank.hash,
            "form": form,
            "begun": today.isoformat(),
        }
        number = db.table("attempts").insert(row).last_pk
        db.table("questions").insert_all(
            {"attempt": number, "number": n, "statement": q.statement, "other": q.other}
            for n, q in enumerate(questions, 1)
        )
    return Attempt(int(str(number)), bank.name, bank.hash, form, questions)


def current_attempt(store: Store, learner: str, bank: str) -> Attempt | None:
    """Return the person's latest attempt in a bank, or None."""
    query = "SELECT max(id) FROM attempts WHERE learner = ? AND bank = ?"
    with store.read() as db:
        number = db.execute(query, [learner, bank]).fetchone()[0]
        return _load(db, number) if number else None


def attempts_of(store: Store, learner: str, bank: str) -> tuple[Attempt, ...]:
    """Return all attempts of a person in a bank, oldest first."""
    query = "SELECT id FROM attempts WHERE learner = ? AND bank = ? ORDER BY id"
    with store.read() as db:
        return tuple(_load(db, n) for (n,) in db.execute(query, [learner, bank]).fetchall())


def add_answer(store: Store, attempt: Attempt, number: int, answer: Answer, today: date) -> None:
    """Store the answer to question ``number``; the same answer again is no error.

    Raises StaleAnswerError when the question has another answer, or the attempt is gone.
    """
    with store.write() as db:
        if db.execute("SELECT 1 FROM attempts WHERE id = ?", [attempt.id]).fetchone() is None:
            raise StaleAnswerError
        db.execute(
            "INSERT INTO answers (attempt, number, sure, level, better, words)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [
                attempt.id,
                number,
                answer.sure,
                answer.level,
                answer.better,
                _words_text(answer),
            ],
        )
        if _answers(db, attempt.id)[number] != answer:
            raise StaleAnswerError
        db.execute(
            "UPDATE attempts SET finished = ? WHERE id = ? AND finished IS NULL AND"
            " (SELECT count(*) FROM answers WHERE attempt = id)"
            " = (SELECT count(*) FROM questions WHERE attempt = id)",
            [today.isoformat(), attempt.id],
        )


def forget_learner(store: Store, learner: str) -> None:
    """Delete everything a person answered alone."""
    mine = "attempt IN (SELECT id FROM attempts WHERE learner = ?)"
    with store.write() as db:
        db.table("answers").delete_where(mine, [learner])
        db.table("questions").delete_where(mine, [learner])
        db.table("attempts").delete_where("learner = ?", [learner])


def keep_bank(db: Database, bank: Bank) -> None:
    """Keep this version of a bank for as long as something refers to it."""
    db.table("banks").insert(
        {"hash": bank.hash, "name": bank.name, "content": encode(bank)}, ignore=True
    )


def kept_bank(store: Store, bank_hash: str) -> Bank:
    """Return the version of a bank that something refers to. Raises KeyError without one."""
    with store.read() as db:
        row = db.execute("SELECT content FROM banks WHERE hash = ?", [bank_hash]).fetchone()
    if row is None:
        raise KeyError(bank_hash)
    return decode(row[0])


def _load(db: Database, number: int) -> Attempt:
    head = db.execute("SELECT bank, bank_hash, form, finished FROM attempts WHERE id = ?", [number])
    bank, bank_hash, form, finished = head.fetchone()
    rows = db.execute(
        "SELECT statement, other FROM questions WHERE attempt = ? ORDER BY number", [number]
    )
    questions = tuple(Question(*row) for row in rows.fetchall())
    day = date.fromisoformat(finished) if finished else None
    return Attempt(number, bank, bank_hash, Form(form), questions, _answers(db, number), day)


def _answers(db: Database, number: int) -> dict[int, Answer]:
    rows = db.execute(
        "SELECT number, sure, level, better, words FROM answers WHERE attempt = ?", [number]
    )
    return {
        n: Answer(
            sure=sure,
            level=None if level is None else Level(level),
            better=better,
            words=None if words is None else tuple(json.loads(words)),
        )
        for n, sure, level, better, words in rows.fetchall()
    }


def _words_text(answer: Answer) -> str | None:
    return None if answer.words is None else json.dumps(answer.words)
