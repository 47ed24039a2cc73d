"""The lines of a forum, a thread of comments or a mailing list that stand around the posts.

Who wrote, when, and how many liked it are furniture; what stands between such lines is a post,
with or without the stops that end a sentence.
"""

import re
from collections.abc import Sequence

from quiz.rules.sentence import Sentence
from quiz.rules.sieve import Sieve

_WHEN = Sieve(
    r"\b\d{1,2}[:.]\d\d(?:\s?[ap]m)?\b|\b(?:\d{1,3}|an?|one|two) ?(?:s|m|h|d|w|y|mins?|hrs?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|yrs?|mo) ago\b"
    r"|\byesterday\b|\bjust now\b|\btoday at\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6} \d{1,2}\b|\b\d{1,4}[/-]\d{1,2}[/-]\d{2,4}\b",
    re.IGNORECASE,
)
_COUNTED = Sieve(
    r"[▲▼△▽⬆⬇👍👎♥❤]|[+−-]?\b\d[\d.,]*k? ?(?:up|down)?(?:votes?|likes?|points?|replies|comments?|answers?|views|helpful|posts)\b"
    r"|\A[+−-]\d{1,4}\Z|\bposts?: ?\d|\bjoined:? |\blikes?: ?\d|\bviewed \d|\bpage \d",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"\b(?:wrote|said|says|posted|replied|asked|answered|writes|commented)(?: by)?\s?[:▸»]|\A(?:posted|asked|answered|started|submitted) (?:by|on)\b"
    r"|\A(?:re|on|author|from|subject|topic|thread|quote|op|user|name|member|answer|reply|comment|post) ?(?:#?\d{1,4}\b|:|from\b|▸)|\bu/\w|\A#\d{1,4}\b|\Aanswer \d|\bsenior member\b"
    r"|\A[>↳»]? ?(?:quote|quoting|originally posted)\b",
    re.IGNORECASE,
)
_RULE = re.compile(r"[\W_]+\Z")
_HEADER_WORDS = 14
_NAME_WORDS = 3
_POSTS = 3


def headers_of(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Return the lines around the posts of a thread, by number; none where it is no thread."""
    lines = [i for i, s in enumerate(sentences) if _alone(sentences, i) and _short(s)]
    dated = {i for i in lines if _WHEN.search(sentences[i].text)}
    others = {i for i in lines if _said(sentences[i]) or _COUNTED.search(sentences[i].text)}
    if len(dated | others) < _POSTS:
        return frozenset()
    found = dated | others
    closing = {i for i in lines if _RULE.match(sentences[i].text)} | (others - dated)
    names = {i - 1 for i in dated} | {i + 1 for i in closing}
    names = {i for i in names if i in lines and len(sentences[i].words) <= _NAME_WORDS}
    return frozenset(found | names)


def _alone(sentences: Sequence[Sentence], i: int) -> bool:
    """Whether a statement has its line to itself."""
    near = (*sentences[max(0, i - 1) : i], *sentences[i + 1 : i + 2])
    return all(s.paragraph != sentences[i].paragraph for s in near)


def _short(sentence: Sentence) -> bool:
    return not sentence.finished and len(sentence.words) <= _HEADER_WORDS


def _said(sentence: Sentence) -> bool:
    return bool(_WROTE.search(sentence.text))
