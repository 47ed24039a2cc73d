"""Raw answers go when their days are over, and no file keeps a trace of them."""

import os
import random
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from quiz import programme
from quiz.attempts import Answer, Form, Question
from quiz.bank import read_bank
from quiz.programme import Forms, Workshop
from quiz.scale import Level
from quiz.store.attempts import add_answer, attempts_of, begin_attempt, kept_bank
from quiz.store.database import Store
from quiz.store.purge import FORGOTTEN_DAYS, SELF_STUDY_DAYS, Purged, purge
from quiz.store.summaries import summary_of_workshop
from quiz.store.votes import cast_vote, my_votes
from quiz.store.workshops import begin_workshop, find_workshop, join_workshop, move
from quiz.votes import Vote
from quiz.workshop import To

BANK = read_bank(Path(__file__).parent.parent / "questions" / "kratom")
DAY = date(2031, 5, 14)


def answered_workshop(store: Store) -> tuple[Workshop, list[str]]:
    """A workshop whose first question twelve people have answered."""
    rng = random.Random(1)
    drawn = programme.draw(BANK, Forms.A, 6, rng)
    workshop, _ = begin_workshop(store, BANK, drawn, rng, DAY)
    workshop = move(store, workshop, 1, To.VOTE, DAY)
    people = [join_workshop(store, workshop) for _ in range(12)]
    for person in people:
        cast_vote(store, workshop, person, Vote(1, 1, Level.WEAK, 2))
    return workshop, [person.id for person in people]


def bytes_of(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_it_keeps_answers_until_their_days_are_over(store: Store) -> None:
    workshop, _ = answered_workshop(store)
    move(store, workshop, workshop.state.version, To.CLOSE, DAY)
    assert purge(store, 7, DAY + timedelta(days=6)) == Purged(0, 0, 0)
    assert purge(store, 7, DAY + timedelta(days=7)) == Purged(1, 0, 0)
    assert purge(store, 7, DAY + timedelta(days=8)) == Purged(0, 0, 0)


def test_no_file_keeps_a_trace_of_a_deleted_answer(store: Store, tmp_path: Path) -> None:
    workshop, people = answered_workshop(store)
    add = begin_attempt(
        store, "learner-bob", BANK, Form.RATE, (Question("kratom-heart:s01"),), today=DAY
    )
    add_answer(store, add, 1, Answer(1, level=Level.WEAK), DAY)
    move(store, workshop, workshop.state.version, To.CLOSE, DAY)
    traces = [text.encode() for text in (*people, "learner-bob")]
    assert all(trace in bytes_of(tmp_path) for trace in traces)
    purge(store, 7, DAY + timedelta(days=SELF_STUDY_DAYS))
    assert not any(trace in bytes_of(tmp_path) for trace in traces)
    assert summary_of_workshop(store, workshop) is not None


def test_it_leaves_open_workshops_and_running_sets_alone(store: Store) -> None:
    workshop, _ = answered_workshop(store)
    begin_attempt(store, "bob", BANK, Form.RATE, (Question("kratom-heart:s01"),), today=DAY)
    assert purge(store, 1, DAY + timedelta(days=FORGOTTEN_DAYS - 1)) == Purged(0, 0, 0)
    person = join_workshop(store, workshop)
    cast_vote(store, workshop, person, Vote(1, 1, Level.NONE, 1))
    assert my_votes(store, workshop, person)
    assert attempts_of(store, "bob", "kratom")


def test_it_closes_what_people_answered_and_nobody_closed(store: Store) -> None:
    workshop, _ = answered_workshop(store)
    late = DAY + timedelta(days=FORGOTTEN_DAYS)
    purge(store, 7, late)
    now = find_workshop(store, workshop.code)
    assert now is not None
    assert now.state.phase == "closed"
    assert summary_of_workshop(store, now) is not None
    assert purge(store, 7, late + timedelta(days=7)).workshops == 1


def test_it_deletes_versions_of_banks_that_nothing_uses(store: Store) -> None:
    begin_attempt(store, "bob", BANK, Form.RATE, (Question("kratom-heart:s01"),), today=DAY)
    purge(store, 7, DAY)
    assert kept_bank(store, BANK.hash) == BANK
    purge(store, 7, DAY + timedelta(days=SELF_STUDY_DAYS))
    with pytest.raises(KeyError):
        kept_bank(store, BANK.hash)


def test_it_deletes_copies_of_the_database_that_are_too_old(store: Store, tmp_path: Path) -> None:
    copy = tmp_path / "quiz.before-migration.sqlite"
    copy.write_bytes(b"answers")
    today = datetime.fromtimestamp(copy.stat().st_mtime, UTC).date()
    assert purge(store, 7, today).copies == 0
    long_ago = copy.stat().st_mtime - 8 * 24 * 3600
    os.utime(copy, (long_ago, long_ago))
    assert purge(store, 7, today).copies == 1
    assert not copy.exists()
