"""Pictures of a report: what was recognised, which way it leans, how well sureness fits."""

from collections.abc import Sequence

from markupsafe import Markup

from quiz.charts.drawing import (
    WIDTH,
    Chart,
    box,
    diamond,
    line,
    picture,
    tag,
    upright,
    whisker,
    words,
)
from quiz.scoring.confidence import Confidence, Step
from quiz.scoring.figures import Share, Unavailable, both, difference, hundredths
from quiz.scoring.recognition import Recognition
from quiz.scoring.spotting import Spotted
from quiz.scoring.wording import interval_shown, lean_sentence, points_shown, share_shown

_LEFT, _RIGHT = 22, WIDTH - 22
"""Where the line from 0 to 100 %, or from -100 to 100 points, begins and ends."""

_MIDDLE = (_LEFT + _RIGHT) / 2
_INTERVAL = "95 % interval "


def recognised(prefix: str, recognition: Recognition) -> Chart | Unavailable:
    """Draw the shares of supported and unsupported statements recognised, with whiskers."""
    shares = (
        ("Supported, recognised", recognition.supported, "level chart-level-2"),
        ("Unsupported, caught", recognition.unsupported, "level chart-level-0"),
    )
    caption = "Supported and unsupported statements recognised"
    bars = _bars(prefix, caption, ("Statements", "Recognised"), shares)
    return bars or Unavailable("No statement was rated.")


def compared(prefix: str, share: Share | Unavailable) -> Chart | Unavailable:
    """Draw the share of pairs in which the better backed statement was found, beside chance."""
    x = _place(0.5)
    chance = line(x, 22, x, 64, "ideal")
    caption = "The better backed of two statements found"
    bars = _bars(prefix, caption, ("Pairs", "Right"), (("Found", share, "level"),), chance)
    return bars or Unavailable("No statements were compared.")


def spotted(prefix: str, found: Spotted) -> Chart | Unavailable:
    """Draw how many of the words that give one pause were found, and how many chosen were such."""
    shares = (
        ("Give pause, found", found.recall, "level chart-level-2"),
        ("Chosen, rightly", found.precision, "level chart-level-3"),
    )
    bars = _bars(prefix, "Words that should make you pause", ("Words", "Share"), shares)
    return bars or Unavailable("No words were there to find, and none were chosen.")


def _bars(
    prefix: str,
    caption: str,
    header: tuple[str, str],
    shares: Sequence[tuple[str, Share | Unavailable, str]],
    *above: Markup,
) -> Chart | None:
    """Draw shares as bars with whiskers, each with its name and kind; None without any share."""
    if all(isinstance(share, Unavailable) for _, share, _ in shares):
        return None
    foot = 10 + 54 * len(shares)
    parts = [_per_cents(foot)]
    rows = []
    for n, (name, share, kind) in enumerate(shares):
        parts += [_share_bar(18 + 54 * n, name, share, kind)]
        rows += [(name, *_share_cells(share))]
    description = " ".join(f"{name}: {shown}; {interval}." for name, shown, interval in rows)
    svg = picture(prefix, caption, description, foot + 22, *parts, *above)
    return Chart(svg, caption, (*header, "95 % interval"), tuple(rows))


def _share_cells(share: Share | Unavailable) -> tuple[str, str]:
    if isinstance(share, Unavailable):
        return "—", share.reason.removesuffix(".")
    return share_shown(share), interval_shown(share).removeprefix(_INTERVAL)


def _share_bar(y: float, name: str, share: Share | Unavailable, kind: str) -> Markup:
    if isinstance(share, Unavailable):
        return words(_LEFT, y, f"{name}: none", "note")
    bar = box(_LEFT, y + 8, _place(share.value) - _LEFT, 24, kind)
    label = words(_LEFT, y, f"{name}: {share_shown(share)}")
    return label + bar + whisker(_place(share.low), _place(share.high), y + 20)


def _place(share: float) -> float:
    return _LEFT + share * (_RIGHT - _LEFT)


def _per_cents(y: float) -> Markup:
    parts = [line(_LEFT, y, _RIGHT, y, "axis")]
    for share in (0, 0.5, 1):
        x = _place(share)
        parts += [line(x, y, x, y + 5, "axis")]
        parts += [words(x, y + 19, _per_cent(share), "note", anchor="middle")]
    return Markup("").join(parts)


