"""Whether a statement says that something works, helps, harms or changes: a small score.

Each sign below adds its weight; two make an effect. The weights were set by hand: a verb of
helping or harming is enough alone, “fewer” needs something it was compared with.
"""

import re
from collections.abc import Iterator

from quiz.rules.sentence import Sentence
from quiz.rules.sieve import Sieve

_ENOUGH = 2
_NEAR = 40
_YEAR = re.compile(r"\b1\d{3}\b|\b20\d\d\b")
_COMPARED = Sieve(
    r"\b(?:as|than) (?!(?:a |an )?(?:one|two|three|half|\d|ever|usual|any\b))"
    r"|\bcompared (?:with|to)\b|\bagainst \d|\bwhile\b|\b(?:much|so much|far|slightly|significantly|noticeably) "
)
_JUST_A_COUNT = re.compile(r" (?:than|or) (?:[$£€]?\d|an? |one\b|two\b|half\b|once\b|less\b)")
_AMOUNT = re.compile(
    r"(?:\d\s?%|\bper ?cent|\b(?:points?|minutes?|hours?|days?|kg|pounds|mm|mmHg)\b|\b(?:a|by a) (?:half|third|quarter|fifth|tenth)\b)"
)
_AFTER = Sieve(
    r"\b(?:(?:after|within|in|for|by the end of|over) (?:just |only |about |around |the first |the |a few |a |one |two |three |four |"
    r"six |eight |ten |twelve |several |\d+ )*(?:first )?|\w+ )"
    r"(?:nights?|days?|weeks?|fortnight|months?|years?|sessions?|hours?|tubs?|bottles?|doses?|uses?|walks?)\b(?! old| ago)"
)
_OWN = Sieve(r"\b(?:I|I['’]\w+|[Mm]y|[Mm]e|[Oo]ur|we|[Hh]er|[Hh]is|he|she)\b")
_EVENT = Sieve(
    r"\b(?:killed|injured|wounded|displaced|destroyed|damaged)\b[^.;]{0,30}?\b(?:\d|hundreds|thousands|dozens)"
    r"|\b(?:is|was|were|are|been) (?:reduced|lowered|raised|increased|restored|repaired|cut) (?:to|in|from|by)\b"
    r"(?=[^.;]{0,40}\b(?:1\d{3}|20\d\d)\b)"
    r"|\b(?:classified|listed|recogni[sz]ed|defined|registered|licensed|approved|authori[sz]ed|certified) (?:as|for|by)\b"
    r"|\b(?:rose|risen|fallen|fell|grown|grew|dropped|doubled|climbed|soared)\b[^.;]{0,60}\bsince (?:1\d{3}|20\d\d)"
    r"|\b(?:one|two|three|four|nine) (?:in|out of) (?:every )?(?:\d|two|three|four|five|six|seven|eight|nine|ten|twenty)\b[^.;]{0,40}?\b(?:is|are|has|have|lives?|suffers?|does|do)\b"
    r"|\bis (?:not )?an? (?:[a-z]+ )?(?:device|drug|medicine|supplement|company)\b"
)
_PURPOSE = re.compile(
    r"\b(?:planted|built|founded|set up|designed|used|needed|required|plans?|planned|wants?|wanted|hopes?|hoped|aims?|aimed|"
    r"aiming|tries|tried|trying|order|efforts?|attempts?|bid|target|goal|calls?|called|called on|agreed|voted|promised|"
    r"pledged|decided|money|funds?|expected|supposed|intended|meant|little|how|whether|where|when|and|way|ways) (?:to|of|for) (?:\w+ )?\Z",
    re.IGNORECASE,
)
_PAST_EVENT = Sieve(
    r"\b(?:in|since|by|until|from|on \w+ \d{1,2},?) (?:the )?(?:1[0-9]{3}|20\d\d)s?\b|\b\d{1,2}(?:th|st)[- ]century\b|"
    r"[$£€]\s?\d[\d,.]* ?(?:million|billion|m|bn)\b|\btoday announced\b"
)
_DEFINES = Sieve(
    r"\A(?:The |An? )?(?:[\w’'()-]+ ){1,5}(?:is|are|was|were) (?:an?|the|one of|among) (?!good|bad|great|real|proven|powerful|natural|effective|remedy|cause|main cause)"
    r"|\b(?:is|are|was|were) (?:more|less|most|very|quite) (?:common|often|frequent|likely to be|rare|usual)\b|\b(?:men|women|boys|girls|people|children) are affected\b"
)
_FROM_TO = Sieve(
    r"\bfrom (?:an? |about |around )?(?:\w+ ){0,4}?\d[\d.,]*\s?(?:%|per cent)? (?:\w+ ){0,2}(?:down |up )?to (?:an? |about )?\d|\d\s?(?:%|\w+)? (?:→|->|down to|up to) \d"
)
_TESTED = ("finding", "trial", "group", "carried_study", "carried_team")


def tells_effect(sentence: Sentence) -> bool:
    """Whether the signs of an effect in a statement add up."""
    return not _EVENT.search(sentence.text) and sum(_weights(sentence)) >= _ENOUGH


def _weights(sentence: Sentence) -> Iterator[int]:
    text = sentence.text
    yield _acts(sentence)
    if sentence.has("because") and not _YEAR.search(text):
        yield 2
    yield from _changes(sentence)
    if _PAST_EVENT.search(text) and not sentence.has(*_TESTED, "association"):
        yield -1
    if _DEFINES.search(text):
        yield -1


def _acts(sentence: Sentence) -> int:
    """Whether something helps, harms or causes: 2, or 1 where that is only somebody's purpose."""
    marks = sentence.marks("effect")
    purposes = sum(bool(_PURPOSE.search(sentence.text[: m.start][-_NEAR:])) for m in marks)
    return (2 if len(marks) > purposes else 1) if marks else 0


def _changes(sentence: Sentence) -> Iterator[int]:
    """Yield the signs that something became or is more or less than something else."""
    text = sentence.text
    own = bool(_OWN.search(text))
    more, changed = _compares(sentence), sentence.has("change")
    if more or changed:
        yield 1 + sentence.has(*_TESTED)
    if more and (_COMPARED.search(text) or _AMOUNT.search(text)):
        yield 1
    if _FROM_TO.search(text) and not _YEAR.search(text):
        yield 1 + own
    if _AFTER.search(text) and (more or changed or own):
        yield 1
    if own and sentence.has("anecdote") and (more or changed or _AFTER.search(text)):
        yield 1


def _compares(sentence: Sentence) -> bool:
    """Whether there is more or less of something; “more than one in three” is a count."""
    return any(
        not _JUST_A_COUNT.match(sentence.text, mark.end) for mark in sentence.marks("comparative")
    )
