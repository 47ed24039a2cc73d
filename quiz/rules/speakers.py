"""Bodies that speak in a statement, with a name and in their own place in it."""

import re
from dataclasses import replace

from quiz.documents import Span
from quiz.rules.offices import office_of
from quiz.rules.phrases import Mark
from quiz.rules.sentence import NameKind, Sentence
from quiz.rules.sieve import Sieve
from quiz.rules.source import Kind, Source, Thread, place_in

_BESIDE = 40
_OBJECT = re.compile(
    r"\b(?:told|to|with|from|of|at|for|in|on|asked|near|outside|behind|against|into) \Z"
)
_IT = re.compile(
    r"(?:It|They|But it|But they) (?:(?:also|has|have|had|later|then|now|further|previously|first) ){0,2}"
)
_CITED = re.compile(
    r"(?:\b(?:[Aa]ccording to|[Bb]ased on|[Cc]iting|said|says|(?:approved|recommended|banned|classified|recogni[sz]ed|listed|"
    r"regulated|certified|published|reported|commissioned|estimated|compiled|recorded|issued|voted|named|measured|tested|rated|"
    r"ranked|verified|inspected|audited|documented|calculated|determined|accredited|endorsed|confirmed|[Vv]oted [\w ]{1,30}) by|"
    r"(?:grant|grants|funding|loan|award|licence|license|permission|statement|figures|data|information|statistics|guidelines|guidance|advice|numbers|records|measurements|estimates|"
    r"report|reports|census|survey) (?:from|by|of|published by|released by)))"
    r"(?: the| a| an| its| US| U\.S\.| UK){0,2} \Z"
)
_APART = re.compile(r"[;:.]|\A\)|\b(?:who|whose|which|that was)\b")
_OWN_TEST = Sieve(
    r"\b[Oo]ur (?:own |in-house |internal |latest |customer |user ){0,2}"
    r"(?:survey|study|trial|tests?|lab|laboratory|research|data)\b[^.,;]{0,20}"
    r"|\b(?:survey|study|trial|poll|tests?) (?:carried out|conducted|run|commissioned|paid for|done) by (?:the|its) "
    r"(?:company|manufacturer|brand|maker|firm|seller|retailer)\b"
    r"|\bin-house (?:survey|study|trial|tests?|lab|laboratory|research|data)\b"
)
_SPOKESPERSON = Sieve(
    r"\b(?:[Ss]pokes(?:person|man|woman)|[Rr]epresentative) (?:for|at|of|from) (?:the )?[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,4}"
)
_HOUSE_SPOKESPERSON = Sieve(
    r"\b(?:government|council|police|party|department|ministry|university|hospital|airline|company|trust|club) "
    r"(?:spokes(?:person|man|woman)|officials?|representative)\b"
)
_DATELINE = re.compile(r"(?:, [A-Z][a-z]+)?,?[^–—.;]{0,30} [–—-] ")
_BEHIND = re.compile(
    r"(?:\b(?:research|analysis|survey|study|report|figures|data|estimates?|poll|tests?|modelling) (?:by|from|for|at)"
    r"|\b(?:carried out|conducted|run|performed|commissioned|compiled|measured|tested|led) by)"
    r"(?: (?:the|a|an|its|in|independent|research|consumer|trade|market|polling|testing|data|agency|charity|body|firm|company|group|institute|laboratory|lab|consultancy|watchdog|campaign)){0,5} \Z"
)
_PLAIN_BODY = Sieve(
    r"\bby (?:an )?(?:Act of Parliament|Royal Charter|royal decree|court order|referendum)\b"
)
_TRADE = re.compile(
    r"\b(?:brand|company|manufacturer|maker|firm|retailer|start-?up|supplier|chain|giant|app)s?,? \Z"
)
_PLAIN = (
    (_OWN_TEST, True),
    (_PLAIN_BODY, False),
    (_SPOKESPERSON, False),
    (_HOUSE_SPOKESPERSON, True),
)
"""Bodies known by a phrase, and whether they speak in their own interest."""
_THE_COMPANY = re.compile(
    r"(?:The|Our) (?:company|firm|university|charity|council|agency|group|organisation|organization|business|brand|authority|trust|centre|center|school|hospital|foundation) (?=[a-z])"
)
_OPENING = re.compile(r"(?:[A-Z][A-Z, .]{2,30}[^–—]{0,40}[–—-] )?(?:The |Today,? )?(?:the )?")
_NO_VERB = re.compile(r"(?:ing|\bwill|\bwould|\bits|\bour|\bwe|\bcost)\Z", re.IGNORECASE)
_DESCRIBED = re.compile(
    r"(?: \([^)]{1,20}\))?,? (?:is|are|was|exists|represents|serves|supports|works|helps|brings|has been|believes|aims) (?:an?|the|one|to|at|with|for|on|as|making|working|over|more|about|\d)?\b"
)
_AWAY = re.compile(
    r"(?: ?\([^()]{1,60}\))?, [^.;:]{3,200}, (?:today |also |has |have |last week )?\Z"
)
_KIND_OF_BODY = (
    r"(?:brand|company|manufacturer|maker|firm|retailer|start-?up|supplier|chain|utility|charity|agency|university|operator|developer|"
    r"nonprofit|non-profit|foundation|trust|council|ministry|department|association|union|bank|airline|insurer|watchdog|regulator|group|lab|laboratory|institute)"
)
_APPOSED = re.compile(rf",? (?:(?:an?|the|its) )(?:[\w-]+ ){{0,5}}?{_KIND_OF_BODY}s?\b")
_CALLED = Sieve(rf"\b{_KIND_OF_BODY}s?,? \Z")
_PERIODICAL = re.compile(r" (?:magazine|newspaper|website|journal|survey|report|consumer group)\b")


