"""One person's figures together."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from quiz.scoring.agreement import quadratic_kappa
from quiz.scoring.confidence import Confidence, confidence
from quiz.scoring.figures import Figure, Share, Unavailable, share
from quiz.scoring.outcomes import Comparison, Outcome, Rating, Spotting
from quiz.scoring.recognition import Recognition, recognition
from quiz.scoring.spotting import Spotted, spotted

_NO_RATING = "No statement was rated."


@dataclass(frozen=True, slots=True)
class Report:
    """What an attempt comes to; page, CSV and JSON all render this.

    ``agreement`` is the quadratic weighted kappa with the key's levels, ``bias`` the mean of
    answer minus key in levels (above 0: rated too high). ``right`` counts accepted levels too;
    it is no headline, since always saying the commonest level earns a lot of it.
    """

    recognition: Recognition
    confidence: Confidence
    agreement: Figure
    bias: Figure
    right: Share | Unavailable
    compared: Share | Unavailable
    spotted: Spotted


def report(outcomes: Sequence[Outcome]) -> Report:
    """Return the report on one attempt, its answers in the order in which they were given."""
    ratings = [a for a in outcomes if isinstance(a, Rating)]
    compared = [a.right for a in outcomes if isinstance(a, Comparison)]
    return Report(
        recognition=recognition(ratings),
        confidence=confidence(outcomes),
        agreement=_agreement(ratings),
        bias=fmean(r.error for r in ratings) if ratings else Unavailable(_NO_RATING),
        right=share(sum(r.right for r in ratings), len(ratings), _NO_RATING),
        compared=share(sum(compared), len(compared), "No statements were compared."),
        spotted=spotted([a for a in outcomes if isinstance(a, Spotting)]),
    )


def _agreement(ratings: Sequence[Rating]) -> Figure:
    if not ratings:
        return Unavailable(_NO_RATING)
    if len({r.key for r in ratings}) == 1:
        return Unavailable(
            "All statements had the same level, so agreement cannot be told from chance."
        )
    return quadratic_kappa((r.level, r.key) for r in ratings)
