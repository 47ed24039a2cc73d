"""How a study carries over to later statements: by its name, its people, its figures.

“A recent study” begins anew, and so does anybody else who is made to speak.
"""

import re

from quiz.rules.hints import unnamed_mark
from quiz.rules.sentence import Sentence
from quiz.rules.sieve import Sieve

ANEW = Sieve(
    r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne|[Ss]ome|[Oo]ther|[Ss]everal|[Mm]any|[Pp]revious|[Ee]arlier|[Pp]rior|"
    r"[Rr]ecent|[Nn]ew|[Nn]umerous|[Mm]ost|[Ff]ew|[Mm]ore|[Tt]wo|[Tt]hree) "
    r"(?:(?:new|recent|large|small|separate|second|earlier|previous|similar|\d{4}|[\w-]+ed|\w+al|\w+ic|[\w-]+-(?:week|month|year|day|centre|center|blind)) ){0,3}"
    r"(?:research|stud(?:y|ies)|trials?|surveys?|reviews?|papers?(?! (?:diar|book|bag|cup|towel|form|chart|version|copy|round))|experiments?|pilots?|polls?|analys[ei]s|pilot (?:study|project))\b"
)
PAST = re.compile(
    r"\b(?:was|were|had|did|took|fell|rose|slept|grew|lost|kept|ate|drank|felt|saw|made|gave|went|"
    r"became|got|held|showed|found|paid|sent|left|brought|began|ran|came|knew|led|won|drew|wrote|spent|met|built|bought|sold|"
    r"chose|broke|wore|shrank|stood|understood|gained|dealt|drove|swam|spread|[a-z]{2,}ed)\b"
)
_GOES_ON = Sieve(
    r"\b(?:was|were|rose|fell|had|grew|dropped)\b[^.]{0,80}?\d[\d,.]* ?(?:%|per ?cent)"
    r"|\d[\d,]* [a-z]+ (?:in [A-Z][a-z]+ )?(?:were|was) (?:surveyed|asked|recruited|treated)"
)
_PRONOUN = re.compile(
    r"(?:They|It|(?:This|These|That) (?=is|was|were|are|held|means?|meant|suggests?|did|does|could|may|might|happened|remained)|But it|But they|However, (?:it|they|this)|During the|In the|On the|After the|By the end|(?:After|Within|At|Over|By) (?:the |just |only |about )?(?:\w+ )?(?:days?|weeks?|months?|years?))\b"
)
_IN_IT = Sieve(
    r"\b(?:participants|volunteers|respondents|those who|found|placebo|control group)\b",
    re.IGNORECASE,
)
_EXPLETIVE = re.compile(
    r"It (?:is|was|remains|has|may be|is also|also remains)(?: also| still| not| yet| now| long| been| as yet){0,3} "
    r"(?:known|clear|unclear|unknown|uncertain|thought|believed|said|possible|likely|important|essential|well known|suspected|hoped|hard|difficult)\b"
)
_ITS_PEOPLE = re.compile(r"\b(?:researchers|scientists|authors|academics)\Z", re.IGNORECASE)
_AT_ONCE = 15
_PRESENT = Sieve(
    r"\b(?:is|are|has|have|can|may|might|will|should|must|do|does|says|say|I|we|you|your|our)\b"
)
TO_COME = Sieve(
    r"\b(?:will|would|shall|(?:is|are|was|were) (?:expected|due|planned|asked|going|likely) to|(?:plans?|hopes?|asked|wants?|intends?) to|to be (?:published|carried))\b"
)
_NOW = Sieve(r"\b(?:is|are|can|may|will|should|must)\b")
_FIGURE = Sieve(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine) in \w+\b")
_TOO = Sieve(r"\b(?:too|as well|also|similarly|likewise)\b")
MODIFIES = re.compile(
    r" (?:sites?|centres?|centers?|hospitals?|rooms?|grants?|drugs?|leaders?|birch|mills?|industry|packaging|bags?|cups?|money|towels?|mulberry|plates?)\b"
)
_HOW_MEASURED = Sieve(
    r"\b(?:was|were) (?:then |also |not )?(?:recorded|measured|assessed|modelled|modeled|estimated|calculated|randomly|randomised|"
    r"randomized|allocated|weighed|scanned|tested|followed|tracked|monitored|blinded|analysed|analyzed|excluded)\b"
)
_OF_A_STUDY = ("group", "trial", "evidence", "comparative", "change", "finding", "caveat")


def taken_up(sentence: Sentence) -> bool:
    """Whether the wording carries a study over: it is named again, or results are told.

    “A recent study found …” begins anew. People in a study are told of in the past tense.
    """
    others = unnamed_mark(sentence)
    anecdote = sentence.has("anecdote") and not _IN_IT.search(sentence.text)
    if (
        ANEW.search(sentence.text)
        or anecdote
        or (
            others
            and others.start < _AT_ONCE
            and not _ITS_PEOPLE.search(sentence.text, 0, others.end)
        )
    ):
        return False
    if any(not MODIFIES.match(sentence.text, m.end) for m in sentence.marks("carried_study")):
        return True
    if sentence.has("carried_team"):
        return True
    told = bool(PAST.search(sentence.text)) and not _NOW.search(sentence.text)
    return told and sentence.has("group") and not _others_speak(sentence)


def goes_on(sentence: Sentence) -> bool:
    """Whether right after a study its method or results are told without a word for it."""
    text = sentence.text
    if ANEW.search(text) or _others_speak(sentence) or _EXPLETIVE.match(text):
        return False
    if _GOES_ON.search(text) or _HOW_MEASURED.search(text):
        return True
    if _TOO.search(text) and sentence.has("comparative", "change"):
        return True
    now = _NOW.search(text) and not PAST.search(text)
    return bool(_PRONOUN.match(text)) and not now and sentence.has(*_OF_A_STUDY)


def tells_on(sentence: Sentence, *, post: bool = False) -> bool:
    """Whether a statement in the paragraph of a study tells, in the past tense, what happened."""
    text = sentence.text
    if ANEW.search(text) or _others_speak(sentence) or _EXPLETIVE.match(text):
        return False
    return (post or bool(PAST.search(text))) and not _PRESENT.search(text)


def is_item(sentence: Sentence) -> bool:
    """Whether a statement is an item of a list with a figure in it: one of several findings."""
    return not sentence.finished and bool(_FIGURE.search(sentence.text))


def _others_speak(sentence: Sentence) -> bool:
    """Whether somebody else than the study's own people is made to speak."""
    return told_by_people(sentence) or bool(unnamed_mark(sentence))


def told_by_people(sentence: Sentence) -> bool:
    """Whether people tell of themselves, or of what is said, rather than a study of them."""
    told = sentence.has("anecdote") and not _IN_IT.search(sentence.text)
    return told or sentence.has("hearsay")
