"""Appeals to nature: where a thing comes from, or how old it is, said in its praise."""

import re
from collections.abc import Iterator

from quiz.documents import Span
from quiz.rules.found import Case
from quiz.rules.sieve import Sieve
from quiz.scale import Role

_NATURE = Sieve(
    r"\bnatural(?:ly)?\b(?! (?:\w+ )?(?:flavou?r|gas|histor|light|toxin|disaster|selection|language|killer|resource|"
    r"rubber|scienc|cause|born|occurring|park|reserve|world|course|result|death|history|order|variation|increase))"
    r"|\bnature(?:['’]s|\b(?= (?:intended|knows|made|gave|provides|has)))|\bmother nature\b|\bgifts? (?:of|from) nature\b"
    r"|\b(?:wild-?(?:harvested|crafted|grown|picked|foraged)|plant-based|plant-powered|chemical-free|toxin-free|hand-?harvested|sun-?dried|"
    r"unprocessed|unrefined|botanicals?|renewable|biodegradable|straight from the (?:earth|soil|sea|forest)|"
    r"(?:no|without|free from|free of|zero) (?:\w+ ){0,2}(?:chemicals|additives|preservatives|synthetics|nasties|parabens|fillers|toxins|pharmaceuticals|drugs))\b"
    r"|\b(?:pure|organic|100 ?%|ancient|traditional|herbal|holistic) (?:and |& )?(?:natural|plant|herbal|botanical|remed(?:y|ies)|wisdom|healing)\b"
    r"|\bthe way (?:nature|we were|our ancestors)\b|\b(?:our|your) (?:ancestors|body was designed|bodies were designed|bodies evolved)\b"
    r"|\b(?:designed|meant|made|intended) (?:for|to) (?:calves|cows|animals|babies|eat|live|sleep)\b"
    r"|\b(?:grandma|granny|ouma|nonna|grandmother)s?\b(?= (?:always|used|knew|swore|never|had))",
    re.IGNORECASE,
)


def origins(case: Case) -> Iterator[Span]:
    """Yield where “natural” is praise: where something is sold, issued or said to work."""
    praises = case.selling or case.page.release or case.role is Role.EFFECT
    if not praises and not case.sentence.has("loaded", "comparison", "popularity"):
        return
    if case.supported and case.role is not Role.EFFECT:
        return
    for found in _NATURE.finditer(case.text):
        yield Span(*found.span())
    for mark in case.sentence.marks("nature"):
        yield Span(mark.start, mark.end)
