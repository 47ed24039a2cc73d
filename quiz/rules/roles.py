"""What a statement does in its text: effect, fact, evidence, advice or talk."""

import re
from dataclasses import dataclass

from quiz.rules.effects import tells_effect
from quiz.rules.phrases import Mark, word_set
from quiz.rules.sections import Section
from quiz.rules.sentence import NameKind, Sentence
from quiz.scale import Role

_FIRST_PERSON = frozenset("i we my i'm we're i've we've i'd we'd".split())
_HOPEFUL = re.compile(
    r"\b(?:thrilled|delighted|excited|exciting|proud|pleased|honou?red|surprised|grateful|"
    r"life-changing|giant leap|milestone|committed|look(?:ing)? forward|encouraging|hope|"
    r"wonderful|fantastic|amazing|testament|remarkable|historic|important|"
    r"great (?:day|step|honou?r|news)|nobody should|anybody can|should have to)\b",
    re.IGNORECASE,
)
_WITNESSED = re.compile(
    r"\b(?:I|[Ww]e)(?:['’]ve)? (?:have |had |also |then |never |often |always |finally |now |\w+ly )*"
    r"(?:saw|seen|found|noticed|observed|measured|recorded|tested|tracked|followed|compared|asked|gave|had|got|"
    r"used|tried|took|started|stopped|slept|could (?:see|tell)|can (?:\w+ly )?(?:hear|see|sleep|walk|feel|tell)|was \w+ing|were \w+ing)\b"
)
_URGED = re.compile(
    r"\b(?:argues?|argued|believes?|thinks?|insists?|insisted) (?:that )?[^.;]{1,60}?\b(?:should|must|ought)\b"
)
_EXCLAMATION = 6
_LATE = 20
_COUNTED = re.compile(r"\d")
_SURVEYED = re.compile(
    r"\b(?:survey|poll|census|asked|respondents|interviewed|questionnaire)", re.IGNORECASE
)
_COUNTS = re.compile(
    r"\A(?:The )?(?:number|share|proportion|percentage|rate|cost) of\b"
    r"|\b(?:figures|statistics|records) (?:from [^.,]{3,60} )?(?:show|suggest)"
    r"|\b(?:were|was) (?:admitted|surveyed|recruited|enrolled|treated)\b"
)
_METHOD = re.compile(
    r"\b(?:study|trial|review|survey|analysis|researchers|scientists|team|project|authors|they|patients|"
    r"people|participants|volunteers|everyone)\b"
    r"[^.;]{0,80}?\b(?:examined|set out to|aim(?:s|ed) to|compared|looked at|looked into|followed|recruited|"
    r"analy[sz]ed|evaluated|involved|included|enrolled|tested|tracked|surveyed|interviewed|assigned|"
    r"investigated|collected|asked|gave|received|underwent|were given|was published|is published|was funded|was sponsored|was led)\b",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"\b(?:found|finds|show(?:s|ed|n)?|reveal(?:s|ed)|conclud\w+|suggest\w*|indicat\w+|reduced|improved|"
    r"link(?:s|ed)|associated|lower risk|higher risk|less likely|more likely|than those)\b"
)
_AFFECTS = re.compile(
    r"\baffect(?:s|ed|ing) (?:an estimated |about |around |up to |over |more than |nearly |almost )?"
    r"(?:one|two|\d|millions|thousands|half)"
)
_ADVISES = re.compile(
    r"\b(?:recommends?|recommended|advises?|advised|guidelines?|guidance|urges?)\b"
)

