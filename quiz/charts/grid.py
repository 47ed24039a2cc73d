"""Where answers landed: the key's level in rows, the answer's in columns."""

from collections import Counter
from collections.abc import Sequence
from math import sqrt

from markupsafe import Markup

from quiz.charts.drawing import WIDTH, Chart, box, line, picture, tag, words
from quiz.scale import Level
from quiz.scoring.figures import Unavailable
from quiz.scoring.outcomes import Rating

_LEFT, _TOP = 64, 44
_WIDE, _HIGH = (WIDTH - _LEFT) / len(Level), 44
_FOOT = _TOP + _HIGH * len(Level)


def answers(prefix: str, ratings: Sequence[Rating]) -> Chart | Unavailable:
    """Draw how often each level was answered where the key says each level.

    On the framed diagonal both agree; right of it the answer gave more credit than the key.
    """
    if not ratings:
        return Unavailable("No statement was rated.")
    counts = Counter((r.key, r.level) for r in ratings)
    caption = "Your levels beside our key"
    parts = [*_frame(), *_circles(counts)]
    rows = tuple((key.title, *(str(counts[key, said]) for said in Level)) for key in Level)
    return Chart(
        picture(prefix, caption, _told(counts), _FOOT + 24, *parts),
        caption,
        ("Our key", *(f"You said {level.title}" for level in Level)),
        rows,
    )


def _frame() -> list[Markup]:
    parts = [
        words(0, 34, "Our key", "note"),
        words((_LEFT + WIDTH) / 2, 13, "You said", "note", anchor="middle"),
        words(_LEFT, _FOOT + 19, "← too little credit", "note"),
        words(WIDTH, _FOOT + 19, "too much credit →", "note", anchor="end"),
    ]
    for level in Level:
        x, y = _corner(level, level)
        parts += [box(x + 1, y + 1, _WIDE - 2, _HIGH - 2, f"level chart-level-{level.value}")]
        parts += [words(x + _WIDE / 2, 34, level.title, anchor="middle")]
        parts += [words(0, y + _HIGH / 2 + 5, level.title)]
        parts += [line(0, y, WIDTH, y, "rule")]
    return [*parts, line(0, _FOOT, WIDTH, _FOOT, "rule")]


def _corner(key: Level, said: Level) -> tuple[float, float]:
    return _LEFT + said * _WIDE, _TOP + key * _HIGH


def _circles(counts: Counter[tuple[Level, Level]]) -> list[Markup]:
    """Return a ring for each pair of levels that occurs, its area growing with the count."""
    most, parts = max(counts.values()), []
    for (key, said), count in sorted(counts.items()):
        x, y = _corner(key, said)
        x, y = x + _WIDE / 2, y + _HIGH / 2
        parts += [tag("circle", class_="chart-whisker", cx=x, cy=y, r=19 * sqrt(count / most))]
        parts += [words(x, y + 5, str(count), anchor="middle")]
    return parts


def _told(counts: Counter[tuple[Level, Level]]) -> str:
    def said(key: Level) -> str:
        return ", ".join(f"{level.title} {n}" for level in Level if (n := counts[key, level]))

    return " ".join(f"Where our key says {k.title}, you said: {said(k)}." for k in Level if said(k))
