"""How far a claim goes: the limits that a statement owns up to."""

import re
from collections.abc import Iterator

from quiz.documents import Span
from quiz.rules.found import Case
from quiz.rules.sieve import Sieve
from quiz.scale import Role

_CONCEDED = Sieve(
    r"(?:(?<=[,;–—(] )|(?<=[,;–—(]))(?:although|albeit|though(?!t))\b[^.;!?]{0,120}"
    r"|\bthough(?=[.!,])|^Although\b[^,.;]{0,120}"
)
"""“…, though which causes which is argued over”: what a writer grants after a claim."""
_FEW = (
    r"(?:\d|[1-3]\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|"
    r"thirty|a (?:dozen|handful of|few))"
)
_SMALL = Sieve(
    rf"\b(?:study|trial|survey|sample|group|series|pilot|just|only) (?:of )?{_FEW} (?:\w+ ){{0,2}}"
    r"(?:people|adults|patients|women|men|volunteers|children|participants|subjects|students|mice|rats|cases|dogs|users|customers)\b"
    rf"|^{_FEW} (?:people|adults|patients|women|men|volunteers|children|participants|mice|rats|dogs)\b(?=,)",
    re.IGNORECASE,
)
_BESIDE = Sieve(
    r"\b(?:I|I['’]d|I['’]ve|she|he|we|we['’]d|we['’]ve) (?:had |have |has )?(?:also|since|just) (?:had |been )?"
    r"(?:given up|gave up|stopped|started|begun|began|changed|cut|lost|switched|quit|moved|joined|took|taken|taking|swapped|dropped|bought|got)\b"
    r"|\b(?:was|am|were|been) (?:also )?on (?:\w+ ){0,2}(?:tablets|medication|meds|antibiotics|steroids)(?: too| as well)\b",
    re.IGNORECASE,
)
"""What else somebody changed, by their own account."""
_SHORTFALL = Sieve(
    r"\b(?:did|do|does) not (?:complete|finish|cover|publish|adjust|randomi[sz]e|blind|report|disclose|say (?:how|what|whether|which)|have (?:\w+ )?(?:numbers|figures|data|records))\b"
    r"|\b(?:dropped out|lost to follow-up|withdrew from|discontinued treatment|declined to take part|self[- ]report(?:ed|s)?|cross[- ]sectional|n ?= ?[1-9]\b|survivor(?:ship)? bias|skewed|unrepresentative)\b"
    r"|\bforward-looking statements\b|\b(?:full|further|final|complete|detailed) (?:results|data|findings|details) (?:will|are to) be (?:submitted|presented|published|released)\b|\bwill be submitted (?:to|for)\b|\bpreliminary until\b"
    r"|\b(?:[Tt]estimonials?|[Rr]esults|[Rr]eviews|[Oo]utcomes) (?:may|might|can) (?:not )?be (?:not )?(?:typical|edited|representative|different|shortened)\b|\bnot typical\b"
    r"|\b(?:small|modest|slight|marginal|weak),? (?:or absent|if any|at best|or none)\b|\b[Ss]mall effects?\b|\b(?:effect|difference|benefit|gain|improvement|advantage)s? (?:had |has |have )?(?:disappeared|vanished|faded|wore off|waned|was gone|were gone|shrank|did not last)\b"
    r"|\bbut (?:not|only) (?:after|beyond|for|in|among|by|on|with|when|if) (?!the other)\w+|\bso (?:\w+ )?unknown\b|\b(?:is|was|still|fed|yet|n['’]t) (?:not )?(?:immediately )?clear (?:what|how|why|if|whether|who)\b|\bnot clear[.;]|\bis(?:n['’]t| not) known\b|\b(?:[Cc]ause|[Rr]eason|[Mm]echanism) [Uu]nclear\b"
    r"|\b(?:no|few|hardly any|not many) (?:large |human |long-term |proper |good |direct |published |clinical |controlled |comparable ){1,3}(?:trials|studies|statistics|records|data|figures|measurements) (?:were|have|has|exist|are)\b"
    r"|\b[Nn]ot everyone\b|\b[Nn]one of (?:these|them|this) (?:explains?|proves?|shows?|means?|is proof)\b|\bnot (?:the )?(?:same (?:thing|as)|equal)\b|\bnothing magic\b|\bno (?:magic|miracle)\b"
    r"|\b(?:when|if|where) (?:taken|used|applied|followed|stored|worn|combined) (?:\w+ )?(?:as directed|as instructed|correctly|properly|in line with|alongside|with a)\b|\bwhen [^.,;]{2,30} (?:is|are) used (?:as directed|correctly)\b"
    r"|\bhaven['’]?t seen the (?:data|paper|study)|\b(?:I|we) (?:only )?(?:found|find) (?:only )?(?:blogs|adverts)|\bwho knows\b|\bif funding\b|\bAll (?:I|we) (?:can|could) (?:say|tell you)\b|\bwouldn['’]t (?:bet|hang|put (?:much|too much) (?:weight|faith))\b"
    r"|\b(?:good luck|hard to) (?:finding|find|blind(?:ing)?|imagine) (?:a |an )?(?:placebo|control)|\bcould (?:hardly|not) fail to notice\b|\bplacebo (?:effect|response)s?\b|\bmay have differed\b"
    r"|\b(?:are|is|were|was) (?:small|short|old|unblinded|observational|modelled|low quality|low-quality)(?: and \w+)?[.;,]|\bdiffering definitions\b|\bcaptive animals\b|\b(?:those|these) (?:were|are|was) (?:lab|laboratory|animal|mouse|rat|test-tube|observational|cross|small|short)\b"
)
"""Other ways to fall short: who dropped out, what wore off, what was not counted, what is not typical."""
_ANIMALS = Sieve(
    r"\b(?:in|on|with) (?:male |female |pregnant |diabetic |young |old )?(?:mice|rats|rodents|monkeys|rabbits|hamsters|guinea pigs|cell cultures?|cultured cells|isolated cells|test tubes|a test tube|a dish|vitro|animals)\b(?! and (?:in )?(?:patients|people|humans))"
    r"|\b(?:mouse|rat|monkey|animal|cell|laboratory|lab|test-tube|rodent) (?:stud(?:y|ies)|experiments?|models?|work|ears|guts|data)\b|\bin which (?:mice|rats) were\b"
)
_WONT = Sieve(
    r"\b[Pp]lease note\b[^.;]{0,60}|\b(?:will not|won['’]t|does not|doesn['’]t|cannot|can['’]t) (?:fix|cure|treat|replace|undo|reverse|solve|remove|teach|diagnose|rebuild|regrow|eliminate)\b"
)
_AGAINST = re.compile(r"not (?:suitable|recommended|for|to be)\b", re.IGNORECASE)
"""“Not suitable for children” is advice rather than a limit of what is known."""


def limits(case: Case) -> Iterator[Span]:
    """Yield where a statement says how far its evidence goes."""
    for mark in case.sentence.marks("caveat"):
        if case.role is Role.ADVICE and _AGAINST.match(case.text, mark.start):
            continue
        yield Span(mark.start, mark.end)
    sold = (_WONT,) if case.selling or case.page.release else ()
    tested = (_ANIMALS,) if case.role.rateable else ()
    for pattern in (_CONCEDED, _SMALL, _BESIDE, _SHORTFALL, *tested, *sold):
        for found in pattern.finditer(case.text):
            yield Span(*found.span())
