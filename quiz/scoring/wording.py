"""Figures as people read them: one line for each, for a page, a CSV file or JSON alike."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from quiz.scoring.confidence import Step
from quiz.scoring.figures import Estimate, Figure, Share, Unavailable, both, hundredths
from quiz.scoring.recognition import Recognition
from quiz.scoring.report import Report

BALANCED_WITHIN = 0.10
"""A lean of at most this much is called balanced."""

WIDE = 0.40
"""An interval at least this wide leaves open what the lean is."""


class Lean(StrEnum):
    """Which way somebody leans between trusting and doubting."""

    TRUSTING = "too trusting"
    SEVERE = "too severe"
    BALANCED = "balanced"


@dataclass(frozen=True, slots=True)
class Line:
    """One figure: its name for machines, its label for people, the bare number, and words.

    ``value``, ``low`` and ``high`` are unrounded, and None where there is no such number;
    ``shown`` is what a person reads, and ``note`` the interval, the meaning or the reason why
    the figure is left out.
    """

    name: str
    label: str
    value: float | None
    low: float | None
    high: float | None
    shown: str
    note: str


def signed(number: int) -> str:
    """Return a whole number with its sign (a true minus), 0 without."""
    return f"{'+' if number > 0 else '−' if number < 0 else ''}{abs(number)}"


def points_shown(number: int) -> str:
    """Return “+20 points”."""
    return f"{signed(number)} point{'' if abs(number) == 1 else 's'}"


def decimal(value: float, places: int = 2) -> str:
    """Return a rounded number with a true minus, and never "−0.00"."""
    text = f"{abs(value):.{places}f}"
    return f"−{text}" if value < 0 and float(text) else text


def share_shown(share: Share) -> str:
    """Return “4 of 5 (80 %)”."""
    return f"{share.count} of {share.of} ({share.percent} %)"


def interval_shown(estimate: Estimate, unit: str = "%") -> str:
    """Return the interval in whole hundredths of ``unit``."""
    low, high = (decimal(hundredths(end), 0) for end in (estimate.low, estimate.high))
    return f"95 % interval {low} to {high} {unit}"


def lean_of(lean: Estimate) -> Lean:
    """Return which way a lean points, taking small ones as balanced unless they are certain."""
    certain = lean.low > 0 or lean.high < 0
    if not certain and abs(lean.value) <= BALANCED_WITHIN:
        return Lean.BALANCED
    return Lean.TRUSTING if lean.value > 0 else Lean.SEVERE


def lean_sentence(lean: Estimate) -> str:
    """Say which way a lean points, with as much caution as its interval asks for."""
    way = lean_of(lean)
    if lean.low > 0 or lean.high < 0:
        return f"{way.capitalize()}: more than chance explains."
    if way is not Lean.BALANCED:
        return f"Perhaps {way}: with this few answers it may be chance."
    if lean.high - lean.low >= WIDE:
        return "Balanced so far, but this few answers could hide a lean either way."
    return "Balanced."


def lines(report: Report) -> tuple[Line, ...]:
    """Return every figure of a report as a line, the telling ones first."""
    said = report.confidence
    return (
        *_recognition(report.recognition),
        _number(
            "agreement",
            "Agreement with the key (quadratic weighted kappa)",
            report.agreement,
            "How far your levels match ours, near misses counting in part: 1 is full agreement, "
            "0 is what chance gives.",
        ),
        _number(
            "bias",
            "Mean error in levels",
            report.bias,
            "Your level minus ours, on average. Above 0: rated too high; below 0: too low.",
        ),
        _number(
            "brier",
            "Brier score of your confidence",
            said.brier,
            "How far what you said of your chances was from what came: 0 is perfect; always saying "
            "50 % earns 0.25.",
        ),
        _points(
            "overconfidence",
            "How sure you said you were, minus how often you were right",
            said.overconfidence,
        ),
        *(_step(step) for step in said.steps),
        _share("compared", "Better backed statement found", report.compared, "guessing gives 50 %"),
        _share("recall", "Words that should make you pause, found", report.spotted.recall),
        _share("precision", "Words you chose that were such words", report.spotted.precision),
        _share("right", "Levels right, accepted neighbours included", report.right),
    )


def _step(step: Step) -> Line:
    label = f"Right when “{step.sure.title}”, which stands for {hundredths(step.said)} %"
    return _share(f"sure_{step.sure.value}", label, step.right)


def _recognition(r: Recognition) -> tuple[Line, ...]:
    return (
        _share("supported", "Supported statements recognised", r.supported),
        _share("unsupported", "Unsupported statements caught", r.unsupported),
        _lean(r),
        _youden(r),
        _number(
            "roc_area",
            "Area under the ROC curve",
            r.roc_area,
            "The chance that a supported statement is rated above an unsupported one; "
            "0.5 is guessing.",
        ),
        _number(
            "sensitivity",
            "Sensitivity d′",
            r.sensitivity,
            "How far apart the two kinds look to you, whichever way you lean, in standard "
            "deviations; 0 is guessing.",
        ),
        _number(
            "criterion",
            "Criterion c",
            r.criterion,
            "How much it takes to win you over, in standard deviations. Above 0: too severe; "
            "below 0: too trusting.",
        ),
    )


def _lean(r: Recognition) -> Line:
    def shown(a: Share, b: Share) -> str:
        return points_shown(a.percent - b.percent)

    label = "Lean: recognised minus caught"
    return _estimate("lean", label, r.lean, _both_shown(r, shown), lean_sentence)


def _youden(r: Recognition) -> Line:
    def shown(a: Share, b: Share) -> str:
        return points_shown(a.percent + b.percent - 100)

    def note(_: Estimate) -> str:
        return "100 tells them apart always, 0 is guessing."

    label = "Telling them apart: recognised plus caught minus 100 (Youden’s J)"
    return _estimate("youden", label, r.youden, _both_shown(r, shown), note)


def _both_shown(r: Recognition, shown: Callable[[Share, Share], str]) -> str:
    """Return points made of the two percentages as they are shown, so that the sum is right."""
    text = both(r.supported, r.unsupported, shown)
    return "" if isinstance(text, Unavailable) else text


def _estimate(
    name: str,
    label: str,
    figure: Estimate | Unavailable,
    shown: str,
    note: Callable[[Estimate], str],
) -> Line:
    if isinstance(figure, Unavailable):
        return _missing(name, label, figure)
    words = f"{note(figure)} {interval_shown(figure, 'points')}."
    return Line(name, label, figure.value, figure.low, figure.high, shown, words)


def _share(name: str, label: str, figure: Share | Unavailable, note: str = "") -> Line:
    if isinstance(figure, Unavailable):
        return _missing(name, label, figure)
    words = "; ".join(filter(None, (interval_shown(figure), note))) + "."
    return Line(name, label, figure.value, figure.low, figure.high, share_shown(figure), words)


def _points(name: str, label: str, figure: Figure) -> Line:
    if isinstance(figure, Unavailable):
        return _missing(name, label, figure)
    shown = points_shown(hundredths(figure))
    note = "Above 0: surer than right; below 0: less sure than right."
    return Line(name, label, figure, None, None, shown, note)


def _number(name: str, label: str, figure: Figure, note: str) -> Line:
    if isinstance(figure, Unavailable):
        return _missing(name, label, figure)
    return Line(name, label, figure, None, None, decimal(figure), note)


def _missing(name: str, label: str, figure: Unavailable) -> Line:
    return Line(name, label, None, None, None, "—", figure.reason)
