"""Bodies without a proper name: the police, a court, official figures, the manufacturer."""

from quiz.documents import Span
from quiz.rules.sentence import Sentence
from quiz.rules.sieve import Sieve

_ANY = (
    r"(?:police|government|council|court|tribunal|ministry|fire (?:service|brigade)|ministers|coroner|jury|judge|magistrates?|inquest|prosecutors|"
    r"regulators?|officials|airport|utility|firefighters|parliament|senate|congress|commission|hospital|university|authority|inspectors?|watchdog|"
    r"ombudsman|inquiry|auditors?|legislature|assembly|referendum|health service|weather service|coastguard|rescue service|embassy|prison service)"
)
_DID = (
    r"(?:said|says?|announced?|confirm(?:s|ed)?|ruled|voted|ordered|approved|published|reported|found|rejected|agreed|decided|recorded|concluded|"
    r"fined|sentenced|convicted|cleared|awarded|told|estimates?|estimated|puts?|lists?|listed|banned|issued|declared|warned|warns?|recommend(?:s|ed)?|"
    r"backed|adopted|passed|recalled|admitted|denied|denies|acknowledge[sd]?|charged|arrested|upheld|granted|overturned|quashed|classif(?:y|ies|ied))"
)
_PUBLIC = Sieve(
    rf"(?:\A|, |\b[Tt]he |\b[Aa]n? |\b[Ll]ocal |\b[Cc]ity |\b[Cc]ounty )(?:[\w’'-]+ ){{0,2}}?(?i:{_ANY}) (?:has |have |had |also |later |since ){{0,2}}{_DID}\b"
)
_RECORDS = Sieve(
    r"\b(?:[Oo]fficial|[Gg]overnment|[Nn]ational|[Cc]ensus|[Pp]olice|[Hh]ospital|[Cc]ourt|[Cc]ouncil|[Pp]arish|[Cc]ompany|[Mm]useum|[Cc]hurch|[Tt]ax|[Ss]chool|"
    r"[Cc]ity|[Ss]tate|[Ll]and|[Ww]eather|[Hh]ealth|[Mm]inistry|[Tt]own|[Aa]rchive|[Pp]ublic|[Pp]ort|[Hh]arbour|[Mm]eteorological)(?:['’]s)? (?:own )?"
    r"(?:statistics|figures|data|records|accounts|registers?|minutes|returns|documents|archives?|filings|estimates)\b[^.;,]{0,40}? "
    r"(?:shows?|showed|lists?|listed|records?|recorded|suggest(?:s|ed)?|indicate[sd]?|puts?|reveal(?:s|ed)?|gives?|gave|state[sd]?|mention(?:s|ed)?|confirm(?:s|ed)?)\b"
)
_ACCORDING = Sieve(
    r"\b[Aa]ccording to (?:the |its |local |official )?(?:[\w’']+ ){0,2}?(?:police|council|government|ministry|court|coroner|census|fire service|weather service|"
    r"tax office|health authority|health department|electoral commission|land registry|charter|annual report|company accounts|hospital|university|agency|"
    r"institute|regulator|charity|school|museum|watchdog|officials|prosecutors|authorities|statistics|records|minutes|organisers|organizers)\b"
)
_MAKER = Sieve(
    r"\b(?:[Tt]he |[Ii]ts )(?:manufacturer|company|firm|brand|maker|seller|retailer|shop|supplier|developer|operator|owner|airline|landlord|club|utility|producer)s? "
    r"(?:also |has |have |itself ){0,2}(?:said|says?|claims?|claimed|told|insists?|insisted|maintains?|denies|denied|added|adds|estimates?|promises|announced|expects?)\b"
)


def office_of(sentence: Sentence) -> tuple[Span, bool] | None:
    """Return where a body without a proper name speaks or decides, and whether it sells."""
    for pattern, sells in (
        (_RECORDS, False),
        (_ACCORDING, False),
        (_PUBLIC, False),
        (_MAKER, True),
    ):
        if found := pattern.search(sentence.text):
            return Span(*found.span()), sells
    return None
