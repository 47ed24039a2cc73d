"""What belongs to the page and not to the text: menus, headings, bylines, adverts, references.

A line is furniture by its shape (short, not ended as a sentence, in capitals, foreign to the
script of the rest) or by its words.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from quiz.documents import Span
from quiz.rules.lines import (
    ADDRESS,
    BYLINE,
    CONTACT,
    CRUMBS,
    FINITE,
    LOADS,
    PAGE_LABEL,
    SERVICE,
    gives,
    goes_on,
    question_heads,
    says_something,
    signature,
)
from quiz.rules.phrases import word_set
from quiz.rules.sentence import Sentence
from quiz.rules.sieve import Sieve

_ENTRY = re.compile(r"(?:\[\^?\d{1,3}\]:?|[¹²³⁴-⁹]{1,3}|\^)\s?\S")
_CITED = re.compile(r"(?<=\w )\((?!\d{4}\))[^()]{5,120}\)")
_DATE = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b",
    re.IGNORECASE,
)
_PRICE = Sieve(r"[$£€]\s?\d|\d\s?[$£€]|★|☆|\d(?:\.\d)?/5\b")
_RULE = re.compile(r"[\W_]+\Z")
_UNUSUAL = re.compile("[^\u0000-\u024f\u2000-\u20cf]")
_SHORT, _LONG = 14, 30
_HEADING_WORDS = 8
_ITEM, _BEFORE = 2, 6
_LIST_OF_SOURCES = re.compile(
    r"\W*(?:\d{1,2}\W+)?(?:(?:selected|cited|key|main) )?"
    r"(?:references?|sources|bibliography|notes|literature|footnotes|endnotes|citations|works cited|(?:further|additional|suggested) reading)"
    r"(?: (?:cited|and (?:notes|references|sources|further reading)))?(?:\[edit\])?\W*\Z",
    re.IGNORECASE,
)


def is_furniture(
    sentences: Sequence[Sentence], i: int, *, script: str, begun: bool, posted: bool = False
) -> bool:
    """Whether statement ``i`` belongs to the page.

    ``script`` is the one most of the text is in; ``begun`` says whether the text proper has
    begun, for what stands before its first sentence is a title; ``posted`` that it stands in a
    post of a thread, where sentences need no stop.
    """
    sentence = sentences[i]
    text = sentence.text
    if _foreign_to_text(sentence, script) or question_heads(sentences, i, posted=posted):
        return True
    if sentence.finished or alone_in_quotes(text):
        return _worded(sentence, limit=9) and not _told(sentence)
    if posted:
        return _worded(sentence, limit=4) or not says_something(sentence)
    if gives(sentences, i, begun=begun) or goes_on(sentence, begun=begun):
        return False
    return _shaped(sentence) or not _unfinished_sentence(sentence, begun=begun)


def _foreign_to_text(sentence: Sentence, script: str) -> bool:
    """Whether a statement cannot be one of the text, whatever stands around it."""
    text = sentence.text
    if _RULE.match(text) or foreign(text, script) or _reference(sentence):
        return True
    if (
        SERVICE.search(text)
        and len(sentence.words) <= _LONG
        and not sentence.has("finding", "effect")
    ):
        return True
    named = signature(text) or PAGE_LABEL.match(text) or LOADS.match(text)
    return bool(named) and len(sentence.words) <= (_SHORT if sentence.finished else _LONG)


def in_list_of_sources(sentences: Sequence[Sentence], i: int, *, before: bool) -> bool:
    """Whether statement ``i`` is in a list of sources: from its heading to another heading.

    ``before`` says whether the statement before it was.
    """
    paragraph, text = sentences[i].paragraph, sentences[i].text
    if any(s.paragraph == paragraph for s in (*sentences[i - 1 : i], *sentences[i + 1 : i + 2])):
        return before
    if len(sentences[i].words) <= _HEADING_WORDS and _LIST_OF_SOURCES.match(text):
        return True
    return before and not _heading(sentences[i])


def _heading(sentence: Sentence) -> bool:
    """Whether a line of its own heads what follows, and is no entry of a list."""
    text = sentence.text
    if text.startswith("#"):
        return True
    entry = sentence.listed or sentence.finished or re.search(r"\d", text) or ADDRESS.search(text)
    return text[:1].isalpha() and not entry and len(sentence.words) <= _HEADING_WORDS


def main_script(text: str) -> str:
    """Return the script that most letters of the text are in, such as LATIN."""
    sample = text[:: max(1, len(text) // 2000)]
    counts = Counter(_script(c) for c in sample if c.isalpha())
    return counts.most_common(1)[0][0] if counts else ""


def foreign(text: str, script: str) -> Span | None:
    """Return a run of letters of another script than the text's: an inserted advert."""
    if not _UNUSUAL.search(text):
        return None
    start, letters = 0, 0
    for at, char in enumerate(text):
        if char.isalpha() and ord(char) > 0x24F and _script(char) not in {script, "GREEK"}:
            start = start if letters else at
            letters += 1
            if letters > 3:
                return Span(start, at + 1)
        elif char.isalpha():
            letters = 0
    return None


