"""What people said of their confidence against how often they were right."""

from collections.abc import Sequence
from dataclasses import dataclass

from quiz.scoring.figures import Figure, Share, Unavailable, share
from quiz.scoring.outcomes import Outcome, Rating, Sure

_NOTHING = "No answer came with a confidence."


@dataclass(frozen=True, slots=True)
class Step:
    """One step of confidence: the chance it stands for, and the share that was right."""

    sure: Sure
    said: float
    right: Share | Unavailable


@dataclass(frozen=True, slots=True)
class Confidence:
    """Calibration: the Brier score, the three steps, and where confidence went wrong.

    ``overconfidence`` is the mean of what was said minus the share that was right (Lichtenstein
    and Fischhoff 1977, Organ. Behav. Hum. Perf. 20:159): above 0 for somebody too sure.
    ``sure_but_wrong`` holds the places, counted from 0, of the answers that were sure and wrong,
    the farthest from the key first.
    """

    brier: Figure
    overconfidence: Figure
    steps: tuple[Step, ...]
    sure_but_wrong: tuple[int, ...]


def confidence(outcomes: Sequence[Outcome]) -> Confidence:
    """Return the calibration of all answers that came with a step of confidence."""
    asked = [(a.sure, a.right) for a in outcomes if a.sure is not None]
    said, right = [sure.said for sure, _ in asked], [right for _, right in asked]
    return Confidence(
        brier=brier(said, right),
        overconfidence=(
            sum(said) / len(asked) - sum(right) / len(asked) if asked else Unavailable(_NOTHING)
        ),
        steps=tuple(_step(asked, sure) for sure in Sure),
        sure_but_wrong=_sure_but_wrong(outcomes),
    )


def brier(said: Sequence[float], right: Sequence[bool]) -> Figure:
    """Return the mean squared distance between the chance named and what came, from 0 to 1.

    Brier 1950, Mon. Weather Rev. 78:1, for one of the two outcomes (his own sum over both is
    twice this). 0 is perfect; always saying 50 % earns 0.25.
    """
    if not said:
        return Unavailable(_NOTHING)
    return sum((p - hit) ** 2 for p, hit in zip(said, right, strict=True)) / len(said)


def _step(asked: Sequence[tuple[Sure, bool]], sure: Sure) -> Step:
    here = [right for said, right in asked if said == sure]
    empty = f"“{sure.title}” was never chosen."
    return Step(sure, sure.said, share(sum(here), len(here), empty))


def _sure_but_wrong(outcomes: Sequence[Outcome]) -> tuple[int, ...]:
    distances = {
        place: abs(a.error) if isinstance(a, Rating) else 1
        for place, a in enumerate(outcomes)
        if a.sure == Sure.SURE and not a.right
    }
    return tuple(sorted(distances, key=lambda place: -distances[place]))
