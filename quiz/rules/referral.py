"""Where a reader is told to ask somebody who knows: a doctor, a vet, an electrician."""

import re
from collections.abc import Iterator

from quiz.documents import Span
from quiz.rules.found import Case
from quiz.rules.sieve import Sieve
from quiz.scale import Role

_WHO = (
    r"(?:doctors?|docs?|GPs?|physicians?|pharmacists?|chemist|pharmacy|nurses?|midwi(?:fe|ves)|health visitor|"
    r"vets?|veterinarian|dentist|dermatologist|derm|dieti[ct]ian|nutritionist|paediatrician|pediatrician|"
    r"cardiologist|neurologist|audiologist|optometrist|optician|ophthalmologist|gyn(?:ae|o)?(?:cologist)?|"
    r"therapist|counsellor|psychologist|psychiatrist|physio(?:therapist)?|specialist|consultant|surgeon|"
    r"(?:health ?-?care|health|medical|qualified|mental health) (?:professional|provider|practitioner|team|adviser|worker)s?|"
    r"professionals?|medic|clinician|practitioner|provider|care team|clinic(?: sister)?|surgery|health cent(?:re|er)|hospital|A&E|"
    r"emergency (?:room|department|services)|ER|poison (?:control|centre|center)(?: centre| center)?|urgent care|NHS 111|member of staff|"
    r"lawyer|solicitor|attorney|accountant|electrician|plumber|engineer|surveyor|installer|arborist|behaviou?rist|"
    r"agronomist|extension (?:office|agent)|advis[eo]r|trainer|someone qualified|an expert)"
)
_WHOSE = (
    r"(?:(?:a|an|your|the|their|his|her|our|my|any|one's|one’s)(?: own)? (?:\w[\w-]{1,14} ){0,2})?"
)
_ASK = (
    r"(?:(?:talk|speak|chat|talking|speaking|chatting|check|checking|consult|consulting|discuss(?:ing)? (?:it|this|that) )"
    r"(?: first)?(?: it| this)?(?: to| with)?|"
    r"ask|asking|see|seeing|consult|consulting|consultation with|contact|contacting|call|calling|ring|ringing|"
    r"phone|visit|visiting|tell|telling|advice of|approval of|guidance of|supervision of|referr(?:al|ed) (?:to|by|from)|"
    r"(?:go|get|going|head|rush|straight|over|present|report|take (?:it|them|him|her|your \w{1,12})) (?:straight )?to|"
    r"(?:clear|check|discuss|raise|run|mention|bring|take) (?:it|this|that|them)(?: up)? (?:with|by|past|to)|"
    r"unless|until|advised by|directed by|prescribed by|recommended by|instructed by|hire|get|find|call in)"
)
_ASKED = Sieve(
    rf"\b{_ASK} {_WHOSE}{_WHO}\b"
    r"|\bseek(?:ing)? (?:\w+ ){0,3}(?:advice|help|attention|care|guidance|treatment|opinion)\b"
    r"|\b(?:make|book|get) (?:an|a|your) (?:\w+ ){0,1}(?:appointment|check-up|checkup|blood test|eye test|eye exam|hearing test|second opinion|referral)\b"
    r"|\b(?:get|have|getting|having) (?:it|them|this|that|him|her|(?:your|his|her|their|any) (?:\w+ ){1,3})(?:checked|tested|looked at|seen|assessed|examined|measured|diagnosed)\b"
    r"|\b(?:call|dial|ring|phone) (?:999|911|111|112|000|your local emergency)\b"
    r"|\b(?:under|without) (?:medical|professional|veterinary|a doctor['’]s) (?:supervision|advice|guidance)\b"
    r"|\b(?:let|leave) (?:it to )?(?:your|a|the|their) (?:\w+ ){0,2}(?:doctors?|GP|vet|pharmacist|nurse|midwife|professionals?|team|specialist|dentist|provider)(?: know| decide)?\b"
    r"|\b(?:get|need|needs|require|requires|obtain|want) (?:\w+ ){0,2}(?:medical|professional|veterinary|legal|specialist|expert) (?:\w+ )?(?:advice|help|attention|care|guidance|treatment|opinion)\b"
    r"|\b(?:a |quick )(?:chat|word|conversation|consultation|appointment|check|visit) (?:with|to|from|by) (?:a|an|your|the|their) (?:\w+ ){0,2}(?:doctors?|GP|vet|pharmacist|nurse|midwife|professional|team|specialist|dentist|provider|dietitian|lawyer)\b"
    r"|\b(?:be|been|fitted|installed|serviced|assessed|diagnosed|checked|inspected|seen|examined|done|tested|treated) by (?:a|an|your|the) (?:\w[\w-]* ){0,3}(?:doctor|GP|vet|pharmacist|nurse|professional|specialist|dentist|provider|dietitian|engineer|electrician|installer|technician|inspector|expert)\b"
    r"|\bGas Safe\b|\b(?:your|their) (?:doctor|GP|vet|pharmacist|midwife|dentist|physician) (?:can|will|should|may|might|could) (?:\w+ )?(?:advise|help|tell|check|test|prescribe|refer|suggest|arrange|recommend|want|decide|be able)\b"
    r"|\b(?:ask|push) for (?:a|an) (?:\w+ ){0,2}(?:referral|test|check|second opinion|assessment)\b|\bsecond opinion\b"
    r"|\b(?:with|coupled with|need for|to) (?:\w+ )?(?:professional|medical) (?:guidance|advice|supervision)\b"
    r"|\b(?:doctors|professionals|pharmacists|providers) (?:can|will) (?:\w+ )?(?:advise|help|provide|offer|guide|prescribe)\b"
    r"|\bon medical advice\b|\bspeak to (?:somebody|someone)\b",
    re.IGNORECASE,
)
_ANYBODY = Sieve(
    r"\b(?:(?:talk|speak|check|chat) (?:first )?(?:to|with)|consult|ask) (?:your|an?|the|their|his|her|local) "
    r"(?!friends?\b|partner\b|wife\b|husband\b|family\b|kids?\b|child\b|question|lot\b|few\b|shop\b|seller\b|same\b)[a-z]\w+",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:I|we|he|she|they|who|ever|to|had|risk of|chance of|prompted \w{1,8} to|went to|did|didn['’]t|can['’]t|couldn['’]t) \Z"
)
"""Somebody who tells that they saw a doctor, or had to, gives no advice."""
_DUTY = re.compile(
    r"\b(?:need|ought|have|best|want|advised|asked|urged|important|wise|essential|told|recommended|sure|reminded|encouraged) to \Z"
)


def referrals(case: Case) -> Iterator[Span]:
    """Yield where a statement sends its reader to a professional."""
    anybody = _ANYBODY.finditer(case.text) if case.role is Role.ADVICE else ()
    for found in (*_ASKED.finditer(case.text), *anybody):
        before = case.text[max(0, found.start() - 30) : found.start()]
        told = _TOLD.search(before) and not _DUTY.search(before)
        if case.role is Role.ADVICE or not told:
            yield Span(*found.span())
