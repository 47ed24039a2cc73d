"""The positive cue: what a statement shows for itself, a source by name and what it counted.

It does not hang on the level: a statement that shows its source shows it, whatever the gates say.
"""

import re
from collections.abc import Iterator

from quiz.documents import Span
from quiz.rules.attribution import findings, statements
from quiz.rules.citations import citations
from quiz.rules.figures import measured, results, statistic
from quiz.rules.found import SUPPORTED, Case
from quiz.rules.interests import speaks_for_itself
from quiz.rules.people import EXPERT
from quiz.rules.sentence import Sentence
from quiz.rules.sieve import Sieve
from quiz.rules.source import Kind, Source
from quiz.scale import Role

_SPEAKS = re.compile(
    r"\b(?:sa(?:id|ys?)|stat(?:es|ed)|warn(?:s|ed)?|advis(?:es?|ed)|recommend(?:s|ed)?|estimat(?:es?|ed)|f(?:ound|inds?)|show(?:s|ed|n)?|report(?:s|ed)|"
    r"record(?:s|ed)|list(?:s|ed)?|classif(?:y|ies|ied)|conclud(?:es?|ed)|confirm(?:s|ed)|ruled|declared|noted|notes|told|tells|suggests?|indicates?|"
    r"calls?|defines?|describ(?:es|ed)|puts?|published|considers?|recogni[sz](?:es|ed)|approved|banned|licensed|measured|tested|calculated|"
    r"announced|inform|advise|authori[sz]ed|does(?:n['’]t| not) (?:support|recommend)|explains?|argues?|wrote|writes|reveal(?:s|ed)|surveyed|asked)\b"
)
_DESIGN = Sieve(
    r"\b(?:(?:[Pp]articipants|[Rr]espondents|[Vv]olunteers|[Pp]atients|[Ff]amilies) (?:were|was) (?:asked|followed|interviewed|randomly|randomi[sz]ed|assigned|recruited|invited|given|tested|weighed|scanned)"
    r"|(?:[Tt]he (?:team|researchers|authors|study|scientists)|[Tt]hey) (?:also )?(?:analysed|analyzed|compared|followed|interviewed|recruited|collected|reviewed|surveyed|tracked|matched|looked at|examined|measured|studied|found no)"
    r"|(?:taken|took) (?:[\w ,]{1,40} )?into account|[Mm]atch(?:ed|ing) (?:\w+ )(?:on|for|by)|[Aa]djust(?:ed|ing) for|[Cc]ontroll(?:ed|ing) for|did not know (?:which|whether|who)|(?:was|were) (?:blinded|shuffled|randomi[sz]ed|counterbalanced)"
    r"|comparison group|control group|at random\b|pre-?registered)"
)
"""How a study was done, which lets a reader judge it."""
_SHARE = Sieve(r"\b\d[\d.,]{0,9}\s?(?:%|per ?cent\b)(?! caff)(?: of (?:the )?[a-z]+)?")
_NOT_YET = Sieve(
    r"\bwill (?:be|run|begin|start|compare|involve)\b|\b(?:is|are) (?:likely|due|expected|planned) to\b|\bto (?:fund|conduct|carry out|launch)\b"
    r"|\bnot (?:aware|know) of\b|\bany (?:\w+ )?(?:trial|study)\b"
)
_FIRST_PERSON = Sieve(r"\b(?:I|I['’]\w+|[Mm]y|[Mm]e)\b")
_ENTRY = re.compile(
    r"\A(?:[\^*¹²³⁴⁵⁶⁷⁸⁹]|\[\d{1,3}\]|\d{4}; )|\(eds?\.\)|\bRetrieved \d|\bISBN\b|\A(?:Further reading|Sources?|References?):"
    r"|\A[A-Z]\w+(?:: [\w& ,]{3,40})?, (?:1[4-9]|20)\d\d\.?\Z"
)
_VOLUME = re.compile(r"\d;\s?\d{1,4}[(:]|\d\(\d{1,3}\):")
_ATTRIBUTED = re.compile(
    r"\b(?:[Aa]ccording to|[Bb]ased on|[Cc]iting|says?|said|(?:\w+ed|written|shown|found|run|led) by|"
    r"(?:[Dd]ata|[Ff]igures|[Ss]tatistics|[Gg]uidance|[Gg]uidelines?|[Ee]stimates?|[Aa]dvice|[Rr]ecords|[Ss]tud(?:y|ies)|[Rr]esearch|[Ee]vidence|"
    r"[Cc]ensus|[Rr]eport|[Ss]urvey|[Pp]oll|[Pp]olling) (?:published |released |compiled )?(?:from|by|of|in)) (?:the |a |an |its )?\Z"
)


