"""Causal upgrades: what came after, or came along with, told as what it was caused by."""

import re
from collections.abc import Iterator

from quiz.documents import Span
from quiz.rules.found import Case
from quiz.rules.sieve import Sieve
from quiz.scale import Role

_BARE = re.compile(
    r"^(?:\w+: )?(?:It|That|It['’]s all|This)(?:['’]s| is| was)(?: not| all| just| only)? (?:the|your|my|her|his|that) \w+[.!]?$"
)
"""“It's the phone.”"""
_COMPARED = re.compile(
    r"\b(?:trial|study|studies|placebo|randomi[sz]ed|may|might|could|not|no|if)\b|n['’]t\b|\[\d"
)
_AFTER = Sieve(
    r"\b(?:hasn['’]?t|haven['’]?t|has not|have not|not|never|no) (?:had |been |seen |got |a |one |\w+ ){0,5}since\b(?! (?:the|last|\d))"
    r"|\bwithin (?:a|one|two|three|four|\d+|days|weeks) ?(?:days?|weeks?|months?|hours?|of)\b(?= (?:of|after) )[^.,;]{0,60}"
    r"|\b(?:since|after) (?:we|I|she|he|they) (?:\w+ ){0,2}(?:stopped|started|cut|gave up|switched|quit|banned|went|ditched|took)\b[^.,;]{0,40}(?=, )"
    r"|\bthe (?:day|week|month|minute|moment) (?:we|I|she|he|they) (?:stopped|started|cut|gave|switched|quit|took|put)\b",
)
"""It came after, so it came from it."""
_FLAT = Sieve(
    r"\b(?:cures|halves|doubles|triples|eliminates|eradicates|reverses|boosts|rebuilds?|restores|heals|detoxifies|melts|dissolves|banishes|is responsible for|are responsible for)\b"
    r"|\b(?:completely|totally|perfectly|entirely|absolutely|utterly|100 ?%) (?:safe|harmless|effective|cured|healed|debunked|natural and safe|reversible|risk-free)\b|\band (?:is |are )?harmless\b"
    r"|\b(?:cannot|can['’]t|never) (?:survive|fail|harm|hurt)\b|\balways (?:works?|grows?|clears?|goes away|helps?)\b|\bworks? (?:every time|wonders|well in|for everyone)\b"
    r"|\b(?:is|are|was|were) (?:actually |really |basically )?what (?:triggers|causes|caused|makes|made|drives|gives|gave|killed|kills)\b|\bthat['’]?s (?:why|what (?:causes|caused|did it))\b"
    r"|\b(?:basically|now|finally|since) (?:been )?proven\b|\bproved it\b|\band it worked\b|\bit['’]s official\b|\bno doubt (?:that )?(?:it|this|they)\b|\bthe rest (?:tends to )?follows?\b"
    r"|\bgave my \w+ (?!an? |the |some )[a-z]+|\b(?:is|are) (?:making|killing|poisoning) (?:people|us|our|you|your|children|kids)\b",
    re.IGNORECASE,
)
"""A cause, a cure or a certainty, told without “may” and with nothing that compares."""


def upgrades(case: Case) -> Iterator[Span]:
    """Yield where a statement makes a cause of less."""
    if case.role not in {Role.EFFECT, Role.FACT}:
        return
    for mark in case.sentence.marks("upgrade"):
        yield Span(mark.start, mark.end)
    flat = (_FLAT,) if case.role is Role.EFFECT and not _COMPARED.search(case.text) else ()
    for pattern in (_BARE, _AFTER, *flat):
        if found := pattern.search(case.text):
            yield Span(*found.span())
