"""Which words should make you pause: found, missed and chosen without need."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quiz.scale import CueKind
from quiz.scoring.figures import Share, Unavailable, share
from quiz.scoring.outcomes import Spotting


@dataclass(frozen=True, slots=True)
class KindMissed:
    """How many cues of one kind were missed, of how many that were there."""

    kind: CueKind
    missed: int
    of: int


@dataclass(frozen=True, slots=True)
class Spotted:
    """Cue words over all such questions: precision and recall (van Rijsbergen 1979, ch. 7).

    ``recall`` is the share of the cue words that were found, ``precision`` the share of the
    words chosen that were cues. ``missed_by_kind`` has the kind missed most often first; words
    of two kinds count in both.
    """

    precision: Share | Unavailable
    recall: Share | Unavailable
    found: int
    missed: int
    false_alarms: int
    missed_by_kind: tuple[KindMissed, ...]


def spotted(questions: Sequence[Spotting]) -> Spotted:
    """Return what was found, missed and chosen without need, over all questions."""
    found = sum(len(q.found) for q in questions)
    missed = sum(len(q.missed) for q in questions)
    false_alarms = sum(len(q.false_alarms) for q in questions)
    return Spotted(
        precision=share(found, found + false_alarms, "No words were chosen."),
        recall=share(found, found + missed, "No cue words were shown."),
        found=found,
        missed=missed,
        false_alarms=false_alarms,
        missed_by_kind=_missed_by_kind(questions),
    )


def _missed_by_kind(questions: Sequence[Spotting]) -> tuple[KindMissed, ...]:
    shown = Counter(kind for q in questions for _, kind in q.cues)
    missed = Counter(kind for q in questions for place, kind in q.cues if place in q.missed)
    kinds = [KindMissed(kind, missed[kind], shown[kind]) for kind in CueKind if missed[kind]]
    return tuple(sorted(kinds, key=lambda k: -k.missed))