_TELLS = re.compile(
    r"\A(?:not (?:for (?:use|human|children|dogs|cats|infants|people|those|pregnant)|suitable|recommended|to be (?:used|taken|given))|"
    r"worth (?:\w+ing|a (?:try|look|go|shot))|(?:it['’]s )?time to |best (?:to|taken|used|not|avoided|served|stored)|better (?:to|not)|"
    r"(?:for best results|as needed|when in doubt|to be safe|ideally)\b|if in doubt|no need to)|"
    r"\b(?:you|one|your \w+|people|patients|parents|anyone|everyone|readers|drivers|owners|users) "
    r"(?:must|need(?:s)? (?:to|the|an?|your)\b|needn['’]t|have to|has to|should(?:n['’]t)?|ought to|don['’]t (?:need|have) to|do not (?:need|have) to|"
    r"(?:might|may) (?:want|wish|like) to|could (?:try|ask|add|use|start)|['’]d better|had better|can (?:try|ask|also|report|start|add))|"
    r"\b(?:I['’]d|I would|I wouldn['’]t|I['’]d not|we['’]d|we wouldn['’]t|we would) (?:not |never |definitely |strongly |really |just |also |personally )?"
    r"(?:use|say|get|ask|go|try|push|avoid|recommend|suggest|start|stop|skip|buy|bother|treat|worry|check|see|take|stick|wait|leave|advise|urge|put|give)\b|"
    r"\bif (?:I|it) were (?:you|me)\b|\bmy advice\b|\brule of thumb\b|"
    r"\b(?:should|must|ought to|needs? to) (?:not |never |always |only |ideally |first )?be (?:taken|used|given|made|kept|stored|avoided|sought|"
    r"diluted|mixed|applied|worn|checked|seen|treated|done|read|cooked|washed|cleaned|replaced|stopped|started|limited|combined|consulted)\b|"
    r"\b(?:is|are|being|be) (?:also |strongly |now |therefore |further )?(?:advised|urged|asked|encouraged|reminded|warned|requested|invited|best advised) (?:not |never )?to\b|"
    r"\b(?:warns?|urges?|urging|advises?|advising|reminds?|tells?|asks?|calls? (?:up)?on|appeals? to|encourages?) (?:the )?(?:\w+ ){1,3}(?:not |never )?to (?:stop|take|use|eat|drink|"
    r"see|seek|check|avoid|wear|wash|stay|keep|report|contact|get|listen|try|cook|boil|make|ask|call|be|look|remain)\b|"
    r"\b(?:is|are) (?:best (?:avoided|taken|used|left)|to be (?:avoided|taken|used)|no substitute|not a substitute)\b",
    re.IGNORECASE,
)
_CONDITIONS = frozenset(
    "if before when for while as always anybody anyone people once after unless".split()
)
_WHEN = frozenset("if when before while once after unless for".split())
_SOFTENERS = frozenset("just simply please then so and but instead also".split())
_SENDS = re.compile(
    r"\b(?:can provide|can help you|can advise|is essential|is important|is recommended|"
    r"can ask|could ask|may want to|should|advis)\b"
)
_NOUNS = frozenset(
    "aim air assume bake bandage bend bin block book break brew brush budget build call catch "
    "charge check chill chop clean close contact cook count cover cream cut cycle demand dig dip "
    "double dress drink drive drop dry dust email empty exercise expect face feed file fill fit "
    "focus freeze fry grill guard hang heat hold lather lie lift limit listen lock log look lower "
    "massage measure message mix monitor move note offer open pack park pay peel phone pick place "
    "plan plant point position practice praise press print protect pull push quit raise read "
    "record release replace request reset rest review reward ring roast rub run save schedule "
    "seal season see set shake share shield show sleep slice slide slow smile soap sort spend "
    "split sponge spray spread squeeze stand start steam stick stop store stretch study support "
    "swap swim switch tap test text think tick top towel track train trap treat trim trust turn "
    "twist update use vacuum visit wait walk warm wash watch wear weigh wipe wrap".split()
)
_OBJECTS = frozenset(
    "a an the your you it them this these that those with to for in on at up out more less some enough "
    "regularly plenty only until well before after sure not all two three four one any each every from "
    "off away yourself if and or twice once daily early late as slowly gently by into over through "
    "2 3 4 1 what how where whether mine yours his hers my our their him her us me everything nothing "
    "5 6 10 15 20 30 something anything many few several other another between against around across "
    "under above behind along down back still again here there then when".split()
)
_VERBS = frozenset(
    "is are was were of has have may can could and or had did which that will".split()
)


@dataclass(frozen=True)
class Place:
    """Where a statement stands: in somebody's speech, a thread, a review, a shop, a section."""

    quoted: bool = False
    thread: bool = False
    review: bool = False
    selling: bool = False
    section: Section = Section.PLAIN


def role_of(sentence: Sentence, place: Place) -> Role:
    """Return the role of a statement that is not furniture."""
    if sentence.text.rstrip("\"”’') ").endswith("?"):
        return Role.TALK
    if _advises(sentence):
        return Role.ADVICE
    if _talks(sentence, quoted=place.quoted) and not sentence.has("evidence"):
        return Role.TALK
    return _claim(sentence)


def _claim(sentence: Sentence) -> Role:
    """Return what kind of claim a rateable statement makes."""
    if sentence.has("evidence") and not _result(sentence):
        return Role.EVIDENCE
    if _counts_people(sentence) or _tells_method(sentence):
        return Role.FACT
    return Role.EFFECT if tells_effect(sentence) else Role.FACT


