"""Loaded words: listed ones where they are not meant plainly, and words that their shape betrays."""

import re
from collections.abc import Iterator

from quiz.documents import Span
from quiz.rules.found import Case
from quiz.rules.phrases import Mark
from quiz.rules.sieve import Sieve
from quiz.scale import Role

_OFFICER = re.compile(
    r"^[“\"][^”\"]{8,240}[”\"],? (?:said|says|added|commented|explained|noted|continued) [^.“\"]{0,60}"
    r"\b(?:CEO|(?:[Cc]o-)?[Ff]ounder|[Cc]hief [Ee]xecutive|[Pp]resident|[Mm]anaging [Dd]irector|"
    r"[Cc]hair(?:man|woman|person)?|[Hh]ead of|[Oo]wner|[Vv]ice [Pp]resident|[Cc]hief \w+ [Oo]fficer|MP|MEP|[Cc]ouncillor|[Ss]enator|[Mm]inister)\b"
)
"""The head of a house, quoted on its own doings."""
_BIG = Sieve(
    r"\b(?:feels?|felt|sounds?|sounded|smells?|tastes?|looks?|is|was|were|it['’]s) like (?:an? |the |being |having |\w+ing )\w+"
)
_SHOUTED = Sieve(
    r"\b(?:NOW|ONE|NEVER|ALWAYS|EVERY|EVERYTHING|REAL|BEST|HUGE|DIFFERENT|WHOLE|ALL|ZERO|"
    r"TWICE|FREE|MUST|STOP|ONLY|UP|YEARS|DAYS|WEEKS|AMAZING|LOVE|WORKS?|MASSIVE|ENERGY|POISON|TOXIC|FINALLY|ANYTHING|NOTHING)\b"
)
_LOWER = re.compile(r"[a-z]{3}.{0,200}[a-z]{3}")


def loaded(case: Case) -> Iterator[Span]:
    """Yield the words of a statement that say more than they show."""
    for mark in (*case.sentence.marks("loaded"), *case.sentence.marks("praise")):
        if _meant(case, mark):
            yield Span(mark.start, mark.end)
    if case.role in {Role.NONE, Role.EVIDENCE}:
        return
    if officer := _OFFICER.match(case.text):
        yield Span(*officer.span())
    if _LOWER.search(case.text):
        for found in _SHOUTED.finditer(case.text):
            yield Span(*found.span())
    for found in _BIG.finditer(case.text):
        yield Span(*found.span())


def _meant(case: Case, mark: Mark) -> bool:
    """Whether a listed word is more than a name or a plain word where it stands."""
    if mark.start and case.text[mark.start].isupper():
        return False
    return mark.label == "loaded" or case.selling or case.page.release or case.role is Role.TALK
