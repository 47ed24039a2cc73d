"""Press releases: told by their furniture, their dateline and the way they announce."""

import re
from collections.abc import Sequence

from quiz.documents import Span
from quiz.rules.carrying import PAST, TO_COME
from quiz.rules.sentence import Sentence
from quiz.rules.sieve import Sieve
from quiz.rules.source import Kind, Source, place_in

_PLAIN = Sieve(
    r"\b(?:for immediate release|press release|(?:news|media) release|press statement|notes? (?:to|for) editors|issued by|"
    r"(?:media|press) (?:contacts?|enquir\w+|inquir\w+|office|information|relations)|embargo(?:ed)?|(?:pr|globe) ?newswire|business wire)\b"
    r"|\A ?# ?# ?#|\A[–—-] ?(?:ends?|30) ?[–—-]?|\AENDS?\b",
    re.IGNORECASE,
)
_WIRE = re.compile(
    r"\((?:GLOBE NEWSWIRE|BUSINESS WIRE|PRNewswire|PR Newswire|ACCESSWIRE)[^)]{0,20}\)"
)
_LIST = re.compile(r"\bsources?:", re.IGNORECASE)
_ABOUT = re.compile(r"About (?:the )?[A-Z][\w’'&.-]+(?: [A-Z&][\w’'&.-]*){0,5}:?\Z")
_CONTACT = re.compile(
    r"\A(?:contacts?|enquiries|(?:for )?(?:further|more) (?:information|details)\b.{0,60}\b(?:contact|call|e-?mail))\b.{0,80}(?:\d{3}|@|:)",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"\A[A-Z][\w.’' ]{2,30}(?:, [A-Z][\w. ]{1,20}){0,2},? ?(?:[–—-] ?)?(?:the )?(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?(?: \([^)]{1,30}\))?(?: ?[–—-]{1,2}|\.)"
)
_ANNOUNCES = Sieve(
    r"\b(?:today|this week|this Monday|this Thursday) (?:announced|announces|launched|opened|unveiled|published)\b"
    r"|\bannounced today\b|\b(?:is|are) (?:pleased|proud|delighted|excited) to (?:announce|inform|report|confirm|launch)\b"
    r"|\bwishes to (?:advise|inform|announce|clarify|remind)\b|\bavailable for (?:interviews?|comment)\b|\bphoto opportunit|\binterview opportunit|\bB-roll\b"
)
_OWN_STUDY = Sieve(
    r"\b(?:[Aa]n?|[Oo]ur|[Ii]ts|[Tt]he|[Tt]heir|[Tt]his|[Nn]ew|[Ii]nternal|[Ii]n-house) (?:[\w-]+ ){0,3}?"
    r"(?:pilot|survey|poll|polling|trial|study|evaluation|benchmark|analysis|audit|consultation|questionnaire)\b(?! (?:will|would|shall|to|is expected))"
)
_CONTROLLED = Sieve(r"\b(?:randomi[sz]ed|placebo|control group|double-blind|controlled)\b")
_HEAD = 8
"""A dateline stands among so many first statements."""


def is_release(sentences: Sequence[Sentence], furniture: Sequence[bool]) -> bool:
    """Whether a text is a press release: one plain sign of it, or two that only hint at it."""
    hints: set[str] = set()
    for i, (sentence, plain) in enumerate(zip(sentences, furniture, strict=True)):
        text = sentence.text[:400]
        if _WIRE.search(text) or (plain and _PLAIN.search(text) and not _LIST.match(text)):
            return True
        for name, pattern in (("about", _ABOUT), ("contact", _CONTACT), ("says", _ANNOUNCES)):
            if pattern.search(text):
                hints.add(name)
        if i < _HEAD and _DATELINE.match(text):
            hints.add("dateline")
    return len(hints) > 1


def of_the_house(sentence: Sentence, here: tuple[Source, ...]) -> tuple[Source, ...]:
    """Add a study that a release tells of without a name: whoever issues the release did it."""
    study = _OWN_STUDY.search(sentence.text)
    known = any(s.named and (s.kind is Kind.STUDY or not s.carried) for s in here)
    if known or not study or TO_COME.search(sentence.text) or not PAST.search(sentence.text):
        return here
    source = Source(
        Kind.STUDY,
        place_in(sentence, Span(*study.span())),
        named=True,
        comparing=bool(_CONTROLLED.search(sentence.text)),
        interested=True,
    )
    return (source, *(s for s in here if s.kind is not Kind.STUDY))
