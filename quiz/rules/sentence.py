"""A statement as the rules see it: its words, the listed phrases in it, and the names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from quiz.documents import Span
from quiz.rules.phrases import Mark, Word, marks_of, word_set, words_of
from quiz.rules.sieve import Text

LOOKED_AT = 2000
"""Only so many code points of a statement are looked at: no sentence is longer."""

_TITLES = frozenset("dr prof professor sir dame mr mrs ms miss lord lady mayor senator".split())
_NAME_AND_SURNAME = 2
_PERSONAL = range(2, 5)
_JOINS = frozenset("of the for and on in de la du von van der den &".split())
_PLAIN_JOINS = frozenset("and on in the".split())
_FINISHED = re.compile(r"[.!?…。！？][\"'”’»)\]*_]*(?:\[[^\]]{1,24}\]|[¹²³⁰⁴-⁹†‡])*\Z")
_BETWEEN = re.compile(r"[ \u00a0]|\. |, (?=Inc|Ltd|LLC)| & |[-–]")


class NameKind(Enum):
    """What a capitalised name stands for."""

    BODY = "body"
    PERSON = "person"
    PUBLICATION = "publication"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True)
class Name:
    """A name in a statement and what it stands for."""

    kind: NameKind
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """One statement with its place in the document and the paragraph it stands in."""

    span: Span
    whole: str
    paragraph: int
    listed: bool = False

    @cached_property
    def text(self) -> str:
        """As much of the statement as the rules look at."""
        return Text(self.whole[:LOOKED_AT])

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return words_of(self.text)

    @cached_property
    def _marks(self) -> dict[str, tuple[Mark, ...]]:
        return marks_of(self.words)

    def marks(self, label: str) -> tuple[Mark, ...]:
        """Return where the phrases of a list stand, in order."""
        return self._marks.get(label, ())

    def has(self, *labels: str) -> bool:
        return any(label in self._marks for label in labels)

    def first(self, *labels: str) -> Mark | None:
        marks = [mark for label in labels for mark in self.marks(label)]
        return min(marks, key=lambda mark: mark.start) if marks else None

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names in the statement, in order of place."""
        return tuple(_names(self.text, self.words))

    def named(self, *kinds: NameKind) -> tuple[Name, ...]:
        return tuple(name for name in self.names if name.kind in kinds)

    @cached_property
    def finished(self) -> bool:
        """Whether the statement ends as a sentence does."""
        return bool(
            re.search(
                r"[.!?…。！？][\"'”’»)\]*_]*(?:\[[^\]]{1,24}\]|\(\d{1,2}\)|[¹²³⁰⁴-⁹†‡])*\Z",
                self.whole[-60:],
            )
        )


def _names(text: str, words: tuple[Word, ...]) -> Iterator[Name]:
    i = 0
    while i < len(words):
        if not text[words[i].start].isupper() or _small(words, i):
            i += 1
            continue
        last = _run(text, words, i)
        yield _classified(text, words[i : last + 1], first=i == 0)
        i = last + 1


def _small(words: tuple[Word, ...], i: int) -> bool:
    word = words[i].text
    return word in word_set("small_words") and word not in _TITLES


def _run(text: str, words: tuple[Word, ...], i: int) -> int:
    """Return the index of the last word of the name that begins at ``i``."""
    last, k, body = i, i + 1, words[i].text in word_set("org_words")
    while k < len(words) and _BETWEEN.fullmatch(text[words[k - 1].end : words[k].start]):
        upper = text[words[k].start].isupper()
        if upper:
            last = k
            body = body or words[k].text in word_set("org_words") | word_set("publications")
        elif not _joins(words[k].text, k - i, body=body):
            break
        k += 1
    return last


def _joins(word: str, so_far: int, *, body: bool) -> bool:
    """Whether a small word joins two parts of one name; “Jane Hill of …” is a person's own."""
    if body:
        return word in _JOINS
    return word in _JOINS - _PLAIN_JOINS and not (word == "of" and so_far == _NAME_AND_SURNAME)


def _classified(text: str, run: tuple[Word, ...], *, first: bool) -> Name:
    start, end = run[0].start, run[-1].end
    parts = [word.text.removesuffix("'s") for word in run]
    kind = NameKind.OTHER
    if set(parts[:-1]) & _TITLES and len(run) > 1:
        kind = NameKind.PERSON
    elif set(parts) & word_set("org_words") and (len(run) > 1 or _acronym(text, run)):
        kind = NameKind.BODY
    elif set(parts) & word_set("publications") and not (first and len(run) == 1):
        kind = NameKind.PUBLICATION
    elif _acronym(text, run):
        kind = NameKind.BODY
    elif set(parts) & word_set("places"):
        kind = NameKind.PLACE
    elif len(run) in _PERSONAL and all(_part_of_a_name(text, w) for w in run):
        kind = NameKind.PERSON
    return Name(kind, start, end)


def _part_of_a_name(text: str, word: Word) -> bool:
    return text[word.start].isupper() and not any(c.isdigit() or c == "_" for c in word.text)


def _acronym(text: str, run: tuple[Word, ...]) -> bool:
    return any(
        (piece := text[w.start : w.end].removesuffix("’s").removesuffix("'s")).isupper()
        and 2 <= len(piece) <= 7
        and piece.isalpha()
        and w.text.removesuffix("'s") not in word_set("not_bodies")
        for w in run
    )
