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
_KIN_OF_TRADE = (
    r"(?:doctors|docs?|medics|physicians|surgeons|consultants|specialists|nurses|vets|dentists|pharmacists|therapists|practitioners|experts|scientists|researchers|historians|"
    r"engineers|critics|campaigners|growers|farmers|brewers|builders|fishermen|[a-z]{0,12}owners|groups|companies|firms|manufacturers|makers|leaders|unions|charities|bosses|chiefs|neurologists|"
    r"authors|writers|scholars|clinics|hospitals|schools|councils|officials|gurus|traders|retailers|producers|suppliers|insurers|advocates|operators|agents|lenders|dealers|breeders|"
    r"conservationists|economists|psychologists|[a-z]{3,14}ologists|insiders|rangers|guides|lobbyists|bodies|agencies|advisers|advisors)"
)
_TOGETHER = Sieve(
    rf"\b(?<!our )(?<!Our )(?<!the )(?<!The )(?<!these )(?<!those ){_KIN_OF_TRADE}(?: (?:in|at|from|of|with|across) [^.,;]{{2,40}}?)? (?:also |often |now |still |themselves |generally |have |had ){{0,2}}"
    r"(?:say|said|warn|warned|warns|claim|claimed|note|noted|argue|argued|point out|believe|believed|tell|told|swear|describe|proposed|suggested|opposed|oppose|questioned|reckon|insist|fear|complain|"
    r"are (?:not impressed|raving|divided|sceptical|skeptical|worried|concerned|calling for|urging)|recommend|blame|agree|doubt|think)\b",
    re.IGNORECASE,
)
_RESULTS = Sieve(
    r"(?:\A|[.,;:] |\b(?:but|and|that|again,|as|while) )(?:[Tt]rials|[Ss]tudies|[Tt]ests|[Ee]xperiments|[Ss]urveys|[Rr]ecordings|[Aa]nalyses|[Rr]esearch|[Ee]stimates|[Mm]easurements|[Rr]esults of studies)"
    r"(?: (?:in|of|on|with|from|made|for|into) [^.,;]{2,50}?)? (?:later |have |has |also |do not |do |generally |consistently ){0,2}"
    r"(?:show|shows|showed|shown|find|found|suggests?|suggested|identified|bear|put|vary|indicates?|indicated|report|point|link|confirm|been mixed|disagree)\b"
    r"|\b[Ii]n (?:the |some |blinded |blind |these |most |many |early |taste |lab |laboratory )?(?:trials|tests|studies|experiments)\b(?! (?:led|by|published|at|from) )"
    r"|\b[Aa]n? (?:\d{4} |internal |official |early |recent |often-quoted |earlier |unpublished |industry |independent )?estimate (?:for|of|prepared|by|puts?|suggests?)\b"
    r"|\b[Aa] (?:presentation|report|document|memo|briefing|paper|survey|poll) (?:made|prepared|given|seen|leaked|shown|circulated|commissioned) (?:to|for|by)\b"
)
_PASSED_ON = Sieve(
    r"\b(?:is|are) (?:usually|generally|often|now|normally|commonly|typically|widely) (?:advised|recommended|considered|regarded|credited|ascribed|attributed)\b"
    r"|\b(?:GP|ENT|HV|PCP|[Pp]aed|[Pp]aediatrician|[Mm]idwife|[Dd]ietitian|[Dd]ermatologist|[Cc]ardiologist|[Cc]onsultant|[Rr]eceptionist|[Hh]ealth visitor) (?:also |just |always )?(?:says?|said|reckons|thinks|told|tells|wants|suggested|advised)\b"
    r"|\b(?:well known|known|much quoted|quoted|accepted|agreed|favoured|recommended) (?:among|amongst|by) (?:many |most |some )?[a-z]{4,20}s\b"
    r"|\b[Tt]hey(?:['’]ve)? (?:told|tell) (?:me|my|us|him|her)\b"
    r"|\[(?:who|by whom|according to whom)\??\]|\b(?:asked|wished|spoke on condition|agreed) (?:us )?not to (?:be named|print (?:her|his|their) name)|\bcan(?:['’]t|not) be named\b|\bon condition of anonymity\b"
)
_OWN = re.compile(
    r"\b(?:unless|until|ask|asked|if|whether|when) (?:\w{1,12} ){0,2}\Z", re.IGNORECASE
)
_APPOSED = re.compile(r"[A-Z][\w’'-]{1,30}, an? \Z")


def anonymous(text: str) -> Span | None:
    """Return an authority in a text that has no name but is made to speak for something."""
    for pattern in (_SPEAKS, _TOLD, _STUDIED, _GROUPS, _TOGETHER, _RESULTS, _PASSED_ON):
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
