"""Citations that stand in running text: numbers, authors with a year, works in brackets."""

import re
from collections.abc import Iterator

from quiz.documents import Span
from quiz.rules.sieve import Sieve

_MONTHS = (
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Spring|Summer|Autumn|Fall|Winter|Easter|Christmas"
)
_YEAR = r"(?:1[4-9]|20)\d\d[a-z]?\b"
_NUMBERED = re.compile(
    r"\[\^?\d{1,3}(?:[,–-] ?\d{1,3}){0,4}\]|(?<=[.,;:”\"])\(\d{1,2}\)|(?<=[\w.,;:)\"”’])(?<!\bm)(?<!mm)(?<!cm)(?<!km)[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]?"
)
_IN_BRACKETS = re.compile(r" \(\d{1,2}(?:, ?\d{1,2}){0,4}\)(?=[.,;:]|\Z)")
_WORK = re.compile(
    rf"[(\[](?:see |cf\. |e\.g\. )?[A-Z][^()\[\]]{{2,80}}?(?:,? {_YEAR}|et al\b)[^()\[\]]{{0,80}}[)\]]"
)
_AUTHOR = Sieve(
    rf"\b(?!(?:{_MONTHS}|In|Since|By|From|Until|After|Before|During|Of|To|And|The|Between|Around|About|Circa|Early|Late|Mid)\b)"
    rf"[A-Z][\w’'-]{{1,30}}(?:,? et al\.?,?| (?:and|&) [A-Z][\w’'-]{{1,30}})?(?: \({_YEAR}[^()]{{0,20}}\)|,? {_YEAR})"
)
_ET_AL = Sieve(r"\b[A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30})? et al\b\.?")
_QUOTED_WORK = re.compile(rf"[\"”’*_] \({_YEAR}\)")
_PUBLISHED = Sieve(
    r"\b(?:[Pp]ublished|[Aa]ppear(?:ed|ing|s)|[Ww]riting|[Rr]eported|[Pp]rinted|[Pp]resented) (?:\w+ ){0,3}?(?:in|by|at) (?:the |a meeting of the |a conference of the )?(?:journal )?"
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30}){0,4}"
)
_BY_BODY = re.compile(r"\(([A-Z][A-Za-z]{0,3}[A-Z]{1,4})\)[.\"”]{0,2}\Z")


def citations(text: str) -> Iterator[Span]:
    """Yield the citations in a statement, the most exact kind first."""
    for pattern in (_NUMBERED, _IN_BRACKETS, _WORK, _ET_AL, _PUBLISHED, _QUOTED_WORK):
        for found in pattern.finditer(text):
            yield Span(*found.span())
    for found in _AUTHOR.finditer(text):
        yield Span(*found.span())
    body = _BY_BODY.search(text)
    if body and not text[: body.start()].rstrip().split(" ")[-1][:1].isupper():
        yield Span(*body.span())
