"""The shapes of lines on a page: values, signatures, questions and headings that run in."""

import re
from collections.abc import Sequence
from itertools import pairwise

from quiz.rules.sentence import Sentence
from quiz.rules.sieve import Sieve

BYLINE = re.compile(
    r"(?:by|from|words by|written by|reviewed by|posted by|story by|author:?)\s+\S+(?:\s+\S+){0,9}\Z",
    re.IGNORECASE,
)
CRUMBS = re.compile(r"\s[|/›>»·•]\s")
ADDRESS = re.compile(r"\S+@\S+\.\S|https?://|www\.\S")
CONTACT = Sieve(r"\b(?:tel|phone|call|fax)\b.{0,20}\d{3}|\+\d[\d ]{6}", re.IGNORECASE)
_RUN_IN, _SEVERAL = 4, 3
_LABEL_ALONE = re.compile(r"[\w ()#]{1,30}:\Z")
_SIGNED = re.compile(r"[—–-]{1,2}\s?(?:[A-Z]|\w+_\w)[^.!?]{0,40}(?:\.[^.!?]{0,12}){0,3}\Z")
LOADS = re.compile(
    r"\W{0,3}(?:(?:load|view|show|see|read) (?:all )?[\d,]+ (?:more )?\w+|[\d,.]+k? (?:views|people are|reviews|ratings|comments|replies|shares)\b|"
    r"(?:previous|next|prev|page)\b.{0,20}\Z|[\d\s.…]+(?:next|>|»).{0,8}\Z)",
    re.IGNORECASE,
)
SERVICE = Sieve(
    r"\b(?:(?:we|this site) uses? cookies|accept cookies|privacy policy|terms (?:and|&) conditions|all rights reserved|©|"
    r"registered (?:charity|company|office|trade ?mark)|(?:company|charity|vat) (?:no|number|reg)\b|newsletters?\b|sign up (?:to|for)|"
    r"log in|logged in|unsubscribe[ds]?\b|subscribe (?:to|now|for)|follow us|visit (?:our|us|www|\S{1,40}\.(?:com|org|net|co|gov|edu|example))\b|click (?:here|on|the)|"
    r"read (?:more|our guide|the full|next|also)|see our (?:guide|range|other)|this (?:article|story|page) (?:was|has been) (?:amended|updated|corrected|first|originally|last|edited)|"
    r"originally (?:appeared|published)|first (?:appeared|published) (?:in|on)|for (?:more|further|media|press) (?:information|details|enquiries|inquiries)|"
    r"(?:press|media) (?:office|enquiries|inquiries|contact)|(?:images?|photos?|footage|b-roll|pictures|spokespeople|interviews?) (?:are|is) available|"
    r"available for (?:interview|download|comment)|got a (?:story|tip|question|news tip)|e-?mail (?:us|the|our)|contact us|get in touch with (?:us|our)|"
    r"join the (?:conversation|discussion|debate)|share (?:this|your (?:story|views|thoughts))|comments are (?:closed|moderated)|"
    r"this (?:thread|topic|post|comment|entry|page|article) (?:is|has been|was) (?:closed|locked|removed|deleted|moved|marked|archived|a stub)|"
    r"need (?:an account|to (?:log|sign|register))|for legal reasons|photograph(?:s|ed)? by|picture credit|(?:reprinted|syndicated)\b|"
    r"download (?:the|our) (?:app|pdf|guide|leaflet|full)|scan the qr|rate this|was this (?:page|review|helpful)|people found this|found this helpful)",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\W{0,3}Q(?:uestion)?\s?\d{0,2}[.:)]", re.IGNORECASE)
