"""People's own stories: what follows a report of theirs is still their report.

In a review everything is; in a post what begins with somebody's own doings, family or trade
(“Moved in March”, “DS is two”, “Gas engineer here”), and what is told in the past after it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from quiz.documents import Span
from quiz.rules.carrying import PAST
from quiz.rules.quotations import spoken
from quiz.rules.sentence import Sentence
from quiz.rules.setting import Setting
from quiz.rules.sieve import Sieve
from quiz.rules.source import Kind, Source, place_in

_MINE = Sieve(
    r"(?<!Class )(?<!Type )(?<!Phase )(?<!Grade )(?<!Part )(?<!War )(?<!Level )\b(?:I|I['’]ve|I['’]m|I['’]d|[Mm]y|me|myself|mine)\b"
)
_OURS = Sieve(r"\b(?:[Ww]e|[Ww]e['’](?:ve|re)|[Oo]ur|us)\b")
_NEAR_ONES = (
    r"(?:[Dd]ad|[Mm]um|[Mm]om|[Dd]aughter|[Ss]on|[Hh]usband|[Ww]ife|[Ss]ister|[Bb]rother|[Nn]eighbours?|[Nn]eighbors?|[Pp]artner|"
    r"DS|DD|DH|DW|DP|MIL|FIL|BIL|SIL|OH|DB|DSIS|GP|HV|[Dd]octor|[Cc]onsultant|[Vv]et|[Ll]andlord|[Tt]eacher|[Ss]chool|[Mm]idwife|[Pp]hysio|[Dd]entist|[Nn]urse|[Mm]ine|[Oo]urs)"
)
_OWN_START = re.compile(
    rf"\A(?:[Uu]pdate:? |[Ee]dit:? |[Ww]ell,? |[Ss]o,? |[Aa]nd |[Bb]ut |[Yy]es,? |[Ll]ol,? )?(?:[Oo]ur |[Mm]y )?(?:{_NEAR_ONES}\b(?! (?:should|will|can|could|would|may|might)\b)"
    r"|(?:Moved|Came|Asked|Phoned|Rang|Saw|Read|Coming|Going|Been|Waited|Waiting|Tried|Used|Took|Bought|Got|Had|Went|Started|Stopped|Switched|"
    r"Paid|Lost|Gained|Slept|Woke|Felt|Noticed|Found|Ended|Swapped|Changed|Fitted|Installed|Replaced|Called|Told|Left|Quit|Finally|Turned|Booked|Ordered|"
    r"Still|Currently|Diagnosed|Prescribed|Put|Kept|Tested|Measured|Ran|Done|Did|Loved|Hated|Worked|Lasted|Broke|Arrived|Returned|Sent|Contacted|On (?:\d|my|the|iron|a )|First (?:winter|week|night|month|year|time|few)|Last (?:winter|week|night|month|year|time)|"
    r"Current(?:ly| setup)|Same here|Same experience)\b)"
)
_TRADE = Sieve(
    r"\b(?:RN|GP|nurse|doctor|medic|pharmacist|physio\w*|engineer|tech|technician|electrician|plumber|builder|teacher|audiologist|vet|dentist|midwife|"
    r"paramedic|installer|mechanic|dietitian|chemist|biologist|scientist|researcher|lawyer|solicitor|accountant|farmer|chef|trainer|coach|\w+ologist|\w+path) "
    r"(?:here\b|\(|(?:of |for )?\d{1,2} ?(?:yrs|years|y)\b)|\b(?:I['’]?m|I am|i am|im) (?:an? |also an? )(?:\w+ ){0,3}(?:RN|GP|nurse|doctor|medic|pharmacist|physio\w*|engineer|tech|technician|"
    r"electrician|plumber|builder|teacher|audiologist|vet|dentist|midwife|paramedic|installer|mechanic|dietitian|chemist|biologist|scientist|researcher|lawyer|farmer|\w+ologist|\w+path)\b"
    r"|\b\d{1,2} ?(?:yrs|years) (?:in|as|law|working|experience|on the job)\b"
)
_OWN_SHARE = 6


def told_by_posters(
    sentences: Sequence[Sentence],
    found: tuple[tuple[Source, ...], ...],
    setting: Setting,
    heard: Sequence[int],
) -> tuple[tuple[Source, ...], ...]:
    """Give the statements of somebody's own story that report as what they lean on.

    ``heard`` numbers the sentences in the document, which ``setting`` is about.
    """
    quoted = spoken(sentences)
    own = sum(bool(_MINE.search(s.text)) for s, q in zip(sentences, quoted, strict=True) if not q)
    if (
        own < max(2, len(sentences) // _OWN_SHARE)
        and not setting.thread
        and not any(setting.reviews)
    ):
        return found
    result, last = list(found), None
    for i, (sentence, number) in enumerate(zip(sentences, heard, strict=True)):
        apart = i and setting.parts[number] != setting.parts[heard[i - 1]]
        last = None if apart else last
        told = next((s for s in result[i] if s.kind is Kind.ANECDOTE), None)
        told = told or _report(sentence, last, setting, number)
        if told and not result[i]:
            result[i] = (told,)
        last = told
    return tuple(result)


def _report(
    sentence: Sentence, last: Source | None, setting: Setting, number: int
) -> Source | None:
    """Return what makes a statement its writer's own report, if anything does."""
    theirs = setting.thread or setting.reviews[number]
    mine = _MINE.search(sentence.text) or (theirs and _OURS.search(sentence.text))
    if setting.thread:
        mine = _TRADE.search(sentence.text) or mine or _OWN_START.search(sentence.text)
    if mine and sentence.text[:1] not in '"“':
        return Source(Kind.ANECDOTE, place_in(sentence, Span(*mine.span())), named=False)
    if setting.reviews[number]:
        whole = Span(0, len(sentence.text))
        return Source(Kind.ANECDOTE, place_in(sentence, whole), named=False)
    if last and not _supposes(sentence) and _tells(sentence):
        return replace(last, carried=True)
    return None


def _supposes(sentence: Sentence) -> bool:
    return sentence.text.startswith(("If ", "if ", "Had "))


def _tells(sentence: Sentence) -> bool:
    return bool(PAST.search(sentence.text)) or sentence.has("change", "comparative")
