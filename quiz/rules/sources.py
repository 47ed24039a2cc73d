"""What each statement of a document leans on, in the company of its neighbours."""

import re
from collections.abc import Sequence
from dataclasses import replace

from quiz.documents import Span
from quiz.rules.attribution import findings, statements
from quiz.rules.carrying import is_item
from quiz.rules.citations import citations
from quiz.rules.hints import hints_of
from quiz.rules.people import SAID, person_of, presented
from quiz.rules.quotations import attributed, lived, spoken, testimonials
from quiz.rules.releases import of_the_house
from quiz.rules.sentence import NameKind, Sentence
from quiz.rules.setting import Setting
from quiz.rules.sieve import Sieve
from quiz.rules.source import Kind, Source, Thread, place_in
from quiz.rules.speakers import body_of
from quiz.rules.stories import told_by_posters
from quiz.rules.studies import is_plural, named_later, study_of
from quiz.rules.voices import voice_mark

_REFERENCE = re.compile(r"\[\^?(\d{1,3})\]")
_ADDRESS = Sieve(r"https?://|\bwww\.|\bdoi\b|\bPMC?ID?\b", re.IGNORECASE)
_BARE = re.compile(r"[^A-Za-z]+|.{0,80}\b1[4-8]\d\d\b.{0,80}")
"""A number alone, or an old book, which tells of no people."""
_SAID_SHARE = 6
_NEWS = 3
"""So many named speakers make news of a page with prices."""
_LASTING = frozenset({Kind.STUDY, Kind.BODY, Kind.PERSON})
_JOURNAL = re.compile(r"\d;\d|\d\(\d+\):|\bdoi\b|PMC?\d|survey|study|report", re.IGNORECASE)


def sources_of(
    document: Sequence[Sentence],
    told: Sequence[int],
    references: dict[int, Sentence],
    setting: Setting,
) -> dict[int, tuple[Source, ...]]:
    """Return the sources of the statements in ``told``, by their number in the document.

    ``references`` are the numbered entries at the end of the document. A study that a later
    sentence names (“The study, published in …”) is named in the sentences before it, too.
    """
    heard = sorted({*told, *_leads(document, told)})
    sentences = [document[i] for i in heard]
    parts = [setting.parts[i] for i in heard]
    backwards = named_later(sentences)
    news = _is_news(sentences, setting) and not references
    thread, found = Thread(news=news, post=setting.thread), []
    introduced: list[Source | None] = []
    for i, sentence in enumerate(sentences):
        if i and parts[i] != parts[i - 1]:
            thread = Thread(news=news, post=setting.thread)
        here = [
            study_of(sentence, thread, i, backwards.get(i)),
            _reference(sentence, references),
            body_of(sentence, thread, i, release=setting.release),
            person_of(sentence, thread, i),
            *hints_of(sentence),
        ]
        named = _credited(sentence, _one_speaker([s for s in here if s is not None]))
        found.append(of_the_house(sentence, named) if setting.release else named)
        introduced.append(_remember(thread, i, sentence, found[-1]))
    quoted = attributed(sentences, found, introduced, parts)
    if setting.selling and not setting.release and _speakers(found) < _NEWS:
        quoted = testimonials(sentences, found)
    if _speakers(found) >= _NEWS:
        quoted = lived(sentences, quoted, introduced)
    own = told_by_posters(sentences, quoted, setting, heard)
    said = dict(zip(heard, own, strict=True))
    return {i: said[i] for i in told}


def _is_news(sentences: Sequence[Sentence], setting: Setting) -> bool:
    """Whether people speak all over a text, in their words, and it is no release or thread."""
    said = sum(bool(SAID.search(s.text)) for s in sentences)
    quoted = sum(spoken(sentences)) >= _NEWS and said >= len(sentences) // _SAID_SHARE
    return quoted and not setting.release and not setting.thread


def _speakers(found: Sequence[tuple[Source, ...]]) -> int:
    """Return in how many statements somebody is named who speaks."""
    return sum(any(s.kind is Kind.PERSON and s.named for s in here) for here in found)


def _leads(document: Sequence[Sentence], told: Sequence[int]) -> set[int]:
    """Return the lines that only lead in findings or words (“The survey found:”)."""
    rest = set(range(len(document))) - set(told)
    return {
        i
        for i in rest
        if document[i].text.rstrip().endswith(":")
        and document[i].has("study", "carried_study", "carried_body", "report")
    }


def _remember(
    thread: Thread, now: int, sentence: Sentence, here: Sequence[Source]
) -> Source | None:
    """Note what may be taken up later, and return a person who is presented without words."""
    for source in here:
        end = source.place.end - sentence.span.start
        if source.kind in _LASTING and (source.named or not is_plural(sentence, end)):
            thread.note(now, replace(source, carried=False))
        if source.kind is Kind.STUDY:
            thread.paragraph = sentence.paragraph
            thread.listing = is_item(sentence) or sentence.text.rstrip().endswith(":")
    met = presented(sentence, thread)
    if met and not any(s.kind is Kind.PERSON for s in here):
        thread.note(now, met)
    return met


def _credited(sentence: Sentence, here: list[Source]) -> tuple[Source, ...]:
    """Add who is credited by name where nothing else is named: with a finding, or as a body."""
    if any(s.named for s in here):
        return tuple(here)
    compares, vague = sentence.has("trial"), [s.place for s in here if s.kind is Kind.UNNAMED]
    for found in (*citations(sentence.text), *findings(sentence.text)):
        bare = _BARE.fullmatch(sentence.text, found.start, found.end)
        kind = Kind.REFERENCE if bare else Kind.STUDY
        place = place_in(sentence, found)
        if not any(place.start < v.end and v.start < place.end for v in vague):
            return (Source(kind, place, named=True, comparing=compares, official=True), *here)
    for found in statements(sentence.text):
        place = place_in(sentence, found)
        if not any(place.start < v.end and v.start < place.end for v in vague):
            return (Source(Kind.BODY, place, named=True, official=True), *here)
    voice = None if here else voice_mark(sentence)
    return (Source(Kind.UNNAMED, place_in(sentence, voice), named=False),) if voice else tuple(here)


def _one_speaker(here: list[Source]) -> list[Source]:
    """Prefer a named person to a body, and a body to somebody without a name."""
    if any(s.kind is Kind.PERSON and s.named and not s.carried for s in here):
        return [s for s in here if s.kind is not Kind.BODY]
    if any(s.kind is Kind.BODY and not s.carried for s in here):
        return [s for s in here if s.kind is not Kind.PERSON or s.named]
    return here


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
