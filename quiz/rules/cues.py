"""The cues in a statement: which listed words count, in the company they keep."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from quiz.rules.hints import anecdote_mark, mechanism_mark, unnamed_mark
from quiz.rules.phrases import Mark
from quiz.rules.sentence import Sentence
from quiz.rules.source import Kind, Source
from quiz.scale import CueKind, Role

_MONTH = re.compile(r"May \d|in May\b|(?:early|late|mid) May\b|\d May\b")
_MOST = {CueKind.LOADED_WORD: 2, CueKind.HEDGE: 2, CueKind.CAVEAT: 2}
_COUNT = re.compile(
    r"\b\d[\d,.]*\s?(?:%|per cent|percent|people|adults|women|men|children|participants|patients|"
    r"nurses|pupils|volunteers|students|trials|studies|users)\b|\d\s?%"
)
_PLAIN = (
    (CueKind.HEARSAY, "hearsay"),
    (CueKind.POPULARITY, "popularity"),
    (CueKind.LOADED_WORD, "loaded"),
    (CueKind.PRESUPPOSITION, "presupposition"),
    (CueKind.CAVEAT, "caveat"),
    (CueKind.PROFESSIONAL, "professional"),
    (CueKind.FALSE_BALANCE, "balance"),
)


class Found(NamedTuple):
    """A cue and where it stands in the statement."""

    kind: CueKind
    start: int
    end: int


def cues_of(
    sentence: Sentence, role: Role, sources: tuple[Source, ...], *, level: int, selling: bool
) -> tuple[Found, ...]:
    """Return the cues of a statement in order of place, at most one or two of a kind.

    ``selling`` says that the document sells something.
    """
    found = [f for f in _all(sentence, role, sources, level, selling) if _wanted(f.kind, role)]
    kept: list[Found] = []
    for cue in sorted(found, key=lambda f: (f.start, -f.end)):
        same = [k for k in kept if k.kind is cue.kind]
        clash = any(k.start < cue.end and cue.start < k.end for k in same)
        if not clash and len(same) < _MOST.get(cue.kind, 1):
            kept.append(cue)
    return tuple(kept)


def _wanted(kind: CueKind, role: Role) -> bool:
    if role is Role.NONE:
        return kind is CueKind.ADVERT
    if role is Role.TALK:
        return kind in {CueKind.LOADED_WORD, CueKind.ADVERT, CueKind.PRESUPPOSITION}
    if role is Role.ADVICE:
        return kind not in {CueKind.HEDGE, CueKind.SUPPORT_SHOWN, CueKind.CAVEAT}
    return kind is not CueKind.PROFESSIONAL


def _all(
    sentence: Sentence,
    role: Role,
    sources: tuple[Source, ...],
    level: int,
    selling: bool,  # noqa: FBT001
) -> Iterator[Found]:
    for kind, label in _PLAIN:
        for mark in sentence.marks(label):
            if _counts(kind, sentence, mark, level):
                yield Found(kind, mark.start, mark.end)
    told = next((s for s in sources if s.kind is Kind.ANECDOTE and not s.carried), None)
    if told and level < 2 and told.place.start >= sentence.span.start:
        start = told.place.start - sentence.span.start
        yield Found(CueKind.ANECDOTE, start, told.place.end - sentence.span.start)
    elif level < 2 and any(
        s.kind is Kind.ANECDOTE or (s.kind is Kind.PERSON and not s.named) for s in sources
    ):
        yield Found(CueKind.ANECDOTE, 0, len(sentence.text))
    elif (own := anecdote_mark(sentence)) and _counts(CueKind.ANECDOTE, sentence, own, level):
        yield Found(CueKind.ANECDOTE, own.start, own.end)
    for mark in sentence.marks("hedge"):
        if not _MONTH.search(sentence.text[max(0, mark.start - 6) : mark.end + 3]):
            yield Found(CueKind.HEDGE, mark.start, mark.end)
    yield from _selling(sentence, role, level, selling=selling)
    yield from _authority(sentence, sources, level)
    yield from _mechanism(sentence, role, level)
    if level >= 2:
        yield from _support(sentence, sources)


def _counts(kind: CueKind, sentence: Sentence, mark: Mark, level: int) -> bool:
    if kind is CueKind.ANECDOTE:
        return not sentence.has("trial") or level < 2
    if kind in {CueKind.POPULARITY, CueKind.HEARSAY}:
        return level < 2
    if kind is CueKind.LOADED_WORD:
        return not (mark.start and sentence.text[mark.start].isupper())
    return True


def _selling(sentence: Sentence, role: Role, level: int, *, selling: bool) -> Iterator[Found]:
    """“Natural” is an appeal, and “better” a comparison, only where they praise."""
    praises = selling or role is Role.EFFECT or sentence.has("loaded", "comparison", "popularity")
    for mark in sentence.marks("nature") if praises else ():
        yield Found(CueKind.APPEAL_TO_NATURE, mark.start, mark.end)
    if level < 2 and not sentence.has("trial", "study"):
        for mark in sentence.marks("comparison"):
            yield Found(CueKind.UNSUPPORTED_COMPARISON, mark.start, mark.end)
    for mark in sentence.marks("advert"):
        if selling or role is Role.NONE:
            yield Found(CueKind.ADVERT, mark.start, mark.end)


def _authority(sentence: Sentence, sources: tuple[Source, ...], level: int) -> Iterator[Found]:
    named = [s for s in sources if s.named]
    mark = unnamed_mark(sentence)
    if mark and not any(s.kind in {Kind.STUDY, Kind.REFERENCE} for s in named):
        yield Found(CueKind.UNNAMED_AUTHORITY, mark.start, mark.end)
    if not named and level < 2:
        for found in sentence.marks("citation"):
            yield Found(CueKind.MISSING_CITATION, found.start, found.end)


def _mechanism(sentence: Sentence, role: Role, level: int) -> Iterator[Found]:
    if role is not Role.EFFECT or level > 1:
        return
    told = mechanism_mark(sentence) if not sentence.has("unnamed") else None
    mark = told or sentence.first("mechanism")
    if mark:
        yield Found(CueKind.MECHANISM_AS_PROOF, mark.start, _clause(sentence.text, mark.end))


def _clause(text: str, start: int) -> int:
    """Return where the clause that holds ``start`` ends."""
    stop = re.compile(r"[,;:.!?]|$").search(text, start)
    return stop.start() if stop else len(text)


def _support(sentence: Sentence, sources: tuple[Source, ...]) -> Iterator[Found]:
    here = sentence.span
    for source in sources:
        inside = here.start <= source.place.start and source.place.end <= here.end
        if source.named and inside and source.place.end - here.start <= len(sentence.text):
            start = source.place.start - here.start
            yield Found(CueKind.SUPPORT_SHOWN, start, source.place.end - here.start)
            return
    for label in ("carried_study", "carried_team", "carried_person", "carried_body"):
        if mark := sentence.first(label):
            yield Found(CueKind.SUPPORT_SHOWN, mark.start, mark.end)
            return
    if count := _COUNT.search(sentence.text):
        yield Found(CueKind.SUPPORT_SHOWN, count.start(), count.end())
    elif mark := sentence.first("group", "trial", "team", "study"):
        yield Found(CueKind.SUPPORT_SHOWN, mark.start, mark.end)
    elif sentence.text[:1] in '"“':
        yield Found(CueKind.SUPPORT_SHOWN, 0, len(sentence.text))
