"""A workshop's run: what follows what, and what never does."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from quiz.workshop import (
    Course,
    ImpossibleStepError,
    Part,
    Phase,
    StaleStepError,
    State,
    To,
    step,
    steps,
    suggested,
)

LED = Course(questions=3)
ALONE = Course(questions=3, alone=True)
MEASURED = Course(questions=2, measured=True)


def run(course: Course, *path: str) -> State:
    state = State()
    for to in path:
        state = step(state, state.version, To(to), course)
    return state


@pytest.mark.parametrize(
    ("course", "path", "phase", "question"),
    [
        (LED, "vote", Phase.VOTE, 1),
        (LED, "next", Phase.VOTE, 1),
        (LED, "vote discuss revote reveal", Phase.REVEAL, 1),
        (LED, "vote reveal next", Phase.VOTE, 2),
        (LED, "vote discuss reveal next", Phase.VOTE, 2),
        (LED, "vote reveal next reveal next reveal close", Phase.CLOSED, 3),
        (ALONE, "vote", Phase.ALONE, 0),
        (ALONE, "vote close", Phase.CLOSED, 0),
        (MEASURED, "vote", Phase.BEFORE, 0),
        (MEASURED, "vote next reveal next reveal next", Phase.AFTER, 2),
    ],
)
def test_it_goes_through_its_phases(course: Course, path: str, phase: Phase, question: int) -> None:
    state = run(course, *path.split())
    assert (state.phase, state.question) == (phase, question)


@pytest.mark.parametrize(
    ("course", "path", "to"),
    [
        (LED, "", "reveal"),
        (LED, "", "pause"),
        (LED, "vote", "revote"),
        (LED, "vote", "next"),
        (LED, "vote", "back"),
        (LED, "vote reveal", "vote"),
        (LED, "vote reveal next reveal next reveal", "next"),
        (LED, "vote reveal next back", "back"),
        (LED, "vote pause", "reveal"),
        (LED, "close", "pause"),
        (LED, "close", "close"),
        (ALONE, "vote", "next"),
        (MEASURED, "vote", "reveal"),
        (MEASURED, "vote next reveal next reveal next", "back"),
    ],
)
def test_it_refuses_steps_that_lead_nowhere(course: Course, path: str, to: str) -> None:
    state = run(course, *path.split())
    assert To(to) not in steps(state, course)
    with pytest.raises(ImpossibleStepError):
        step(state, state.version, To(to), course)


def test_it_moves_on_once_at_a_double_click() -> None:
    state = run(LED, "vote")
    moved = step(state, state.version, To.REVEAL, LED)
    with pytest.raises(StaleStepError):
        step(moved, state.version, To.REVEAL, LED)


def test_it_stays_where_it_is_when_told_to_go_there() -> None:
    state = run(LED, "vote")
    assert step(state, state.version, To.VOTE, LED) is state


def test_it_looks_back_at_what_was_revealed_and_returns() -> None:
    state = run(LED, *"vote reveal next reveal next back".split())
    assert (state.revealed, state.open_round) == (2, None)
    assert step(state, state.version, To.BACK, LED).revealed == 1
    back = step(state, state.version, To.NEXT, LED)
    assert (back.revealed, back.open_round, back.question) == (None, 1, 3)


def test_it_takes_no_votes_and_shows_nothing_while_paused() -> None:
    voting = run(LED, "vote", "pause")
    assert voting.open_round is None
    assert step(voting, voting.version, To.PAUSE, LED).open_round == 1
    assert step(voting, voting.version, To.VOTE, LED).open_round == 1
    assert run(LED, "vote", "reveal", "pause").revealed is None


def test_it_gives_half_the_room_the_other_form() -> None:
    before, after = (
        run(MEASURED, "vote"),
        run(MEASURED, *"vote next reveal next reveal next".split()),
    )
    assert [before.open_part(begins) for begins in (Part.A, Part.B)] == [Part.A, Part.B]
    assert [after.open_part(begins) for begins in (Part.A, Part.B)] == [Part.B, Part.A]


@given(st.booleans(), st.booleans(), st.booleans())
def test_it_can_be_led_with_one_key(alone: bool, measured: bool, discuss: bool) -> None:  # noqa: FBT001 - drawn
    course = Course(2, alone, measured)
    state, seen = State(), []
    while (to := suggested(state, course, discuss=discuss)) is not None:
        state = step(state, state.version, to, course)
        seen.append(state.phase)
    assert state.phase is Phase.CLOSED
    assert (Phase.REVOTE in seen) == (discuss and not alone)
    assert (Phase.BEFORE in seen) == (Phase.AFTER in seen) == measured


def test_it_suggests_to_go_on_after_a_pause() -> None:
    assert suggested(run(LED, "vote", "pause"), LED, discuss=False) is To.PAUSE


class Run(RuleBasedStateMachine):
    """Any hosts, pressing anything in any order on screens of any age."""

    def __init__(self) -> None:
        super().__init__()
        self.course = Course(3, measured=True)
        self.states = [State()]
        self.rounds: list[tuple[int, int]] = []

    @rule(to=st.sampled_from(To), age=st.integers(0, 3))
    def press(self, to: To, age: int) -> None:
        now = self.states[-1]
        seen = self.states[-1 - min(age, len(self.states) - 1)]
        try:
            moved = step(now, seen.version, to, self.course)
        except StaleStepError:
            assert seen.version != now.version
        except ImpossibleStepError:
            assert to not in steps(now, self.course)
        else:
            assert seen == now
            if moved != now:
                self.states.append(moved)

    @invariant()
    def it_counts_its_versions(self) -> None:
        assert [state.version for state in self.states] == [*range(1, len(self.states) + 1)]

    @invariant()
    def it_never_opens_a_round_again_once_its_answer_was_shown(self) -> None:
        shown: set[int] = set()
        for state in self.states:
            if state.revealed:
                shown.add(state.revealed)
            assert not (state.open_round and state.question in shown)

    @invariant()
    def it_stays_within_its_questions(self) -> None:
        now = self.states[-1]
        assert 0 <= now.looking <= now.question <= self.course.questions
        assert now.looking == 0 or now.looking < now.question

    @invariant()
    def it_is_over_when_closed_and_not_before(self) -> None:
        now = self.states[-1]
        assert bool(steps(now, self.course)) == (now.phase is not Phase.CLOSED)


TestRun: Any = Run.TestCase
