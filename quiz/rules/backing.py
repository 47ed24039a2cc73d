"""Cues that lie in what a statement leans on: support, stories, bare figures, interests."""

import re
from collections.abc import Iterator

from quiz.rules.anonymous import anonymous
from quiz.rules.comparing import comparisons
from quiz.rules.experience import story
from quiz.rules.figures import ASKED, unsourced
from quiz.rules.found import SUPPORTED, Case, Found, clause_end, clause_start
from quiz.rules.hints import mechanism_mark, unnamed_mark
from quiz.rules.interests import interest
from quiz.rules.sentence import Sentence
from quiz.rules.source import Kind
from quiz.rules.support import support_shown, within
from quiz.scale import CueKind, Role

_OF_TALK = {CueKind.ADVERT, CueKind.ANECDOTE, CueKind.SUPPORT_SHOWN, CueKind.UNNAMED_AUTHORITY}
_NOT_OF_ADVICE = {CueKind.MISSING_CITATION, CueKind.UNSUPPORTED_COMPARISON}
_FOLLOWS = re.compile(r", (?:and )?so |which |, where ")


def backing(case: Case) -> Iterator[Found]:
    """Yield the cues that lie in what a statement leans on, in no order."""
    for cue in _all(case):
        if _wanted(cue.kind, case.role):
            yield cue


def _wanted(kind: CueKind, role: Role) -> bool:
    if role is Role.NONE:
        return kind in {CueKind.ADVERT, CueKind.UNNAMED_AUTHORITY}
    if role is Role.TALK:
        return kind in _OF_TALK
    return role is not Role.ADVICE or kind not in _NOT_OF_ADVICE


def _all(case: Case) -> Iterator[Found]:
    sentence, role, sources, level = case.sentence, case.role, case.sources, case.level
    for mark in sentence.marks("hearsay") if not case.supported else ():
        yield Found(CueKind.HEARSAY, mark.start, mark.end)
    if span := story(case):
        yield Found(CueKind.ANECDOTE, span.start, span.end)
    for source in sources:
        if source.interested and (own := within(sentence, source)):
            yield Found(CueKind.ADVERT, own.start, own.end)
    yield from _selling(case)
    yield from _authority(case)
    yield from _mechanism(sentence, role, level)
    yield from _unsourced(sentence, role, level)
    for span in support_shown(case):
        yield Found(CueKind.SUPPORT_SHOWN, span.start, span.end)


def _selling(case: Case) -> Iterator[Found]:
    """“Better” is a comparison only where nothing was compared."""
    sentence = case.sentence
    if not case.page.thread and not case.supported and not sentence.has("study"):
        for span in comparisons(sentence):
            yield Found(CueKind.UNSUPPORTED_COMPARISON, span.start, span.end)
    if case.role is not Role.NONE and (own := interest(sentence.text)):
        yield Found(CueKind.ADVERT, own.start, own.end)
    for mark in sentence.marks("advert"):
        if case.selling or case.role is Role.NONE:
            yield Found(CueKind.ADVERT, mark.start, mark.end)


def _authority(case: Case) -> Iterator[Found]:
    sentence, level = case.sentence, case.level
    named = [s for s in case.sources if s.named]
    learned = any(s.kind in {Kind.STUDY, Kind.REFERENCE} for s in named)
    mark = None if learned or case.role is Role.NONE else unnamed_mark(sentence)
    here = any(s.kind is Kind.STUDY and not s.carried for s in named)
    if place := mark or (None if here else anonymous(sentence.text)):
        yield Found(CueKind.UNNAMED_AUTHORITY, place.start, place.end)
    if not named and level < SUPPORTED:
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
            else clause_start(sentence.text, mark.start),
            clause_end(sentence.text, mark.end),
        )
