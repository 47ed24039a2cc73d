"""From words that somebody clicked, typed or pasted to their exact place in a document."""

import re

from quiz.documents import Document, Span, Statement
from quiz.fields import LONGEST_NOTE, DraftError


class WordsError(DraftError):
    """The words are not in the text."""


def placed(
    document: Document, statement: Statement, words: str, at: int | None, *, inside: bool = False
) -> tuple[str, int | None]:
    """Return words as the document has them, and ``at`` where they would be ambiguous without.

    White space in ``words`` stands for any white space. Words that occur more than once are
    taken where ``at`` says, or first in the statement, or last before it. With ``inside`` only
    the statement counts. Raises WordsError.
    """
    words = words.strip()
    if len(words) > LONGEST_NOTE or not words:
        raise WordsError("Give the words that decide it, as they stand in the text")
    parts = map(re.escape, words.split())
    pattern = re.compile(r"\s+".join(parts))
    own = [Span(*m.span()) for m in pattern.finditer(document.text, statement.start, statement.end)]
    spans = own if own or inside else [Span(*m.span()) for m in pattern.finditer(document.text)]
    if at is not None and not inside and not any(s.start == statement.start + at for s in own):
        spans = [Span(*m.span()) for m in pattern.finditer(document.text)]
    if not spans:
        where = "statement" if inside else "text"
        raise WordsError(f"The words “{words[:100]}” are not in the {where}")
    return as_found(document, statement, _meant(spans, own, statement, at))


def as_found(document: Document, statement: Statement, span: Span) -> tuple[str, int | None]:
    """Return the words at a place, and their offset if without it they would be ambiguous."""
    words = document.text[span.start : span.end]
    try:
        unique = document.locate(statement, words) == span
    except LookupError:
        unique = False
    return words, None if unique else span.start - statement.start


def _meant(spans: list[Span], own: list[Span], statement: Statement, at: int | None) -> Span:
    if at is not None:
        for span in spans:
            if span.start == statement.start + at:
                return span
    if own:
        return own[0]
    before = [span for span in spans if span.start < statement.start]
    return before[-1] if before else spans[0]
