"""A source that a statement leans on, and what of it may carry over to later statements."""

from dataclasses import dataclass, field, replace
from enum import Enum

from quiz.documents import Span
from quiz.rules.phrases import Mark
from quiz.rules.sentence import Sentence

REACH = 4
"""A source carries over so many statements at most."""


class Kind(Enum):
    """The kinds of source, the most telling first."""

    STUDY = "study"
    REFERENCE = "reference"
    BODY = "body"
    PERSON = "person"
    UNNAMED = "unnamed"
    ANECDOTE = "anecdote"
    HEARSAY = "hearsay"
    MECHANISM = "mechanism"


@dataclass(frozen=True)
class Source:
    """What a statement leans on, and where that stands in the document."""

    kind: Kind
    place: Span
    named: bool
    carried: bool = False
    comparing: bool = False
    laboratory: bool = False
    official: bool = False
    expert: bool = False
    office: bool = False
    own: bool = False
    interested: bool = False
    witness: bool = False
    about: str = ""


@dataclass
class Thread:
    """What has been named so far and may be taken up again.

    ``paragraph`` is the one in which a study was last told of, ``listing`` whether a list of its
    findings has begun; in ``news`` paragraphs are short, and a study is
    told of over several; in a ``post`` people write in fragments.
    """

    latest: dict[Kind, tuple[int, Source]] = field(default_factory=dict)
    surnames: dict[str, Source] = field(default_factory=dict)
    houses: set[str] = field(default_factory=set)
    paragraph: int = -1
    listing: bool = False
    news: bool = False
    post: bool = False

    def recall(self, kind: Kind, now: int, reach: int = REACH) -> Source | None:
        when, source = self.latest.get(kind, (-reach - 1, None))
        return replace(source, carried=True) if source and now - when <= reach else None

    def note(self, now: int, source: Source) -> None:
        self.latest[source.kind] = (now, source)


def place_in(sentence: Sentence, mark: Mark | Span) -> Span:
    """Return where a part of a statement stands in the document."""
    return Span(sentence.span.start + mark.start, sentence.span.start + mark.end)
