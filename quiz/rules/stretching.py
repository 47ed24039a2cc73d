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
_AFTER = Sieve(
    r"\b(?:hasn['’]?t|haven['’]?t|has not|have not|not|never|no) (?:had |been |seen |got |a |one |\w+ ){0,5}since\b(?! (?:the|last|\d))"
    r"|\bwithin (?:a|one|two|three|four|\d+|days|weeks) ?(?:days?|weeks?|months?|hours?|of)\b(?= (?:of|after) )[^.,;]{0,60}"
    r"|\b(?:since|after) (?:we|I|she|he|they) (?:\w+ ){0,2}(?:stopped|started|cut|gave up|switched|quit|banned|went|ditched|took)\b[^.,;]{0,40}(?=, )"
    r"|\bthe (?:day|week|month|minute|moment) (?:we|I|she|he|they) (?:stopped|started|cut|gave|switched|quit|took|put)\b",
)
"""It came after, so it came from it."""


def upgrades(case: Case) -> Iterator[Span]:
    """Yield where a statement makes a cause of less."""
    if case.role not in {Role.EFFECT, Role.FACT}:
        return
    for mark in case.sentence.marks("upgrade"):
        yield Span(mark.start, mark.end)
    for pattern in (_BARE, _AFTER):
        if found := pattern.search(case.text):
            yield Span(*found.span())
