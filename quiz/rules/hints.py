"""Reasons that nobody could look up: unnamed experts, hearsay, people's stories, mechanisms."""

import re
from collections.abc import Iterator

from quiz.rules.phrases import Mark
from quiz.rules.sentence import Sentence
from quiz.rules.sieve import Sieve
from quiz.rules.source import Kind, Source, place_in

_OWN = Sieve(
    r"(?:\A|[.,;] |\band |\bbut |\bbecause |\bsince |\bwhen |\bthat )(?:"
    r"(?:I|i)(?:['’](?:ve|d|m))? (?!think|believe|guess|hope|mean|know|agree|wonder|suppose|doubt|(?:also |just |once )?(?:read|heard|hear)\b)"
    r"\w+(?: \w+){0,4}|(?:My|my) (?!opinion|view|guess|point|question|advice)\w+ \w+(?: \w+){0,3})"
    r"|\A(?:Started|Tried|Had|Took|Been|Bought|Switched|Used|Stopped|Quit|Lost|Got|Went|Noticed|"
    r"Finally|Just (?:started|got|had)|Recently|Works|Worked|Didn['’]t|Doesn['’]t|Never)"
    r"(?: \w+){1,5}(?<= )?"
)
_OUTCOME = re.compile(
    r"(?:[,;–—] ?(?:thereby |thus |which |so |and )?(?:can |may |could |then )?(?:help|produc|lead|"
    r"reduc|reliev|eas|allow|mak|giv|improv|boost|promot|lower|increas|prevent|protect|leav|keep|"
    r"result)(?:ing|s|es|e)?\b"
    r"|\bto (?:alleviate|relieve|reduce|improve|ease|help|boost|promote|produce)\b)"
)
_DENIED = re.compile(r"\b(?:few|no|not enough|not have enough|without|lack of|many) \Z")
_THE_SAME = re.compile(r"\b(?:the|these|those|its|their|our|other|not involved in the) \Z")
_DENIED_AFTER = re.compile(r" (?:rarely|never|seldom|do not|don['’]t|are not|aren['’]t)\b")
_NAMING = re.compile(
    r"\b(?:known as|called|dubbed|nicknamed|referred to as|so-called|labell?ed|cited as|been reported)\b",
    re.IGNORECASE,
)
_NEAR = 32
_CITED = re.compile(
    r"(?:according to|recommended by|by|say|says|said|backed by|told by) (?:a |an |the )?\Z"
)
_ONE_STUDY = re.compile(r"\b(?:study|trial|survey|review|experiment|poll)\Z")
_PROPERTY = Sieve(
    r"\b(?:due|thanks|owing) to (?:its|their|the)\b[^.,;]{0,40}?"
    r"\b(?:properties|content|ability|composition|compounds|antioxidants?|ingredients|formula|action)\b"
)
_FOLLOWS = Sieve(
    r"(?<=\w), (?:and )?so (?!far\b|that\b|on\b|called\b|do |does |did |is |are )|\bwhich (?:in turn|is why|means)\b|, which (?:\w+ly |also |can |may |then |helps? (?:to )?)?(?:narrow|drive|help|reduce|keep|cause|raise|lower|boost|improve|relax|ease|trigger|block|stimulate|increase|slow|speed|make|support|protect|prevent|calm|damage)s?\b|, (?:thereby |thus )?(?:leaving|making|causing|helping|allowing|keeping|giving|reducing|preventing|triggering|raising|lowering|easing|improving|boosting) |(?<=[a-z]) by (?:\w+ly )?(?!increas|reduc|lower|us|tak|eat|drink|replac|go|walk|do|mak)\w{3,}ing (?:the|your|down|up|on|off|out|blood|inflam|oxygen|toxins|proteins|receptors)\b|, where (?:it|they) "
)
_PROOF = re.compile(r"prove|shown|tested|backed|studied|demonstrat|documented")


def hints_of(sentence: Sentence) -> Iterator[Source]:
    """Yield the reasons in a statement that name nobody."""
    for kind, mark in (
        (Kind.UNNAMED, unnamed_mark(sentence)),
        (Kind.ANECDOTE, anecdote_mark(sentence)),
        (Kind.HEARSAY, hearsay_mark(sentence)),
        (Kind.UNNAMED, sentence.first("citation") if claims_proof(sentence) else None),
        (Kind.MECHANISM, mechanism_mark(sentence)),
    ):
        if mark is not None:
            yield Source(kind, place_in(sentence, mark), named=False)


def hearsay_mark(sentence: Sentence) -> Mark | None:
    """Return what is said or believed; what something is called is only its name."""
    for mark in sentence.marks("hearsay"):
        if not _NAMING.search(sentence.text, mark.start, mark.end):
            return mark
    return None


def unnamed_mark(sentence: Sentence) -> Mark | None:
    """Return experts or studies without a name, where they are made to speak."""
    for mark in sentence.marks("unnamed"):
        before = sentence.text[max(0, mark.start - 25) : mark.start].lower()
        after = sentence.text[mark.end : mark.end + 60]
        if _THE_SAME.search(before) and " " not in sentence.text[mark.start : mark.end]:
            continue
        if _DENIED.search(before) or _DENIED_AFTER.match(after):
            continue
        speaks = [m for m in _speaking(sentence) if 0 <= m.start - mark.end <= _NEAR]
        words = sentence.text[mark.start : mark.end].lower()
        cited = _CITED.search(before) or (before.endswith("in ") and _ONE_STUDY.search(words))
        if words.endswith("evidence"):
            speaks = [m for m in speaks if m.start - mark.end <= 2]
        if mark.end - mark.start > 3 and (speaks or cited) and not after.startswith(" by "):
            return mark
    return None


def _speaking(sentence: Sentence) -> tuple[Mark, ...]:
    return (*sentence.marks("finding"), *sentence.marks("report"))


def claims_proof(sentence: Sentence) -> bool:
    """Whether “clinically proven” and the like stand for a source that is not given."""
    mark = sentence.first("citation")
    return mark is not None and bool(_PROOF.search(sentence.text[mark.start : mark.end].lower()))


def anecdote_mark(sentence: Sentence) -> Mark | None:
    """Return what somebody reports of themselves or of somebody near to them."""
    if listed := sentence.first("anecdote"):
        return listed
    if said := _OWN.search(sentence.text):
        return Mark("anecdote", *said.span())
    return None


def mechanism_mark(sentence: Sentence) -> Mark | None:
    """Return how something is said to work, where an outcome is drawn from it.

    A mechanism alone (“it binds to receptors”) is a claim, not a reason.
    """
    for reason in sentence.marks("because"):
        if not sentence.text[reason.end :].startswith(" of "):
            return reason
    if cause := _PROPERTY.search(sentence.text):
        return Mark("because", *cause.span())
    if since := re.search(r", since (?!a\b|\d|the \d)", sentence.text):
        return Mark("because", since.start() + 2, since.end())
    if follows := _FOLLOWS.search(sentence.text):
        return Mark("because", *follows.span())
    for mark in sentence.marks("mechanism"):
        if _OUTCOME.search(sentence.text, mark.end):
            return mark
    return None
