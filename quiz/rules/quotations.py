"""Quotations: which statements are somebody's words, and whose.

A quotation may run over several sentences; whoever is named beside it, or was the last to speak
before it, says all of it. Double and single marks count, straight and curly; a word or two in
marks (“superfood”) are no quotation.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from quiz.documents import Span
from quiz.rules.sentence import Sentence
from quiz.rules.source import Kind, Source, place_in

_OPENS = re.compile(r"(?:\A|(?<=[\s(\[—–:-]))([\"“'‘])(?=[\w£$€…(*¡¿])")
_CLOSES = {
    '"': re.compile(r'"'),
    "“": re.compile(r"[”\"]"),
    "'": re.compile(r"(?<=[.,!?…;—–-])['’](?!\w)|(?<=\w)['’](?=[.,;:!?)]|\Z| [a-z–—])"),
    "‘": re.compile(r"(?<=[.,!?…;—–-])’(?!\w)|(?<=\w)’(?=[.,;:!?)]|\Z| [a-z–—])"),
}
_SPEECH = 3
"""A stretch in quotation marks is speech from so many words on, or where it ends a sentence."""
_REACH = 12
_SUBJECT = 30
_OF_THEM = re.compile(r"(?:He|She|His|Her|(?:But|And|Then|Now|Today|Later|In \d{4},?) s?he)\b")
_SPEAKERS = (Kind.PERSON, Kind.BODY, Kind.UNNAMED)


def spoken(sentences: Sequence[Sentence]) -> tuple[bool, ...]:
    """Return for each statement whether it begins inside a quotation."""
    open_mark, result = "", []
    for i, sentence in enumerate(sentences):
        if i and sentence.paragraph != sentences[i - 1].paragraph:
            open_mark = ""
        begins, open_mark = _walk(sentence.text, open_mark)
        result.append(begins)
    return tuple(result)


def _walk(text: str, open_mark: str) -> tuple[bool, str]:
    """Return whether the text begins as speech, and the mark still open at its end."""
    begins, place = bool(open_mark), 0
    while True:
        if open_mark:
            closing = _CLOSES[open_mark].search(text, place)
            if not closing:
                return begins, open_mark
            open_mark, place = "", closing.end()
        opening = _OPENS.search(text, place)
        if not opening:
            return begins, ""
        open_mark, place = opening[1], opening.end()
        if opening.start() == 0:
            begins = _is_speech(text, open_mark)


def _is_speech(text: str, mark: str) -> bool:
    closing = _CLOSES[mark].search(text, 1)
    stretch = text[1 : closing.start()] if closing else text
    return not closing or len(stretch.split()) >= _SPEECH or stretch[-1:] in ".,!?…"


def attributed(
    sentences: Sequence[Sentence],
    found: Sequence[tuple[Source, ...]],
    introduced: Sequence[Source | None],
    parts: Sequence[int],
) -> tuple[tuple[Source, ...], ...]:
    """Give every quotation that names nobody the speaker who stands beside it.

    ``introduced`` holds, for each statement, a person whom it presents without their words.
    """
    inside, result = spoken(sentences), list(found)
    current: Source | None = None
    since = 0
    for i in range(len(sentences)):
        if i and parts[i] != parts[i - 1]:
            current = None
        own = _speaker(result[i])
        if inside[i] and not any(s.named for s in result[i]):
            ahead = _ahead(sentences, inside, found, i)
            near = current if i - since <= _REACH else None
            if near and near.kind is not Kind.PERSON and not _leads_in(sentences, i):
                near = None
            if speaker := own or ahead or near:
                result[i] = (replace(speaker, carried=True), *result[i])
                own = speaker
        current = own or introduced[i] or current
        since = i if own or introduced[i] else since
    return tuple(result)


def _leads_in(sentences: Sequence[Sentence], i: int) -> bool:
    """Whether a quotation follows in the same paragraph, or on a colon."""
    before = sentences[i - 1]
    return before.paragraph == sentences[i].paragraph or before.text.rstrip().endswith(":")


def lived(
    sentences: Sequence[Sentence],
    found: Sequence[tuple[Source, ...]],
    introduced: Sequence[Source | None],
) -> tuple[tuple[Source, ...], ...]:
    """In news, let what is told of somebody who is presented rest on their own word.

    “Jane Hill, 58, began in May. She lost a stone.” was told to the writer by Jane Hill.
    """
    result, last = list(found), None
    for i, sentence in enumerate(sentences):
        person = introduced[i]
        if person and person.place.start - sentence.span.start > _SUBJECT:
            person = None
        if not person and _OF_THEM.match(sentence.text) and (i and last):
            person = replace(last, carried=True)
        if person and not result[i]:
            result[i] = (person,)
        last = person
    return tuple(result)


def testimonials(
    sentences: Sequence[Sentence], found: Sequence[tuple[Source, ...]]
) -> tuple[tuple[Source, ...], ...]:
    """Take the quotations on a page that sells for what its buyers report."""
    result = list(found)
    for i, (sentence, inside) in enumerate(zip(sentences, spoken(sentences), strict=True)):
        direct = [s for s in found[i] if not s.carried]
        if inside and not any(s.named for s in direct):
            whole = place_in(sentence, Span(0, len(sentence.text)))
            result[i] = (Source(Kind.ANECDOTE, whole, named=False), *direct)
    return tuple(result)


def _speaker(sources: Sequence[Source]) -> Source | None:
    return next((s for kind in _SPEAKERS for s in sources if s.kind is kind), None)


def _ahead(
    sentences: Sequence[Sentence],
    inside: Sequence[bool],
    found: Sequence[tuple[Source, ...]],
    i: int,
) -> Source | None:
    """Return who is said to speak later in the same quotation."""
    for j in range(i + 1, min(i + _REACH, len(sentences))):
        if sentences[j].paragraph != sentences[i].paragraph or not inside[j]:
            return None
        if speaker := next((s for s in found[j] if s.kind in _SPEAKERS), None):
            return speaker
    return None