def _script(char: str) -> str:
    return unicodedata.name(char, "").partition(" ")[0]


def alone_in_quotes(text: str) -> bool:
    """Whether the statement is a quotation, which needs no stop of its own."""
    return text[:1] in '"“' and text.rstrip()[-1:] in '"”' and len(text.split()) > 3


def _reference(sentence: Sentence) -> bool:
    """Whether this is an entry in a list of references; one in brackets is part of its sentence."""
    text = sentence.text
    if _ENTRY.match(text) and text[0] in "[^¹²³⁴⁵⁶⁷⁸⁹":
        return True
    text = _CITED.sub("", text)
    if not re.search(r"\b(?:1[5-9]|20)\d\d\b", text):
        return False
    strong = re.search(r"\bdoi\b|\d;\s?\d+|ISBN", text)
    weak = re.search(r"Retrieved|(?:\b[A-Z]\.|et al|&).{0,200}\(\d{4}\)\.|pp?\. \d", text)
    return bool(strong or (weak and not sentence.has("finding")))


def _worded(sentence: Sentence, limit: int) -> bool:
    """Whether a short line begins with words that belong to a page."""
    mark = sentence.first("furniture")
    if mark is None or len(sentence.words) > limit:
        return False
    return mark.start <= 3 or mark.end - mark.start > len(sentence.text) / 2


def _told(sentence: Sentence) -> bool:
    """Whether a finished line says more than the page's own words do."""
    mark = sentence.first("furniture")
    return (
        mark is not None
        and len(sentence.text[mark.end :].split()) > 5
        and not sentence.has("advert")
    )


def _shaped(sentence: Sentence) -> bool:
    text, words = sentence.text, sentence.words
    few, item = len(words) <= _SHORT, sentence.listed and len(words) >= _BEFORE
    return bool(
        (few and (BYLINE.match(text) or (_DATE.search(text) and len(words) <= 8)))
        or (few and (_PRICE.search(text) or CONTACT.search(text) or ADDRESS.search(text)))
        or (len(CRUMBS.findall(text)) >= 1 and len(words) <= _LONG)
        or (_worded(sentence, _LONG) and not (sentence.has("anecdote") or item))
        or text.isupper()
        or len(words) <= 3
    )


def _unfinished_sentence(sentence: Sentence, *, begun: bool) -> bool:
    """Whether a line without a stop is a sentence: a post typed in haste, an item of a list."""
    text, words = sentence.text, sentence.words
    if text.endswith(":") and len(words) <= _SHORT:
        return sentence.has("finding") and len(words) >= _BEFORE
    if sentence.has("anecdote") or text.startswith(("I ", "I’", "I'", "i ")):
        return True
    claims = (
        words[0].text.endswith("s") and (effect := sentence.first("effect")) and effect.start == 0
    )
    if claims and len(words) >= 3:
        return begun
    if _titled(sentence) or text.startswith(("#", "How ", "What ", "Why ", "When ")):
        return False
    item = sentence.listed and len(words) >= (_ITEM if begun else _BEFORE)
    return item or (begun and len(words) >= 9 and bool(FINITE & {w.text for w in words}))


def _titled(sentence: Sentence) -> bool:
    """Whether most of the longer words begin with a capital, as in a title."""
    long = [w for w in sentence.words if len(w.text) > 3 and w.text not in word_set("small_words")]
    capitals = sum(sentence.text[w.start].isupper() for w in long)
    return bool(long) and capitals > 0.6 * len(long)
