"""Authorities without a name: who speaks by trade or office alone, and studies that nobody could find."""

import re

from quiz.documents import Span
from quiz.rules.sieve import Sieve

_TRADE = (
    r"(?:doctors?|docs|physicians?|surgeons?|consultants?|specialists?|nurses?|midwi(?:fe|ves)|vets?|veterinarians?|dentists?|pharmacists?|"
    r"dieti[ct]ians?|nutritionists?|physios?|physiotherapists?|therapists?|\w{3,20}(?:olog|iatr)ists?|experts?|scientists?|researchers?|academics?|"
    r"scholars?|historians?|economists?|engineers?|analysts?|authorities|officials?|sources?|insiders?|critics|observers|commentators|campaigners|"
    r"clinicians?|practitioners?|professionals?|trainers?|coaches|herbalists?|healers?|osteopaths?|chiropractors?|farmers|witnesses|providers|staff|"
    r"medics?|lawyers?|inspectors?|ministers|lawmakers|regulators|gurus?|medical director|installers?|technicians?|receptionist|veterans|authors|teams)"
)
_SAYS = (
    r"(?:sa(?:ys?|id)|tell|tells|told|claim(?:s|ed)?|warn(?:s|ed)?|advis(?:es?|ed)|recommend(?:s|ed)?|believ(?:es?|ed)|think|thought|agree[ds]?|"
    r"suggest(?:s|ed)?|argu(?:es?|ed)|report(?:s|ed)?|found|complain(?:s|ed)?|insist(?:s|ed)?|point out|note[ds]?|estimat(?:es?|ed)|swear|are raving|"
    r"consider|hope|fear|noticed|doubt|caution|urged?)"
)
_BETWEEN = r"(?: (?:who|at|in|from|with) [^,.;]{2,40})?,? (?:has |have |had |also |now |often |even |do ){0,2}"
_OUT_OF_QUOTES = r"(?:\A|[,;:.”\"] |\b(?:and|but|that|as|so|how|while|though) )"
_SPEAKS = Sieve(
    rf"\b(?:an?|one|another|some|several|many|most|two|three|four|other|various|leading|top|few|one [a-z]+['’]s) (?:[\w’'-]{{1,20}} ){{0,2}}?{_TRADE}{_BETWEEN}{_SAYS}\b"
    rf"|{_OUT_OF_QUOTES}(?:health |hospital |government |council |industry |county |local |police |senior |former |private ){{0,2}}(?:department |ministry )?"
    rf"{_TRADE}{_BETWEEN}{_SAYS}\b"
    rf"|\b(?:said|says|say|told by|according to) (?:an?|one|some|several|many|most|two|three|three different|health|independent|local|top|leading) (?:[\w’'-]{{1,20}} ){{0,2}}?{_TRADE}\b"
    rf"|\b(?:recommended|approved|endorsed|trusted) by (?:[\w-]{{1,20}} ){{0,2}}?{_TRADE}\b",
    re.IGNORECASE,
)
_TOLD = Sieve(
    r"\b(?:committee|court|inquiry|inquest|hearing|MPs|panel|tribunal|conference|jury) (?:(?:was|were) told|(?:members )?(?:has |have |had |also )?(?:heard|hears))\b"
    r"|\b(?:[Pp]eople|[Aa]dults|[Pp]atients|[Ww]omen|[Mm]en|[Cc]hildren|[Pp]arents|[Ss]mokers|[Dd]rinkers|[Vv]illagers|[Rr]esidents|[Ww]e|[Tt]hey)[^.;,]{0,40}? (?:are|were) (?:often |usually |generally |being |now |commonly ){0,2}(?:advised|told) (?:to|that)\b"
    r"|\b(?:is|are) (?:being |now |generally |usually |often )(?:attributed|ascribed) to\b|\bit has been (?:concluded|argued|claimed|shown|suggested)\b|\bhas been shown to\b"
)
_STUDY = r"(?:trials?|stud(?:y|ies)|experiments?|series|papers|follow-up|meta-analys[ei]s|reviews?|surveys?|research)"
_STUDIED = Sieve(
    rf"\b(?:in|by) (?:one|some|several|many|other|a few|numerous|early|earlier|small|recent) (?:[\w-]{{1,20}} ){{0,2}}?{_STUDY}\b"
    rf"|\b(?:one|some|several|many|a few|other|earlier|previous|numerous|uncontrolled|small) (?:[\w-]{{1,20}} ){{0,3}}?(?:{_STUDY}|work by other teams)(?: (?:of|in|on) [^.,;]{{2,50}}?)? "
    r"(?:have |has |also |generally |even ){0,2}(?:found|find|show|shows|showed|shown|report|reported|suggest|suggested|suggests|put|indicate|indicated|linked|point)\b"
    r"|\b(?:there['’]?s|there are|there have been) (?:\w{1,15} )?studies\b|\b(?:earlier|previous|other) (?:work|research) (?:by|elsewhere|from other)\b|\bresearch elsewhere\b",
    re.IGNORECASE,
)
_GROUPS = Sieve(
    r"\b(?!(?:his|this|was|is|has|users|customers|patients|residents|people|parents|readers|locals|neighbou?rs|children|buyers|owners)\b)[A-Za-z]{3,20}s "
    r"(?:also |have |had |now |often |(?:from|at|in) [\w ]{3,30} )?(?:say|said|told|tell|claim|warn|believe|argue|think|agree|recommend|advise)\b"
)
_OWN = re.compile(
    r"\b(?:unless|until|ask|asked|if|whether|when) (?:\w{1,12} ){0,2}\Z", re.IGNORECASE
)
_APPOSED = re.compile(r"[A-Z][\w’'-]{1,30}, an? \Z")


def anonymous(text: str) -> Span | None:
    """Return an authority in a text that has no name but is made to speak for something."""
    for pattern in (_SPEAKS, _TOLD, _STUDIED, _GROUPS):
        if found := pattern.search(text):
            start = found.start() + len(found[0]) - len(found[0].lstrip(',;:.”" '))
            if not _belongs(text, start):
                return Span(start, found.end())
    return None


def _belongs(text: str, start: int) -> bool:
    """Whether the words only say what somebody named is, or what is to be asked for."""
    before = text[max(0, start - 40) : start]
    article = re.match(r"an? ", text[start : start + 3])
    return bool(_OWN.search(before) or (article and _APPOSED.search(before + article[0])))
