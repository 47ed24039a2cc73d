"""What kind of page a text stands on: who speaks in which part of it, and in whose interest.

A forum or a page of reviews changes its speaker with every post, so that nothing carries over
from one to the next; a press release speaks for the body that issues it; a shop sells.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quiz.rules.releases import is_release
from quiz.rules.sentence import Sentence
from quiz.rules.sieve import Sieve

_POST = Sieve(
    r"\bwrote\b|\bago\b|\bposted\b|\bu/\w|\bjoined\b|#\d+\b|\bposts?:|\d{1,2}:\d\d|\breplied\b|"
    r"\bsaid:|\bsays:|\bOP\b|\bmember\b|\breply\b|\bupvotes?\b|\bpoints\b|[»@]",
    re.IGNORECASE,
)
_REVIEW = Sieve(r"[★☆⭐]|\b\d(?:\.\d)?\s?/\s?5\b|\b\d out of 5|\b[Vv]erified\b|\b[1-5] stars?\b")
_PRICED = Sieve(
    r"[£$€]|\b(?:add to|view|your) (?:basket|cart|bag|trolley)\b|\bin stock\b|\bcustomer reviews\b|\bdelivery\b|[★☆]",
    re.IGNORECASE,
)
_SUMMARY = Sieve(r"\breviews\b|\bratings\b|\bbased on\b|\baverage\b", re.IGNORECASE)
_QUOTES = Sieve(
    r"[”\"],? (?:[A-Z][\w’'-]{1,30} ){0,3}(?:said|says|told|added|adds|wrote)\b|\b(?:said|says|told|added) (?:on|in an?) (?:\w+day|statement|email|interview|phone)\b"
    r"|\(Reuters\)|\(AP\)|\bsaid (?:[A-Z][\w’'-]{1,30} ){1,3}?[A-Z][\w’'-]{1,30},"
)
_REPORTED = 3
"""A page with so many people quoted reports."""
_HEADER_WORDS = 14
_POSTS = 3
_SELLS = 3
"""A page that offers or prices things so many times sells them."""


@dataclass(frozen=True)
class Setting:
    """The kind of page, and for each statement the part it stands in.

    ``parts`` numbers what one voice says; ``reviews`` marks what buyers or users report,
    and ``thread`` tells whether the parts are posts.
    """

    selling: bool
    release: bool
    parts: tuple[int, ...]
    reviews: tuple[bool, ...]
    thread: bool = False


def sells(sentences: Sequence[Sentence]) -> bool:
    """Whether a page offers or prices things so often that it sells them.

    A price in a long sentence is news of a price, and where many are quoted it is news.
    """
    if sum(bool(_QUOTES.search(s.text)) for s in sentences) >= _REPORTED:
        return False
    return sum(bool(s.has("advert") or _PRICED.search(s.text)) for s in sentences) >= _SELLS


def setting_of(
    sentences: Sequence[Sentence], furniture: Sequence[bool], lines: frozenset[int] = frozenset()
) -> Setting:
    """Return what kind of page the statements stand on, from its furniture and its prices.

    ``lines`` are those that stand around the posts of a thread, where they are known.
    """
    release = is_release(sentences, furniture)
    headers = [
        f and len(s.words) <= _HEADER_WORDS and bool(_POST.search(s.text))
        for f, s in zip(furniture, sentences, strict=True)
    ]
    if lines and not release and not sells(sentences):
        headers = [i in lines for i in range(len(sentences))]
    thread = sum(headers) >= _POSTS and not release
    parts, reviews, part, review = [], [], 0, False
    for sentence, plain, header in zip(sentences, furniture, headers, strict=True):
        if plain:
            stars = _REVIEW.search(sentence.text) and not _SUMMARY.search(sentence.text)
            review = bool(stars) or (review and len(sentence.words) <= 2)
            part += bool(stars) or (thread and header)
        parts.append(part)
        reviews.append(review and not plain)
    return Setting(sells(sentences), release, tuple(parts), tuple(reviews), thread)
