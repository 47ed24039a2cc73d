"""What one participant sees of a workshop, and what they answered themselves."""

from dataclasses import dataclass
from functools import cached_property

from quiz.programme import Asked, Participant
from quiz.scoring.outcomes import Rating, Sure
from quiz.scoring.report import Report, report
from quiz.store.votes import my_votes
from quiz.votes import Vote
from quiz.web.screens import Screen
from quiz.web.services import services
from quiz.workshop import Part, Phase


@dataclass(frozen=True)
class Phone:
    """What one participant sees: the room's screen, and what they answered themselves.

    ``wanted`` is a question that they chose to look at where they go on alone.
    """

    screen: Screen
    me: Participant
    wanted: int | None = None

    @cached_property
    def votes(self) -> dict[tuple[int, int], Vote]:
        return my_votes(services().store, self.screen.workshop, self.me)

    @cached_property
    def own(self) -> tuple[Asked, ...]:
        """What this person answers alone in this phase, or has answered when all is over."""
        programme, state = self.screen.workshop.programme, self.screen.workshop.state
        if state.phase is Phase.CLOSED:
            return tuple(asked for asked in programme.asked if self.last(asked.number))
        part = state.open_part(self.me.begins)
        return programme.part(part) if part else ()

    @cached_property
    def asked(self) -> Asked | None:
        """The question on this phone: the room's, the one wanted, or the next of one's own."""
        if self.screen.asked_now:
            return self.screen.asked
        wanted = next((asked for asked in self.own if asked.number == self.wanted), None)
        if wanted or self.screen.phase is Phase.CLOSED:
            return wanted
        return next((asked for asked in self.own if not self.last(asked.number)), None)

    @property
    def round(self) -> int | None:
        """The round in which the question can be answered now."""
        if self.asked is None or self.explained:
            return None
        workshop = self.screen.workshop
        number = self.asked.number
        return workshop.programme.open_round(workshop.state, self.me.begins, number)

    @property
    def explained(self) -> bool:
        """Whether the question's explanation is to be seen."""
        if self.asked is None or self.screen.paused:
            return False
        if self.screen.phase is Phase.ALONE:
            return self.last(self.asked.number) is not None
        return self.screen.phase in {Phase.REVEAL, Phase.CLOSED}

    @property
    def seen_alike(self) -> tuple[object, ...] | None:
        """All that the page depends on where the room is at one question together, or None."""
        screen = self.screen
        if self.asked is None or not screen.asked_now:
            return None
        mine = (self.votes.get((self.asked.number, number)) for number in (1, 2))
        return (screen.workshop.id, screen.workshop.state, screen.joined, screen.answered, *mine)

    def last(self, number: int) -> Vote | None:
        """Return this person's last vote on a question: the one that counts."""
        return self.votes.get((number, 2)) or self.votes.get((number, 1))

    def position(self, asked: Asked) -> int:
        """Return the place of a question among one's own, from 1."""
        return self.own.index(asked) + 1

    @cached_property
    def report(self) -> Report:
        """This person's own figures over everything they answered."""
        return report(tuple(map(self.rating, self.own)))

    @cached_property
    def right(self) -> frozenset[int]:
        """The numbers of the questions that this person answered right."""
        return frozenset(asked.number for asked in self.own if self.rating(asked).right)

    @property
    def sets(self) -> tuple[tuple[str, tuple[Asked, ...]], ...]:
        """One's own questions: before, with the room, after; only what there was."""
        names = {
            self.me.begins: "Before",
            Part.ROOM: "With the room",
            self.me.begins.other: "After",
        }
        parts = (
            (name, tuple(a for a in self.own if a.part is part)) for part, name in names.items()
        )
        return tuple(each for each in parts if each[1])

    def rating(self, asked: Asked) -> Rating:
        """Return one's own answer beside the key."""
        vote = self.last(asked.number)
        assert vote is not None  # noqa: S101 - ``own`` holds answered questions when all is over
        statement = self.screen.statement(asked)
        return Rating(vote.level, statement.level, statement.accept, Sure(vote.sure))
