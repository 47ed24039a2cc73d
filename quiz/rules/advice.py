"""Whether a statement tells the reader what to do: an order, a dose, a warning, what one should."""

import re

from quiz.rules.phrases import Mark, word_set
from quiz.rules.sections import Place, Section
from quiz.rules.sentence import NameKind, Sentence
from quiz.rules.sieve import Sieve

_ADVISES = Sieve(r"\b(?:recommends?|recommended|advises?|advised|guidelines?|guidance|urges?)\b")

_TELLS = Sieve(
    r"\A(?:not (?:for (?:use|human|children|dogs|cats|infants|people|those|pregnant)|suitable|recommended|to be (?:used|taken|given))|"
    r"worth (?:\w+ing|a (?:try|look|go|shot))|(?:it['’]s )?time to |best (?:to|taken|used|not|avoided|served|stored)|better (?:to|not)|"
    r"(?:for best results|as needed|when in doubt|to be safe|ideally)\b|if in doubt|no need to)|"
    r"\b(?:you|one|your \w+|people|patients|parents|anyone|readers|drivers|owners|users) "
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
_DOSE = Sieve(
    r"\b\d[\d.,–-]*\s?(?:m[gl]|g|kg|drops?|tablets?|capsules?|cups?|teaspoons?|tsp|tbsp|sachets?|chews?|scoops?|litres?)\b|"
    r"\b(?:once|twice|times|\d) (?:a|per|each) (?:day|week|night)|\bdaily\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:[^\W_][\w’'.&]{0,24}(?: [^\W_][\w’'.&]{0,24}){0,3} ?[:–—-] |@\S{2,30},? |(?:ok|so|well|and|yes|no|oh|plus|ps|p\.s\.|also|then|but)[,.:]? |\W{1,3})",
    re.IGNORECASE,
)
_CONDITIONS = frozenset(
    "if before when for while as always anybody anyone people once after unless".split()
)
_WHEN = frozenset("if when before while once after unless for".split())
_SOFTENERS = frozenset("just simply please then so and but instead also".split())
_SENDS = Sieve(
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


def advises(sentence: Sentence, place: Place) -> bool:
    """Whether the statement tells the reader what to do; a body's advice, reported, is a fact."""
    if not sentence.words:
        return False
    if sentence.named(NameKind.BODY, NameKind.PUBLICATION) and _ADVISES.search(sentence.text):
        return False
    if _commands(sentence):
        return not sentence.has("anecdote")
    if _sends(sentence) or _tells(sentence):
        return True
    if place.section is Section.USE and not sentence.has("finding", "study"):
        verbs = _VERBS & {w.text for w in sentence.words}
        return not verbs or bool(_DOSE.search(sentence.text))
    return any(_is_advice(sentence, mark) for mark in sentence.marks("advice"))


def _sends(sentence: Sentence) -> bool:
    """Whether the reader is sent to a doctor, a pharmacist or another professional."""
    conditional = sentence.words[0].text in _CONDITIONS
    return sentence.has("professional") and (conditional or bool(_SENDS.search(sentence.text)))


def _tells(sentence: Sentence) -> bool:
    """Whether it is said what one should do, and not as part of what was found."""
    told = _TELLS.search(sentence.text)
    return told is not None and all(m.end > told.start() for m in sentence.marks("finding"))


def _commands(sentence: Sentence) -> bool:
    """Whether the statement or what follows its condition begins with an order, “Avoid …”.

    “Sleep quality …” begins with a noun.
    """
    words = sentence.words
    if labelled := _LABELLED.match(sentence.text):
        words = tuple(w for w in words if w.start >= labelled.end())
    if words and words[0].text in _WHEN and (comma := sentence.text.find(", ")) > 0:
        words = tuple(w for w in words if w.start > comma)
    while len(words) > 1 and words[0].text in _SOFTENERS:
        words = words[1:]
    return bool(words) and _ordered([word.text for word in words[:3]])


def _ordered(words: list[str]) -> bool:
    first, *rest = words
    if first not in word_set("imperative") or not rest:
        return False
    return rest[0] in _OBJECTS or (first not in _NOUNS and rest[0] not in _VERBS)


def _is_advice(sentence: Sentence, mark: Mark) -> bool:
    """Whether the advice is the main clause, and not what a study is said to have found."""
    before = sentence.text[: mark.start].rstrip()
    found = [m for label in ("finding", "report") for m in sentence.marks(label)]
    reported = any(m.end <= mark.start for m in found)
    return not reported or before.endswith((",", ";", "—", "–")) or sentence.has("professional")
