"""Votes: one for each participant, question and round, kept the moment it is acknowledged."""

from sqlite_utils import Database

from quiz.programme import Participant, Workshop
from quiz.scale import Level
from quiz.store.database import Store
from quiz.store.workshops import load_workshop
from quiz.votes import Rounds, Tally, Vote
from quiz.workshop import Part, Phase


class RoundOverError(Exception):
    """The round that a vote names is over, or has not begun: the vote counts nowhere."""


class KnownAnswerError(Exception):
    """The person has seen this question explained, so that their answer stands."""


def cast_vote(store: Store, workshop: Workshop, person: Participant, vote: Vote) -> None:
    """Keep a vote for the round that is open; another one for it before is replaced.

    Whether the round is open is looked up in the same transaction. The same vote again is no
    error. Raises RoundOverError, and KnownAnswerError where the answer was explained already.
    """
    with store.write() as db:
        now = load_workshop(db, "id", workshop.id)
        if now is None or not _is_open(now, person, vote):
            raise RoundOverError
        if now.state.phase is Phase.ALONE:
            given = votes_by(db, workshop, person).get((vote.question, vote.round))
            if given not in {None, vote}:
                raise KnownAnswerError
        db.execute(
            "INSERT INTO votes (workshop, question, round, participant, level, sure)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE"
            " SET level = excluded.level, sure = excluded.sure",
            [workshop.id, vote.question, vote.round, person.id, vote.level, vote.sure],
        )


def my_votes(store: Store, workshop: Workshop, person: Participant) -> dict[tuple[int, int], Vote]:
    """Return what a participant answered, by question and round."""
    with store.read() as db:
        return votes_by(db, workshop, person)


def votes_by(db: Database, workshop: Workshop, person: Participant) -> dict[tuple[int, int], Vote]:
    """Return what a participant answered, by question and round, within a transaction."""
    rows = db.execute(
        "SELECT v.question, v.round, v.level, v.sure FROM asked a JOIN votes v"
        " ON v.workshop = a.workshop AND v.question = a.number AND v.round IN (1, 2)"
        " AND v.participant = ? WHERE a.workshop = ?",
        [person.id, workshop.id],
    )
    return {(n, r): Vote(n, r, Level(level), sure) for n, r, level, sure in rows.fetchall()}


def rounds_of(store: Store, workshop: Workshop, question: int) -> Rounds:
    """Return how both rounds of a question went."""
    query = (
        "SELECT round, level, sure, count(*) FROM votes WHERE workshop = ? AND question = ?"
        " GROUP BY round, level, sure"
    )
    counts: dict[int, dict[tuple[Level, int], int]] = {1: {}, 2: {}}
    with store.read() as db:
        for number, level, sure, count in db.execute(query, [workshop.id, question]).fetchall():
            counts[number][Level(level), sure] = count
    return Rounds(Tally(counts[1]), Tally(counts[2]))


def count_answered(store: Store, workshop: Workshop, question: int, number: int) -> int:
    """Return how many people answered a question in a round."""
    query = "SELECT count(*) FROM votes WHERE workshop = ? AND question = ? AND round = ?"
    with store.read() as db:
        return int(db.execute(query, [workshop.id, question, number]).fetchone()[0])


def count_through(store: Store, workshop: Workshop) -> int:
    """Return how many people have answered all that they answer alone in this phase."""
    with store.read() as db:
        return sum(_through(db, workshop, begins) for begins in (Part.A, Part.B))


def _through(db: Database, workshop: Workshop, begins: Part) -> int:
    part = workshop.state.open_part(begins)
    if part is None:
        return 0
    query = (
        "SELECT count(*) FROM (SELECT 1 FROM votes v"
        " JOIN asked a ON a.workshop = v.workshop AND a.number = v.question AND a.part = ?"
        " JOIN participants p ON p.workshop = v.workshop AND p.id = v.participant AND p.begins = ?"
        " WHERE v.workshop = ? GROUP BY v.participant HAVING count(*) = ?)"
    )
    asked = len(workshop.programme.part(part))
    return int(db.execute(query, [part, begins, workshop.id, asked]).fetchone()[0])


def _is_open(workshop: Workshop, person: Participant, vote: Vote) -> bool:
    state, programme = workshop.state, workshop.programme
    return vote.round == programme.open_round(state, person.begins, vote.question)
