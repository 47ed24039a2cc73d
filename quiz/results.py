"""What an attempt comes to, put together for its page and its files."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from quiz.attempts import Answer, Attempt, Form, Question
from quiz.bank import Bank
from quiz.documents import Document, Statement
from quiz.marking import Spotted, better_of, spot
from quiz.outcomes import outcome
from quiz.scale import CueKind
from quiz.scoring import Line, Outcome, Rating, Report, lines, report
from quiz.scoring.headline import headline
from quiz.scoring.spotting import KindMissed

_CALIBRATION = frozenset(("brier", "overconfidence", "sure_1", "sure_2", "sure_3"))
_OWN = {Form.COMPARE: frozenset(("compared",)), Form.SPOT: frozenset(("recall", "precision"))}
"""The figures that only these forms have. They have calibration too, and rating has all others."""

_NOT_RATED = frozenset[str]().union(*_OWN.values())


@dataclass(frozen=True)
class Result:
    """One answered question with what came of it."""

    number: int
    question: Question
    answer: Answer
    outcome: Outcome
    bank: Bank

    @property
    def asked(self) -> tuple[tuple[Statement, Document], ...]:
        """The statement asked about, or the two to compare, each with its document."""
        names = self.question.name.split()
        return tuple((self.bank.statements[n], self.bank.document_of(n)) for n in names)

    @property
    def right(self) -> bool:
        return self.outcome.right

    @property
    def better(self) -> str:
        """Which of two statements is better backed, "a" or "b"."""
        return better_of(self.bank, self.question)

    @property
    def spotted(self) -> Spotted:
        """What was found of the words that give one pause."""
        statement, document = self.asked[0]
        return spot(document, statement, self.answer.words or ())


@dataclass(frozen=True)
class Results:
    """An attempt, in the version of the bank that it began with, and all its figures."""

    bank: Bank
    attempt: Attempt

    @cached_property
    def answered(self) -> tuple[Result, ...]:
        """The questions answered so far, in order."""
        return tuple(self._result(number) for number in sorted(self.attempt.answers))

    @cached_property
    def report(self) -> Report:
        return report([result.outcome for result in self.answered])

    @property
    def headline(self) -> str:
        return headline(self.report)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every figure, those of other forms of question included."""
        return lines(self.report)

    @property
    def figures(self) -> tuple[Line, ...]:
        """The figures that there are for this form of question."""
        return tuple(line for line in self._own_lines if line.value is not None)

    @property
    def left_out(self) -> dict[str, list[Line]]:
        """The figures of this form that could not be computed, by the reason why."""
        found: dict[str, list[Line]] = {}
        for line in self._own_lines:
            if line.value is None:
                found.setdefault(line.note, []).append(line)
        return found

    @property
    def sure_but_wrong(self) -> tuple[Result, ...]:
        """Answers that were sure and wrong, the farthest from the key first."""
        return tuple(self.answered[n] for n in self.report.confidence.sure_but_wrong)

    @property
    def cues(self) -> tuple[KindMissed, ...]:
        """Kinds of cue behind what was missed, the most frequent first.

        Where words were to be spotted, the cues overlooked. Where statements were rated, the
        cues of those rated wrong: what should give one pause where the answer was too high, what
        shows support where it was too low.
        """
        if self.attempt.form is Form.SPOT:
            return self.report.spotted.missed_by_kind
        shown = Counter(kind for result in self.answered for kind in _kinds(result))
        missed = Counter(kind for result in self.answered for kind in _misjudged(result))
        kinds = [KindMissed(kind, missed[kind], shown[kind]) for kind in CueKind if missed[kind]]
        return tuple(sorted(kinds, key=lambda kind: -kind.missed))

    @property
    def _own_lines(self) -> list[Line]:
        if self.attempt.form is Form.RATE:
            return [line for line in self.lines if line.name not in _NOT_RATED]
        own = [line for line in self.lines if line.name in _OWN[self.attempt.form]]
        return own + [line for line in self.lines if line.name in _CALIBRATION]

    def _result(self, number: int) -> Result:
        question, answer = self.attempt.questions[number - 1], self.attempt.answers[number]
        return Result(number, question, answer, outcome(self.bank, question, answer), self.bank)


def _kinds(result: Result) -> set[CueKind]:
    """Return the kinds of cue in a rated statement, each once."""
    rated = isinstance(result.outcome, Rating)
    return {cue.kind for cue in result.asked[0][0].cues} if rated else set()


def _misjudged(result: Result) -> set[CueKind]:
    """Return the kinds of cue that speak against a wrong rating."""
    if not isinstance(result.outcome, Rating) or result.right:
        return set()
    too_low = result.outcome.error < 0
    return {kind for kind in _kinds(result) if kind.reassuring is too_low}
