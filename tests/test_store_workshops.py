"""Workshops in the store: one vote for each person, question and round, while it is open."""

import random
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from quiz import programme
from quiz.bank import Bank, read_bank
from quiz.programme import Forms, Pace, Participant, Workshop
from quiz.scale import Level
from quiz.store.attempts import kept_bank
from quiz.store.database import Store
from quiz.store.votes import (
    KnownAnswerError,
    RoundOverError,
    cast_vote,
    count_answered,
    count_through,
    my_votes,
    rounds_of,
)
from quiz.store.workshops import (
    WorkshopOverError,
    begin_workshop,
    correct_address,
    count_joined,
    find_participant,
    find_workshop,
    is_host_key,
    join_workshop,
    move,
)
from quiz.votes import Vote
from quiz.workshop import ImpossibleStepError, Part, Phase, StaleStepError, To

DAY = date(2026, 11, 22)
RNG = random.Random(1)


@cache
def bank() -> Bank:
    return read_bank(Path(__file__).parent.parent / "questions" / "kratom")


def begun(store: Store, forms: Forms = Forms.A, pace: Pace = Pace.HOST) -> Workshop:
    planned = programme.draw(bank(), forms, 6, RNG, pace=pace, discuss={1})
    return begin_workshop(store, bank(), planned, RNG, DAY)[0]


def led(store: Store, workshop: Workshop, *path: str) -> Workshop:
    for to in path:
        now = find_workshop(store, workshop.code)
        assert now is not None
        workshop = move(store, now, now.state.version, To(to), DAY)
    return workshop


def vote(question: int = 1, number: int = 1, level: int = 1, sure: int = 2) -> Vote:
    return Vote(question, number, Level(level), sure)


def test_it_finds_a_workshop_as_it_began(store: Store) -> None:
    workshop = begun(store, Forms.BOTH)
    assert find_workshop(store, workshop.code) == workshop
    assert find_workshop(store, "000000") is None
    assert kept_bank(store, workshop.bank_hash).hash == bank().hash


def test_it_keeps_only_a_hash_of_the_host_key(store: Store, tmp_path: Path) -> None:
    planned = programme.draw(bank(), Forms.A, 6, RNG)
    workshop, key = begin_workshop(store, bank(), planned, RNG, DAY)
    assert is_host_key(workshop, f" {key.upper()} ".replace("-", " "))
    assert not is_host_key(workshop, key[:-1])
    assert not is_host_key(workshop, "")
    files = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert key.encode() not in files
    assert key not in repr(workshop)


def test_it_resumes_where_it_was_after_a_restart(store: Store, tmp_path: Path) -> None:
    workshop = led(store, begun(store), "vote", "discuss")
    again = Store(tmp_path / "quiz.sqlite")
    assert find_workshop(again, workshop.code) == workshop
    again.close()


def test_it_moves_on_once(store: Store) -> None:
    workshop = begun(store)
    move(store, workshop, 1, To.VOTE, DAY)
    with pytest.raises(StaleStepError):
        move(store, workshop, 1, To.VOTE, DAY)
    with pytest.raises(ImpossibleStepError):
        move(store, workshop, 2, To.REVOTE, DAY)
    found = find_workshop(store, workshop.code)
    assert found is not None
    assert (found.state.phase, found.state.version) == (Phase.VOTE, 2)


def test_it_lets_every_other_person_begin_with_the_other_form(store: Store) -> None:
    workshop = begun(store, Forms.BOTH)
    people = [join_workshop(store, workshop) for _ in range(4)]
    assert [person.begins for person in people] == [Part.A, Part.B, Part.A, Part.B]
    assert find_participant(store, workshop, people[1].id) == people[1]
    assert find_participant(store, begun(store), people[1].id) is None


def test_it_lets_nobody_join_when_it_is_over(store: Store) -> None:
    workshop = led(store, begun(store), "close")
    with pytest.raises(WorkshopOverError):
        join_workshop(store, workshop)


def test_it_keeps_one_vote_which_a_changed_mind_replaces(store: Store) -> None:
    workshop = led(store, begun(store), "vote")
    bob = join_workshop(store, workshop)
    for given in (vote(), vote(), vote(level=3, sure=3)):
        cast_vote(store, workshop, bob, given)
    assert my_votes(store, workshop, bob) == {(1, 1): vote(level=3, sure=3)}
    assert count_answered(store, workshop, 1, 1) == 1


@pytest.mark.parametrize(
    ("path", "late"),
    [
        ("", vote()),
        ("vote discuss", vote()),
        ("vote reveal", vote()),
        ("vote discuss revote", vote()),
        ("vote", vote(number=2)),
        ("vote reveal next", vote()),
        ("vote", vote(question=2)),
        ("vote", vote(question=99)),
        ("vote pause", vote()),
        ("vote reveal next back", vote(question=2)),
        ("vote close", vote()),
    ],
)
def test_it_refuses_a_vote_for_a_round_that_is_not_open(
    store: Store, path: str, late: Vote
) -> None:
    workshop = begun(store)
    bob = join_workshop(store, workshop)
    workshop = led(store, workshop, *path.split())
    with pytest.raises(RoundOverError):
        cast_vote(store, workshop, bob, late)
    assert my_votes(store, workshop, bob) == {}


