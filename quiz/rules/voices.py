"""Voices without a name: “villagers say”, “a dietitian has claimed”, “has been attributed to”."""

import re

from quiz.rules.phrases import Mark
from quiz.rules.sentence import Sentence
from quiz.rules.sieve import Sieve

_TELL = (
    r"(?:says?|said|tells?|told|alleged?s?|claim(?:s|ed)?|swears?|swore|complain(?:s|ed)?|report(?:s|ed)?|believed?s?|thinks?|thought|insist(?:s|ed)?|"
    r"warn(?:s|ed)?|fear(?:s|ed)?|agreed?s?|recommend(?:s|ed)?|argued?s?|suspect(?:s|ed)?|suggest(?:s|ed)?|advised?s?|note[sd]?|notice[sd]?|describe[sd]?|"
    r"maintain(?:s|ed)?|estimate[sd]?|reckon(?:s|ed)?|hope[sd]?|admit(?:s|ted)?|confirm(?:s|ed)?|recall(?:s|ed)?|remember(?:s|ed)?|ask(?:s|ed)?|rave[sd]?|"
    r"vouch(?:es)?|point(?:s|ed)? out|question(?:s|ed)?|doubt(?:s|ed)?|caution(?:s|ed)?|prefer(?:s|red)?|attribute[sd]?|blame[sd]?|credit(?:s|ed)?|are not impressed|are divided|disagreed?)"
)
_MANY = (
    r"(?:residents|villagers|neighbou?rs|locals|farmers|parents|mothers|fathers|mums|teachers|pupils|students|customers|users|buyers|owners|readers|fans|gurus|"
    r"insiders|sources|officials|doctors|medics|nurses|vets|midwives|dentists|pharmacists|experts|specialists|researchers|scientists|academics|scholars|critics|"
    r"campaigners|activists|supporters|opponents|proponents|advocates|historians|engineers|economists|psychologists|nutritionists|dietitians|dermatologists|"
    r"physiotherapists|therapists|herbalists|practitioners|healers|analysts|commentators|observers|witnesses|staff|workers|drivers|fishermen|hunters|gardeners|"
    r"growers|breeders|athletes|runners|players|coaches|trainers|patients|families|visitors|tourists|passengers|people|folks?|families|members|providers|clinicians|physicians|"
    r"authorities|elders|tradesmen|installers|shoppers|travell?ers|veterans|children|women|men|many|some|others|most)"
)
_PLURAL = Sieve(
    rf"\b{_MANY}\b(?: (?!who\b|which\b|that\b)(?:in|at|on|from|of|with|living|near|along|across) (?:[\w’'-]+ ){{1,6}}?| (?:also|often|now|still|have|had|sometimes|frequently|themselves|later|nevertheless|commonly|long) ?){{0,2}} ?{_TELL}\b",
    re.IGNORECASE,
)
_ONE = Sieve(
    r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother) (?:[\w’'-]+ ){0,3}?(?:dietitian|doctor|medic|physician|nurse|vet|midwife|dentist|pharmacist|expert|specialist|researcher|scientist|academic|"
    r"farmer|neighbou?r|villager|resident|official|source|spokes(?:man|woman|person)|insider|teacher|parent|mother|father|man|woman|customer|user|buyer|owner|reader|patient|"
    r"driver|shopper|colleague|friend|engineer|therapist|trainer|coach|guide|worker|manager|guru|influencer|blogger|\w+ologist|\w+ician)"
    rf"(?: (?:who|at|in|from|on|of) (?:[\w’'-]+ ){{1,8}}?| (?:has|had|also|once|there) ?){{0,2}} ?{_TELL}\b"
)
_PASSIVE = Sieve(
    r"\b(?:is|are|was|were|be|been|being|long) (?:\w+ly |also |often |now |sometimes |long |traditionally |still |since |usually |once ){0,2}"
    r"(?:attributed|ascribed|credited|blamed|proposed|suggested|put forward|hypothesi[sz]ed|theori[sz]ed|postulated|speculated|implicated|"
    r"concluded|inferred|reported to|observed|noted|documented|demonstrated|shown to|found to|proven|claimed|argued|alleged|rumou?red|hoped|feared|believed|thought|"
    r"known to (?!as\b)|stated to|said to|told|estimated|put at|considered|regarded|expected to|recommended (?:by|for)|contested|disputed|debated)\b"
    r"|\b(?:has|have) (?:\w+ ){0,2}?been (?:seen|shown|found|observed|reported|linked|used in studies|tested|studied|noted|described|associated)\b"
    r"|\b(?:shown|proven|found|known|reputed|thought|believed) to \w+|\b[Ll]ong (?:considered|regarded|known|believed|thought|held|used|valued|prized)\b"
    r"|\b(?:committee|council|court|inquest|hearing|inquiry|meeting|jury|tribunal|MPs|members|conference) (?:was|were|also|has|have|had)? ?(?:told|heard)\b"
)
_STUDIES = Sieve(
    r"\b(?:studies|trials|experiments|surveys|tests|case series|series|case reports|meta-analyses|reviews|recordings|measurements|observations|researches|analyses|polls)\b"
    r"[^.;]{0,90}?\b(?:find|found|shows?|showed|suggest(?:s|ed)?|report(?:s|ed)?|indicate[sd]?|differ(?:s|ed)?|point(?:s|ed)?|reveal(?:s|ed)?|bear|link(?:s|ed)?|confirm(?:s|ed)?|agree|conclude[sd]?|demonstrate[sd]?|support(?:s|ed)?|noted?|observed?)\b"
    r"|\bin (?:some|several|many|most|a few|a number of|other|small|early|animal|laboratory|lab|recent|clinical|controlled|uncontrolled|observational|independent|internal|our) ?(?:\w+ ){0,2}(?:studies|trials|tests|experiments|series|surveys|reports)\b"
    r"|\b(?:[Ii]n|[Bb]y) (?:an? |one )(?:[\w-]+ ){0,4}?(?:study|trial|survey|experiment|test|poll|review|pilot)\b(?! (?:published|led|by|at|from))"
    r"|\bin (?:studies|trials|tests|mice|rats|vitro|animals)\b|\bas (?:ultrasound|scans?|x-rays?|tests?|studies|experience|experiments?) (?:shows?|suggests?|proves?|confirms?|finds?)\b"
    r"|\b(?:Recommended|Approved|Trusted|Loved|Endorsed|Tested|Used|Formulated|Developed|Designed|recommended|approved|trusted|loved|endorsed|tested) by (?:\w+ ){0,3}?"
    r"(?:experts|doctors|dermatologists|dentists|vets|therapists|physiotherapists|nutritionists|scientists|chefs|athletes|professionals|nurses|midwives|teachers|parents|trainers|pharmacists|specialists|customers)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no|few|without|not|lack of|not enough|hardly any|more|further) (?:\w+ ){0,2}\Z",
    re.IGNORECASE,
)


def voice_mark(sentence: Sentence) -> Mark | None:
    """Return people, officials or studies in general that are made to say something."""
    for pattern in (_PLURAL, _ONE, _STUDIES, _PASSIVE):
        for said in pattern.finditer(sentence.text):
            if not _DENIED.search(sentence.text, max(0, said.start() - 40), said.start()):
                return Mark("unnamed", *said.span())
    return None
