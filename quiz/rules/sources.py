"""What each statement of a document leans on, in the company of its neighbours."""

import re
from collections.abc import Sequence
from dataclasses import replace

from quiz.documents import Span
from quiz.rules.hints import hints_of
from quiz.rules.sentence import NameKind, Sentence
from quiz.rules.source import Kind, Source, Thread, place_in
from quiz.rules.speakers import body_of, person_of
from quiz.rules.studies import PAST, is_plural, named_later, study_of

_REFERENCE = re.compile(r"\[(\d{1,3})\]")
_ADDRESS = re.compile(r"https?://|\bwww\.|\bdoi\b|\bPMC?ID?\b", re.IGNORECASE)
_MINE = re.compile(r"\b(?:I|I['’]ve|I['’]m|I['’]d|[Mm]y|me|myself|mine)\b")
_LASTING = frozenset({Kind.STUDY, Kind.BODY, Kind.PERSON})
_JOURNAL = re.compile(r"\d;\d|\d\(\d+\):|\bdoi\b|PMC?\d|survey|study|report", re.IGNORECASE)


def sources_of(
    sentences: Sequence[Sentence], references: dict[int, Sentence]
) -> tuple[tuple[Source, ...], ...]:
    """Return the sources of every statement, the most telling first.

    ``references`` are the numbered entries at the end of the document. A study that a later
    sentence names (“The study, published in …”) is named in the sentences before it, too.
    """
    backwards = named_later(sentences)
    thread, found = Thread(), []
    for i, sentence in enumerate(sentences):
        here = [
            source
            for source in (
                study_of(sentence, thread, i, backwards.get(i)),
                _reference(sentence, references),
                body_of(sentence, thread, i),
                person_of(sentence, thread, i),
                *hints_of(sentence),
            )
            if source is not None
        ]
        if any(s.kind is Kind.PERSON and not s.carried for s in here):
            here = [s for s in here if s.kind is not Kind.BODY]
        for source in here:
            end = source.place.end - sentence.span.start
            if source.kind in _LASTING and (source.named or not is_plural(sentence, end)):
                thread.note(i, replace(source, carried=False))
        found.append(tuple(here))
    return _narrative(sentences, _quotations(sentences, found))


def _reference(sentence: Sentence, references: dict[int, Sentence]) -> Source | None:
    numbers = list(_REFERENCE.finditer(sentence.text))
    if not numbers:
        address = _ADDRESS.search(sentence.text)
        if not address or len(sentence.words) < 6:
            return None
        return Source(Kind.REFERENCE, place_in(sentence, Span(*address.span())), named=True)
    last = numbers[-1]
    entry = references.get(int(last[1]))
    seen = [s for s in (sentence, entry) if s]
    return Source(
        Kind.REFERENCE,
        place_in(sentence, Span(*last.span())),
        named=True,
        comparing=any(s.has("trial") for s in seen),
        laboratory=any(s.has("lab") for s in seen),
        official=bool(entry) and any(s.has("official") or _journal(s) for s in seen),
        about=entry.text[:80] if entry else "",
    )


def _journal(sentence: Sentence) -> bool:
    published = sentence.named(NameKind.PUBLICATION) or _JOURNAL.search(sentence.text)
    return bool(published)


def _quotations(
    sentences: Sequence[Sentence], found: list[tuple[Source, ...]]
) -> tuple[tuple[Source, ...], ...]:
    """Give a quotation without a speaker the speaker of the sentence beside it."""
    result = list(found)
    for i, sentence in enumerate(sentences):
        if any(s.named for s in found[i]) or sentence.text[:1] not in "\"“'‘":
            continue
        for j in (i - 1, i + 1):
            if not 0 <= j < len(sentences) or sentences[j].paragraph != sentence.paragraph:
                continue
            speaker = next((s for s in found[j] if s.kind is Kind.PERSON), None)
            if speaker:
                result[i] = (replace(speaker, carried=True), *result[i])
                break
    return tuple(result)


def _supposes(sentence: Sentence) -> bool:
    return sentence.text.startswith(("If ", "if ", "Had "))


def _narrative(
    sentences: Sequence[Sentence], found: tuple[tuple[Source, ...], ...]
) -> tuple[tuple[Source, ...], ...]:
    """In somebody's own story, what follows a report of theirs is still their report."""
    own = sum(bool(_MINE.search(s.text)) for s in sentences)
    if own < max(2, len(sentences) // 6):
        return found
    result, last = list(found), None
    for i, sentence in enumerate(sentences):
        told = next((s for s in result[i] if s.kind is Kind.ANECDOTE), None)
        mine = _MINE.search(sentence.text)
        if not result[i] and mine and sentence.text[:1] not in '"“':
            told = Source(Kind.ANECDOTE, place_in(sentence, Span(*mine.span())), named=False)
            result[i] = (told,)
        elif not result[i] and last and PAST.search(sentence.text) and not _supposes(sentence):
            told = replace(last, carried=True)
            result[i] = (told,)
        last = told
    return tuple(result)
