"""Pictures of the scale: one answer beside the key, a room's answers, a document's profile."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from markupsafe import Markup

from quiz.charts.drawing import (
    WIDTH,
    Chart,
    box,
    diamond,
    line,
    picture,
    triangle,
    words,
)
from quiz.scale import Level
from quiz.scoring.figures import hundredths
from quiz.scoring.wording import signed

_STEP = WIDTH / len(Level)
_FLOOR = 128
_LEFT = 66
"""Where bars begin, right of the names of the levels."""


def scale(prefix: str, yours: Level, ours: Level, accepted: Collection[Level] = ()) -> Chart:
    """Draw the four levels as a stair, with your answer beside ours."""
    also = [level for level in Level if level in accepted and level != ours]
    said = [("Your answer", yours.title), ("Our key", ours.title)]
    if also:
        said.append(("Also accepted", " or ".join(level.title for level in also)))
    caption = "Your level beside ours"
    parts = [_stair(level, accepted=level in also) for level in Level]
    parts += [_marker(ours, "ours", "Ours", raised=yours == ours)]
    parts += [_marker(yours, "yours", "You", raised=False)]
    description = " ".join(f"{who}: {level}." for who, level in said)
    svg = picture(prefix, caption, description, 170, *parts)
    return Chart(svg, caption, ("Whose", "Level"), tuple(said))


def _height(level: Level) -> int:
    return 12 + 20 * level


def _stair(level: Level, *, accepted: bool) -> Markup:
    left, height = level * _STEP, _height(level)
    stair = box(left + 2, _FLOOR - height, _STEP - 4, height, f"level chart-level-{level.value}")
    name = words(left + _STEP / 2, _FLOOR + 19, level.title, anchor="middle")
    note = words(left + _STEP / 2, _FLOOR + 37, "accepted", "note", anchor="middle")
    return stair + name + (note if accepted else Markup(""))


def _marker(level: Level, kind: str, name: str, *, raised: bool) -> Markup:
    """Return a marker on a level's step: above the other one where both stand there."""
    x, y = (level + 0.5) * _STEP, _FLOOR - _height(level) - 6 - (19 if raised else 0)
    shape = triangle(x - 17, y, kind) if kind == "yours" else diamond(x - 17, y - 6, kind, 6)
    return shape + words(x - 6, y, name, kind)


def distribution(
    prefix: str,
    caption: str,
    first: Sequence[float],
    second: Sequence[float] | None = None,
    ours: Level | None = None,
) -> Chart:
    """Draw the share of each level, of one vote or of two beside each other with the shift.

    ``first`` and ``second`` hold a share between 0 and 1 for each level; they are shown in
    whole per cent as they come (who wants tenths rounds before). ``ours`` marks the key.
    """
    votes = [first] if second is None else [first, second]
    whole = [[hundredths(share) for share in vote] for vote in votes]
    pitch, top = (34, 0) if second is None else (50, 26)
    height = top + pitch * len(Level)
    parts = [line(_LEFT, top, _LEFT, height, "axis")]
    parts += [] if second is None else [_legend()]
    for level in Level:
        y = top + level * pitch
        shares = [vote[level] for vote in whole]
        parts += [_level_name(level, y + pitch / 2, ours=level == ours)]
        parts += [_vote(n, share, y, of=len(votes)) for n, share in enumerate(shares)]
        parts += [words(WIDTH, y + pitch / 2 + 5, shift, anchor="end") for shift in _shift(shares)]
    header, rows = _votes_table(whole, ours)
    description = "; ".join(_row_said(header, row) for row in rows)
    svg = picture(prefix, caption, f"{description}.", height, *parts)
    return Chart(svg, caption, header, rows)


def _votes_table(
    whole: Sequence[Sequence[int]], ours: Level | None
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    names = ["Share"] if len(whole) == 1 else ["First vote", "Second vote", "Shift in points"]
    rows = []
    for level in Level:
        shares = [vote[level] for vote in whole]
        key = [] if ours is None else ["our key" if level == ours else ""]
        rows.append((level.title, *(f"{share} %" for share in shares), *_shift(shares), *key))
    return ("Level", *names, *([] if ours is None else ["Key"])), tuple(rows)


def _shift(shares: Sequence[int]) -> list[str]:
    """Return the points between two votes, and nothing for one."""
    return [signed(b - a) for a, b in pairwise(shares)]


def _row_said(header: Sequence[str], row: Sequence[str]) -> str:
    cells = zip(header[1:], row[1:], strict=True)
    said = [cell if name in {"Share", "Key"} else f"{name.lower()} {cell}" for name, cell in cells]
    return f"{row[0]}: {', '.join(filter(None, said))}"


def _level_name(level: Level, y: float, *, ours: bool) -> Markup:
    if not ours:
        return words(0, y + 5, level.title)
    note = words(14, y + 14, "our key", "small")
    return diamond(6, y + 9.5, "ours", 5) + words(0, y - 3, level.title) + note


def _vote(number: int, share: int, y: float, *, of: int) -> Markup:
    """Return the bar of one level in one of one or two votes, with its share behind it."""
    thick, longest = (22, 210) if of == 1 else (17, 170)
    width, top = share * longest / 100, y + 6 + number * (thick + 2)
    bar = box(_LEFT, top, width, thick, "solid" if number == of - 1 else "before")
    return bar + words(_LEFT + width + 6, top + thick / 2 + 5, f"{share} %")


def _legend() -> Markup:
    return (
        box(_LEFT, 3, 14, 12, "before")
        + words(_LEFT + 19, 14, "first vote", "small")
        + box(_LEFT + 92, 3, 14, 12, "solid")
        + words(_LEFT + 111, 14, "second vote", "small")
        + words(WIDTH, 14, "shift", "note", anchor="end")
    )


def profile(prefix: str, counts: Sequence[int]) -> Chart:
    """Draw how many statements of a document stand at each level."""
    most, pitch = max(*counts, 1), 34
    parts = []
    for level in Level:
        y, width = level * pitch, counts[level] * 230 / most
        parts += [
            words(0, y + pitch / 2 + 5, level.title),
            box(_LEFT, y + 6, width, 22, f"level chart-level-{level.value}"),
            words(_LEFT + width + 6, y + pitch / 2 + 5, str(counts[level])),
        ]
    height = pitch * len(Level)
    parts += [line(_LEFT, 0, _LEFT, height, "axis")]
    caption = "Statements by level"
    return Chart(
        picture(prefix, caption, profile_sentence(counts), height, *parts),
        caption,
        ("Level", "Statements"),
        tuple((level.title, str(counts[level])) for level in Level),
    )


def profile_sentence(counts: Sequence[int]) -> str:
    """Return “31 statements: 14 with nothing, 8 weak, 5 partial, 4 strong.”"""  # noqa: D400
    total = sum(counts)
    names = ("with nothing", "weak", "partial", "strong")
    parts = ", ".join(f"{n} {name}" for n, name in zip(counts, names, strict=True))
    return f"{total} statement{'' if total == 1 else 's'}: {parts}."
