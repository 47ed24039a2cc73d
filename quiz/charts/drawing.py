"""The pen: SVG elements as escaped markup, in units of which a picture is 340 wide.

A picture 340 units wide keeps its words readable on a phone of 360 pixels, and grows with
the page. No style attribute and no style element, so that a strict content security policy
holds.
"""

import re
from dataclasses import dataclass

from markupsafe import Markup

WIDTH = 340

_PREFIX = re.compile(r"[A-Za-z][\w-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture, and the same figures as the caption, header and rows of a table."""

    svg: Markup
    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def picture(prefix: str, title: str, description: str, height: float, *parts: Markup) -> Markup:
    """Return an SVG element with a name and a description for those who cannot see it.

    ``prefix`` begins its ids and must be unique on the page. Raises ValueError when it is no
    plain word.
    """
    if not _PREFIX.fullmatch(prefix):
        raise ValueError(f"“{prefix}” cannot begin an id")
    names = {"title": title, "desc": description}
    told = [tag(name, Markup.escape(text), id=f"{prefix}-{name}") for name, text in names.items()]
    return tag(
        "svg",
        Markup("").join([*told, *parts]),
        class_="chart",
        viewBox=f"0 0 {WIDTH} {_number(height)}",
        role="img",
        aria_labelledby=f"{prefix}-title",
        aria_describedby=f"{prefix}-desc",
    )


def tag(name: str, content: Markup | None = None, /, **attributes: str | float) -> Markup:
    """Return an element; ``class_`` stands for class, and an underscore for a hyphen."""
    pairs = Markup("").join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), _number(value))
        for key, value in attributes.items()
    )
    return Markup("<{0}{1}>{2}</{0}>").format(name, pairs, content or "")


def words(x: float, y: float, text: str, kind: str = "text", *, anchor: str = "start") -> Markup:
    """Return a line of text whose baseline begins, is centred or ends at (x, y)."""
    content = Markup.escape(text)
    return tag("text", content, class_=f"chart-{kind}", x=x, y=y, text_anchor=anchor)


def box(x: float, y: float, width: float, height: float, kind: str) -> Markup:
    """Return a rectangle."""
    return tag("rect", class_=f"chart-{kind}", x=x, y=y, width=max(width, 0), height=height)


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Markup:
    """Return a straight line."""
    return tag("line", class_=f"chart-{kind}", x1=x1, y1=y1, x2=x2, y2=y2)


def whisker(x1: float, x2: float, y: float) -> Markup:
    """Return a level interval with caps, on a halo that keeps it visible on a bar."""
    path = f"M{_number(x1)} {_number(y - 5)}v10m0-5H{_number(x2)}m0-5v10"
    return _haloed(path)


def upright(x: float, y1: float, y2: float) -> Markup:
    """Return an upright interval with caps, on a halo."""
    path = f"M{_number(x - 5)} {_number(y1)}h10m-5 0V{_number(y2)}m-5 0h10"
    return _haloed(path)


def diamond(x: float, y: float, kind: str, radius: float = 8) -> Markup:
    """Return a diamond centred on (x, y)."""
    r = _number(radius)
    path = f"M{_number(x)} {_number(y - radius)}l{r} {r}l-{r} {r}l-{r}-{r}z"
    return tag("path", class_=f"chart-{kind}", d=path)


def triangle(x: float, y: float, kind: str) -> Markup:
    """Return a triangle whose lower tip points at (x, y)."""
    return tag("path", class_=f"chart-{kind}", d=f"M{_number(x)} {_number(y)}l-8-12h16z")


def _haloed(path: str) -> Markup:
    return tag("path", class_="chart-halo", d=path) + tag("path", class_="chart-whisker", d=path)


def _number(value: str | float) -> str:
    """Return a coordinate with at most one decimal, and text as it is."""
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
