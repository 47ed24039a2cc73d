"""One field as somebody wrote it: a line of text, a name for addresses made from it.

Text stays text, whatever it looks like; only what is no text at all is refused, in words.
"""

import re
import unicodedata
from collections.abc import Iterable

from quiz.checks import SLUG

LONGEST_LINE = 300
LONGEST_NOTE = 1000
_LONGEST_NAME = 40
_NO_TEXT = {"Cc", "Cs"}  # control characters and lone surrogates


class DraftError(Exception):
    """Something that cannot be done to a draft; the message says why, for the person doing it."""


class TextError(DraftError):
    """A line that somebody wrote is too long or holds characters that are no text."""


def plain(text: str, longest: int) -> str:
    """Return what somebody wrote in one field, as one trimmed line.

    Raises TextError when it is too long or holds characters that are no text.
    """
    line = " ".join(text.split())
    if len(line) > longest:
        raise TextError(f"“{line[:40]}…” is too long: at most {longest} characters")
    if any(unicodedata.category(char) in _NO_TEXT for char in line):
        raise TextError(f"“{line[:40]}” holds characters that are no text")
    return line


def free_name(title: str, taken: Iterable[str]) -> str:
    """Return a short name for use in addresses, made from a title, that is not taken."""
    letters = unicodedata.normalize("NFKD", title.casefold())
    plain_title = re.sub(r"[^a-z0-9]+", "-", letters.encode("ascii", "ignore").decode())
    name = plain_title[:_LONGEST_NAME].strip("-")
    name = name if SLUG.match(name) else "text"
    names, number = set(taken), 1
    while (found := name if number == 1 else f"{name}-{number}") in names:
        number += 1
    return found