def _per_cent(share: float) -> str:
    return f"{hundredths(share)} %"


def lean(prefix: str, recognition: Recognition) -> Chart | Unavailable:
    """Draw which way somebody leans, on a line from too severe to too trusting."""
    return both(recognition.supported, recognition.unsupported, lambda r, f: _lean(prefix, r, f))


def _lean(prefix: str, r: Share, f: Share) -> Chart:
    estimate = difference(r, f)
    shown, sentence = points_shown(r.percent - f.percent), lean_sentence(estimate)
    interval = interval_shown(estimate, "points")
    x, y = _along(estimate.value), 46
    low, high = _along(max(estimate.low, -1)), _along(min(estimate.high, 1))
    parts = (
        words(min(max(x, 50), WIDTH - 50), 20, shown, anchor="middle"),
        line(_LEFT, y, _RIGHT, y, "axis"),
        box(low, y - 6, high - low, 12, "level"),
        *(line(_along(tick), y - 10, _along(tick), y + 10, "axis") for tick in (-1, 0, 1)),
        diamond(x, y, "yours"),
        words(0, y + 30, "← too severe"),
        words(_MIDDLE, y + 30, "balanced", "note", anchor="middle"),
        words(WIDTH, y + 30, "too trusting →", anchor="end"),
    )
    caption = "Lean between trusting and doubting"
    return Chart(
        picture(prefix, caption, f"{shown}. {sentence} {interval}.", y + 38, *parts),
        caption,
        ("Lean", "95 % interval", "In words"),
        ((shown, interval.removeprefix(_INTERVAL), sentence),),
    )


def _along(points: float) -> float:
    return _MIDDLE + points * (_RIGHT - _LEFT) / 2


_FOOT, _HEAD = 190, 30
"""The heights at which 0 and 100 % right stand in the picture of calibration."""


def calibration(prefix: str, confidence: Confidence) -> Chart | Unavailable:
    """Draw, for each step of sureness, what was said against what was right."""
    if all(isinstance(step.right, Unavailable) for step in confidence.steps):
        return Unavailable("No answer came with a confidence.")
    parts = [_frame(), *(_point(step) for step in confidence.steps)]
    rows = tuple(
        (f"{step.sure.title} ({_per_cent(step.said)})", *_share_cells(step.right))
        for step in confidence.steps
    )
    caption = "How sure you said you were, and how often you were right"
    description = " ".join(f"{said}: right {shown}; {interval}." for said, shown, interval in rows)
    return Chart(
        picture(prefix, caption, description, 232, *parts),
        caption,
        ("You said", "Right", "95 % interval"),
        rows,
    )


def _across(said: float) -> float:
    """Return where a step stands: 50 % on the left, 100 % at the right end."""
    return 80 + (said - 0.5) * 400


def _up(share: float) -> float:
    return _FOOT - share * (_FOOT - _HEAD)


def _frame() -> Markup:
    rules = [
        line(46, _up(share), WIDTH, _up(share), "axis" if share == 0 else "rule")
        + words(42, _up(share) + 5, _per_cent(share), "note", anchor="end")
        for share in (0, 0.5, 1)
    ]
    diagonal = line(_across(0.45), _up(0.45), _across(1), _up(1), "ideal")
    names = words(0, 14, "was right", "note") + words(
        WIDTH, 14, "dashed: as often right as you said", "note", anchor="end"
    )
    return Markup("").join([*rules, diagonal, names])


def _point(step: Step) -> Markup:
    x = _across(step.said)
    name = words(x, _FOOT + 19, step.sure.title, "small", anchor="middle") + words(
        x, _FOOT + 36, f"said {_per_cent(step.said)}", "note", anchor="middle"
    )
    if isinstance(step.right, Unavailable):
        return name
    y = _up(step.right.value)
    dot = tag("circle", class_="chart-yours", cx=x, cy=y, r=6)
    count = words(x + 11, y - 6, f"{step.right.count} of {step.right.of}", "small")
    return name + upright(x, _up(step.right.high), _up(step.right.low)) + dot + count