def body_of(sentence: Sentence, thread: Thread, now: int, *, release: bool) -> Source | None:
    """Return the body that speaks, acts or is cited; “the agency said” takes up an earlier one.

    In a press release the bodies it tells of are there on their own word.
    """
    for pattern, interested in _PLAIN:
        if mark := pattern.search(sentence.text):
            place = place_in(sentence, Span(*mark.span()))
            return Source(
                Kind.BODY, place, named=True, official=not interested, interested=interested
            )
    if speaking := _speaking_body(sentence):
        official = sentence.has("official", "own_doings") or _capital_body(sentence)
        trade = _TRADE.search(sentence.text, 0, speaking.start) is not None
        at = place_in(sentence, speaking)
        return Source(Kind.BODY, at, named=True, official=official and not trade, interested=trade)
    if release and not sentence.has("loaded") and (acting := _acting_body(sentence, thread.houses)):
        thread.houses.add(sentence.text[acting.start : acting.end].split()[0])
        at = place_in(sentence, acting)
        return Source(Kind.BODY, at, named=True, official=True, own=True)
    taken_up = _agent(sentence) or _it_acts(sentence, thread, now)
    before = thread.recall(Kind.BODY, now) or thread.recall(Kind.PERSON, now)
    if before and taken_up and sentence.has("report"):
        return replace(before, official=before.official or sentence.has("official", "own_doings"))
    if office := office_of(sentence):
        place, sells = office
        at = place_in(sentence, place)
        return Source(Kind.BODY, at, named=True, official=not sells, interested=sells)
    return None


def _agent(sentence: Sentence) -> bool:
    """Whether “the agency” and its like are more than what somebody turns to."""
    return any(
        not _OBJECT.search(sentence.text, max(0, mark.start - 16), mark.start)
        for mark in sentence.marks("carried_body")
    )


def _it_acts(sentence: Sentence, thread: Thread, now: int) -> bool:
    """Whether “it” is a body that was told of just before, and says or does something."""
    pronoun = _IT.match(sentence.text)
    return bool(
        pronoun
        and thread.recall(Kind.BODY, now, 1)
        and any(verb.start - pronoun.end() <= 1 for verb in _verbs(sentence))
    )


def _acting_body(sentence: Sentence, houses: set[str]) -> Span | None:
    """Return a body that is the subject of a statement, whatever it does."""
    if company := _THE_COMPANY.match(sentence.text):
        return Span(*company.span())
    for name in [n for n in sentence.names if not _DATELINE.match(sentence.text, n.end)][:1]:
        before, after = sentence.text[: name.start], sentence.text[name.end :]
        words = sentence.text[name.start : name.end].split()
        acts = len(words) > 1 and sentence.has("own_doings")
        if name.kind is not NameKind.BODY and not acts and words[0] not in houses:
            continue
        begins = _OPENING.fullmatch(before) is not None
        if (
            begins
            and not _DESCRIBED.match(after)
            and re.match(r"(?: \([^)]{1,20}\))?,? [a-z]", after)
        ):
            return Span(name.start, name.end)
    return None


def _speaking_body(sentence: Sentence) -> Span | None:
    """Return the words in which a body speaks, acts or is cited; not where it is only mentioned."""
    verbs = [
        verb
        for verb in _verbs(sentence)
        if not _NO_VERB.search(sentence.text, verb.start, verb.end)
    ]
    for name in sentence.names:
        if _DATELINE.match(sentence.text, name.end) and not sentence.text[: name.start].strip():
            continue
        body = name.kind in {NameKind.BODY, NameKind.PUBLICATION} or bool(
            _BEHIND.search(sentence.text, max(0, name.start - 90), name.start)
        )
        titled = _PERIODICAL.match(sentence.text, name.end)
        before = sentence.text[max(0, name.start - 60) : name.start]
        trade = bool(_TRADE.search(before)) and name.kind is NameKind.OTHER
        kind = _APPOSED.match(sentence.text, name.end) or _CALLED.search(before)
        if not body and not titled and not trade and not kind:
            continue
        if _CITED.search(before) or _BEHIND.search(before):
            return Span(name.start, name.end)
        for verb in verbs:
            between = sentence.text[name.end : verb.start]
            beside = 0 <= verb.start - name.end <= _BESIDE and not _APART.search(between)
            if beside or _AWAY.fullmatch(between):
                return Span(name.start, verb.end)
    return None


def _verbs(sentence: Sentence) -> tuple[Mark, ...]:
    return (*sentence.marks("report"), *sentence.marks("own_doings"), *sentence.marks("finding"))


def _capital_body(sentence: Sentence) -> bool:
    names = {sentence.text[n.start : n.end] for n in sentence.named(NameKind.BODY)}
    return bool(names & {"WHO", "NICE"})
