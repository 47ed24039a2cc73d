"""How far a claim goes: the limits that a statement owns up to."""

import re
from collections.abc import Iterator

from quiz.documents import Span
from quiz.rules.sentence import Sentence

_LIMITS = re.compile(
    r"\b(?:trial|study|sample|survey|review|follow-up|period|pilot|numbers?|group|it) (?:was|were|is|are|wasn['’]t|isn['’]t) (?:\w+ )?"
    r"(?:short|small|brief|limited|tiny|narrow|modest|early|open-label|huge|large|long|perfect|big)\b"
    r"|\bno (?:better|worse|more|less|different|faster|safer)(?: \w+)? (?:than|from|to)\b|\bdid (?:not|no) (?:differ|better)\b|\bno difference\b"
    r"|\b[Nn]o (?:large|long-term|independent|good|randomi[sz]ed|controlled|clinical|such|published|human)(?: \w+)? (?:trials?|stud(?:y|ies)|data|evidence|research)\b"
    r"|\brisk of bias\b|\bself-(?:rated|assessed|selected|reported)\b|\brather than (?:measured|observed|tested|proven)\b|\bno account\b"
    r"|\b(?:effects?|difference|benefits?|gains?|improvement|reduction) (?:was |were |is |are )?(?:only )?(?:modest|small|slight|weak|marginal)\b"
    r"|\b(?:left the|dropped out|withdrew from|lost to follow-up)\b|\b(?:most|all|none) of the (?:participants|volunteers|patients|subjects) were\b"
    r"|\b(?:can['’]t|cannot) remember\b|\b(?:could|may|might) be wrong\b|\bnot sure (?:if|whether|how)\b|\bnot (?:intended|designed|meant) to\b"
    r"|\bhad no (?:role|part|say) in\b|\b(?:little|low|poor)[- ]quality\b|\bwomen under|men over \d|\bsmall compared with\b|\bas yet un\w+"
    r"|\bhas(?:n['’]t| not) been (?:confirmed|replicated|shown|tested|published|peer)\b|\b(?:in mice|in rats|in cells|in the laboratory)\b"
    r"|\b(?:mild|relatively short|only a few)\b (?:cases|weeks|months)|\bdoes(?:n['’]t| not) (?:prove|mean|show)\b"
)


def limits(sentence: Sentence) -> Iterator[Span]:
    """Yield where a statement says how far its evidence goes."""
    for mark in sentence.marks("caveat"):
        yield Span(mark.start, mark.end)
    for found in _LIMITS.finditer(sentence.text):
        yield Span(*found.span())