_LABEL = re.compile(r"[^\W_][\w&/'’()–+.½-]{0,20}(?: [\w&/'’()–+.½-]{1,20}){0,3}: ?[^\W_]")
PAGE_LABEL = re.compile(
    r"[\W_]{0,4}(?:photos?|photo credit|images?|pictured?|captions?|sources?|tags?|tagged|categor(?:y|ies)|posted|"
    r"authors?|by|words|topics?|threads?|subject|title|headline|read more|read|see also|see|related|next|"
    r"previous|(?:last )?(?:updated|reviewed|modified|published)|published|share|contact|tel|telephone|phone|"
    r"e-?mail|fax|price|rrp|sku|product code|item|isbn|delivery|shipping|returns|"
    r"tickets|media|press|more|filed under|keywords|website|web|link|follow|follow us|address|"
    r"editor|reviewer|written by|reviewed by|from|to|cc|re|quote|reply|report|sort by|view|filed|watch|"
    r"video|listen|credit|copyright|section|chapter|article|references?|ends|issued|embargo|"
    r"for immediate release|also available|customers also \w+|you may also like)\b[^:]{0,20}:",
    re.IGNORECASE,
)
_SPOKEN = frozenset("i you we he she they it me my your this that thanks sorry yes no so".split())
FINITE = frozenset(
    "is are was were has have had can will may might could would should do does did don't doesn't "
    "didn't isn't aren't won't can't it's that's there's i'm".split()
)
_SHORT_HEADING, _LONG = 8, 30


def run_in_headings(sentences: Sequence[Sentence], *, sold: bool) -> frozenset[int]:
    """Return the headings that stand at the beginning of a paragraph: “Dosage. One cup …”.

    A page has several of them, or none; where something is ``sold`` they are questions, and a
    few words with a stop are praise.
    """
    first = [
        i
        for i, (s, after) in enumerate(pairwise(sentences))
        if s.paragraph == after.paragraph and (not i or s.paragraph != sentences[i - 1].paragraph)
    ]
    asked = {i for i in first if sentences[i].text.endswith("?")}
    named = set() if sold else {i for i in first if _names_a_topic(sentences[i])}
    return frozenset(i for found in (asked, named) if len(found) >= _SEVERAL for i in found)


def _names_a_topic(sentence: Sentence) -> bool:
    words = {w.text for w in sentence.words}
    brief = len(sentence.words) <= _RUN_IN and sentence.text.endswith(".")
    return brief and not words & (FINITE | _SPOKEN) and not re.search(r"\d", sentence.text)


def question_heads(sentences: Sequence[Sentence], i: int, *, posted: bool) -> bool:
    """Whether a question heads what follows: marked with a Q, or on a line of its own."""
    sentence = sentences[i]
    text = sentence.text.rstrip("\"'”’*_) ")
    if not text.endswith("?"):
        return False
    if _ASKED.match(text) or (text.isupper() and len(sentence.words) > 1):
        return True
    near = (*sentences[max(0, i - 1) : i], *sentences[i + 1 : i + 2])
    alone = all(s.paragraph != sentence.paragraph for s in near)
    return alone and not posted and text[:1] not in "\"'“‘" and len(sentence.words) <= _LONG


def gives(sentences: Sequence[Sentence], i: int, *, begun: bool) -> bool:
    """Whether a line gives the value of something: “Noise: 39 dB”, “Family: Lamiaceae”."""
    near = (*sentences[max(0, i - 1) : i], *sentences[i + 1 : i + 2])
    return _labelled(sentences[i]) and (begun or any(_labelled(s) for s in near))


def goes_on(sentence: Sentence, *, begun: bool) -> bool:
    """Whether a line goes on in small letters where another broke off: an item of a list."""
    text = sentence.text
    small = begun and text[0].islower() and len(sentence.words) > 1 and "_" not in text
    return small and not (BYLINE.match(text) or ADDRESS.search(text) or CRUMBS.search(text))


def signature(text: str) -> bool:
    """Whether a few words after a dash say who wrote what stands before: “– K. W., Leeds”."""
    return bool(_SIGNED.match(text)) and len(text.split()) <= _SHORT_HEADING


def _labelled(sentence: Sentence) -> bool:
    text = sentence.text
    found = _LABEL.match(text)
    if not found or PAGE_LABEL.match(text) or sentence.finished or text.isupper():
        return False
    return not (CONTACT.search(text) or ADDRESS.search(text) or CRUMBS.search(text))


def says_something(sentence: Sentence) -> bool:
    """Whether a line in a post is more than a name, a number or a link."""
    text = sentence.text
    return any(c.isalpha() for c in text) and not (
        CRUMBS.search(text) or ADDRESS.match(text) or _LABEL_ALONE.match(text)
    )
