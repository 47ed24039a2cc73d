"""Figures in, accessible pictures out: inline SVG with the same figures as table rows.

Rooms: ``drawing`` (the pen), ``levels`` (pictures of the scale and of counts on it),
``grid`` (answers beside keys) and ``figures`` (pictures of a report). Looks come from
``static/charts.css`` alone, so that they follow light, dark, forced colours and print; levels are
told apart by words and place.
"""

from quiz.charts.drawing import Chart
from quiz.charts.figures import calibration, compared, lean, recognised, spotted
from quiz.charts.grid import answers
from quiz.charts.levels import distribution, profile, profile_sentence, scale

__all__ = [
    "Chart",
    "answers",
    "calibration",
    "compared",
    "distribution",
    "lean",
    "profile",
    "profile_sentence",
    "recognised",
    "scale",
    "spotted",
]
