"""Bodies and people that speak in a statement, with a name and in their own place in it."""

import re
from dataclasses import replace

from quiz.documents import Span
from quiz.rules.sentence import Name, NameKind, Sentence
from quiz.rules.source import Kind, Source, Thread, place_in

_BESIDE = 40
_CITED = re.compile(
    r"(?:\b(?:[Aa]ccording to|[Bb]ased on|[Cc]iting|said|says|(?:approved|recommended|banned|classified|recogni[sz]ed|listed|"
    r"regulated|certified|published|reported|commissioned|estimated|compiled|recorded|issued) by|"
    r"(?:figures|data|information|statistics|guidelines|guidance|advice|numbers|records|measurements|estimates|"
    r"report|reports|census|survey) (?:from|by|of|published by|released by)))"
    r"(?: the| a| an| its| US| U\.S\.| UK){0,2} \Z"
)
_APART = re.compile(r"[;:.]|\b(?:who|whose|which|that was)\b")
SAID = re.compile(
    r"\b(?:said|says|saying|declar(?:es|ed|ing)|cit(?:es|ed)|told|tells|explain(?:s|ed)|warn(?:s|ed)|add(?:s|ed)|not(?:es|ed)|argu(?:es|ed)|"
    r"writes|wrote|stat(?:es|ed)|claim(?:s|ed)|comment(?:s|ed)|point(?:s|ed) out|believes|thinks|"
    r"caution(?:s|ed)|recommend(?:s|ed)|suggest(?:s|ed)|stress(?:es|ed)|emphasi[sz](?:es|ed)|"
    r"describ(?:es|ed)|recall(?:s|ed)|estimat(?:es|ed)|conclud(?:es|ed)|acknowledg(?:es|ed)|"
    r"predict(?:s|ed)|hopes|urg(?:es|ed)|according to|asked|call(?:s|ed) (?:it|for|the)|advis(?:es|ed))\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:spokes\w+|[Mm]ayor|[Mm]inister|[Cc]hief [Ee]xecutive|CEO|[Pp]olice|[Mm]anager|"
    r"[Cc]ommissioner|[Hh]ead ?teacher|[Cc]ouncillor)\b"
)


def body_of(sentence: Sentence, thread: Thread, now: int) -> Source | None:
    """Return the body that speaks, acts or is cited; “the agency said” takes up an earlier one."""
    place = _speaking_body(sentence)
    if place is not None:
        official = sentence.has("official", "own_doings") or _capital_body(sentence)
        return Source(Kind.BODY, place_in(sentence, place), named=True, official=official)
    taken_up = sentence.first("carried_body")
    before = thread.recall(Kind.BODY, now) or thread.recall(Kind.PERSON, now)
    if before and taken_up and sentence.has("report"):
        return replace(before, official=before.official or sentence.has("official", "own_doings"))
    return None


def _speaking_body(sentence: Sentence) -> Span | None:
    """Return the words in which a body speaks, acts or is cited; not where it is only mentioned."""
    verbs = (*sentence.marks("report"), *sentence.marks("own_doings"), *sentence.marks("finding"))
    for name in sentence.named(NameKind.BODY, NameKind.PUBLICATION):
        before = sentence.text[max(0, name.start - 40) : name.start]
        if _CITED.search(before):
            return Span(name.start, name.end)
        for verb in verbs:
            between = sentence.text[name.end : verb.start]
            if 0 <= verb.start - name.end <= _BESIDE and not _APART.search(between):
                return Span(name.start, verb.end)
    return None


def _capital_body(sentence: Sentence) -> bool:
    names = {sentence.text[n.start : n.end] for n in sentence.named(NameKind.BODY)}
    return bool(names & {"WHO", "NICE"})


def person_of(sentence: Sentence, thread: Thread, now: int) -> Source | None:
    """Return the person who speaks; one without a role cannot be found, unless known before."""
    verbs = list(SAID.finditer(sentence.text))
    for name in sentence.named(NameKind.PERSON, NameKind.OTHER) if verbs else ():
        words = sentence.text[name.start : name.end].removesuffix("’s").removesuffix("'s")
        cited = (
            sentence.text[: name.start].lower().rstrip().endswith(("according to", "to our own"))
        )
        if not cited and not any(_speaks(sentence, name, verb) for verb in verbs):
            continue
        known = words.split()[-1] in thread.surnames
        titled = name.kind is NameKind.PERSON and (cited or sentence.has("role_nouns"))
        place = place_in(sentence, Span(name.start, name.end))
        if titled or known:
            thread.surnames.setdefault(words.split()[-1], place)
            return Source(Kind.PERSON, place, named=True, official=_in_office(sentence))
        if name.kind is NameKind.PERSON or words.istitle():
            return Source(Kind.PERSON, place, named=False)
    if sentence.has("carried_person"):
        return thread.recall(Kind.PERSON, now)
    return None


def _in_office(sentence: Sentence) -> bool:
    """Whether somebody speaks for a body about what it does itself."""
    return sentence.has("own_doings") and bool(_OFFICE.search(sentence.text))


def _speaks(sentence: Sentence, name: Name, verb: re.Match[str]) -> bool:
    """Whether a verb of speech has this name as its subject, an apposition between them or not."""
    if name.kind is NameKind.OTHER:
        return 0 <= verb.start() - name.end <= 1 or 0 <= name.start - verb.end() <= 1
    between = sentence.text[name.end : verb.start()]
    ahead = 0 <= verb.start() - name.end <= 200 and not re.search(r"[.;?!] ", between)
    plain = len(between) <= 12 or "," in between or "who" in between
    return (ahead and plain) or 0 <= name.start - verb.end() <= 60
