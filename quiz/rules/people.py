"""People who speak in a statement, or are presented in it, with a name and in their own place."""

import re
from dataclasses import replace

from quiz.documents import Span
from quiz.rules.phrases import word_set
from quiz.rules.sentence import Name, NameKind, Sentence
from quiz.rules.sieve import Sieve
from quiz.rules.source import Kind, Source, Thread, place_in

_VERBS = (
    r"said|says|saying|declar(?:es|ed|ing)|cit(?:es|ed)|told|tells|explain(?:s|ed)|warn(?:s|ed)|add(?:s|ed)|not(?:es|ed)|"
    r"argu(?:es|ed)|writes|wrote|stat(?:es|ed)|claim(?:s|ed)|comment(?:s|ed)|point(?:s|ed) (?:out|to)|believes|thinks|thought|"
    r"caution(?:s|ed)|recommend(?:s|ed)|suggest(?:s|ed)|stress(?:es|ed)|emphasi[sz](?:es|ed)|describ(?:es|ed)|recall(?:s|ed)|"
    r"estimat(?:es|ed)|conclud(?:es|ed)|acknowledg(?:es|ed)|predict(?:s|ed)|agree(?:s|d)|welcom(?:es|ed)|prais(?:es|ed)|"
    r"dismiss(?:es|ed)|defend(?:s|ed)|den(?:ies|ied)|confirm(?:s|ed)|repl(?:ies|ied)|respond(?:s|ed)|insist(?:s|ed)|"
    r"reveal(?:s|ed)|announc(?:es|ed)|maintain(?:s|ed)|testif(?:ies|ied)|remark(?:s|ed)|joke[sd]|hopes|expects|urg(?:es|ed)|"
    r"asked|call(?:s|ed) (?:it|for|the)|advis(?:es|ed)|admit(?:s|ted)|conced(?:es|ed)|reckon(?:s|ed)|swears|observ(?:es|ed)|"
    r"continu(?:es|ed)|remember(?:s|ed)|laugh(?:s|ed)|contend(?:s|ed)|counter(?:s|ed)|report(?:s|ed)|suspects|fears|feared|"
    r"complain(?:s|ed)|alleg(?:es|ed)|assert(?:s|ed)|clarif(?:ies|ied)|promis(?:es|ed)|wants|considers|put(?:s)? (?:it|the)"
)
SAID = Sieve(rf"\b(?:{_VERBS}|according to)\b", re.IGNORECASE)
_PRONOUN_SAID = Sieve(
    rf"\b[Ss]?[Hh]e (?:also |then |now |later |has |had |is |was )?(?:{_VERBS}|urging|asking|warning|calling)\b"
    rf"|\b(?:said|says|told|added|explained) s?he\b|\b[Ii]n (?:his|her) (?:view|opinion|words)\b"
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|be) (?:\w+ )?\Z")
_APPOSITION = re.compile(
    r",? (?:\(?\d\d\)?,? )?(?:an? |the |of |from |who |whose |at |which )|,? \(?\d\d\b|, (?:[A-Z][A-Za-z.]{1,6}\.?,? )+"
    r"|, (?P<word>[a-z][\w-]+) (?:[a-z-]+ )?(?:of|at|for|in|from|and|on|to|with|said|told|says|added)\b|, (?P<alone>[a-z][\w-]+(?: [a-z-]+)?)(?:[.,]|\Z)"
)
_AGED = re.compile(r",? \(?\d\d\)?,")
_PRESENTED = re.compile(r"(?P<word>[a-z][\w-]+),? (?:Drs?\.? |Prof\.? )?\Z")
_TITLED = re.compile(
    r"(?:Drs?|Prof|Professor|Mrs?|Ms|Miss|Sir|Dame|Lord|Lady|Coun|Cllr|Councillor|Councilman|Councilwoman|Rev|Sgt|Sergeant|"
    r"Capt|Captain|Chief|Judge|Justice|Senator|Sen|Rep|Gov|Governor|Mayor|Minister|President|Director|Matron|Sister|Nurse|"
    r"Officer|Inspector|Superintendent|Secretary|Commissioner|Consultant)\.? "
)
EXPERT = re.compile(
    r"\b(?:Drs?|Prof|[Pp]rofessor|lecturer|fellow|researcher|scientist|consultant|author|investigator|"
    r"\w+ologist|\w+iatrist|\w+ician|economist|historian|chemist|physicist|surgeon|engineer)\b"
)
_OFFICE = re.compile(
    r"\b(?:spokes\w+|[Dd]irector|[Pp]resident|[Hh]ead of|[Cc]hair\w*|[Ff]ounder|[Oo]fficer|[Rr]ector|[Mm]ayor|[Mm]inister|[Cc]hief [Ee]xecutive|CEO|[Pp]olice|[Mm]anager|"
    r"[Cc]ommissioner|[Hh]ead ?teacher|[Cc]ouncillor)\b"
)
_INVERTED = re.compile(
    r" (?:(?!(?:that|like|if|about|in|at|to|for|with|and|it|he|she|they|on|from|as|than|his|her|their|when|by)\b)[\w’'-]+,? ){0,7}"
)
_OURS = Sieve(r"\b(?:[Oo]ur|[Ww]e)\b")


