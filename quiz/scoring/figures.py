"""A figure: a value, with its interval where there is one, or the reason why it is left out."""

from collections.abc import Callable
from dataclasses import dataclass
from math import floor, hypot, sqrt
from statistics import NormalDist
from typing import TypeAlias, TypeVar

T = TypeVar("T")
U = TypeVar("U")

_Z = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True, slots=True)
class Unavailable:
    """A figure that cannot be computed, with a sentence that says why."""

    reason: str


Figure: TypeAlias = float | Unavailable


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value and the ends of its 95 % interval, all in the same unit."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Share(Estimate):
    """A share ``count`` of ``of``, between 0 and 1, with its Wilson interval."""

    count: int
    of: int

    @property
    def percent(self) -> int:
        """The share in whole per cent, halves up, free of rounding errors."""
        return (200 * self.count + self.of) // (2 * self.of)


def hundredths(value: float) -> int:
    """Return a value in whole hundredths, halves away from nought."""
    return floor(abs(value) * 100 + 0.5) * (-1 if value < 0 else 1)


def share(count: int, of: int, empty: str = "Nothing was asked.") -> Share | Unavailable:
    """Return the share of ``count`` in ``of``, or ``empty`` as the reason when ``of`` is 0."""
    if of == 0:
        return Unavailable(empty)
    low, high = wilson(count, of)
    return Share(count / of, low, high, count, of)


def wilson(count: int, of: int) -> tuple[float, float]:
    """Return the 95 % score interval of a share, both ends between 0 and 1.

    Wilson 1927, J. Am. Stat. Assoc. 22:209; method 3 of Newcombe 1998, Stat. Med. 17:857.
    Raises ValueError unless 0 <= count <= of and of > 0.
    """
    if not (0 <= count <= of and of > 0):
        raise ValueError(f"{count} of {of} is no share")
    p, shrink = count / of, 1 + _Z**2 / of
    centre = (p + _Z**2 / (2 * of)) / shrink
    half = _Z * sqrt(p * (1 - p) / of + _Z**2 / (4 * of**2)) / shrink
    low = 0.0 if count == 0 else centre - half
    high = 1.0 if count == of else centre + half
    return low, high


def difference(a: Share, b: Share) -> Estimate:
    """Return the difference ``a - b`` of two independent shares with its 95 % interval.

    Method 10 of Newcombe 1998, Stat. Med. 17:873 (the hybrid of two Wilson intervals).
    """
    value = a.value - b.value
    low = value - hypot(a.value - a.low, b.high - b.value)
    high = value + hypot(a.high - a.value, b.value - b.low)
    return Estimate(value, low, high)


def complement(a: Share) -> Share:
    """Return the share of the others."""
    return Share(1 - a.value, 1 - a.high, 1 - a.low, a.of - a.count, a.of)


def both(
    a: T | Unavailable, b: T | Unavailable, then: Callable[[T, T], U | Unavailable]
) -> U | Unavailable:
    """Return ``then(a, b)``, or the first reason why one of the two is missing."""
    if isinstance(a, Unavailable):
        return a
    return b if isinstance(b, Unavailable) else then(a, b)
