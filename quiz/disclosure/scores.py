"""What leaves of the scores: how many people had at least so many right, and the mean.

A person's score is how many questions they had right, of all that were asked; what they left
out counts as not right. So the mean score is the total of right answers divided by all that
could have been given, and tells nothing about the questions but that total. A score band
reaches from its threshold up to all right. Bands that reach up to the next threshold only would
add up to the head count, and their bins would then give each other away.

Bands go first, then the mean, then what rests on both, each audited with all that has gone
before. A figure is also withheld at one total of right answers, the spare, which passes the
audit by itself and follows from what has already left. So a figure's absence never shows that
the audit refused it: whatever is possible at the spare total stays possible.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from quiz.disclosure.bins import WIDTH, Bin, bin_of, last_bin
from quiz.disclosure.possible import Asked, Band, Claims, enough_left, meet, totals
from quiz.disclosure.summary import ScoreBand

_QUARTERED_FROM = 30
_QUARTERS = 4
_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Scores:
    """What may leave of the scores, None for what may not, and what everybody then knows.

    ``more`` says whether figures that rest on bands and mean may be tried next; none of them
    leaves when the total of right answers is one of the ``spares``.
    """

    claims: Claims
    bands: tuple[ScoreBand, ...] | None = None
    mean: int | None = None
    more: bool = False
    spares: frozenset[int] = frozenset()


def thresholds(people: int, questions: int) -> tuple[int, ...]:
    """Return from how many right answers each band begins: half of the questions.

    From 30 people a quarter and three quarters too.
    """
    quarters = (1, 2, 3) if people >= _QUARTERED_FROM else (2,)
    return tuple(sorted({-(-quarter * questions // _QUARTERS) for quarter in quarters}))


def rounded_mean(total: int, most: int) -> int:
    """Return ``total`` of ``most`` in per cent, rounded to 5, halves up."""
    return WIDTH * ((2 * total * _PERCENT // WIDTH + most) // (2 * most))


def totals_of(mean: int, most: int) -> range:
    """Return the totals, of ``most``, whose rounded mean is ``mean``."""
    halves = 2 * mean // WIDTH
    low, high = (-(-(halves + side) * most * WIDTH // (2 * _PERCENT)) for side in (-1, 1))
    return range(max(0, low), min(most + 1, high))


def protected_scores(right: Sequence[int], asked: tuple[Asked, ...]) -> Scores:
    """Return what may leave of people's scores, given as their numbers of right answers."""
    n, size, total = len(right), len(asked), sum(right)
    nothing = Claims(n, asked, (), range(n * size + 1))
    bins, banded = _with_bands(nothing, right)
    spare_bins, spare = _spare_bands(nothing)
    if spare is None or (bins, total) == (spare_bins, spare) or not enough_left(banded):
        return Scores(nothing)
    spares = {spare} if bins == spare_bins else set()
    bands = tuple(
        ScoreBand(band.threshold, size, told) for band, told in zip(banded.bands, bins, strict=True)
    )
    possible, mean = totals(banded), rounded_mean(total, n * size)
    spare = _spare_total(banded, _some(possible), spares)
    known = replace(banded, total=totals_of(mean, n * size))
    if spare is None or total == spare or not enough_left(known, {*spares, spare}):
        return Scores(banded, bands)
    spares.add(spare)
    spare = _spare_total(banded, _some(meet(possible, known.total)), spares)
    if spare is None or total == spare:
        return Scores(known, bands, mean)
    return Scores(known, bands, mean, more=True, spares=frozenset({*spares, spare}))


def _with_bands(claims: Claims, right: Sequence[int]) -> tuple[tuple[Bin, ...], Claims]:
    """Return the bands' bins and what is known once they have left."""
    last, starts = last_bin(claims.people), thresholds(claims.people, len(claims.asked))
    bins = tuple(bin_of(sum(score >= start for score in right), last) for start in starts)
    bands = zip(starts, (b.values(claims.people) for b in bins), strict=True)
    return bins, replace(claims, bands=tuple(Band(*band) for band in bands))


def _spare_bands(claims: Claims) -> tuple[tuple[Bin, ...], int | None]:
    """Return bins and a total that pass: those of people who all did as well as each other."""
    n = claims.people
    bins: tuple[Bin, ...] = ()
    for total in _some(totals(claims)):
        alike = [(total + place) // n for place in range(n)]
        bins, banded = _with_bands(claims, alike)
        if _spare_total(banded, [total]) is not None:
            return bins, total
    return bins, None


def _spare_total(claims: Claims, tries: Iterable[int], used: Collection[int] = ()) -> int | None:
    """Return the first total that passes the audit by itself, or None."""
    alone = (
        t for t in tries if t not in used and enough_left(replace(claims, total=range(t, t + 1)))
    )
    return next(alone, None)


def _some(values: range) -> list[int]:
    """Return some of the values: an eighth from either end first, then towards the middle."""
    parts = (2, 6, 3, 5, 4, 1, 7)
    return list(dict.fromkeys(values[len(values) * part // 8] for part in parts))