def person_of(sentence: Sentence, thread: Thread, now: int) -> Source | None:
    """Return the person who speaks; one without a role cannot be found, unless known before."""
    verbs = list(SAID.finditer(sentence.text))
    unknown = None
    for name in sentence.named(NameKind.PERSON, NameKind.OTHER):
        words = _plain(sentence, name)
        if words.lower() in word_set("org_words"):
            continue
        lead = sentence.text[: name.start].lower().rstrip()
        cited = lead.endswith(("according to", "to our own"))
        aged = name.kind is NameKind.PERSON and bool(_AGED.match(sentence.text, name.end))
        if not (cited or aged or any(_speaks(sentence, name, verb) for verb in verbs)):
            continue
        known = words.split()[-1] in thread.surnames
        if known or (name.kind is NameKind.PERSON and (cited or _has_role(sentence, name))):
            return _noted(sentence, name, thread)
        if name.kind is NameKind.PERSON or words.istitle():
            place = place_in(sentence, Span(name.start, name.end))
            unknown = unknown or Source(Kind.PERSON, place, named=False)
    if unknown:
        return unknown
    if sentence.has("carried_person") or _PRONOUN_SAID.search(sentence.text):
        before = thread.recall(Kind.PERSON, now)
        return before and replace(before, official=before.official and _in_own_words(sentence))
    return None


def presented(sentence: Sentence, thread: Thread) -> Source | None:
    """Return somebody whom a statement presents, with a role, without their words.

    “Jane Hill, a vet in Leeds, has two dogs” lets “she says” and “Hill” be found afterwards.
    """
    first = None
    for name in sentence.named(NameKind.PERSON):
        if _has_role(sentence, name, near=True):
            source = _noted(sentence, name, thread)
            first = first or source
    return first


def _noted(sentence: Sentence, name: Name, thread: Thread) -> Source:
    place = place_in(sentence, Span(name.start, name.end))
    surname = _plain(sentence, name).split()[-1]
    known = thread.surnames.get(surname)
    apposed = bool(_APPOSITION.match(sentence.text, name.end))
    source = Source(
        Kind.PERSON,
        place,
        named=True,
        official=_in_office(sentence) or bool(known and known.office and _in_own_words(sentence)),
        office=bool(_OFFICE.search(sentence.text)) or bool(known and known.office),
        expert=bool(EXPERT.search(sentence.text)) or bool(known and known.expert),
        witness=apposed and not sentence.has("role_nouns") and not known,
    )
    thread.surnames.setdefault(surname, source)
    return source


def _plain(sentence: Sentence, name: Name) -> str:
    return sentence.text[name.start : name.end].removesuffix("’s").removesuffix("'s")


def _has_role(sentence: Sentence, name: Name, *, near: bool = False) -> bool:
    """Whether a person is given a role, a title, an age or a place next to the name."""
    if _TITLED.search(sentence.text, name.start, name.end):
        return True
    if after := _APPOSITION.match(sentence.text, name.end):
        word = after["word"] or (after["alone"] or "").split(" ")[0]
        if word not in word_set("small_words") and not SAID.pattern.fullmatch(word):
            return True
    before = _PRESENTED.search(sentence.text, max(0, name.start - 40), name.start)
    if before and before["word"] not in word_set("small_words"):
        return not SAID.pattern.fullmatch(before["word"])
    return not near and sentence.has("role_nouns")


def _in_own_words(sentence: Sentence) -> bool:
    return bool(sentence.has("own_doings") or _OURS.search(sentence.text))


def _in_office(sentence: Sentence) -> bool:
    """Whether somebody speaks for a body about what it does itself."""
    return _in_own_words(sentence) and bool(_OFFICE.search(sentence.text))


def _speaks(sentence: Sentence, name: Name, verb: re.Match[str]) -> bool:
    """Whether a verb of speech has this name as its subject, an apposition between them or not."""
    if _PASSIVE.search(sentence.text, max(0, verb.start() - 20), verb.start()):
        return verb[0].lower() == "according to"
    if name.kind is NameKind.OTHER:
        return 0 <= verb.start() - name.end <= 1 or 0 <= name.start - verb.end() <= 1
    between = sentence.text[name.end : verb.start()]
    ahead = 0 <= verb.start() - name.end <= 200 and not re.search(r"[.;?!] ", between)
    plain = (
        len(between) <= 12
        or between.startswith((" of ", " from ", " at "))
        or "," in between
        or "who" in between
    )
    return (ahead and plain) or bool(_INVERTED.fullmatch(sentence.text, verb.end(), name.start))
