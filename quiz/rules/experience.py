"""Stories: what somebody saw, tried or had done to them, told as a reason."""

import re

from quiz.documents import Span
from quiz.rules.found import SUPPORTED, Case, clause_end, clause_start
from quiz.rules.sieve import Sieve
from quiz.rules.source import Kind
from quiz.scale import Role

_KIN = (
    r"(?:husband|wife|missus|hubby|mum|mom|mam|mother|dad|father|son|daughter|sister|brother|gran|nan|nana|grandma|grandad|grandson|granddaughter|"
    r"grandmother|grandfather|aunt|uncle|cousin|nephew|niece|friend|mate|neighbours?|neighbors?|colleague|partner|boyfriend|girlfriend|fianc[ée]e?|"
    r"flatmate|roommate|kids?|children|baby|toddler|teen|boys?|girls?|twins|lad|in-laws?|boss|coworker|landlord|dog|cat|pup|puppy|horse|"
    r"pharmacist|doctor|gp|vet|nurse|dentist|physio|consultant|midwife|osteopath|chiropractor|teacher|principal|plumber|electrician|engineer|installer|"
    r"ds|dd|dh|dw|dp|mil|fil|bil|sil|lo|oh)"
)
_BODY = (
    r"(?:skin|hair|knees?|back|pain|sleep|anxiety|symptoms?|headaches?|migraines?|weight|energy|mood|joints?|stomach|legs?|blood|sugars?|cholesterol|acne|"
    r"eczema|hands?|feet|life|digestion|bloating|bloat|nails|memory|body|eyes|shoulders?|neck|gut|ankles?|hips?|thumbs?|fingers?|tummy|bills?|boiler|house|car|"
    r"garden|antibod\w+|ferritin|bloods?|levels?|results?|readings?|numbers|cough|sinus\w*|asthma|allerg\w+|hay ?fever|reflux|thyroid|jeans|teeth|gums|face|chin|"
    r"classroom|class|students|pupils|patients|clients|customers|village|street|town|school|office|team|lawn|battery|phone|laptop|bike)"
)
_SUBJECT = Sieve(
    rf"(?:\A|[.,;:–—(\"“'‘] ?|\b(?:and|but|so|because|since|when|that|as|then|though|well|yes|no|after|before|until|how) )(?:"
    r"(?:I|we|We|i)(?:['’](?:ve|d|m|re)\b| (?:have|had|was|were|got|am|can|could|did|do|\w+ed|\w+n['’]t|also|just|never|always|once|finally|only|still|first|now|used|\w{2,5}))"
    rf"|(?:[Mm]y|[Oo]ur) (?:\w+(?:['’]s)? ){{0,2}}?(?:{_KIN}|{_BODY})\b|[Mm]ine\b|[Oo]urs\b|(?:[Tt]wo|[Ss]ome|[Bb]oth|[Oo]ne|[Nn]one) of (?:mine|ours|my|our)\b)"
)
_NEAR_ONES = re.compile(
    rf"\A[\W_]{{0,3}}(?:So |And |But |Then |The |Next door['’]?s? |\w+['’]s )?{_KIN}(?:['’]s \w+)? (?:\(|was|is|had|has|got|went|came|said|says|told|used|can|never|just|now|did|set|took|started|stopped|wanted|asks|asked|loves|\w+ed)\b",
    re.IGNORECASE,
)
_CLIPPED = re.compile(
    r"\A[\W\d_★☆]{0,12}(?:So |And |But |Have |Only |Just |Also |Then |Finally |Recently |Well |Honestly |Never |Still |Did(?:n['’]t)? |Been |To be fair )?"
    r"(?:[Ss]tarted|[Tt]ried|[Hh]ad|[Tt]ook|[Bb]een|[Bb]ought|[Ss]witched|[Uu]sed|[Ss]topped|[Qq]uit|[Ll]ost|[Gg]ot|[Ww]ent|[Nn]oticed?|[Ff]elt|[Ss]lept|[Rr]eplaced|"
    r"[Cc]ame|[Cc]hanged|[Cc]aught|[Dd]own|[Uu]p|[Gg]ave|[Ff]ound|[Ss]aw|[Ww]oke|[Pp]acked|[Oo]rdered|[Rr]eturned|[Pp]aid|[Cc]ut|[Dd]ropped|[Ww]orked|[Ww]orks|[Dd]id(?:n['’]t)?|[Dd]oes(?:n['’]t)?|[Cc]an)\b"
)
_FOLK = (
    r"(?:people|individuals|customers?|users?|patients?|parents?|wom[ae]n|m[ae]n|lady|ladies|gentleman|residents?|locals|villagers|neighbou?rs?|"
    r"buyers?|owners?|readers?|clients?|children|pupils?|families|teachers?|couple|mother|father|mums?|reviewers?|athletes?|runners|gardeners|"
    r"drivers|workers|shoppers|guests|visitors|members|students|farmers|tourists|others|folks?)"
)
_TELL = (
    r"(?:say|says|said|told|tell|tells|claim(?:s|ed)?|swears?|swore|report(?:s|ed)?|notic(?:e|es|ed)|describ(?:e|es|ed)|find|finds|found|feel|felt|see|saw|"
    r"suggest|complain(?:s|ed)?|insist(?:s|ed)?|rave|love|experienced?)"
)
_OTHERS = Sieve(
    rf"\b(?:[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Nn]umerous|[Tt]wo|[Tt]hree|[Dd]ozens of|[Ll]oads of|[Ll]ots of|[Pp]lenty of|[Oo]ne|[Oo]ur|[Aa]nother|[Aa]|[Oo]ther) "
    rf"(?:of (?:our|my) )?(?:\w+ )?{_FOLK}(?: (?:with|on|at|in|from) [\w ]{{2,20}}?)? (?:and \w+ )?(?:who |also |have |has |had |still |often |already ){{0,2}}{_TELL}\b"
    rf"|(?:\A|[;,:] |\b(?:and|but|while|as) ){_FOLK} (?:with [\w ]{{2,20}}? )?(?:have |often |also |who (?:use|take|tried|try) \w+ ){{0,2}}{_TELL}\b",
    re.IGNORECASE,
)
_COURSE = Sieve(
    r"\b(?:after|within|in|for|by|since|over|until|first|last|this|that|next|night|day|week|month|year|every|ago|nearly|almost)\b[^.;]{0,25}?"
    r"\b(?:\d+|two|three|four|five|six|seven|eight|ten|twelve|couple|few|half|weekend|week|month|day|night|year|winter|summer|spring|autumn|hour|session|morning|"
    r"christmas|easter|jan|feb|mar|april|may|june|july|aug|sept|oct|nov|dec|january|february|march|august|september|october|november|december|(?:19|20)\d\d)s?\b"
    r"|\b\d+ (?:days?|weeks?|wks?|months?|mos?|years?|yrs?|sessions?|winters?|nights?)\b|\b(?:now|again|any ?more|at last|finally|overnight|so far|since then|ago)\b",
    re.IGNORECASE,
)
_OUTCOME = Sieve(
    r"\b(?:better|worse|easier|gone|cleared(?: up)?|disappeared|vanished|stopped|halved|doubled|improved|fixed|cured|healed|"
    r"(?:no|zero|any|little|much|big|huge|massive|noticeable|the same|a) (?:\w+ )?(?:change|difference|improvement|effect|trouble|problems?|luck|meltdowns?|side effects)|nothing|(?:do|did) (?:a|one|any) thing|"
    r"went (?:from|up|down)|from \d[\d.,]{0,8} to|down (?:to|from|\d)|up (?:to|from|\d)|lost \w+|gained|fell|rose|dropped|works?|worked|working|felt|feel|feeling|slept|"
    r"clearer|smoother|lighter|softer|stronger|happier|calmer|quieter|warmer|fine|amazing|brilliant|broke|broken|died|failed|lasted|packed in|the runs|hurts?|ached?|vomited|sick|"
    r"swells?|swelled|settled|calm(?:ed)?|survived|gives|gave|gets?|helped|helps|saved|cost|costs?|paid|pays?|changed)\b|→|\b\d[\d.,]{0,8}(?: ?[a-z%]{1,6})? (?:to|→) \d",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\b(?:I|i|[Ww]e)(?:['’](?:d|ll))? (?:\w+ly |do |don['’]t |also |just |still |really |would |will |can(?:['’]t|not)? |could(?:n['’]t)? )?"
    r"(?:think|thought|believe|guess|hope|mean|know|agree|wonder|suppose|doubt|understand|love|hate|like|recommend|suspect|imagine|want|wanted|need|promise|advise|say|said|wouldn['’]t|would|will|"
    r"read|heard|hear|looked|ask|asked|suggest|appreciate|apologi[sz]e|assume|bet|wish)\b|\b(?:I|i|We|we)['’]ll\b|\A\W{0,3}(?:[Tt]hanks|[Tt]hank you|[Cc]heers|[Ss]orry|[Hh]i|[Hh]ello|[Ww]elcome|[Pp]lease)\b|[Pp]lease\b"
)
_IDENTITY = Sieve(
    r"\b(?:I|i|We|we)(?:['’]m| am|['’]re| are) (?:an? |not an? |also an? |the |from |in |retired|\d|\w+ \(|here|new|sure|glad|sorry|tea|happy)|\bI (?:work|teach|live|run|sleep)\b"
)
_TOLD_SO = Sieve(
    r"\b(?:doctor|gp|neurologist|nurse|pharmacist|dentist|vet|physio|midwife|consultant|osteopath|chiropractor|\w+ologist|dietitian|teacher|engineer|installer)"
    r"(?: also| always| once| just)? (?:and (?:she|he) )?(?:told|tells|says|said|thinks|reckons|recommends|recommended|suggested|advised)\b",
    re.IGNORECASE,
)
_YOU = re.compile(r"\b(?:you|your|you['’](?:re|ll|ve))\b", re.IGNORECASE)
_STUDY = Sieve(
    r"\b(?:trial|study|studies|participants|placebo|survey|meta-analysis|et al)\b", re.IGNORECASE
)
_LEARNED = {Kind.STUDY, Kind.BODY, Kind.REFERENCE}
_THREAD = 3
_TESTIMONY = Sieve(
    r"\A[\"“'‘]|[\"”’'] ?[–—-] ?\w|[\"”]\Z|[–—] [A-Z][\w.]{0,20}(?: [A-Z][\w.]{0,15}){0,2}\Z"
)


