"""What the part of a page is about that a statement stands in, told by the line above it.

A heading (“Delivery”), one that runs in (“Dosage. One cup …”) or a line that leads into a list
(“See a doctor if:”) says what the fragments below it do, which have no verb to say so themselves.
"""

import re
from dataclasses import dataclass
from enum import Enum

from quiz.rules.sentence import Sentence

_HEADING_WORDS = 8
_LEADS = 25


class Section(Enum):
    """What a part of a page is about."""

    PLAIN = "plain"
    TERMS = "terms"
    LINKS = "links"
    USE = "use"


_KINDS = (
    (
        Section.TERMS,
        re.compile(
            r"\A\W*(?:(?:free|our|uk|international|standard|home|fast|and|&|your|more|the|company) ){0,3}"
            r"(?:delivery|deliveries|shipping|postage|p ?& ?p|dispatch|returns?|refunds?|exchanges?|payments?|"
            r"guarantee|warranty|money-back|ordering|orders|stockists|gift cards?|click ?(?:&|and) ?collect|"
            r"customer service|wholesale|subscriptions?|contacts?|media (?:contacts?|enquiries|inquiries)|"
            r"press (?:contacts?|office)|opening (?:hours|times))\b",
            re.IGNORECASE,
        ),
    ),
    (
        Section.LINKS,
        re.compile(
            r"\A\W*(?:see also|related|read (?:more|next)|recommended|you (?:may|might) also|customers also|"
            r"also (?:available|bought|in)|more (?:from|on|like)|external links|most (?:read|popular)|popular|"
            r"tags|categories|exercises|(?:review|study) questions|pages|menu)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Section.USE,
        re.compile(
            r"\b(?:how (?:to|do i|do you|should i|much|many|often)|directions|dos(?:age|e|es|ing)|suggested use|"
            r"recommended use|instructions|preparation|serving suggestions?|brewing|which size|sizing|"
            r"what (?:size|to do|you (?:can|should) do)|do not use|when to (?:see|call|get|seek)|(?:see|ask|call|tell) (?:a|your) (?:doctor|gp|pharmacist|vet)|"
            r"first aid|treatment at home|self-?care|prevention|precautions|cautions?|tips|care instructions|"
            r"advice|before you (?:start|use|buy)|what (?:helps|should)|storage|method)\b",
            re.IGNORECASE,
        ),
    ),
)


@dataclass(frozen=True)
class Place:
    """Where a statement stands: in somebody's speech, a thread, a review, a shop, a section."""

    quoted: bool = False
    thread: bool = False
    review: bool = False
    selling: bool = False
    section: Section = Section.PLAIN


def section_of(line: str) -> Section:
    """Return what a heading or a line that leads into a list announces."""
    return next((kind for kind, words in _KINDS if words.search(line)), Section.PLAIN)


def announces(sentence: Sentence, *, alone: bool) -> bool:
    """Whether a line heads what follows: a short unfinished line, or one that ends in a colon."""
    if sentence.listed or not alone:
        return False
    if sentence.text.rstrip().endswith(":"):
        return len(sentence.words) <= _LEADS
    return not sentence.finished and 0 < len(sentence.words) <= _HEADING_WORDS
