"""Bins: the intervals in which counts leave a group."""

from msgspec import Struct

WIDTH = 5
SMALLEST_GROUP = 10


class Bin(Struct, frozen=True, order=True):
    """A count known only to lie in ``[at_least, at_most]``; None leaves the upper end open."""

    at_least: int
    at_most: int | None = None

    @property
    def open(self) -> bool:
        return self.at_most is None

    def values(self, most: int) -> range:
        """Return what the count can be when it cannot exceed ``most``."""
        top = most if self.at_most is None else min(self.at_most, most)
        return range(self.at_least, top + 1)

    def __str__(self) -> str:
        return f"{self.at_least} or more" if self.open else f"{self.at_least}–{self.at_most}"


def took_part(people: int) -> Bin:
    """Return the interval that says how many took part: 10–14, 15–19, 20–24 and so on."""
    start = people // WIDTH * WIDTH
    return Bin(start, start + WIDTH - 1)


def last_bin(of: int) -> int:
    """Return where the last, open bin begins for counts that are a part of ``of`` people."""
    return max(0, of // WIDTH * WIDTH - WIDTH)


def last_bin_within(answered: Bin) -> int:
    """Return where the last bin begins for counts of those who answered a question.

    It follows from the bin that is published for them, never from their exact number: the
    beginning of a bin would otherwise say how many they are.
    """
    return answered.at_least if answered.open else last_bin(answered.at_least)


def bin_of(count: int, last: int) -> Bin:
    """Return the bin of a count: 0–4, 5–9 … and from ``last`` on the open one."""
    start = count // WIDTH * WIDTH
    return Bin(last) if start >= last else Bin(start, start + WIDTH - 1)
