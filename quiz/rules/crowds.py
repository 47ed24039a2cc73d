"""Popularity: many buyers, long use and high ratings, offered as if they were evidence."""

import re
from collections.abc import Iterator

from quiz.documents import Span
from quiz.rules.found import Case
from quiz.rules.sieve import Sieve
from quiz.scale import Role

_BUYERS = (
    r"(?:customers?|users?|buyers?|owners|families|parents|mums|moms|dads|women|men|people|shoppers|subscribers|"
    r"members|clients|patients|readers|drinkers|wearers|guests|visitors|runners|testers|reviewers|homes|households|"
    r"schools|teachers|dog owners|athletes|dog parents|pet parents|sleepers|fans|downloads|followers|units|pairs|bottles|packs|boxes|jars|copies)"
)
_SAID = (
    r"(?:said|say|saw|see|felt|feel|reported|report|noticed|notice|agreed|agree|experienced|told us|tell us|"
    r"would (?:recommend|buy|repurchase|choose)|recommend|rated|rate|love|loved|prefer|preferred|describe)"
)
_RATED = Sieve(
    r"\b\d[\d,.]*k?\+? (?:verified |customer |five-star |5-star |global |happy )*(?:reviews|ratings|buyers)\b"
    r"|\breviews? \(\d[\d,.]*k?\)|\b\d\.\d ?(?:/ ?5|out of 5|stars?)? ?\(\d[\d,]*\)|\b\d+% would recommend\b"
    r"|\b\d+ (?:people|others|shoppers) (?:are|have) (?:viewing|looking|bought|watching|this in)\b"
    r"|\b\d[\d,]*k?\+? (?:sold|bought) (?:this|in the|last|today|so far)\b",
    re.IGNORECASE,
)
_SHARE = Sieve(
    rf"\b(?:\d+ ?(?:%|per ?cent)|(?:9|nine|8|eight|7|seven|4|four) (?:out of|in) (?:10|ten|5|five))"
    rf"(?: of (?:\w+ ){{0,3}}{_BUYERS})? {_SAID}\b"
    rf"|\b(?:most|lots of|loads of|plenty of|many of|so many of|hundreds of|thousands of|millions of|most of) (?:\w+ ){{0,3}}(?:customers|users|owners|clients|ladies|regulars|buyers|families|subscribers)\b",
    re.IGNORECASE,
)
_SOLD = Sieve(
    rf"\b(?:more than|over|nearly|almost|some|around) [\d,.]+(?: million| thousand)? (?:\w+ ){{0,3}}{_BUYERS} (?:\w+ ){{0,3}}(?:sold|shipped|use|used|rely|trust|trusted|worldwide|joined|have)\b"
    rf"|\b(?:shipped|sold|delivered|served|helped|grown to|reached|attracted|trusted by|used by|loved by) (?:\w+ ){{0,3}}[\d,.]{{3,12}}(?: million| thousand)? (?:\w+ ){{0,3}}{_BUYERS}\b"
    r"|\bmillions (?:\w+ )?(?:rely|trust|use|swear|have|of (?:people|users|customers))\b",
    re.IGNORECASE,
)
_ALL = Sieve(
    r"\b(?:[Ee]veryone|[Ee]verybody|[Nn]obody|[Nn]o one|[Ee]very (?:celeb|mum|mom|parent|athlete|house|home|family)\w*) "
    r"(?:\w+ ){0,3}(?:knows?|thinks?|does|disputes?|uses?|loves?|swears?|raves?|has one|have one|is (?:doing|using|talking|buying)|wants|wanted|does it|says)\b"
    r"|\b(?:half|most of|all) (?:of )?(?:my|our|the) (?:class|office|street|village|family|friends|gym|team|club|school|neighbours|neighbors) (?:has|have|is|are|use|uses|wanted|wants|swears?|does|do|got)\b"
    r"|\bthere(?:['’]s| is| was|['’]s been| has been) (?:always )?(?:a|now a) (?:queue|waiting list|waitlist)\b"
    r"|\b(?:more|bigger|busier|higher) than ever\b|\bflying off\b|\bsales (?:are |were )?up\b|\bselling (?:like|out|fast)\b"
    r"|\b(?:not|isn['’]t) alone\b|\b(?:[Ff]ootballers|celebrities|influencers|athletes|models|stars|professionals) (?:do|use|love|swear)\b"
    r"|\b(?:off the charts|much-cited|well-known|widely (?:used|known|believed|regarded|considered|seen))\b",
)
_AGES = Sieve(
    r"\bfor (?:over |more than |at least |nearly |almost |hundreds of |thousands of |many |several |countless )*(?:\w+ )?"
    r"(?:thousand years|hundred years|thousands of years|hundreds of years|centuries|generations|millennia)\b"
    r"|\b(?:have|has) (?:always|long|traditionally) (?:been )?(?:used?|taken|relied|sworn|trusted|drunk|eaten|prized|valued)\b"
    r"|\bpeople have (?:taken|used|drunk|eaten|turned to|sworn by) \w+|\b(?:our|my) grand(?:mother|father|parent)s\b"
    r"|\bsince (?:ancient|Roman|medieval|biblical|Victorian) times\b|\bgenerations of\b",
    re.IGNORECASE,
)


def crowds(case: Case) -> Iterator[Span]:
    """Yield where many people, many years or many stars are offered in place of evidence."""
    patterns = [_RATED]
    if case.role is not Role.NONE:
        patterns += [_SOLD, _ALL, _AGES] + ([_SHARE] if case.selling else [])
    for pattern in patterns:
        for found in pattern.finditer(case.text):
            yield Span(*found.span())