def test_it_counts_both_rounds_apart(store: Store) -> None:
    workshop = led(store, begun(store), "vote")
    people = [join_workshop(store, workshop) for _ in range(6)]
    for person in people:
        cast_vote(store, workshop, person, vote())
    workshop = led(store, workshop, "discuss", "revote")
    for person in people[:5]:
        cast_vote(store, workshop, person, vote(number=2, level=3))
    rounds = rounds_of(store, workshop, 1)
    assert (rounds.first.total, rounds.second.total) == (6, 5)
    assert rounds.shift == {Level.NONE: 0, Level.WEAK: -100, Level.PARTIAL: 0, Level.STRONG: 100}


def test_it_never_mixes_two_workshops(store: Store) -> None:
    one, two = (led(store, begun(store), "vote") for _ in range(2))
    bob, charlie = join_workshop(store, one), join_workshop(store, two)
    cast_vote(store, one, bob, vote())
    cast_vote(store, two, charlie, vote(level=3))
    assert rounds_of(store, one, 1).first.counts == {(Level.WEAK, 2): 1}
    assert rounds_of(store, two, 1).first.counts == {(Level.STRONG, 2): 1}
    with pytest.raises(sqlite3.IntegrityError):
        cast_vote(store, one, charlie, vote())


def test_it_lets_an_explained_answer_stand_where_people_go_on_alone(store: Store) -> None:
    workshop = led(store, begun(store, pace=Pace.SELF), "vote")
    bob = join_workshop(store, workshop)
    cast_vote(store, workshop, bob, vote(question=2))
    cast_vote(store, workshop, bob, vote(question=2))
    with pytest.raises(KnownAnswerError):
        cast_vote(store, workshop, bob, vote(question=2, level=3))
    assert my_votes(store, workshop, bob) == {(2, 1): vote(question=2)}


def test_it_counts_who_is_through_with_their_own_set(store: Store) -> None:
    workshop = led(store, begun(store, Forms.BOTH), "vote")
    people = [join_workshop(store, workshop) for _ in range(3)]
    for person in people[:2]:
        for asked in workshop.programme.part(person.begins):
            cast_vote(store, workshop, person, vote(question=asked.number))
    assert count_through(store, workshop) == 2
    other = workshop.programme.part(people[2].begins.other)[0]
    with pytest.raises(RoundOverError):
        cast_vote(store, workshop, people[2], vote(question=other.number))


def test_it_stores_every_answer_of_people_who_answer_at_once(store: Store) -> None:
    workshop = led(store, begun(store), "vote")
    people = [join_workshop(store, workshop) for _ in range(40)]

    def answer(person: Participant) -> None:
        cast_vote(store, workshop, person, vote(level=len(person.id) % 4))
        cast_vote(store, workshop, person, vote(level=2))

    with ThreadPoolExecutor(20) as room:
        list(room.map(answer, people))
    assert rounds_of(store, workshop, 1).first.counts == {(Level.PARTIAL, 2): 40}


def test_it_refuses_a_second_row_by_itself(store: Store) -> None:
    workshop = led(store, begun(store), "vote")
    bob = join_workshop(store, workshop)
    cast_vote(store, workshop, bob, vote())
    row = [workshop.id, 1, 1, bob.id, 3, 3]
    with pytest.raises(sqlite3.IntegrityError), store.write() as db:
        db.execute("INSERT INTO votes VALUES (?, ?, ?, ?, ?, ?)", row)


def test_it_keeps_people_and_votes_in_no_order_of_arrival(store: Store) -> None:
    workshop = led(store, begun(store), "vote")
    people = [join_workshop(store, workshop) for _ in range(12)]
    for person in people:
        cast_vote(store, workshop, person, vote())
    with store.read() as db:
        for query in ("SELECT id FROM participants", "SELECT participant FROM votes"):
            kept = [number for (number,) in db.execute(query).fetchall()]
            assert kept == sorted(person.id for person in people)
            with pytest.raises(sqlite3.OperationalError, match="rowid"):
                db.execute(query.replace("SELECT ", "SELECT rowid, "))


def test_it_keeps_days_and_nothing_finer(store: Store) -> None:
    led(store, begun(store), "close")
    with store.read() as db:
        days = db.execute("SELECT begun, closed FROM workshops").fetchone()
    assert days == ("2026-11-22", "2026-11-22")


def test_it_keeps_the_corrected_address(store: Store) -> None:
    workshop = begun(store)
    correct_address(store, workshop, "http://10.0.0.7:8000")
    found = find_workshop(store, workshop.code)
    assert found is not None
    assert found.address == "http://10.0.0.7:8000"
    with store.read() as db:
        assert count_joined(db, workshop) == 0
