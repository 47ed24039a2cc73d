"""Figures in a statement: those that need a source, and those that a source gives."""

import re

from quiz.documents import Span
from quiz.rules.sentence import Sentence

_ABOUT = (
    r"(?:(?:[Aa]bout|[Aa]round|[Rr]oughly|[Nn]early|[Aa]lmost|[Oo]ver|[Mm]ore than|[Uu]p to|[Aa]t least|[Aa]n estimated|[Aa]s many as|"
    r"[Ff]ewer than|[Ll]ess than|[Ss]ome|like|[Aa]pproximately|[Aa]n average of) )?"
)
_NUMBER = r"[$£€]?\d[\d,.]*(?:\s?(?:million|billion|thousand|bn|m)\b)?"
_PEOPLE = (
    r"(?:people|adults|women|men|children|patients|americans|britons|europeans|households|families|deaths|lives|jobs|cases|"
    r"tonnes?|tons?|residents|visitors|pupils|students|workers|drivers|users|teenagers|babies|animals|species|homes|cars)"
)
_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_STATISTIC = re.compile(
    rf"{_ABOUT}(?:{_NUMBER}\s?(?:%|per ?cent\b)|{_NUMBER} (?:[a-z]+ ){{0,2}}{_PEOPLE}\b"
    rf"|{_WORD} (?:in|out of) (?:every )?(?:\d+|{_WORD}|ten|twenty|a hundred)\b|\d+ (?:in|out of) (?:every )?\d+"
    rf"|(?:half|a third|a quarter|two[- ]thirds|three[- ]quarters) of (?:all |the )?{_PEOPLE}\b)",
    re.IGNORECASE,
)
_PROMISE = re.compile(
    r"\b(?:with)?in (?:just |only |as little as |under )?(?:\d+|two|three|four|five|six|seven|ten) (?:days|weeks|months|minutes|hours)\b"
)
ASKED = re.compile(
    r"\[(?:citation needed|who\?|which\?|by whom\?|when\?|where\?|clarification needed|source\?|better source needed|according to whom\?)\]"
)
_UNSOURCED = re.compile(r"\branked (?:among|in|as|first|number)\b|\bthe top \d+\b")
_MEASURED = re.compile(
    rf"{_ABOUT}(?:[$£€]\d[\d,.]*|\d[\d,.]*(?:[–-]\d[\d,.]*)?)\s?(?:%|[A-Za-zµ°][\w°-]*)(?: [a-z-]+){{0,3}}"
    r"|\bfrom \d[\d,.]* to \d[\d,.]*"
)
_CALENDAR = re.compile(
    r"\d{1,4} (?:January|February|March|April|May|June|July|August|September|October|November|December|AD|BC|CE)"
    r"|(?:1[0-9]|20)\d\d\b(?! (?:people|adults|women|men|children|patients|participants|volunteers))|\d+(?:st|nd|rd|th)\b"
)


def unsourced(sentence: Sentence, *, promises: bool) -> Span | None:
    """Return a figure or a remark that calls for a source; ``promises``: also “in 28 days”."""
    for pattern in (ASKED, _UNSOURCED, _STATISTIC, *((_PROMISE,) if promises else ())):
        if found := pattern.search(sentence.text):
            return Span(*found.span())
    return None


def statistic(sentence: Sentence) -> Span | None:
    """Return a share or a count of people."""
    found = _STATISTIC.search(sentence.text)
    return Span(*found.span()) if found else None


def measured(sentence: Sentence) -> Span | None:
    """Return an amount with what it is an amount of; not a year, a day or a reference."""
    for found in _MEASURED.finditer(sentence.text):
        if not _CALENDAR.match(sentence.text, _digit(found)):
            return Span(*found.span())
    return None


def _digit(found: re.Match[str]) -> int:
    first = re.search(r"\d", found[0])
    return found.start() + (first.start() if first else 0)
