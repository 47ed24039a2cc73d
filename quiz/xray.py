"""A whole document as an X-ray: every sentence with its level, where it may be shown.

What may be shown is decided by the caller: the key of a statement gives the answer away, so it
is shown to people who answered it, or who ask for it outside a set.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from quiz.documents import Document, Span, Statement
from quiz.marks import Piece, explained


@dataclass(frozen=True)
class Sentence:
    """A statement as it stands in its paragraph; its marks only where they are shown."""

    before: str
    statement: Statement
    pieces: tuple[Piece, ...]
    shown: bool


@dataclass(frozen=True)
class Paragraph:
    """The sentences of one line of the document."""

    sentences: tuple[Sentence, ...]

    @property
    def furniture(self) -> bool:
        """Whether nothing but headings, menus, bylines or adverts stands in it."""
        return all(sentence.statement.role == "none" for sentence in self.sentences)

    @property
    def shown(self) -> tuple[Statement, ...]:
        return tuple(s.statement for s in self.sentences if s.shown)


def xray(document: Document, shows: Callable[[Statement], bool]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a document; ``shows`` says which statements' keys are shown."""

    def line_of(statement: Statement) -> Span:
        return document.paragraph_of(statement.start)

    return tuple(
        Paragraph(tuple(_sentences(document, tuple(statements), shows)))
        for _, statements in groupby(document.statements, line_of)
    )


def _sentences(
    document: Document, statements: tuple[Statement, ...], shows: Callable[[Statement], bool]
) -> Iterator[Sentence]:
    place = document.paragraph_of(statements[0].start).start
    for statement in statements:
        shown = statement.role.rateable and shows(statement)
        marked = explained(document, statement, statement.span) if shown else ()
        pieces = marked or (Piece(statement.text),)
        yield Sentence(document.text[place : statement.start], statement, pieces, shown)
        place = statement.end
