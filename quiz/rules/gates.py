"""The three gates, decided from a statement's role and what it leans on.

The level is never set here: it follows from the gates (``quiz.scale.level_of``).
"""

import re
from dataclasses import dataclass

from quiz.documents import Span
from quiz.rules import wording
from quiz.rules.phrases import Mark
from quiz.rules.sentence import Sentence
from quiz.rules.sieve import Sieve
from quiz.rules.source import Kind, Source
from quiz.scale import Gate, Role

_AUTHOR = re.compile(
    r"\bauthors?\b|\b(?:led|leads) the (?:study|trial|research|work)|principal investigator"
)
_NOBODY_IN_PARTICULAR = re.compile(
    r"\b(?:studies|trials|surveys|experts|doctors|critics|specialists|physicians)\b",
    re.IGNORECASE,
)
_WEAK_ENTRY = re.compile(
    r"\b(?:blog|forum|press release|advert|shop|store|facebook|twitter|youtube|reddit|tripadvisor|promot\w+)\b",
    re.IGNORECASE,
)
_ARGUES = Sieve(
    r"\b(?:argues?|argued|claims?|claimed|believes?|thinks?|insists?|boasts?|fears?|feared|warns?|warned|hopes?|would|should)\b"
)
_NUMBERED = re.compile(r"\d")
_ATTRIBUTED = Sieve(
    r"\b(?:said|says|told|according to|warned|added|argues?|argued|believes?|claims?|claimed)\b"
)


@dataclass(frozen=True)
class Verdict:
    """Whether a gate is passed, the place of the words that decide it, and why."""

    gate: Gate
    passes: bool
    place: Span | None
    because: str


def gates_of(
    sentence: Sentence, role: Role, sources: tuple[Source, ...], text: str
) -> tuple[Verdict, ...]:
    """Return the gates that are asked, in order; the last is the first that fails, if any does.

    ``text`` is the whole document: the deciding words may stand in an earlier statement.
    """
    source = leading(sentence, role, sources)
    if source is None:
        because, place = wording.nothing_offered(sentence)
        return (Verdict(Gate.REASON, passes=False, place=place, because=because),)
    words = text[source.place.start : source.place.end]
    reason = Verdict(
        Gate.REASON, passes=True, place=source.place, because=wording.reason(source, words)
    )
    if not source.named:
        because = wording.not_findable(source, words)
        return reason, Verdict(Gate.FINDABLE, passes=False, place=source.place, because=because)
    findable = Verdict(
        Gate.FINDABLE, passes=True, place=source.place, because=wording.findable(source, words)
    )
    passes, span, because = _fits(sentence, role, source)
    place = Span(sentence.span.start + span.start, sentence.span.start + span.end) if span else None
    return reason, findable, Verdict(Gate.FITS, passes, place or source.place, because)


def leading(sentence: Sentence, role: Role, sources: tuple[Source, ...]) -> Source | None:
    """Return the source that a statement leans on most: one that can be found comes first."""
    useful = [s for s in sources if s.kind is not Kind.MECHANISM or role is not Role.EVIDENCE]
    if role is Role.EVIDENCE:
        useful = [s for s in useful if s.kind is not Kind.HEARSAY]
    if role is Role.FACT:
        useful = [s for s in useful if s.kind is not Kind.MECHANISM]
    if role is Role.EFFECT:
        useful = [s for s in useful if not s.own]
    if unnamed := next((s for s in useful if s.kind is Kind.UNNAMED), None):
        place, at = unnamed.place, sentence.span.start
        vague = _NOBODY_IN_PARTICULAR.search(sentence.text, place.start - at, place.end - at)
        useful = [s for s in useful if not (vague and s.kind is Kind.STUDY and s.about)]
    speaker = next((s for s in useful if s.kind is Kind.PERSON), None)
    if (
        speaker
        and (not speaker.carried or sentence.has("carried_person"))
        and _ATTRIBUTED.search(sentence.text)
    ):
        carried = [s for s in useful if s.kind is Kind.STUDY and s.carried]
        useful = [s for s in useful if s not in carried]
    return min(useful, key=lambda s: (not s.named, list(Kind).index(s.kind)), default=None)


def _fits(sentence: Sentence, role: Role, source: Source) -> tuple[bool, Span | None, str]:
    if role is Role.EFFECT:
        return _fits_effect(sentence, source)
    if source.kind in {Kind.STUDY, Kind.REFERENCE}:
        if role is Role.FACT and (stretched := _inferred(sentence)):
            return False, _span(stretched), wording.overstated(sentence, stretched)
        known = source.kind is Kind.STUDY or not _WEAK_ENTRY.search(source.about)
        return known, None, wording.fact_fits(source, known)
    if source.kind is Kind.BODY:
        known = source.official or not (source.interested or _ARGUES.search(sentence.text))
        return known, None, wording.fact_fits(source, known)
    expert = role is Role.EVIDENCE and (source.expert or bool(_AUTHOR.search(sentence.text)))
    passes = source.official or expert
    return passes, None, wording.fact_fits(source, passes)


def _fits_effect(sentence: Sentence, source: Source) -> tuple[bool, Span | None, str]:
    if source.kind not in {Kind.STUDY, Kind.REFERENCE}:
        return False, None, wording.only_said(source)
    if source.laboratory and not sentence.has("group"):
        mark = sentence.first("lab")
        return False, _span(mark), wording.laboratory(sentence, mark)
    if stretched := sentence.first("overstated") or _inferred(sentence):
        return False, _span(stretched), wording.overstated(sentence, stretched)
    careful = sentence.first("association") or sentence.first("trial", "comparative")
    counted = bool(_NUMBERED.search(re.sub(r"\[\d+\]", "", sentence.text)))
    claims = sentence.has("causal") and not (careful or counted)
    if source.interested and not source.comparing:
        return False, None, wording.no_comparison(source)
    if source.comparing or not claims:
        unread = source.kind is Kind.REFERENCE and not source.about
        if source.kind is Kind.STUDY or source.comparing or unread or (careful and source.official):
            return True, _span(careful), wording.compared(sentence, careful)
    return False, None, wording.no_comparison(source)


def _inferred(sentence: Sentence) -> Mark | None:
    """Return the word with which the writer, not the source, draws a conclusion."""
    for mark in sentence.marks("because"):
        if (
            sentence.text[mark.start : mark.end]
            .lower()
            .startswith(("so ", "since", "therefore", "thus"))
        ):
            return mark
    return None


def _span(mark: object) -> Span | None:
    return Span(mark.start, mark.end) if mark else None  # type: ignore[attr-defined]
