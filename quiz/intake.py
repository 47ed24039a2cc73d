"""What somebody hands in, made into the text that is kept: plain text, Markdown or a saved page.

Text and Markdown are kept character for character; of a saved HTML page the main text is kept,
one line a paragraph. Nothing is fetched. What cannot be kept is refused with a named error.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from lxml import etree, html
from readability import Document as Page
from readability.readability import Unparseable

LIMIT = 1_000_000
"""So many bytes are read at most, unless the caller says otherwise."""

_SUFFIXES = {
    "": "text",
    ".txt": "text",
    ".md": "Markdown",
    ".markdown": "Markdown",
    ".html": "HTML",
    ".htm": "HTML",
    ".xhtml": "HTML",
}
_BLOCKS = frozenset(
    "address article aside blockquote body br caption dd div dl dt figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr "
    "ul".split()
)
_SILENT = frozenset("script style template noscript head title svg math iframe object".split())
_FEW_WORDS = 40


class IntakeError(ValueError):
    """Something handed in that cannot be kept; its text says why, in words for people."""


class UnknownKindError(IntakeError):
    """A file of a kind that is not read."""


class TooLargeError(IntakeError):
    """More than the limit."""


class NotUtf8Error(IntakeError):
    """Bytes that are not UTF-8."""


class ForbiddenCharacterError(IntakeError):
    """A character that no text has: a NUL or half of a surrogate pair."""


class NothingToReadError(IntakeError):
    """No text in it."""


@dataclass(frozen=True)
class Kept:
    """The text that is kept, what it was made from and, for a page, its title."""

    text: str
    kind: str
    title: str = ""


def read_file(name: str, content: bytes, limit: int = LIMIT) -> Kept:
    """Return the text of an uploaded file; its name tells of what kind it is.

    Raises UnknownKindError, TooLargeError, NotUtf8Error, ForbiddenCharacterError or
    NothingToReadError, all of them IntakeErrors. ``limit`` is in bytes.
    """
    kind = _SUFFIXES.get(PurePath(name).suffix.lower())
    if kind is None:
        raise UnknownKindError("Only .txt, .md and .html files are read")
    _refuse_large(len(content), limit)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotUtf8Error(
            f"The file is not UTF-8 (byte {error.start}): save it as UTF-8 and try again"
        ) from error
    if kind != "HTML":
        return Kept(_checked(text), kind)
    title, main = main_text(_checked(text))
    return Kept(_checked(main), kind, title)


def read_pasted(text: str, limit: int = LIMIT) -> Kept:
    """Return pasted text as it is. Raises the same errors as ``read_file``."""
    _checked(text)
    _refuse_large(len(text.encode()), limit)
    return Kept(text, "text")


def _refuse_large(size: int, limit: int) -> None:
    if size > limit:
        raise TooLargeError(f"It has {size} bytes; at most {limit} are read")


def _checked(text: str) -> str:
    for place, char in enumerate(text) if _FORBIDDEN.search(text) else ():
        if _FORBIDDEN.match(char):
            what = "a NUL" if char == "\0" else "half of a surrogate pair"
            raise ForbiddenCharacterError(f"Character {place} is {what}, which is no text")
    if not text.strip():
        raise NothingToReadError("There is no text in it")
    return text


_FORBIDDEN = re.compile("[\0\ud800-\udfff]")


def main_text(source: str) -> tuple[str, str]:
    """Return the title of an HTML page and its main text, one line a paragraph.

    The main text is what the readability algorithm (Arc90, 2009) keeps; where it keeps next to
    nothing, all that the page shows. List items begin with “- ”.
    """
    logging.getLogger("readability").setLevel(logging.CRITICAL)
    whole = _tree(source)
    if whole is None:
        raise NothingToReadError("There is no text in this page")
    shown = "\n".join(_lines(whole))
    try:
        page = Page(source)
        kept = _tree(page.summary(html_partial=True))
        title = page.title() or ""
    except Unparseable:
        return "", shown
    lines = "\n".join(_lines(kept)) if kept is not None else ""
    enough = len(lines.split()) >= min(_FEW_WORDS, len(shown.split()))
    return " ".join(title.split()), lines if enough else shown


def _tree(source: str) -> html.HtmlElement | None:
    try:
        return html.document_fromstring(source.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _lines(root: html.HtmlElement) -> Iterator[str]:
    """Yield the paragraphs of a page in order, white space as a browser shows it."""
    line = ""
    for moment, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        silent = tag in _SILENT or not tag
        if tag in _BLOCKS or silent:
            if text := " ".join(line.split()):
                yield text
            line = "- " if tag == "li" and moment == "start" else ""
        if moment == "start" and not silent:
            line += element.text or ""
        elif moment != "start":
            line += element.tail or ""
    if text := " ".join(line.split()):
        yield text
