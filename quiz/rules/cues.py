"""The cues in a statement: which listed words count, in the company they keep."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from quiz.documents import Span
from quiz.rules.figures import ASKED, unsourced
from quiz.rules.hints import anecdote_mark, mechanism_mark, unnamed_mark
from quiz.rules.phrases import Mark
from quiz.rules.reach import comparisons, limits
from quiz.rules.sentence import Sentence
from quiz.rules.source import Kind, Source
from quiz.rules.support import is_personal, support_shown, within
from quiz.scale import CueKind, Role

_SUPPORTED = 2
_MONTH = re.compile(r"May \d|in May\b|(?:early|late|mid) May\b|\d May\b")
_MOST = {
    CueKind.LOADED_WORD: 2,
    CueKind.HEDGE: 2,
    CueKind.CAVEAT: 2,
    CueKind.SUPPORT_SHOWN: 2,
    CueKind.POPULARITY: 2,
}
_PLAIN = (
    (CueKind.HEARSAY, "hearsay"),
    (CueKind.POPULARITY, "popularity"),
    (CueKind.LOADED_WORD, "loaded"),
    (CueKind.PRESUPPOSITION, "presupposition"),
    (CueKind.PROFESSIONAL, "professional"),
    (CueKind.FALSE_BALANCE, "balance"),
)


_OF_TALK = {
    CueKind.LOADED_WORD,
    CueKind.ADVERT,
    CueKind.PRESUPPOSITION,
    CueKind.POPULARITY,
    CueKind.SUPPORT_SHOWN,
    CueKind.UNNAMED_AUTHORITY,
    CueKind.FALSE_BALANCE,
}
_NOT_OF_ADVICE = {CueKind.HEDGE, CueKind.MISSING_CITATION, CueKind.UNSUPPORTED_COMPARISON}
_FOLLOWS = re.compile(r", (?:and )?so |which |, where ")


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
    if role is Role.NONE and not sentence.has("advert"):
        return ()
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
        return kind in _OF_TALK
    if role is Role.ADVICE:
        return kind not in _NOT_OF_ADVICE
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
    if span := _story(sentence, sources, level):
        yield Found(CueKind.ANECDOTE, span.start, span.end)
    yield from _measure(sentence, role, sources)
    for mark in sentence.marks("hedge"):
        if not _MONTH.search(sentence.text[max(0, mark.start - 6) : mark.end + 3]):
            yield Found(CueKind.HEDGE, mark.start, mark.end)
    yield from _selling(sentence, role, level, selling=selling)
    yield from _authority(sentence, sources, level)
    yield from _mechanism(sentence, role, level)
    yield from _unsourced(sentence, role, level)
    if level >= _SUPPORTED or (role in {Role.TALK, Role.ADVICE} and _by_an_authority(sources)):
        for span in support_shown(sentence, sources):
            yield Found(CueKind.SUPPORT_SHOWN, span.start, span.end)


def _measure(sentence: Sentence, role: Role, sources: tuple[Source, ...]) -> Iterator[Found]:
    """Limits owned up to, claims that go too far, and sources with an interest."""
    for span in limits(sentence):
        yield Found(CueKind.CAVEAT, span.start, span.end)
    if role is Role.EFFECT and (upgrade := sentence.first("upgrade")):
        yield Found(CueKind.CAUSAL_UPGRADE, upgrade.start, upgrade.end)
    for source in sources:
        if source.interested and (own := within(sentence, source)):
            yield Found(CueKind.ADVERT, own.start, own.end)


def _story(sentence: Sentence, sources: tuple[Source, ...], level: int) -> Span | None:
    """Return the words with which somebody tells what happened to them."""
    whole = Span(0, len(sentence.text))
    witness = next((s for s in sources if is_personal(sentence, s)), None)
    told = next((s for s in sources if s.kind is Kind.ANECDOTE), None)
    if witness and witness.named and (told or witness.witness):
        return (told and within(sentence, told)) or whole
    if level >= _SUPPORTED:
        return None
    own = anecdote_mark(sentence)
    if sentence.has("hearsay") or not (told or own):
        return None
    there = (told and within(sentence, told)) or (Span(own.start, own.end) if own else whole)
    return Span(_clause_start(sentence.text, there.start), _clause(sentence.text, there.end))


def _by_an_authority(sources: tuple[Source, ...]) -> bool:
    return any(
        s.named
        and not s.carried
        and (s.expert or s.kind in {Kind.BODY, Kind.STUDY, Kind.REFERENCE})
        for s in sources
    )


def _counts(kind: CueKind, sentence: Sentence, mark: Mark, level: int) -> bool:
    if kind in {CueKind.POPULARITY, CueKind.HEARSAY}:
        return level < _SUPPORTED
    if kind is CueKind.LOADED_WORD:
        return not (mark.start and sentence.text[mark.start].isupper())
    return True


def _selling(sentence: Sentence, role: Role, level: int, *, selling: bool) -> Iterator[Found]:
    """“Natural” is an appeal, and “better” a comparison, only where they praise."""
    praises = selling or role is Role.EFFECT or sentence.has("loaded", "comparison", "popularity")
    for mark in sentence.marks("nature") if praises else ():
        yield Found(CueKind.APPEAL_TO_NATURE, mark.start, mark.end)
    if level < _SUPPORTED and not sentence.has("study"):
        for span in comparisons(sentence):
            yield Found(CueKind.UNSUPPORTED_COMPARISON, span.start, span.end)
    for mark in sentence.marks("advert"):
        if selling or role is Role.NONE:
            yield Found(CueKind.ADVERT, mark.start, mark.end)


def _authority(sentence: Sentence, sources: tuple[Source, ...], level: int) -> Iterator[Found]:
    named = [s for s in sources if s.named]
    mark = unnamed_mark(sentence)
    if mark and not any(s.kind in {Kind.STUDY, Kind.REFERENCE} for s in named):
        yield Found(CueKind.UNNAMED_AUTHORITY, mark.start, mark.end)
    if not named and level < _SUPPORTED:
        for found in sentence.marks("citation"):
            yield Found(CueKind.MISSING_CITATION, found.start, found.end)


def _unsourced(sentence: Sentence, role: Role, level: int) -> Iterator[Found]:
    """Yield a figure that nobody is said to have counted, with nothing behind the statement."""
    if level == 0 and role.rateable and not sentence.has("popularity"):
        if span := unsourced(sentence, promises=role is Role.EFFECT):
            yield Found(CueKind.MISSING_CITATION, span.start, span.end)
    elif role.rateable and (asked := ASKED.search(sentence.text)):
        yield Found(CueKind.MISSING_CITATION, *asked.span())


def _mechanism(sentence: Sentence, role: Role, level: int) -> Iterator[Found]:
    """How it works, told in place of a finding: from the start of its clause to the end."""
    if role is not Role.EFFECT or level > 1:
        return
    mark = mechanism_mark(sentence)
    if not mark and not sentence.has("unnamed", "hearsay"):
        mark = sentence.first("mechanism")
    if mark:
        yield Found(
            CueKind.MECHANISM_AS_PROOF,
            0
            if _FOLLOWS.match(sentence.text, mark.start)
            else _clause_start(sentence.text, mark.start),
            _clause(sentence.text, mark.end),
        )


def _clause_start(text: str, end: int) -> int:
    """Return where the clause before ``end`` begins."""
    start = max(text.rfind(stop, 0, max(0, end - 2)) for stop in (", ", "; ", ": ", " – "))
    return start + 2 if start >= 0 else 0


def _clause(text: str, start: int) -> int:
    """Return where the clause that holds ``start`` ends."""
    stop = re.compile(r"[,;:.!?]|$").search(text, start)
    return stop.start() if stop else len(text)
