"""Raw answers as the groups that disclosure control works on. Nothing of this leaves."""

from collections import defaultdict
from collections.abc import Iterable

from sqlite_utils import Database

from quiz.attempts import Form
from quiz.bank import Bank, decode
from quiz.disclosure import Group, Kind, Occasion, Question, Sheet
from quiz.programme import Asked, Forms, Pace, Workshop
from quiz.scale import Level
from quiz.workshop import Part


def group_of_workshop(db: Database, workshop: Workshop, day: str) -> Group:
    """Return who answered what in a workshop, the last vote on each question.

    Questions that the host never opened were not asked. A run that measures before and after is
    summed up by its two forms; what the room did together in between is no part of the measure.
    """
    bank = _bank(db, workshop.bank_hash)
    programme = workshop.programme
    measured = programme.forms is Forms.BOTH
    asked = [a for a in programme.asked if _was_asked(workshop, a)]
    form = "before and after" if measured else str(programme.forms)
    return Group(
        occasion=_occasion(Kind.WORKSHOP, bank, form, day),
        questions=tuple(_question(bank, a.statement, _form(a)) for a in asked),
        sheets=tuple(_sheets(db, workshop, asked, measured=measured)),
    )


def _was_asked(workshop: Workshop, asked: Asked) -> bool:
    if workshop.programme.forms is Forms.BOTH:
        return asked.part is not Part.ROOM
    return workshop.programme.pace is Pace.SELF or asked.number <= workshop.state.question


def group_of_month(db: Database, bank_hash: str, month: str) -> Group:
    """Return the first attempt that each person finished in a month with a version of a bank.

    One attempt for each person, because a group is made of people; attempts at rating only.
    """
    bank = _bank(db, bank_hash)
    names = sorted(bank.served)
    place = {name: i for i, name in enumerate(names)}
    sheets: dict[str, list[Level | None]] = defaultdict(lambda: [None] * len(names))
    sizes: dict[str, int] = defaultdict(int)
    for learner, statement, level in _finished(db, bank_hash, month):
        if statement in place:
            sheets[learner][place[statement]] = Level(level)
            sizes[learner] += 1
    return Group(
        occasion=_occasion(Kind.SELF_STUDY, bank, "", month),
        questions=tuple(_question(bank, name) for name in names),
        sheets=tuple(Sheet(tuple(sheets[learner])) for learner in sorted(sheets)),
        answered_each=(min(sizes.values(), default=1), max(sizes.values(), default=len(names))),
    )


def _finished(db: Database, bank_hash: str, month: str) -> Iterable[tuple[str, str, int]]:
    return db.execute(
        "SELECT a.learner, q.statement, s.level FROM attempts a"
        " JOIN questions q ON q.attempt = a.id"
        " JOIN answers s ON s.attempt = a.id AND s.number = q.number"
        " WHERE a.id IN (SELECT min(id) FROM attempts"
        "  WHERE bank_hash = ? AND form = ? AND substr(finished, 1, 7) = ? GROUP BY learner)",
        [bank_hash, Form.RATE, month],
    ).fetchall()


def _sheets(
    db: Database, workshop: Workshop, asked: list[Asked], *, measured: bool
) -> Iterable[Sheet]:
    place = {a.number: i for i, a in enumerate(asked)}
    answers: dict[str, list[Level | None]] = defaultdict(lambda: [None] * len(asked))
    votes = db.execute(
        "SELECT participant, question, level FROM votes WHERE workshop = ? ORDER BY round",
        [workshop.id],
    )
    for person, question, level in votes.fetchall():
        if question in place:
            answers[person][place[question]] = Level(level)
    people = db.execute("SELECT id, begins FROM participants WHERE workshop = ?", [workshop.id])
    for person, begins in people.fetchall():
        if person in answers:
            yield Sheet(tuple(answers[person]), first=begins if measured else "")


def _occasion(kind: Kind, bank: Bank, form: str, day: str) -> Occasion:
    return Occasion(
        kind=kind,
        bank=bank.name,
        title=bank.title,
        version=bank.version,
        sha256=bank.hash,
        form=form,
        day=day,
    )


def _question(bank: Bank, name: str, form: str = "") -> Question:
    statement = bank.statements[name]
    return Question(name, statement.text, statement.level, statement.accept, form)


def _form(asked: Asked) -> str:
    return "" if asked.part is Part.ROOM else str(asked.part)


def _bank(db: Database, bank_hash: str) -> Bank:
    row = db.execute("SELECT content FROM banks WHERE hash = ?", [bank_hash]).fetchone()
    return decode(row[0])
