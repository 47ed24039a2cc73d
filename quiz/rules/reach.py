"""How far a claim goes: the limits that a statement owns up to."""

import re
from collections.abc import Iterator

from quiz.documents import Span
from quiz.rules.found import Case
from quiz.rules.sieve import Sieve

_CONCEDED = Sieve(
    r"(?:(?<=[,;–—(] )|(?<=[,;–—(]))(?:although|albeit|though(?!t))\b[^.;!?]{0,120}"
    r"|\bthough(?=[.!,])|^Although\b[^,.;]{0,120}"
)
"""“…, though which causes which is argued over”: what a writer grants after a claim."""
_FEW = (
    r"(?:\d|[1-3]\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|"
    r"thirty|a (?:dozen|handful of|few))"
)
_SMALL = Sieve(
    rf"\b(?:study|trial|survey|sample|group|series|pilot|just|only) (?:of )?{_FEW} (?:\w+ ){{0,2}}"
    r"(?:people|adults|patients|women|men|volunteers|children|participants|subjects|students|mice|rats|cases|dogs|users|customers)\b"
    rf"|^{_FEW} (?:people|adults|patients|women|men|volunteers|children|participants|mice|rats|dogs)\b(?=,)",
    re.IGNORECASE,
)
_BESIDE = Sieve(
    r"\b(?:I|I['’]d|I['’]ve|she|he|we|we['’]d|we['’]ve) (?:had |have |has )?(?:also|since|just) (?:had |been )?"
    r"(?:given up|gave up|stopped|started|begun|began|changed|cut|lost|switched|quit|moved|joined|took|taken|taking|swapped|dropped|bought|got)\b"
    r"|\b(?:was|am|were|been) (?:also )?on (?:\w+ ){0,2}(?:tablets|medication|meds|antibiotics|steroids)(?: too| as well)\b",
    re.IGNORECASE,
)
"""What else somebody changed, by their own account."""


def limits(case: Case) -> Iterator[Span]:
    """Yield where a statement says how far its evidence goes."""
    for mark in case.sentence.marks("caveat"):
        yield Span(mark.start, mark.end)
    for pattern in (_CONCEDED, _SMALL, _BESIDE):
        for found in pattern.finditer(case.text):
            yield Span(*found.span())