_PERSONAL = re.compile(
    r"\b(?:I|[Mm]y|me|mine|[Ss]he|[Hh]er|[Hh]e|[Hh]is|him)\b|\b(?:mum|mother|father|dad|grand\w+)\b|, \d\d,"
)
"""What is told of somebody: a price or a road has no “she”."""
_ENOUGH = 4
_MORE = 5
"""So many points make a story; of what was taken for talk or advice it takes more."""


def story(case: Case) -> Span | None:
    """Return the words with which somebody tells what they saw or what happened to them.

    A small sum: who tells (their own doings, somebody near, unnamed others, a lay person by name), what came of it
    and when; less for opinions, for what they are, for “you” and where a study or a body is named.
    """
    if case.role is Role.NONE:
        return None
    if others := _OTHERS.search(case.text):
        return Span(*others.span())
    if case.role is Role.EVIDENCE:
        return None
    teller = _teller(case)
    points = _told(case, teller) - _against(case)
    if points < (_ENOUGH if case.role.rateable else _MORE):
        return None
    there = teller or Span(0, len(case.text))
    return Span(clause_start(case.text, there.start), clause_end(case.text, there.end))


def _teller(case: Case) -> Span | None:
    """Return who tells of it, where the wording shows somebody."""
    for pattern in (_SUBJECT, _NEAR_ONES, _CLIPPED):
        if found := pattern.search(case.text):
            return Span(*found.span())
    return None


