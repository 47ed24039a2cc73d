"""Measures of a group: its questions, its test as a whole, and its change.

Answers come as rows of people and columns of questions; None stands for "not answered".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import StatisticsError, correlation, fmean, stdev, variance
from typing import TypeAlias

from quiz.scoring.figures import Estimate, Figure, Share, Unavailable, share
from quiz.scoring.student import t_quantile

Marks: TypeAlias = Sequence[Sequence[bool | None]]
"""People × questions: right, wrong, not answered."""

Scores: TypeAlias = Sequence[Sequence[float | None]]
"""People × questions: what each answer earned, None where there is no answer."""

_TWO_PEOPLE = 2
_TWO_QUESTIONS = 2


@dataclass(frozen=True, slots=True)
class Change(Estimate):
    """A mean change with its interval, and the number of people it rests on."""

    people: int


def difficulties(marks: Marks) -> tuple[Share | Unavailable, ...]:
    """Return for each question the share right of those who answered it: high means easy."""
    columns = [[m for m in column if m is not None] for column in zip(*marks, strict=True)]
    return tuple(share(sum(c), len(c), "Nobody answered this question.") for c in columns)


def item_rest(scores: Scores) -> tuple[Figure, ...]:
    """Return for each question its correlation with the sum of all the others.

    Only people who answered every question count. It is the corrected item-total correlation
    (Henrysson 1963, Psychometrika 28:211).
    """
    rows = _complete(scores)
    return tuple(_rest(rows, item) for item in range(len(scores[0]) if scores else 0))


def _rest(rows: list[list[float]], item: int) -> Figure:
    if len(rows) < _TWO_PEOPLE:
        return Unavailable("Fewer than two people answered every question.")
    try:
        return float(
            correlation([row[item] for row in rows], [sum(row) - row[item] for row in rows])
        )
    except StatisticsError:
        return Unavailable("Everybody did equally well on this question, or on all the others.")


def cronbach_alpha(scores: Scores) -> Figure:
    """Return Cronbach's alpha, over the people who answered every question.

    k / (k - 1) × (1 - sum of the questions' variances / variance of the sum), for k questions:
    Cronbach 1951, Psychometrika 16:297. With right and wrong it is Kuder and Richardson's
    formula 20.
    """
    rows = _complete(scores)
    if len(rows) < _TWO_PEOPLE:
        return Unavailable("Fewer than two people answered every question.")
    k = len(rows[0])
    if k < _TWO_QUESTIONS:
        return Unavailable("This takes at least two questions.")
    total = float(variance([sum(row) for row in rows]))
    if total == 0:
        return Unavailable("Everybody had the same score.")
    parts = float(sum(variance(column) for column in zip(*rows, strict=True)))
    return k / (k - 1) * (1 - parts / total)


def change(before: Sequence[float], after: Sequence[float]) -> Change | Unavailable:
    """Return the mean change from before to after, with Student's 95 % interval.

    Both hold one score for each person, in the same order and from sets of the same length.
    Paired: mean difference ± t × standard deviation / sqrt(n), with n - 1 degrees of freedom
    (Student 1908, Biometrika 6:1). Raises ValueError when the two differ in length.
    """
    differences = [b - a for a, b in zip(before, after, strict=True)]
    n = len(differences)
    if n < _TWO_PEOPLE:
        return Unavailable("This takes at least two people who did both.")
    mean = fmean(differences)
    half = t_quantile(0.975, n - 1) * stdev(differences) / sqrt(n)
    return Change(mean, mean - half, mean + half, n)


def _complete(scores: Scores) -> list[list[float]]:
    """Return the rows without a gap. Raises ValueError when rows differ in length."""
    if len({len(row) for row in scores}) > 1:
        raise ValueError("people with different numbers of questions cannot be put together")
    return [[s for s in row if s is not None] for row in scores if None not in row]