def _counts_people(sentence: Sentence) -> bool:
    """Whether a survey's count is given, which is a fact even where the words are of effects."""
    if _AFFECTS.search(sentence.text) or _COUNTS.search(sentence.text):
        return True
    surveyed = _SURVEYED.search(sentence.text) and _COUNTED.search(sentence.text)
    return bool(surveyed) and not sentence.has("association")


def _tells_method(sentence: Sentence) -> bool:
    """Whether the statement tells how a study was done, not what came out."""
    return bool(_METHOD.search(sentence.text)) and not _OUTCOME.search(sentence.text)


def _advises(sentence: Sentence) -> bool:
    """Whether the statement tells the reader what to do; a body's advice, reported, is a fact."""
    words = sentence.words
    if not words:
        return False
    if sentence.named(NameKind.BODY, NameKind.PUBLICATION) and _ADVISES.search(sentence.text):
        return False
    if _commands(sentence):
        return not sentence.has("anecdote")
    if (told := _TELLS.search(sentence.text)) and not _reported_before(sentence, told.start()):
        return True
    if words[0].text in _CONDITIONS and sentence.has("professional"):
        return True
    if sentence.has("professional") and _SENDS.search(sentence.text):
        return True
    return any(_is_advice(sentence, mark) for mark in sentence.marks("advice"))


def _commands(sentence: Sentence) -> bool:
    """Whether the statement or what follows its condition begins with an order, “Avoid …”.

    “Sleep quality …” begins with a noun.
    """
    words = sentence.words
    if words[0].text in _WHEN and (comma := sentence.text.find(", ")) > 0:
        words = tuple(w for w in words if w.start > comma)
    while len(words) > 1 and words[0].text in _SOFTENERS:
        words = words[1:]
    return bool(words) and _ordered([word.text for word in words[:3]])


def _ordered(words: list[str]) -> bool:
    first, *rest = words
    if first not in word_set("imperative") or not rest:
        return False
    return rest[0] in _OBJECTS or (first not in _NOUNS and rest[0] not in _VERBS)


def _reported_before(sentence: Sentence, start: int) -> bool:
    """Whether what follows is part of what a study or a person is said to have found."""
    return any(m.end <= start for label in ("finding",) for m in sentence.marks(label))


def _is_advice(sentence: Sentence, mark: Mark) -> bool:
    """Whether the advice is the main clause, and not what a study is said to have found."""
    before = sentence.text[: mark.start].rstrip()
    found = [m for label in ("finding", "report") for m in sentence.marks(label)]
    reported = any(m.end <= mark.start for m in found)
    return not reported or before.endswith((",", ";", "—", "–")) or sentence.has("professional")


def _result(sentence: Sentence) -> bool:
    """Whether the sentence gives a result rather than how much is known."""
    mark = sentence.first("evidence")
    found = sentence.first("finding")
    return bool(
        mark
        and found
        and sentence.has("effect", "trial")
        and found.start < mark.start
        and sentence.has("study", "unnamed")
        and not re.search(r"not|no |cannot|unclear", sentence.text[mark.start : mark.end])
    )


def _talks(sentence: Sentence, *, quoted: bool) -> bool:
    text, words = sentence.text, sentence.words
    if sentence.has("talk") and not _claims(sentence):
        return True
    if not sentence.has("effect") and (len(words) <= 2 or _exclaims(sentence)):
        return True
    if _URGED.search(text):
        return True
    if quoted or text[:1] in '"“':
        return not _COUNTED.search(text) and _feels(sentence)
    return False


def _exclaims(sentence: Sentence) -> bool:
    return sentence.text.endswith("!") and len(sentence.words) <= _EXCLAMATION


def _feels(sentence: Sentence) -> bool:
    """Whether somebody quoted speaks of feelings or plans rather than of what was seen."""
    if _HOPEFUL.search(sentence.text):
        return True
    personal = {w.text for w in sentence.words[:12]} & _FIRST_PERSON
    return bool(personal) and not (sentence.has("effect") or _WITNESSED.search(sentence.text))


def _claims(sentence: Sentence) -> bool:
    """Whether an opinion makes a claim that can be rated all the same."""
    mark = sentence.first("talk")
    assert mark is not None  # noqa: S101 - asked only where there is one
    aside = sentence.text[mark.start : mark.end].lower() in {"i know", "i think", "i believe", "hi"}
    return aside and (sentence.has("effect") or mark.start > _LATE)
