"""Figures in a statement: those that need a source, and those that a source gives."""

import re

from quiz.documents import Span
from quiz.rules.sentence import Sentence
from quiz.rules.sieve import Sieve

_ABOUT = (
    r"(?:(?:[Aa]bout|[Aa]round|[Rr]oughly|[Nn]early|[Aa]lmost|[Oo]ver|[Mm]ore than|[Uu]p to|[Aa]t least|[Aa]n estimated|[Aa]s many as|"
    r"[Ff]ewer than|[Ll]ess than|[Ss]ome|like|[Aa]pproximately|[Aa]n average of) )?"
)
_NUMBER = r"[$£€]?\d[\d,.]{0,14}(?:\s?(?:million|billion|thousand|bn|m)\b)?"
_PEOPLE = (
    r"(?:people|adults|women|men|children|patients|americans|britons|europeans|households|families|deaths|lives|jobs|cases|"
    r"tonnes?|tons?|residents|visitors|pupils|students|workers|drivers|users|teenagers|babies|animals|species|homes|cars)"
)
_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_STATISTIC = Sieve(
    rf"{_ABOUT}(?:{_NUMBER}\s?(?:%|per ?cent\b)|{_NUMBER} (?:[a-z]+ ){{0,2}}{_PEOPLE}\b"
    rf"|{_WORD} (?:in|out of) (?:every )?(?:\d+|{_WORD}|ten|twenty|a hundred)\b|\d+ (?:in|out of) (?:every )?\d+"
    rf"|(?:half|a third|a quarter|two[- ]thirds|three[- ]quarters) of (?:all |the )?{_PEOPLE}\b)",
    re.IGNORECASE,
)
_TIMES = Sieve(
    r"\b(?:\d{1,4}x|\d{1,4} times|twice|(?:two|three|four|five|ten|a hundred) times) (?:as|more|less|the|that|stronger|better|faster|lower|higher|further|harder) "
    r"|\b(?:more|most|less|very|twice as) (?:common|often|frequent)\b|\bcommon(?:er|est)\b",
    re.IGNORECASE,
)
_PROMISE = Sieve(
    r"\b(?:with)?in (?:just |only |as little as |under )?(?:\d+|two|three|four|five|six|seven|ten) (?:days|weeks|months|minutes|hours)\b"
)
ASKED = re.compile(
    r"\[(?:(?:\w{1,15} ){1,3}(?:needed|link)|(?:who|which|when|where|how|why|source|by whom|according to whom|dubious|original research)\??)\]"
)
_UNSOURCED = Sieve(r"\branked (?:among|in|as|first|number)\b|\bthe top \d+\b")
_MEASURED = Sieve(
    rf"{_ABOUT}(?:[$£€]\d[\d,.]{{0,14}}|\d[\d,.]{{0,14}}(?:[–-]\d[\d,.]{{0,14}})?)\s?(?:%|(?!(?:at|or|and|from|to|will|on|in|of|as|by|the|for|with|was|were|is|are|has|had|have)\b)[A-Za-zµ°][\w°-]*)(?: [a-z-]+){{0,3}}"
    r"|\bfrom \d[\d,.]{0,14} to \d[\d,.]{0,14}"
)
_RESULT = Sieve(
    r"\bp ?[=<>≤] ?0?\.\d+|\b\d[\d.]{0,14}% (?:\([^)]{0,30}\) )?(?:vs?\.?|versus|compared with|against) \d[\d.]{0,14}%"
    r"|\b(?:95% )?(?:CI|confidence interval)\b|\b(?:vs?\.?|versus|against|than|beat) (?:the )?placebo\b"
    r"|\b(?:rose|fell|dropped|increased|decreased|improved|declined|went|reduced|climbed) from \d[\d.,]{0,14}%? to \d[\d.,]{0,14}%?"
    r"|\b(?:enrolled|recruited|randomi[sz]ed|followed|surveyed|tracked|tested|interviewed|screened|scanned) (?:\w+ ){0,2}?\d[\d,]{0,14} [a-z]+"
    r"|\b(?:trial|study|survey|poll|evaluation|analysis|series|cohort|sample|review|experiment|pilot) (?:of|in|with|among) (?:\w+ ){0,2}?\d[\d,]{0,14} [a-z]+"
    r"|\b(?:\d[\d,]{0,14}(?: \w{1,20})?|one in \w+) \(\d[\d.]{0,14} ?(?:%|per ?cent)\)|\d[\d.]{0,14}%? \([^()]{1,30}\),? (?:and )?\w*[^.;]{0,40}?\d[\d.]{0,14}%? \([^()]{1,30}\)|\brespectively\b"
    r"|\b\d[\d,]{0,14} of (?:the )?\d[\d,]{0,14} [a-z]+|\bOf (?:the |these,? )?\d[\d,]{0,14} [a-z]+ [^.;]{0,60}?\d|\bOf (?:these|those|them),? \d"
    r"|\b\d[\d,]{0,14} (?:readings|samples|specimens|measurements|interviews|scans|participants|volunteers|patients|presses|tests) (?:were|was|\w+ed\b)"
    r"|\bweighted to\b|\bnationally representative\b|\b\d[\d,]{0,14} (?:patients|participants|volunteers|subjects)(?:,|\.?\Z)"
    r"|\b(?:double|single)[- ]blind\b|\bplacebo-controlled\b|\brandomi[sz]ed(?:,? \w+)? controlled trial\b"
)
_CALENDAR = re.compile(
    r"\d{1,4} (?:January|February|March|April|May|June|July|August|September|October|November|December|AD|BC|CE)"
    r"|(?:1[0-9]|20)\d\d\b(?! (?:people|adults|women|men|children|patients|participants|volunteers))|\d+(?:st|nd|rd|th)\b"
)


def unsourced(sentence: Sentence, *, promises: bool) -> Span | None:
    """Return a figure or a remark that calls for a source; ``promises``: also “in 28 days”."""
    plain = sentence.finished or promises
    counted = (_STATISTIC,) if plain and not results(sentence) else ()
    for pattern in (ASKED, _UNSOURCED, *counted, _TIMES, *((_PROMISE,) if promises else ())):
        if found := pattern.search(sentence.text):
            return Span(*found.span())
    return None


def results(sentence: Sentence) -> Span | None:
    """Return what a trial measured, as trials put it: a p value, two arms, from so much to so much."""
    found = _RESULT.search(sentence.text)
    return Span(*found.span()) if found else None


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
