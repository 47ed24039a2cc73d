"""Cues that lie in the wording: praise, hedges, limits owned up to, claims that go too far."""

from collections.abc import Callable, Iterator

from quiz.documents import Span
from quiz.rules.crowds import crowds
from quiz.rules.found import Case, Found
from quiz.rules.hedging import hedges
from quiz.rules.loaded import loaded
from quiz.rules.origins import origins
from quiz.rules.reach import limits
from quiz.rules.referral import referrals
from quiz.rules.stretching import upgrades
from quiz.scale import CueKind, Role

_PLAIN = (
    (CueKind.POPULARITY, "popularity"),
    (CueKind.PRESUPPOSITION, "presupposition"),
    (CueKind.FALSE_BALANCE, "balance"),
)
_READERS: tuple[tuple[CueKind, Callable[[Case], Iterator[Span]]], ...] = (
    (CueKind.POPULARITY, crowds),
    (CueKind.LOADED_WORD, loaded),
    (CueKind.PROFESSIONAL, referrals),
    (CueKind.HEDGE, hedges),
    (CueKind.CAVEAT, limits),
    (CueKind.APPEAL_TO_NATURE, origins),
    (CueKind.CAUSAL_UPGRADE, upgrades),
)


def tone(case: Case) -> Iterator[Found]:
    """Yield the cues of wording in a statement, in no order."""
    for cue in _all(case):
        if _wanted(cue.kind, case.role):
            yield cue


def _wanted(kind: CueKind, role: Role) -> bool:
    if role is Role.NONE:
        return kind in {CueKind.POPULARITY, CueKind.PROFESSIONAL}
    return role is not Role.ADVICE or kind is not CueKind.HEDGE


def _all(case: Case) -> Iterator[Found]:
    sentence = case.sentence
    for kind, label in _PLAIN:
        for mark in sentence.marks(label):
            if kind is not CueKind.POPULARITY or not case.supported:
                yield Found(kind, mark.start, mark.end)
    for kind, spans in _READERS:
        for span in spans(case):
            yield Found(kind, span.start, span.end)
