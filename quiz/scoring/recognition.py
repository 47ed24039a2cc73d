"""Telling supported statements (Partial, Strong) from unsupported ones (None, Weak).

A "hit" is a supported statement rated supported, a "false alarm" an unsupported one rated
supported. Both go by the key's level, whatever neighbouring levels are accepted.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import NormalDist

from quiz.scoring.figures import (
    Estimate,
    Figure,
    Share,
    Unavailable,
    both,
    complement,
    difference,
    share,
)
from quiz.scoring.outcomes import Rating

FEWEST_PER_CLASS = 10
"""So many statements of each class it takes before d' and c say anything."""

_NO_SUPPORTED = "No supported statement was asked."
_NO_UNSUPPORTED = "No unsupported statement was asked."


@dataclass(frozen=True, slots=True)
class Recognition:
    """How well supported and unsupported statements were told apart, and with what lean.

    ``supported`` is r, the share of supported statements rated supported; ``unsupported`` is f,
    the share of unsupported statements rated unsupported. Youden's J = r + f - 1 (1950, Cancer
    3:32) is 0 for guessing and 1 for telling them apart always. The lean r - f is above 0 for
    somebody too trusting, below 0 for somebody too severe; the sign of c runs the other way.
    """

    supported: Share | Unavailable
    unsupported: Share | Unavailable
    youden: Estimate | Unavailable
    lean: Estimate | Unavailable
    sensitivity: Figure
    criterion: Figure
    roc_area: Figure


def recognition(ratings: Sequence[Rating]) -> Recognition:
    """Return the measures of telling supported statements from unsupported ones."""
    signal = [r.level for r in ratings if r.key.supported]
    noise = [r.level for r in ratings if not r.key.supported]
    supported = share(sum(level.supported for level in signal), len(signal), _NO_SUPPORTED)
    unsupported = share(sum(not level.supported for level in noise), len(noise), _NO_UNSUPPORTED)
    return Recognition(
        supported=supported,
        unsupported=unsupported,
        youden=both(supported, unsupported, lambda r, f: difference(r, complement(f))),
        lean=both(supported, unsupported, difference),
        sensitivity=both(supported, unsupported, _sensitivity),
        criterion=both(supported, unsupported, _criterion),
        roc_area=roc_area(signal, noise),
    )


def log_linear(hits: int, signals: int, false_alarms: int, noises: int) -> tuple[float, float]:
    """Return the sensitivity d' and the criterion c, in standard deviations.

    Half a response is added to each class of answers and one statement to each class of
    statements, so that neither rate is 0 or 1: Hautus 1995, Behav. Res. Methods 27:46.
    c > 0 means reluctant to call a statement supported.
    """
    z = NormalDist().inv_cdf
    hit = z((hits + 0.5) / (signals + 1))
    false_alarm = z((false_alarms + 0.5) / (noises + 1))
    return hit - false_alarm, -(hit + false_alarm) / 2


def _sensitivity(r: Share, f: Share) -> Figure:
    return _too_few(r, f) or log_linear(r.count, r.of, f.of - f.count, f.of)[0]


def _criterion(r: Share, f: Share) -> Figure:
    return _too_few(r, f) or log_linear(r.count, r.of, f.of - f.count, f.of)[1]


def _too_few(r: Share, f: Share) -> Unavailable | None:
    if min(r.of, f.of) >= FEWEST_PER_CLASS:
        return None
    return Unavailable(
        f"This takes {FEWEST_PER_CLASS} supported and {FEWEST_PER_CLASS} unsupported statements; "
        f"there were {r.of} and {f.of}."
    )


def roc_area(signal: Iterable[int], noise: Iterable[int]) -> Figure:
    """Return the area under the ROC curve over the rating's cut-points.

    It is the chance that a supported statement was rated above an unsupported one, ties
    counting half: Hanley and McNeil 1982, Radiology 143:29. Guessing gives 0.5.
    """
    above, below = Counter(signal), Counter(noise)
    if not above:
        return Unavailable(_NO_SUPPORTED)
    if not below:
        return Unavailable(_NO_UNSUPPORTED)
    won = sum(
        m * n * (1 if a > b else 0.5 if a == b else 0)
        for a, m in above.items()
        for b, n in below.items()
    )
    return won / (above.total() * below.total())
