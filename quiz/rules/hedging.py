"""Which hedges count: “may” of what may be so, not of what is allowed, felt or was once done."""

import re
from collections.abc import Iterator

from quiz.documents import Span
from quiz.rules.found import Case
from quiz.rules.phrases import Mark
from quiz.scale import Role

_FELT_OR_ALLOWED = re.compile(
    r" (?:rarely |sometimes |also |even |not |only )?"
    r"(?:look|see|feel|notice|find|include|suggest|like|differ|vary|want|wish|need|choose|prefer|"
    r"contact|apply|ask|request|cancel|order|wake|be (?:subject|used|directed|returned|edited|sent|"
    r"made|obtained|ordered|reproduced|requested|cancelled|submitted|downloaded|bought|purchased))\b"
)
_ALLOWED = re.compile(r"(?:\b(?:[Yy]ou|who|customers?|pharmacist|doctor|GP|[Tt]here) |[“\"])\Z")
_ABLE_BEFORE = re.compile(
    r"\b(?:[Ii]|he|she|they|we|[Yy]ou|who|how|nobody|none|as (?:best|far|much)(?: as)?|this|flocks?) \Z"
)
_ABLE_AFTER = re.compile(
    r" (?:not|no|only|barely|hardly|be (?!an?\b|the\b|due\b|because\b)|n['’]t)"
)
_MONTH = re.compile(r"May \d|in May\b|(?:early|late|mid|a) May\b|\d May\b")
_AMOUNT = re.compile(
    r"up to \d[\d,.]*(?:[”\"″]| ?(?:m|cm|mm|km|kg|g|ml|mg|tablespoons?|cups?|capsules?)\b)",
    re.IGNORECASE,
)
_OPINION = re.compile(r"i[ '’]|if |from |my |a? ?(?:fair|safe) |iirc|afaik|at a ")


def hedges(case: Case) -> Iterator[Span]:
    """Yield where a statement stops short of saying that something is so."""
    for mark in case.sentence.marks("hedge"):
        if _counts(case, mark):
            yield Span(mark.start, mark.end)


def _counts(case: Case, mark: Mark) -> bool:
    words = case.text[mark.start : mark.end].lower()
    if case.role is Role.TALK:
        return bool(_OPINION.match(words))
    before = case.text[max(0, mark.start - 30) : mark.start]
    after = case.text[mark.end : mark.end + 40]
    if words == "could":
        able = _ABLE_BEFORE.search(before) or _ABLE_AFTER.match(after)
        return not able
    if words == "may" and case.text[mark.start].isupper() and mark.start:
        return False
    if words in {"may", "might"}:
        month = _MONTH.search(case.text[max(0, mark.start - 6) : mark.end + 3])
        return not (month or _FELT_OR_ALLOWED.match(after) or _ALLOWED.search(before))
    if words.startswith("up to"):
        return case.selling and not _AMOUNT.match(case.text, mark.start)
    return True
