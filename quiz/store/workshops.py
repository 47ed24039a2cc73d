"""Workshops, where they are, and who takes part."""

import hashlib
import random
import secrets
from dataclasses import astuple, replace
from datetime import date
from hmac import compare_digest

from sqlite_utils import Database

from quiz.bank import Bank
from quiz.codes import make_code
from quiz.programme import Asked, Forms, Pace, Participant, Programme, Workshop
from quiz.secret_keys import plain_key, typeable_key
from quiz.store.attempts import keep_bank
from quiz.store.closing import prepare, seal
from quiz.store.database import Store
from quiz.workshop import Part, Phase, State, To, step

_STATE = "phase, question, looking, paused, version"


class WorkshopOverError(Exception):
    """The workshop is closed: nobody can join it any more."""


def begin_workshop(
    store: Store, bank: Bank, programme: Programme, rng: random.Random, today: date
) -> tuple[Workshop, str]:
    """Store a new workshop and return it with its host key, of which only a hash is kept."""
    key = typeable_key()
    with store.write() as db:
        keep_bank(db, bank)
        workshop = Workshop(
            id=secrets.token_hex(8),
            code=_free_code(db, rng),
            host_key=_hashed(key),
            bank=bank.name,
            bank_hash=bank.hash,
            programme=programme,
            state=State(),
        )
        _insert(db, workshop, today)
    return workshop, key


def find_workshop(store: Store, code: str) -> Workshop | None:
    """Return the workshop with a code, or None."""
    with store.read() as db:
        return load_workshop(db, "code", code)


def load_workshop(db: Database, column: str, value: str) -> Workshop | None:
    """Return the workshop whose ``column`` (id or code) has a value, or None."""
    head = db.execute(
        f"SELECT id, code, host_key, bank, bank_hash, address, forms, pace, {_STATE}"  # noqa: S608 - our own names
        f" FROM workshops WHERE {column} = ?",
        [value],
    ).fetchone()
    if head is None:
        return None
    number, code, host_key, bank, bank_hash, address, forms, pace, *state = head
    return Workshop(
        id=number,
        code=code,
        host_key=host_key,
        bank=bank,
        bank_hash=bank_hash,
        programme=Programme(Forms(forms), Pace(pace), _asked(db, number)),
        state=_state(*state),
        address=address,
    )


def is_host_key(workshop: Workshop, typed: str) -> bool:
    """Whether somebody typed the workshop's host key, in any case, with any spaces and dashes."""
    return compare_digest(_hashed(typed), workshop.host_key)


def move(store: Store, workshop: Workshop, version: int, to: To, today: date) -> Workshop:
    """Take a step from the state with this version, once, and return the workshop after it.

    Raises StaleStepError and ImpossibleStepError, in which case nothing is changed.
    """
    if to is To.CLOSE:
        prepare(store, workshop, today)
    with store.write() as db:
        row = db.execute(f"SELECT {_STATE} FROM workshops WHERE id = ?", [workshop.id]).fetchone()  # noqa: S608 - our own names
        now = replace(workshop, state=_state(*row))
        return take_step(db, now, version, to, today)


def take_step(db: Database, workshop: Workshop, version: int, to: To, today: date) -> Workshop:
    """Take a step within a transaction, as ``move`` does; closing seals the workshop."""
    state = step(workshop.state, version, to, workshop.programme.course)
    moved = replace(workshop, state=state)
    db.execute(
        "UPDATE workshops SET phase = ?, question = ?, looking = ?, paused = ?, version = ?"
        " WHERE id = ?",
        [*astuple(state), workshop.id],
    )
    if state.phase is Phase.CLOSED is not workshop.state.phase:
        seal(db, moved, today)
    return moved


def correct_address(store: Store, workshop: Workshop, address: str) -> None:
    """Keep the address at which the host says that phones reach this computer."""
    with store.write() as db:
        db.execute("UPDATE workshops SET address = ? WHERE id = ?", [address, workshop.id])


def join_workshop(store: Store, workshop: Workshop) -> Participant:
    """Add a participant; every other one begins with form B. Raises WorkshopOverError."""
    with store.write() as db:
        row = db.execute("SELECT phase FROM workshops WHERE id = ?", [workshop.id]).fetchone()
        if row is None or row[0] == Phase.CLOSED:
            raise WorkshopOverError
        begins = Part.B if count_joined(db, workshop) % 2 else Part.A
        person = Participant(secrets.token_urlsafe(12), begins)
        db.execute(
            "INSERT INTO participants (workshop, id, begins) VALUES (?, ?, ?)",
            [workshop.id, person.id, begins],
        )
    return person


def find_participant(store: Store, workshop: Workshop, number: str) -> Participant | None:
    """Return a participant of this workshop, or None."""
    query = "SELECT begins FROM participants WHERE workshop = ? AND id = ?"
    with store.read() as db:
        row = db.execute(query, [workshop.id, number]).fetchone()
    return None if row is None else Participant(number, Part(row[0]))


def forget_participant(store: Store, workshop: str, number: str) -> None:
    """Delete a participant and their votes; a summary that is made already stays as it is."""
    with store.write() as db:
        mine = "workshop = ? AND {} = ?"
        db.table("votes").delete_where(mine.format("participant"), [workshop, number])
        db.table("participants").delete_where(mine.format("id"), [workshop, number])


def count_joined(db: Database, workshop: Workshop) -> int:
    """Return how many people have joined."""
    query = "SELECT count(*) FROM participants WHERE workshop = ?"
    return int(db.execute(query, [workshop.id]).fetchone()[0])


def _hashed(key: str) -> str:
    """Hash a host key. It has 80 random bits, so that a fast hash is enough."""
    return hashlib.sha256(plain_key(key).encode()).hexdigest()


def _free_code(db: Database, rng: random.Random) -> str:
    while True:
        code = make_code(rng)
        if not db.execute("SELECT 1 FROM workshops WHERE code = ?", [code]).fetchone():
            return code


def _insert(db: Database, workshop: Workshop, today: date) -> None:
    programme, state = workshop.programme, workshop.state
    db.table("workshops").insert(
        {
            "id": workshop.id,
            "code": workshop.code,
            "host_key": workshop.host_key,
            "bank": workshop.bank,
            "bank_hash": workshop.bank_hash,
            "forms": programme.forms,
            "pace": programme.pace,
            "address": workshop.address,
            "phase": state.phase,
            "question": state.question,
            "looking": state.looking,
            "paused": int(state.paused),
            "version": state.version,
            "begun": today.isoformat(),
        }
    )
    for asked in programme.asked:
        row = [workshop.id, asked.number, asked.statement, asked.part, int(asked.discuss)]
        db.execute("INSERT INTO asked VALUES (?, ?, ?, ?, ?)", row)


def _asked(db: Database, workshop: str) -> tuple[Asked, ...]:
    rows = db.execute(
        "SELECT number, statement, part, discuss FROM asked WHERE workshop = ? ORDER BY number",
        [workshop],
    )
    return tuple(Asked(n, name, Part(part), bool(d)) for n, name, part, d in rows.fetchall())


def _state(phase: str, question: int, looking: int, paused: int, version: int) -> State:
    return State(Phase(phase), question, looking, bool(paused), version)