def support_shown(case: Case) -> Iterator[Span]:
    """Yield the sources that a statement names, and the figures of a study that it tells of."""
    if case.role is Role.NONE or _is_entry(case.text):
        return
    shown: list[Span] = []
    for span in (*citations(case.text), *_sources_here(case), *_credited(case)):
        if not _overlaps(span, shown):
            shown.append(span)
    yield from shown[:1]
    if case.role.rateable and (figure := _figure(case, shown)) and not _overlaps(figure, shown[:1]):
        yield figure


def _is_entry(text: str) -> bool:
    """Whether the statement is an entry of a list of works rather than a statement."""
    return bool(_ENTRY.search(text)) or (len(text) < 90 and bool(_VOLUME.search(text)))


def _sources_here(case: Case) -> Iterator[Span]:
    for source in case.sources:
        span = within(case.sentence, source)
        if span and _stands_here(case, source):
            yield span


def _credited(case: Case) -> Iterator[Span]:
    if case.role.rateable and not speaks_for_itself(case.text) and not _NOT_YET.search(case.text):
        yield from findings(case.text)
        yield from statements(case.text)


def _figure(case: Case, shown: list[Span]) -> Span | None:
    """Return a figure that a study gives, or that the source shown gives."""
    if (
        (result := results(case.sentence))
        and (shown or case.page.release or not case.selling)
        and not _is_own(case)
    ):
        return result
    tested = any(s.kind is Kind.STUDY and s.named for s in case.sources)
    compared = case.role is Role.EFFECT and case.level > SUPPORTED
    if tested and (shown or compared):
        return measured(case.sentence)
    if tested and case.level > SUPPORTED:
        return _told_of(case)
    return statistic(case.sentence) if shown else None


def _told_of(case: Case) -> Span | None:
    """Return how a study that is told of elsewhere was done, or what share it found."""
    found = _DESIGN.search(case.text)
    if not found and case.sentence.finished and not case.sentence.listed:
        found = _SHARE.search(case.text)
    return Span(*found.span()) if found else None


def _is_own(case: Case) -> bool:
    """Whether somebody tells of themselves: what they measured is no trial."""
    return bool(_FIRST_PERSON.search(case.text)) and "“" not in case.text and '"' not in case.text


def _stands_here(case: Case, source: Source) -> bool:
    """Whether this source is named in the statement itself, and speaks of what it knows."""
    if not source.named or source.carried or source.kind is Kind.REFERENCE:
        return False
    if source.kind is Kind.PERSON:
        return _knows(case, source)
    if source.kind is Kind.BODY:
        return case.role is not Role.TALK and _is_cited(case.sentence, source)
    return case.sentence.has("finding", "report", "trial", "comparative") and not _NOT_YET.search(
        case.text
    )


def _knows(case: Case, source: Source) -> bool:
    if is_personal(case.sentence, source) or speaks_for_itself(case.text):
        return False
    if case.role.rateable:
        return bool(EXPERT.search(case.text)) or source.official
    return bool(EXPERT.search(case.text))


def _is_cited(sentence: Sentence, source: Source) -> bool:
    """Whether a body says or finds something, rather than does something."""
    place = within(sentence, source)
    if place is None or source.interested or speaks_for_itself(sentence.text):
        return False
    if _ATTRIBUTED.search(sentence.text, max(0, place.start - 40), place.start):
        return True
    return bool(_SPEAKS.search(sentence.text, place.start, min(len(sentence.text), place.end + 12)))


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
