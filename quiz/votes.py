"""Votes of a room, and what its screen may show of them.

The screen shows shares in tenths, and only from five answers on, so that it never tells what
one person answered.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from quiz.documents import Statement
from quiz.scale import Level

ENOUGH = 5
_SURE = 3


@dataclass(frozen=True)
class Vote:
    """One person's answer to a question in a round, and how sure they were (1 to 3)."""

    question: int
    round: int
    level: Level
    sure: int


@dataclass(frozen=True)
class Tally:
    """How many people answered a question in a round with each level and each sureness."""

    counts: Mapping[tuple[Level, int], int]

    @cached_property
    def total(self) -> int:
        return sum(self.counts.values())

    @cached_property
    def shares(self) -> dict[Level, int] | None:
        """The share of each level in per cent, rounded to tenths of all; None below five."""
        chosen = dict.fromkeys(Level, 0)
        for (level, _), count in self.counts.items():
            chosen[level] += count
        if self.total < ENOUGH:
            return None
        return {level: self._tenths(count) for level, count in chosen.items()}

    def right(self, statement: Statement) -> int | None:
        """Return the share of right answers in per cent, in tenths; None below five."""
        hits = sum(n for (level, _), n in self.counts.items() if statement.accepts(level))
        return self._tenths(hits) if self.total >= ENOUGH else None

    def sure_but_wrong(self, statement: Statement) -> int | None:
        """Return the share of wrong answers given as sure, in per cent, in tenths; or None."""
        wrong = sum(
            count
            for (level, sure), count in self.counts.items()
            if sure == _SURE and not statement.accepts(level)
        )
        return self._tenths(wrong) if self.total >= ENOUGH else None

    def _tenths(self, count: int) -> int:
        return (20 * count + self.total) // (2 * self.total) * 10


@dataclass(frozen=True)
class Rounds:
    """Both rounds of a question, as far as they took place."""

    first: Tally
    second: Tally

    @property
    def last(self) -> Tally:
        """The round that counts: the second, where there was one."""
        return self.second if self.second.total else self.first

    @property
    def shift(self) -> dict[Level, int] | None:
        """By how many points each share changed from the first round to the second, or None."""
        before, after = self.first.shares, self.second.shares
        if before is None or after is None:
            return None
        return {level: after[level] - before[level] for level in Level}
