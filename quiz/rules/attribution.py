"""Who is credited in a statement, by name: who found it, who says so in office, which document has it."""

import re
from collections.abc import Iterator

from quiz.documents import Span
from quiz.rules.sieve import Sieve

_NAME = r"[A-Z][\w’'-]{1,30}(?: (?:[A-Z]\.|[A-Z][\w’'-]{1,30}|of|de|van|von|al|the(?= [A-Z]))){0,5}"
_NO_NAME = (
    r"(?!(?:The|A|An|In|On|At|It|He|She|They|We|You|I|This|That|These|Those|But|And|Some|Many|Most|Other|Others|One|Two|Few|Several|"
    r"Nobody|Everyone|Everybody|Someone|Somebody|People|Researchers|Scientists|Experts|Doctors|Studies|Research|Critics|Users|Customers|"
    r"Patients|Residents|Locals|Police|Officials|Tests|What|Which|Who|Nothing|None|All|Both|Each|Neither|My|Our|His|Her|Their|Your|"
    r"Then|There|Here|When|While|Also|Already|Later|Meanwhile|However|Today|Yesterday|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)"
)
_CREDITED = Sieve(
    r"\b(?:shown|described|named|discovered|identified|demonstrated|worked out|calculated|measured|put to the test|tested|reported|"
    r"proposed|coined|found|published|compiled|recorded|reviewed|conducted|carried out|investigated|observed|estimated|analysed|analyzed|"
    r"documented|surveyed|isolated|collected) (?:\w+ )?by (?:the |a team (?:at|from) (?:the )?)?(?:Dr\.? |Prof\.? |Professor )?"
    rf"{_NO_NAME}{_NAME}"
)
_FOUND = Sieve(
    rf"(?:\A|[.;:] |, |\b[Tt]he \w+ |\bIn \d{{4}},? (?:the )?(?:\w+ ){{0,3}}){_NO_NAME}(?!\w+s found ){_NAME}(?:, [^,]{{3,60}},| and (?:colleagues|co-workers|others|his team|her team))?"
    r" (?:also |later |first |has |had |then |and colleagues ){0,2}"
    r"(?:found|observed|showed|calculated|measured|demonstrated|concluded|discovered|noted|recorded|estimated|"
    r"thought it|argues?|argued|proposed|commended|described|came to the (?:same )?conclusion|ruled|lists? it|mentions?|metered|"
    r"tested|surveyed|visited \w+ [a-z]+|reviewed|examined|studied|isolated)\b"
)
_WORK_AT = Sieve(
    r"\b(?:[Ss]tudy|[Ww]ork|[Rr]esearch|[Mm]onitoring|[Mm]easurements?|[Ee]xperiments?|[Tt]rials?|[Ss]urvey|[Aa]nalysis|[Rr]eview|[Ii]nvestigation|"
    r"[Mm]odelling|[Dd]ata|[Ff]igures|[Rr]ecords|[Ss]tatistics|[Ee]stimates?|[Pp]olling|[Pp]oll|[Gg]roup|[Tt]eam|[Rr]esearchers|[Ss]cientists|[Ee]valuation) "
    rf"(?:at|by|from|done at|based at|published by) (?:the |a team (?:at|from) (?:the )?)?{_NO_NAME}{_NAME}"
    r"|\b(?:[Aa]n?|[Oo]ne|[Tt]he) (?:\w+ ){0,2}?(?:experiment|trial|study|survey|audit) in (?:the )?(?!the|January|February|March|April|May|June|July|August|September|October|November|December)[A-Z]\w+"
    r"|\b[Aa] [A-Z][a-z]+ (?:group|team|laboratory|lab) (?:that|which|who|at|has|found|led)\b"
)
_DOCUMENT = Sieve(
    r"\b(?:charter|letter|deed|decree|statute|treaty|ruling|judgment|inventory|chronicle|diary|map|census|survey|edition|act|law) (?:of|from|dated) (?:the )?\d{3,4}\b"
    r"|\b(?:the )?(?!IS |ARE |NOT |NO |ALL |ANY )[A-Z]{2,7}(?:['’]s)? (?:\w+ ){0,3}?(?:guidelines?|guidance|advisory|recommendations?|figures|data|regulations?|statistics|estimates?|standards?)\b"
    r"|\b(?:according to|in|under) (?:the )?(?:national|official|federal|clinical|current|European|UK|US|British|American|local) (?:\w+ )?(?:guidelines?|guidance|statistics|figures|regulations|records|census|law)\b"
    r"|\b[Aa]ccording to (?:the |its |an? )?(?:[A-Z][\w’'-]{1,30} |\w+ ){0,5}?(?:figures|data|survey|records|report|census|guidelines?|register|registry|statistics|review|minutes|filings?|accounts|label|charter)\b"
)
_PUBLIC = (
    r"(?:ministry|department|agency|institute|court|tribunal|hospital|university|bureau|commission|council|board|"
    r"coroner|inspectorate|regulator|survey|census|laboratory|observatory|health (?:board|authority|service)|police)"
)
_SAYS = (
    r"(?:said|says|sa(?:y|id) that|stated|confirmed|confirms|reported|reports|found|recalls|recalled|acknowledges|acknowledged|emphasi[sz]es|emphasi[sz]ed|"
    r"answered|noted|notes|warns|warned|advises|advised|recorded|records|ruled|declared|estimates|estimated|concluded|concludes|recommends|recommended|"
    r"denied|told|put|puts|lists|classifies|listed|added|explained|explains)"
)
_BODY_SAYS = Sieve(
    rf"\b(?:[Tt]he|[Aa]) (?:[\w-]+ )?{_PUBLIC} (?:in [A-Z][\w ]{{2,20}}? )?(?:also |has |had |later |further ){{0,2}}{_SAYS}\b"
    rf"|\b(?:[Tt]he|[Aa]) (?:[A-Z][\w’'-]{{1,30}} (?:of |for |and |the )*){{1,6}}(?:also |has |had |later |further ){{0,2}}{_SAYS}\b"
    rf"|\bspokes(?:person|man|woman) (?:for|at) the (?:\w+ )?{_PUBLIC} {_SAYS}\b"
    rf"|\bthe {_PUBLIC} (?:said|says|emphasi[sz]es|noted|notes|reported|reports|added|confirmed)\b",
)
_OFFICER = (
    r"(?:[Dd]irector|[Oo]fficer|[Ss]ecretary|[Mm]inister|[Ee]xecutive|[Cc]ouncill?or|[Cc]ouncil(?:man|woman|member)|[Ii]nspector|[Ss]uperintendent|"
    r"[Cc]ommissioner|[Ss]ergeant|[Cc]aptain|[Cc]onstable|[Ee]ngineer|[Mm]ayor|[Jj]udge|[Rr]anger|[Aa]uditor|[Ww]arden|[Aa]dministrator|[Cc]oordinator|[Rr]egistrar|[Cc]urator|"
    r"[Ll]ibrarian|[Hh]eadteacher|[Pp]rincipal|[Mm]eteorologist|[Ss]pokes(?:man|woman|person)|[Cc]hief|[Mm]ember)"
)
_EXPERT = (
    r"(?:\w+ologist|\w+iatrist|\w+ician|[Dd]ietitian|[Nn]utritionist|[Pp]harmacist|[Nn]urse|[Mm]idwife|[Vv]et|[Vv]eterinarian|[Pp]hysiotherapist|"
    r"[Ss]urgeon|[Pp]hysicist|[Cc]hemist|[Hh]istorian|[Ee]conomist|[Ss]cientist|[Ll]ecturer|[Rr]esearcher|[Pp]rofessor|[Cc]onsultant|[Ss]pecialist|[Aa]nalyst|[Gg]eneticist)"
)
_PERSON_SAYS = Sieve(
    rf"\b(?:{_OFFICER}|{_EXPERT}),? (?:M[rs]s? |Dr\.? )?[A-Z][\w’'-]{{1,30}} [A-Z][\w’'-]{{1,30}}(?:, [^,]{{3,80}},)? (?:has |had )?{_SAYS}\b"
    rf"|\b(?:says|said|explains|explained|warns|adds|added|according to) (?:\w+ ){{0,3}}?(?:{_OFFICER}|{_EXPERT}) [A-Z][\w’'-]{{1,30}} [A-Z][\w’'-]{{1,30}}"
    rf"|\b(?:says|said|explains|explained|warns|adds|added|according to) [A-Z][\w’'-]{{1,30}} [A-Z][\w’'-]{{1,30}}, (?:an? |the )?(?:[\w’'-]{{1,30}} ){{0,4}}?(?:{_OFFICER}|{_EXPERT})\b"
    rf"|\b(?:Drs?|Prof|Professor|Associate Professor)\.? [A-Z][\w’'-]{{1,30}}(?: [A-Z][\w’'-]{{1,30}}){{0,2}}[^.;“\"]{{0,120}}?(?:{_SAYS}|is cautious|agrees)\b"
    r"|\b(?:says|said|added|adds|stated|explained|explains|according to) (?:\w+ ){0,3}?(?:Dr|Prof|Professor)\.? [A-Z][\w’'-]{1,30}"
)
_ACCORDING = Sieve(
    r"\b(?:[Aa]ccording to|[Aa]s reported (?:by|in)|(?:compiled|published|provided|released|collected|issued|classified|classed|approved|licensed|certified|authorised|authorized|accredited) by|"
    r"(?:[Dd]ata|[Ff]igures|[Gg]uidance|[Gg]uidelines|[Ss]tatistics|[Aa]dvice|[Ee]stimates|[Rr]esearch|[Nn]umbers) (?:from|by|of)|[Bb]ased on (?:data|figures|records) (?:from|of)|[Tt]ested to|[Cc]ertified to|[Cc]onforms to|[Cc]omplies with) "
    rf"(?:the |an? )?{_NO_NAME}(?:[A-Z][\w’'-]{{1,30}} (?:[A-Za-z]{{2,3}} (?:the )?)?[A-Z][\w’'-]{{1,30}}|[A-Z]{{2,7}}\b)(?: (?:of|for|and|the|[A-Z][\w’'-]{{1,30}})){{0,5}}"
)
"""Whatever body has a name of its own: “according to the Bureau of …”, “tested to EN 71”."""
_HOUSE = Sieve(
    rf"\b[Tt]he [A-Z][a-z]{{2,20}} (?:government|authorities|police|ministry|council|parliament|embassy|navy|army) {_SAYS}\b"
    rf"|\b[Aa] (?:\w+ )?spokes(?:person|man|woman) (?:for|from|at) (?:the )?[A-Z][\w’'-]{{1,30}}(?: [A-Z][\w’'-]{{1,30}}){{0,4}} {_SAYS}\b"
    r"|\b(?:said|says|told us|confirmed) in (?:an?|its|their|his|her) (?:\w+ ){0,2}(?:statement|filing|report|letter|briefing|notice|bulletin)\b"
    r"|\bthe (?:\w+['’]s|[A-Z]\w+(?:['’]s)?) (?:own )?(?:impact assessment|annual report|assessment|audit|inquiry|review|accounts|minutes)\b"
    rf"|\b[Tt]he (?:article|report|paper|leaflet|label|guidance|guideline|review|document|judgment|survey|audit) (?:itself )?{_SAYS}\b"
)
_DONE = Sieve(
    rf"{_NO_NAME}\b[A-Z][\w’'-]{{1,30}}(?: (?:of|for|and|the|on|[A-Z][\w’'-]{{1,30}})){{0,6}}? (?:[a-z-]+ agency )?(?:also |has |had |have |both )?"
    r"(?:classe[sd]|classified|reviewed|issued (?:\w+ ){0,2}(?:advice|guidance|warning|alert|recall)|did an? (?:\w+ ){0,3}(?:review|study|trial|survey|test)|assessed|analysed|analyzed|upheld|counted)\b"
)
_SUM = re.compile(r"\d ?[/×x*÷+] ?[$£€]?\d[\d.,]* ?= ?[$£€]?\d")


def findings(text: str) -> Iterator[Span]:
    """Yield who is credited with a finding, and the documents that have it."""
    for pattern in (_CREDITED, _WORK_AT, _DOCUMENT, _FOUND, _ACCORDING, _DONE, _SUM):
        if found := pattern.search(text):
            yield Span(*found.span())


def statements(text: str) -> Iterator[Span]:
    """Yield the public bodies, officers and experts who are made to speak."""
    for pattern in (_BODY_SAYS, _PERSON_SAYS, _HOUSE):
        if found := pattern.search(text):
            yield Span(*found.span())
