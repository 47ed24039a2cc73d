"""The positive cue: what a supported statement shows, a named source and its figures."""

import re
from collections.abc import Iterator

from quiz.documents import Span
from quiz.rules.figures import measured, statistic
from quiz.rules.sentence import Sentence
from quiz.rules.source import Kind, Source

_CITED = re.compile(r"\[\d{1,3}\]")
_FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|[Mm]y|[Mm]e)\b")


def support_shown(sentence: Sentence, sources: tuple[Source, ...]) -> Iterator[Span]:
    """Yield the places of the named sources of a statement, and of the figures they give."""
    named = [s for s in sources if s.named and not is_personal(sentence, s)]
    shown: list[Span] = []
    for source in named:
        span = within(sentence, source)
        if span and source.kind is not Kind.REFERENCE and not _overlaps(span, shown):
            shown.append(span)
    cited = _CITED.search(sentence.text)
    yield from shown[:1]
    if cited:
        yield Span(*cited.span())
    tested = any(s.kind is Kind.STUDY for s in named)
    figure = measured(sentence) if tested else statistic(sentence)
    if figure and named and not cited and not _overlaps(figure, shown[:1]):
        yield figure


def within(sentence: Sentence, source: Source) -> Span | None:
    """Return the place of a source in the statement, unless it stands in another one."""
    start, end = source.place.start - sentence.span.start, source.place.end - sentence.span.start
    if source.carried or start < 0 or end > len(sentence.text):
        return None
    return Span(start, end)


def is_personal(sentence: Sentence, source: Source) -> bool:
    """Whether a named person only tells what happened to themselves."""
    return (
        source.kind is Kind.PERSON
        and not source.expert
        and not source.official
        and bool(_FIRST_PERSON.search(sentence.text) or source.witness)
    )


def _overlaps(span: Span, others: list[Span]) -> bool:
    return any(span.start < o.end and o.start < span.end for o in others)
