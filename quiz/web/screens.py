"""What a workshop's screens show: the same for the projector and for phones."""

from dataclasses import dataclass
from functools import cached_property

from flask import abort, url_for

from quiz import charts
from quiz.bank import Bank
from quiz.codes import read_code, spaced
from quiz.documents import Document, Statement
from quiz.programme import Asked, Participant, Workshop
from quiz.scale import Level
from quiz.store.votes import count_answered, count_through, rounds_of
from quiz.store.workshops import count_joined, find_participant, find_workshop
from quiz.votes import Rounds
from quiz.web import people
from quiz.web.services import services
from quiz.workshop import Part, Phase

_SAID = {
    Phase.LOBBY: "Waiting for the first question",
    Phase.BEFORE: "The first set of questions is open",
    Phase.VOTE: "vote now",
    Phase.DISCUSS: "talk it over",
    Phase.REVOTE: "vote again",
    Phase.REVEAL: "what the text offers",
    Phase.ALONE: "The questions are open",
    Phase.AFTER: "The second set of questions is open",
    Phase.CLOSED: "The workshop is over",
}


@dataclass(frozen=True)
class Screen:
    """A workshop as everybody in it may see it."""

    workshop: Workshop
    bank: Bank

    @property
    def phase(self) -> Phase:
        """What is shown: looking back at an earlier question is a reveal."""
        return Phase.REVEAL if self.workshop.state.looking else self.workshop.state.phase

    @property
    def paused(self) -> bool:
        return self.workshop.state.paused

    @property
    def code(self) -> str:
        return spaced(self.workshop.code)

    @property
    def asked(self) -> Asked | None:
        return self.workshop.asked

    @property
    def of(self) -> int:
        """How many questions the room goes through together."""
        return self.workshop.programme.course.questions

    @property
    def said(self) -> str:
        """The state in a few words, as a heading and for the ear."""
        if self.paused:
            return "Paused"
        words = _SAID[self.phase]
        if self.asked is None or not self.asked_now:
            return words
        return f"Question {self.asked.number} of {self.of}: {words}"

    @property
    def asked_now(self) -> bool:
        """Whether the room is at one question together."""
        return self.phase in {Phase.VOTE, Phase.DISCUSS, Phase.REVOTE, Phase.REVEAL}

    @property
    def key(self) -> str:
        """What tells one state from another: a page with the same key asks the same."""
        state = self.workshop.state
        return f"{self.phase}.{self.asked.number if self.asked else 0}.{int(state.paused)}"

    def statement(self, asked: Asked) -> Statement:
        return self.bank.statements[asked.statement]

    def document(self, asked: Asked) -> Document:
        return self.bank.document_of(asked.statement)

    @cached_property
    def example(self) -> tuple[Statement, Document] | None:
        """The worked example, if the bank has one."""
        name = self.bank.example
        return (self.bank.statements[name], self.bank.document_of(name)) if name else None

    @cached_property
    def joined(self) -> int:
        with services().store.read() as db:
            return count_joined(db, self.workshop)

    @cached_property
    def answered(self) -> int | None:
        """How many have answered in the open round, or all of what they answer alone."""
        if number := self.workshop.state.open_round:
            question = self.workshop.state.question
            return count_answered(services().store, self.workshop, question, number)
        if self.workshop.state.open_part(Part.A):
            return count_through(services().store, self.workshop)
        return None

    @cached_property
    def rounds(self) -> Rounds | None:
        """How the room voted, once everybody may see it."""
        shown = self.workshop.state.revealed
        return rounds_of(services().store, self.workshop, shown) if shown else None

    @cached_property
    def chart(self) -> charts.Chart | None:
        """The shares of the votes on the question revealed, from five answers."""
        if self.rounds is None or self.asked is None:
            return None
        both = (self.rounds.first.shares, self.rounds.second.shares)
        votes = [[shares[level] / 100 for level in Level] for shares in both if shares]
        if not votes:
            return None
        ours = self.statement(self.asked).level
        second = votes[1] if len(votes) > 1 else None
        return charts.distribution("votes", "What the room said", votes[0], second, ours)


def find(code: str) -> Workshop:
    """Return the workshop with a code typed by anybody. A wrong one is held back, then a 404."""
    plain = read_code(code)
    workshop = find_workshop(services().store, plain) if plain else None
    if workshop is None:
        services().guesses.failed()
        abort(404)
    return workshop


def find_hosted(code: str) -> Workshop:
    """Return a workshop to the browser that leads it. For everybody else it is a 404."""
    workshop = find(code)
    return workshop if people.host_key(workshop) else abort(404)


def screen_of(workshop: Workshop) -> Screen:
    """Return what a workshop's screens show."""
    return Screen(workshop, services().bank_version(workshop.bank, workshop.bank_hash))


def me_in(workshop: Workshop) -> Participant | None:
    """Return the participant that this browser is in a workshop, or None."""
    number = people.participant_number(workshop)
    return find_participant(services().store, workshop, number) if number else None


def current_page(workshop: Workshop) -> str:
    """Return the address of a workshop's current page."""
    return url_for("phone.room", code=workshop.code)
