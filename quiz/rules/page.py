"""A page read as a whole: which of its statements are furniture, and what the others do.

What a statement does depends on where it stands: in a post, under a heading, in a quotation.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quiz.rules.furniture import (
    in_list_of_sources,
    is_furniture,
    main_script,
)
from quiz.rules.lines import run_in_headings
from quiz.rules.roles import role_of
from quiz.rules.sections import Place, Section, announces, section_of
from quiz.rules.sentence import Sentence
from quiz.rules.setting import Setting, sells, setting_of
from quiz.rules.sieve import Sieve
from quiz.rules.thread import headers_of
from quiz.scale import Role

_TERMS = Sieve(
    r"\b(?:free (?:over|delivery|shipping|returns|[a-z]{2,8} (?:delivery|shipping))|shipping|postage|ships (?:from|in|within)|dispatch(?:ed)?|"
    r"(?:next|same)[- ]day|working days|business days|order(?:s|ed)? (?:before|by|over|now|today|on)|per order|your (?:first )?order|"
    r"refund(?:s|ed|able)?|send (?:it|them) back|returned? (?:it|them|to|within|unless)|be returned|no returns|money[- ]back|"
    r"pay (?:the )?(?:postage|return)|click & collect|in stock|out of stock|subscribe (?:and|&)|save \d+ ?%|"
    r"\d+ ?% off|buy \d|checkout|add to (?:basket|cart|bag)|gift card|quote your|trade account|left from this)\b",
    re.IGNORECASE,
)
_QUOTES = {"“": "”", '"': '"'}


@dataclass(frozen=True)
class Page:
    """The role of every statement, and the kind of page they stand on."""

    roles: tuple[Role, ...]
    setting: Setting


def read_page(text: str, sentences: Sequence[Sentence]) -> Page:
    """Return what every statement of a text does."""
    headers = headers_of(sentences)
    furniture = tuple(_furniture(text, sentences, headers))
    setting = setting_of(sentences, furniture, headers)
    places = _places(sentences, furniture, setting, in_thread=bool(headers))
    roles = tuple(
        Role.NONE if place is None else role_of(sentence, place)
        for sentence, place in zip(sentences, places, strict=True)
    )
    return Page(roles, setting)


def _furniture(text: str, sentences: Sequence[Sentence], headers: frozenset[int]) -> Iterator[bool]:
    script, begun, listing = main_script(text), False, False
    titles = frozenset() if headers else run_in_headings(sentences, sold=sells(sentences))
    first = min(headers, default=len(sentences))
    for i, sentence in enumerate(sentences):
        listing = begun and in_list_of_sources(sentences, i, before=listing)
        posted = i > first and i not in headers
        plain = (
            listing
            or i in headers
            or i in titles
            or is_furniture(sentences, i, script=script, begun=begun, posted=posted)
        )
        begun = begun or (not plain and sentence.finished)
        yield plain


def _places(
    sentences: Sequence[Sentence],
    furniture: Sequence[bool],
    setting: Setting,
    *,
    in_thread: bool,
) -> Iterator[Place | None]:
    quoted, section = "", Section.PLAIN
    for i, sentence in enumerate(sentences):
        starts = not i or sentence.paragraph != sentences[i - 1].paragraph
        ends = i + 1 == len(sentences) or sentence.paragraph != sentences[i + 1].paragraph
        quoted = "" if starts else quoted
        if announces(sentence, alone=starts and ends) or (furniture[i] and starts and not ends):
            section = section_of(sentence.text)
        elif section is Section.TERMS and sentence.has("effect", "professional", "caveat"):
            section = Section.PLAIN
        if furniture[i] or (not in_thread and _of_the_shop(sentence, section, setting)):
            yield None
        else:
            yield Place(
                quoted=bool(quoted),
                thread=in_thread,
                review=setting.reviews[i],
                selling=setting.selling,
                section=section,
            )
        quoted = _open_quote(sentence.text, quoted)


def _of_the_shop(sentence: Sentence, section: Section, setting: Setting) -> bool:
    """Whether a statement only says how to order, what is delivered and what is taken back."""
    if section is Section.LINKS or (section is Section.TERMS and setting.selling):
        return True
    return setting.selling and bool(_TERMS.search(sentence.text)) and not sentence.has("effect")


def _open_quote(text: str, quoted: str) -> str:
    """Return the mark that would close the quotation still open after this statement."""
    for char in text:
        if quoted and char == quoted:
            quoted = ""
        elif not quoted and char in _QUOTES:
            quoted = _QUOTES[char]
    return quoted
