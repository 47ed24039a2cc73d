"""A text split into statements, with exact offsets in code points.

Between two statements stands nothing but white space and list markers; every other character
of the text is in exactly one statement. The work grows linearly with the text: each pattern
reads a bounded stretch and each decision looks at a bounded neighbourhood.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from unicodedata import category

from quiz.abbreviations import ENDINGS, NUMBERED, POINTING, STARTERS, TITLES
from quiz.documents import Span

_NEWLINE = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
# Bullets, ticks, stars, arrows and pictures; not the thumbs, hearts and arrows that count votes.
MARK = (
    r"(?:(?![\u25b2\u25bc\u2665\u2764\U0001f44d\U0001f44e])"
    r"[-*+•–◦‣»>·\u2190-\u21ff\u25a0-\u27bf\u2b50\U0001f300-\U0001faff]\ufe0f?"
    r"|\d{1,3}[.)]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})\))"
)
_MARKER = re.compile(rf"{MARK}\s+")
_CLOSERS = "\"'”’»)]*_"
_STOP = re.compile(
    r"(?:(?<![.!?…])[.!?…]{1,20}|[。！？]"
    r"|(?<=[\w'’)\"”] )[\U0001f300-\U0001faff\ufe0f]{1,9}(?=\s+[A-Z]))"
    rf"[{re.escape(_CLOSERS)}]{{0,4}}(?:\[[\w^ ,–-]{{1,20}}\]|\(\d{{1,2}}\)|[¹²³⁰⁴-⁹]){{0,9}}"
)
_WORD_BEFORE = re.compile(r"[^\s(\[“\"‘]{1,20}\Z")
_WORD_AFTER = re.compile(r"[\"'“‘«(\[*_]{0,4}([^\W_]+(?:[’'][^\W_]+)?)")
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]\Z")
_GLUED = re.compile(r"[A-Z][a-z]+[\s,]|[A-Z]\s|\d{1,3}\s[a-z]|[“\"]")
_ENTRY = re.compile(r"(?:\[\^?\d{1,3}\]:?\s|[¹²³⁰⁴-⁹]{1,3}\s?|\^).{0,600}\Z")
_LONGEST_ENTRY = 600
_DATED = re.compile(r"\b(?:1[5-9]|20)\d\d\b|https?://|\bdoi\b")
_HEADS_SOURCES = re.compile(
    r"\W{0,4}(?:\d{1,2}\W{1,3})?(?:references?|bibliography|works cited|literature(?: cited)?|"
    r"sources|citations|(?:further|suggested) reading)\W{0,4}\Z",
    re.IGNORECASE,
)
_PARENTHESIS = 400
_FOLDED_WIDTH = range(50, 121)


def split(text: str) -> tuple[Span, ...]:
    """Return the place of every statement of a text, in order.

    Offsets are code points. The spans are not empty, do not overlap, begin and end with a
    character that is not white space, and leave out only white space and list markers.
    """
    return tuple(_statements(text))


def _statements(text: str) -> Iterator[Span]:
    """Yield the sentences, but each entry of a list of references whole."""
    listing = False
    for block in _blocks(text):
        line = text[block.start : block.end]
        entry = len(line) <= _LONGEST_ENTRY and bool(_DATED.search(line))
        listing = bool(_HEADS_SOURCES.match(line)) or (listing and (entry or line.endswith(".")))
        if listing and entry:
            yield block
        else:
            yield from _sentences(text, block)


def _blocks(text: str) -> Iterator[Span]:
    """Yield the lines, or the paragraphs whose lines were folded, without their markers."""
    group: list[Span] = []
    for line in _lines(text):
        blank = line.start == line.end
        if blank or (group and _MARKER.match(text, line.start, line.end)):
            yield from _unfold(text, group)
            group = []
        if not blank:
            group.append(line)
    yield from _unfold(text, group)


def _lines(text: str) -> Iterator[Span]:
    breaks = [(0, 0), *(m.span() for m in _NEWLINE.finditer(text)), (len(text), len(text))]
    for (_, start), (end, _) in pairwise(breaks):
        yield _trim(text, start, end)


def _trim(text: str, start: int, end: int) -> Span:
    stretch = text[start:end]
    left = len(stretch) - len(stretch.lstrip())
    return Span(start + left, start + max(left, len(stretch.rstrip())))


def _unfold(text: str, group: list[Span]) -> Iterator[Span]:
    """Join lines that were folded at a fixed width; leave other lines as they are.

    Lines were folded when no line had room for the first word of the next one, and at least
    one of them goes on in small letters: a headline and a byline are two lines.
    """
    width = max((line.end - line.start for line in group), default=0)
    runs_on = any(text[line.start].islower() for line in group[1:])
    folded = (
        runs_on
        and width in _FOLDED_WIDTH
        and all(
            a.end - a.start + 1 + len(text[b.start : b.start + width].split(maxsplit=1)[0]) > width
            for a, b in pairwise(group)
        )
    )
    for block in [Span(group[0].start, group[-1].end)] if folded and group else group:
        start = block.start
        while marker := _MARKER.match(text, start, block.end):
            start = marker.end()
        yield Span(start, block.end)


def _sentences(text: str, block: Span) -> Iterator[Span]:
    """Yield the sentences of a line; marks alone (“. . .”) belong to the one before them."""
    before: Span | None = None
    for span in _cut(text, block):
        if before and all(map(_is_mark, text[span.start : span.end])):
            before = Span(before.start, span.end)
            continue
        if before:
            yield before
        before = span
    if before:
        yield before


def _is_mark(char: str) -> bool:
    return char.isspace() or category(char).startswith("P")


def _cut(text: str, block: Span) -> Iterator[Span]:
    line = text[block.start : block.end]
    inside = _parentheses(line)
    start = 0
    for stop in () if _ENTRY.match(line) else _STOP.finditer(line):
        end = stop.end()
        if end >= len(line):
            break
        if inside.get(stop.start(), -1) >= start or not _ends(line, stop):
            continue
        span = _trim(text, block.start + start, block.start + end)
        if span.start < span.end:
            yield span
        start = end
    span = _trim(text, block.start + start, block.end)
    if span.start < span.end:
        yield span


def _parentheses(line: str) -> dict[int, int]:
    """Return where each stop inside a closed, short pair of parentheses was opened.

    A pair that holds the whole sentence, up to its own stop, does not count.
    """
    opened: list[int] = []
    stops: list[int] = []
    inside: dict[int, int] = {}
    for m in re.finditer(r"[().!?…]", line):
        at, char = m.start(), m[0]
        if char == "(":
            opened.append(at)
        elif char != ")":
            if opened:
                stops.append(at)
        elif opened:
            begin = opened.pop()
            whole = line[begin - 2 : begin].strip() in {"", ".", "!", "?"}
            while stops and stops[-1] > begin:
                place = stops.pop()
                if at - begin <= _PARENTHESIS and not (whole and at - place == 1):
                    inside[place] = begin
    return inside


def _ends(line: str, stop: re.Match[str]) -> bool:
    """Whether the stop ends a sentence within its line."""
    end = stop.end()
    mark = stop[0][0]
    if mark in "。！？" or mark >= "\U0001f300":
        return True
    if not line[end].isspace():
        return _glued(line, stop)
    ahead = line[end : end + 80].lstrip()
    follows = _WORD_AFTER.match(ahead)
    word = follows[1] if follows else ahead[:1]
    if word[:1].islower():
        return _small_letter_begins(line, stop, word)
    if mark == "." and stop[0][:2] != "..":
        return _full_stop_ends(line, stop, word)
    return bool(word)


def _glued(line: str, stop: re.Match[str]) -> bool:
    """Whether a sentence ends here although no space follows, as in extracted web pages."""
    before = line[max(0, stop.start() - 3) : stop.start()]
    settled = len(before) == 3 and before.isalpha() and before.islower()  # noqa: PLR2004
    cited = stop[0].endswith("]")
    return (settled or cited) and bool(_GLUED.match(line, stop.end()))


def _small_letter_begins(line: str, stop: re.Match[str], word: str) -> bool:
    """Whether a sentence begins with this small letter: “iPhone”, or a post typed in haste."""
    if stop[0] != ".":
        return False
    found = _WORD_BEFORE.search(line[max(0, stop.start() - 20) : stop.start()])
    before = found[0] if found else ""
    hasty = word in STARTERS and before.isalpha() and before.islower() and len(before) > 2  # noqa: PLR2004
    known = before in ENDINGS | NUMBERED | POINTING | TITLES
    return any(c.isupper() for c in word[1:3]) or (hasty and not known)


def _full_stop_ends(line: str, stop: re.Match[str], follows: str) -> bool:
    found = _WORD_BEFORE.search(line[max(0, stop.start() - 20) : stop.start()])
    word = found[0] if found else ""
    plain = word.lower()
    begins = follows.lower() in STARTERS and follows[:1].isupper()
    if plain in TITLES or plain in POINTING:
        return False
    if plain in NUMBERED:
        return bool(follows) and not follows[0].isdigit()
    if plain in ENDINGS or _INITIALS.match(word):
        return begins
    return bool(follows)
