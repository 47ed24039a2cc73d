"""Studies in a statement: whether it tells of one, could be found, and compares people.

A study carries over to a later statement only where its wording takes it up: “the study”,
“the researchers”, “those who …”; “a recent study” begins anew.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from quiz.documents import Span
from quiz.rules.carrying import (
    ANEW,
    MODIFIES,
    PAST,
    TO_COME,
    goes_on,
    is_item,
    taken_up,
    tells_on,
    told_by_people,
)
from quiz.rules.people import SAID
from quiz.rules.phrases import Mark, word_set
from quiz.rules.sentence import NameKind, Sentence
from quiz.rules.sieve import Sieve
from quiz.rules.source import REACH, Kind, Source, Thread, place_in

_NOT_ITS_RESULT = re.compile(
    r"(?:authors?|leader|led|leads|coordinator|investigator|involved|part|part in|behind|of)"
    r"(?: of| in| with)?(?: the| this| that)?(?: new)?\Z"
)
_PLURAL = re.compile(
    r"(?:studies|trials|surveys|reviews|reports|(?<!new )(?<!latest )(?<!the )(?:research|data|findings|figures))\Z",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"(?:study|trial|review|survey|research|analysis|researchers|scientists|team|report|paper)"
    r"[a-z ]{0,20} (?:from|by|at|led by) (?:the |Dr |Dr\. |Professor )?\Z"
)
_REVIEWED = re.compile(r"\b(?:review|analysis|overview) of [^.,;]{0,40}\b(?:studies|trials)\b")
_OUTSIDER = re.compile(
    r"\b(?:not|no|never) (?:directly |himself |herself )?(?:involved|part|connected|affiliated|an author|one of the)"
)
_BY_HOUSE = re.compile(
    r" (?:by|at|from) (?:a team at |researchers at )?the (?:university|institute|hospital|college|charity|agency|council|ministry|centre|center|laboratory)\b"
)
_YEAR = r"(?:1[5-9]|20)\d\d[a-z]?"
_SURNAME = r"\b[A-Z][A-Z’'-]{0,2}[a-z][\w’'-]{0,30}"
_BY_AUTHOR = Sieve(
    rf"{_SURNAME},? (?:and|&) (?:his |her |their )?(?:colleagues|co-?workers|collaborators|associates|others)\b"
    rf"|{_SURNAME} et al\b"
    rf"|{_SURNAME},? (?:and|&) {_SURNAME},? \(?(?:in )?{_YEAR}\b"
    rf"|(?<!\. )(?<!\A){_SURNAME} {_YEAR},"
    rf"|{_SURNAME} \({_YEAR}\)"
    rf"|\((?:[^()]{{0,80}}[ ,])?{_SURNAME}[^()]{{0,80}}[ ,]{_YEAR}(?:[;:,][^()]{{0,60}})?\)"
)
_NOT_AUTHORS = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|born|died|since|until|from|between|founded|established|Act)\b"
)
_GROUP = Sieve(
    r"\b(?:[Aa]n?|[Tt]he) (?:(?:\d{4}|new|recent|large|small|famous|well-known|original|old|oft-quoted) ){0,2}"
    rf"(?P<name>{_SURNAME}(?: {_SURNAME}){{0,3}}) (?:group|team|lab|laboratory|study|trial|survey|cohort|report|review|paper|experiments?|inquiry|thing|work)\b"
)
_TRIAL_NAME = Sieve(r"\b(?!COVID)[A-Z]{4,10}-\d{1,2}\b")
_PUBLISHED = Sieve(
    r"\b(?:report(?:s|ed)?|publish(?:ed|es)|appear(?:s|ed|ing)|wr(?:ote|ite|ites|iting)|describ(?:e|es|ed)|present(?:ed|s))\b[^.;“”\"]{0,40}? (?:in|by) (?:the )?(?:journal )?"
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|The|A|In)\b)"
    r"(?P<name>[A-Z][\w’'-]+(?: (?:of |and |& |the |in )?[A-Z][\w’'-]+){0,5})"
)
_IDENTITY = (NameKind.BODY, NameKind.PUBLICATION, NameKind.PLACE)


def study_of(
    sentence: Sentence, thread: Thread, now: int, later: tuple[Sentence, Span] | None
) -> Source | None:
    """Return the study that a statement tells of, by name, taken up from before, or unnamed.

    ``later`` is a following sentence that names the study, and the name in it.
    """
    mark = study_mark(sentence)
    identity = _identity(sentence, mark) if mark else None
    speaks = _tells(sentence)
    before = thread.recall(Kind.STUDY, now)
    again = taken_up(sentence) or _results(sentence, thread, now)
    if before is None and sentence.has("carried_study", "carried_team"):
        before = thread.recall(Kind.STUDY, now, 4 * REACH)
    if mark and identity and speaks and not _only_a_person(sentence):
        near = abs(identity.start - mark.start) < 160
        if near:
            place = _reaching(sentence, mark, identity)
            return _designed(
                sentence, Source(Kind.STUDY, place, named=True), before, taken_up=again
            )
    if before and again and not _only_a_person(sentence):
        return _designed(sentence, before, before, taken_up=True)
    if cited := _cited(sentence):
        place = place_in(sentence, cited)
        return _designed(sentence, Source(Kind.STUDY, place, named=True), before, taken_up=False)
    if later and mark and not told_by_people(sentence) and not is_plural(sentence, mark.end):
        there, name = later
        place = place_in(sentence, mark)
        source = Source(Kind.STUDY, place, named=True, about=there.text[name.start : name.end])
        return _designed(sentence, source, before, taken_up=again)
    if mark and ANEW.search(sentence.text) and sentence.has("finding", "report"):
        source = Source(Kind.STUDY, place_in(sentence, mark), named=False)
        return _designed(sentence, source, before, taken_up=False)
    return None


def _tells(sentence: Sentence) -> bool:
    """Whether a study is said to have been done, or to have found something."""
    if TO_COME.search(sentence.text) and not PAST.search(sentence.text):
        return False
    return sentence.has("finding", "report", "trial") or "study" in sentence.text.lower()


def _cited(sentence: Sentence) -> Span | None:
    """Return authors with a year, or with “and colleagues”, who stand for what they wrote."""
    for cited in _BY_AUTHOR.finditer(sentence.text):
        if not _NOT_AUTHORS.search(cited[0]):
            return Span(*cited.span())
    return None


def _results(sentence: Sentence, thread: Thread, now: int) -> bool:
    """Whether right after a study its results are told, or in its paragraph what happened."""
    if not thread.recall(Kind.STUDY, now, 2):
        return False
    beside = thread.paragraph == sentence.paragraph
    return (
        goes_on(sentence)
        or ((beside or thread.news) and tells_on(sentence, post=thread.post))
        or (thread.listing and is_item(sentence))
    )


def is_plural(sentence: Sentence, end: int) -> bool:
    """Whether the words that end at ``end`` are for studies at large, which nobody could find."""
    return bool(_PLURAL.search(sentence.text[max(0, end - 40) : end]))


def _only_a_person(sentence: Sentence) -> bool:
    """Whether the sentence tells what a named person says rather than what a study found."""
    said = sentence.named(NameKind.PERSON) and SAID.search(sentence.text)
    return bool(said) and (not sentence.has("trial") or bool(_OUTSIDER.search(sentence.text)))


def _designed(
    sentence: Sentence, source: Source, before: Source | None, *, taken_up: bool
) -> Source:
    """Add what kind of study it is: from this sentence and, when taken up, from earlier ones."""
    known = before if taken_up else None
    return replace(
        source,
        comparing=sentence.has("trial")
        or bool(_REVIEWED.search(sentence.text))
        or bool(known and known.comparing),
        laboratory=sentence.has("lab") or bool(known and known.laboratory),
        official=sentence.has("official"),
    )


def study_mark(sentence: Sentence) -> Mark | None:
    """Return the words for a study whose result or method the sentence gives.

    “The lead author of the study” is a person, not a result.
    """
    for mark in (*sentence.marks("carried_study"), *sentence.marks("study")):
        before = sentence.text[max(0, mark.start - 30) : mark.start].rstrip().lower()
        if MODIFIES.match(sentence.text, mark.end):
            continue
        if not _NOT_ITS_RESULT.search(before) or before.endswith((" in a", "in the")):
            return mark
    if (trial := _TRIAL_NAME.search(sentence.text)) and PAST.search(sentence.text):
        return Mark("study", *trial.span())
    team = sentence.first("team")
    return team if team and sentence.has("finding", "report") else None


def _identity(sentence: Sentence, mark: Mark | None = None) -> Span | None:
    """Return the name by which a study in this sentence could be found: the one next to it."""
    if trial := _TRIAL_NAME.search(sentence.text):
        return Span(*trial.span())
    names = sentence.named(*_IDENTITY)
    if sentence.has("hearsay"):
        names = tuple(n for n in names if n.kind is not NameKind.PLACE)
    if names:
        near = mark.end if mark else 0
        name = min(names, key=lambda n: (n.start < near, abs(n.start - near)))
        return Span(name.start, name.end)
    if known := _cited(sentence) or _titled(sentence):
        return known
    if mark and (house := _BY_HOUSE.match(sentence.text, mark.end)):
        return Span(*house.span())
    for name in sentence.names:
        if _WHOSE.search(sentence.text[max(0, name.start - 60) : name.start]):
            return Span(name.start, name.end)
    return None


def _titled(sentence: Sentence) -> Span | None:
    """Return the name that a group or a trial goes by: “the Southampton study”, “LUMEN-2”."""
    for known in _GROUP.finditer(sentence.text):
        if known["name"].split()[0].lower() not in word_set("small_words"):
            return Span(*known.span("name"))
    published = _PUBLISHED.search(sentence.text)
    return Span(*published.span("name")) if published else None


def named_later(sentences: Sequence[Sentence]) -> dict[int, tuple[Sentence, Span]]:
    """Return, for a study first spoken of without a name, the sentence that names it."""
    waiting: list[int] = []
    found: dict[int, tuple[Sentence, Span]] = {}
    for i, sentence in enumerate(sentences):
        mark = study_mark(sentence)
        identity = _identity(sentence, mark) if mark else None
        waiting = [j for j in waiting if i - j <= REACH - (j > 2)]
        if mark and identity:
            if sentence.has("carried_study", "carried_team") or _early(waiting, i):
                found.update((j, (sentence, identity)) for j in waiting)
            waiting = []
        elif mark and sentence.has("finding", "report") and not is_plural(sentence, mark.end):
            waiting.append(i)
    return found


def _early(waiting: list[int], i: int) -> bool:
    """Whether the study that waits for its name is the lead of the text."""
    return bool(waiting) and i - waiting[0] <= 2


def _reaching(sentence: Sentence, *parts: Mark | Span | None) -> Span:
    """Return the stretch from the first to the last of the parts."""
    there = [part for part in parts if part is not None]
    return place_in(sentence, Span(min(p.start for p in there), max(p.end for p in there)))
