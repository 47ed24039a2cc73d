"""Answers and keys in, measures out: pure functions, each citing its paper.

Rooms: ``figures`` (a value with its interval, or the reason why there is none), ``outcomes``
(what came of each answer), ``recognition`` (supported or not), ``agreement`` (kappa and alpha
between raters), ``confidence`` (said against was right), ``spotting`` (cue words), ``group`` (a
room full of people), ``report`` (one person's figures together) and ``wording`` (figures as
people read them).
"""

from quiz.scoring.figures import Estimate, Figure, Share, Unavailable
from quiz.scoring.outcomes import Comparison, Outcome, Rating, Spotting, Sure
from quiz.scoring.report import Report, report
from quiz.scoring.wording import Line, lines

__all__ = [
    "Comparison",
    "Estimate",
    "Figure",
    "Line",
    "Outcome",
    "Rating",
    "Report",
    "Share",
    "Spotting",
    "Sure",
    "Unavailable",
    "lines",
    "report",
]