def _told(case: Case, teller: Span | None) -> int:
    text = case.text
    told = any(s.kind is Kind.ANECDOTE and not s.carried for s in case.sources)
    lay = bool(_PERSONAL.search(text)) and any(
        s.kind is Kind.PERSON and not s.expert and not s.official for s in case.sources
    )
    points = 2 * bool(_SUBJECT.search(text)) + 3 * bool(_NEAR_ONES.search(text)) + 2 * told
    points += 2 * bool(_CLIPPED.search(text)) + 2 * lay
    outcome, course = bool(_OUTCOME.search(text)), bool(_COURSE.search(text))
    if teller or told or lay:
        points += 2 * outcome + 2 * course
    elif not outcome and not course:
        points -= 3
    thread = case.page.parts[-1] >= _THREAD  # parts are numbered upwards
    return points + (thread or (case.selling and bool(_TESTIMONY.search(text))))


def _against(case: Case) -> int:
    named = any(s.named and s.kind in _LEARNED for s in case.sources)
    points = 3 * bool(_OPINION.search(case.text) or _TOLD_SO.search(case.text)) + 2 * bool(
        _IDENTITY.search(case.text)
    )
    return (
        points
        + 2 * bool(_YOU.search(case.text))
        + 3 * bool(_STUDY.search(case.text))
        + 2 * named
        + 2 * (case.level > SUPPORTED)
    )
