"""What a statement does in its text: effect, fact, evidence, advice or talk."""

import re
from collections.abc import Iterator

from quiz.rules.advice import advises
from quiz.rules.effects import tells_effect
from quiz.rules.sections import Place
from quiz.rules.sentence import NameKind, Sentence
from quiz.rules.sieve import Sieve
from quiz.scale import Role

_FIRST_PERSON = frozenset("i we my i'm we're i've we've i'd we'd".split())
_HOPEFUL = Sieve(
    r"\b(?:thrilled|delighted|excited|exciting|proud|pleased|honou?red|surprised|grateful|"
    r"life-changing|giant leap|milestone|committed|look(?:ing)? forward|encouraging|hope|"
    r"wonderful|fantastic|amazing|testament|remarkable|historic|important|"
    r"great (?:day|step|honou?r|news)|nobody should|anybody can|should have to)\b",
    re.IGNORECASE,
)
_WITNESSED = Sieve(
    r"\b(?:I|[Ww]e)(?:['’]ve)? (?:have |had |also |then |never |often |always |finally |now |\w+ly )*"
    r"(?:saw|seen|found|noticed|observed|measured|recorded|tested|tracked|followed|compared|asked|gave|had|got|"
    r"used|tried|took|started|stopped|slept|could (?:see|tell)|can (?:\w+ly )?(?:hear|see|sleep|walk|feel|tell)|was \w+ing|were \w+ing)\b"
)
_URGED = Sieve(
    r"\b(?:argues?|argued|believes?|thinks?|insists?|insisted) (?:that )?[^.;]{1,60}?\b(?:should|must|ought)\b"
)
_EXCLAMATION = 6
_REPORTS = re.compile(
    r"(?:(?:The |An? |My |Our )?[A-Z]?[\w-]{1,20} (?:[a-z]{1,12}s|are|were|have|had|do|don['’]?t|doesn['’]?t|can|can['’]t|will|"
    r"won['’]t|[a-z]{1,12}ed|make|cost|work|need|grow)|(?:Been |Have )?(?:[A-Z][a-z]{1,12}ed|Had|Got|Took|Went|Came|Bought|"
    r"Gave|Put|Saw|Felt|Slept|Drank|Ate|Read|Did|Found|Lost|Made|Kept|Began|Been|Taking|Using|Having))\b(?! me\b)",
)
_BRIEF, _CHAT = 5, 4
_POINTING = frozenset(
    "i we you he she they it that this there these those nobody what who so and but not no yes it's that's there's "
    "i'm we're you're he's she's they're i've we've i'd we'd i'll we'll you'll oh ok okay well back here still just "
    "my your our everyone everybody sorry thanks".split()
)
_CLAIMING = ("study", "trial", "comparative", "change", "association", "unnamed", "hearsay")
_LATE = 20
_COUNTED = re.compile(r"\d")
_SURVEYED = re.compile(
    r"\b(?:survey|poll|census|asked|respondents|interviewed|questionnaire)", re.IGNORECASE
)
_COUNTS = Sieve(
    r"\A(?:The )?(?:number|share|proportion|percentage|rate|cost) of\b"
    r"|\b(?:figures|statistics|records) (?:from [^.,]{3,60} )?(?:show|suggest)"
    r"|\b(?:were|was) (?:admitted|surveyed|recruited|enrolled|treated)\b"
)
_METHOD = Sieve(
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
_AFFECTS = Sieve(
    r"\baffect(?:s|ed|ing) (?:an estimated |about |around |up to |over |more than |nearly |almost )?"
    r"(?:one|two|\d|millions|thousands|half)"
)


def role_of(sentence: Sentence, place: Place) -> Role:
    """Return the role of a statement that is not furniture."""
    if sentence.text.rstrip("\"”’') ").endswith("?"):
        return Role.TALK
    if advises(sentence, place):
        return Role.ADVICE
    if not sentence.has("evidence") and (_talks(sentence, place) or _chats(sentence, place)):
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


def _talks(sentence: Sentence, place: Place) -> bool:
    text, words = sentence.text, sentence.words
    quoted, spoken = place.quoted, _spoken(sentence, place)
    if sentence.has("talk") and not _claims(sentence):
        return True
    if not sentence.has("effect") and _exclaims(sentence):
        return True
    if len(words) <= 2 and not sentence.has("effect") and (spoken or sentence.has("opinion")):
        return True
    if _URGED.search(text):
        return True
    if quoted or text[:1] in '"“':
        return not _COUNTED.search(text) and _feels(sentence)
    return False


def _spoken(sentence: Sentence, place: Place) -> bool:
    """Whether somebody speaks in a post, a review or between quotation marks."""
    quoted = place.quoted or sentence.text[:1] in "\"“'‘"
    return place.thread or place.review or (quoted and place.selling)


def _chats(sentence: Sentence, place: Place) -> bool:
    """Whether the signs of chat, feeling or judgement in a statement add up."""
    if _COUNTED.search(sentence.text) or sentence.has(*_CLAIMING) or tells_effect(sentence):
        return False
    return sum(_chatter(sentence)) + 2 * _spoken(sentence, place) >= _CHAT


def _chatter(sentence: Sentence) -> Iterator[int]:
    words = sentence.words
    points = bool(words) and words[0].text in _POINTING
    judges = sentence.has("opinion")
    reports = not points and not judges and bool(_REPORTS.match(sentence.text))
    yield (len(words) <= _BRIEF and not reports) + (len(words) <= 2 * _BRIEF)
    yield 2 * judges
    yield points
    yield -sentence.has("anecdote", "gain", "doubt", "effect", "causal", "hedge")
    yield -2 * bool(sentence.named(NameKind.BODY, NameKind.PUBLICATION))


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
