"""What belongs to the page and not to the text: menus, headings, bylines, adverts, references.

A line is furniture by its shape (short, not ended as a sentence, in capitals, foreign to the
script of the rest) or by its words.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from quiz.documents import Span
from quiz.rules.phrases import word_set
from quiz.rules.sentence import Sentence

_ENTRY = re.compile(r"(?:\[\d{1,3}\]|\d{1,3}\.|\^)\s?\S")
_BYLINE = re.compile(
    r"(?:by|from|words by|written by|reviewed by|posted by|story by|author:?)\s+\S+(?:\s+\S+){0,9}\Z",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b",
    re.IGNORECASE,
)
_CRUMBS = re.compile(r"\s[|/›>»·•]\s")
_PRICE = re.compile(r"[$£€]\s?\d|\d\s?[$£€]|★|☆|\d(?:\.\d)?/5\b")
_ADDRESS = re.compile(r"\S+@\S+\.\S|https?://|www\.\S")
_CONTACT = re.compile(r"\b(?:tel|phone|call|fax)\b.{0,20}\d{3}|\+\d[\d ]{6}", re.IGNORECASE)
_RULE = re.compile(r"[\W_]+\Z")
_UNUSUAL = re.compile("[^\u0000-\u024f\u2000-\u20cf]")
_SHORT, _LONG = 14, 30
_HEADING_WORDS = 8
_RUN_IN, _SEVERAL = 4, 3
_ITEM, _BEFORE = 2, 6
_LABEL_ALONE = re.compile(r"[\w ()#]{1,30}:\Z")
_ASKED = re.compile(r"\W{0,3}Q(?:uestion)?\s?\d{0,2}[.:)]", re.IGNORECASE)
_LABEL = re.compile(r"[^\W_][\w&/'’()–+.½-]{0,20}(?: [\w&/'’()–+.½-]{1,20}){0,3}: ?[^\W_]")
_PAGE_LABEL = re.compile(
    r"(?:photos?|photo credit|images?|pictured?|captions?|sources?|tags?|tagged|categor(?:y|ies)|posted|"
    r"authors?|by|words|topics?|threads?|subject|title|headline|read more|read|see also|see|related|next|"
    r"previous|(?:last )?(?:updated|reviewed|modified|published)|published|share|contact|tel|telephone|phone|"
    r"e-?mail|fax|price|rrp|sku|product code|item|isbn|delivery|shipping|returns|location|where|when|date|"
    r"time|venue|tickets|media|press|more|filed under|keywords|website|web|link|follow|follow us|address|"
    r"editor|reviewer|written by|reviewed by|from|to|cc|re|quote|reply|report|sort by|view|filed|watch|"
    r"video|listen|credit|copyright|section|chapter|article|references?|notes?|a|q|ends|issued|embargo|"
    r"for immediate release|also available|customers also \w+|you may also like)\b[^:]{0,20}:",
    re.IGNORECASE,
)
_SPOKEN = frozenset("i you we he she they it me my your this that thanks sorry yes no so".split())
_LIST_OF_SOURCES = re.compile(
    r"\W*(?:\d{1,2}\W+)?(?:(?:selected|cited|key|main) )?"
    r"(?:references?|sources|bibliography|notes|literature|footnotes|endnotes|citations)"
    r"(?: (?:cited|and (?:notes|references|sources|further reading)))?|(?:further|additional) reading|works cited(?:\[edit\])?\W*\Z",
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
    if _RULE.match(text) or foreign(text, script) or _reference(sentence):
        return True
    if question_heads(sentences, i, posted=posted):
        return True
    if sentence.finished or alone_in_quotes(text):
        return _worded(sentence, limit=9) and not _told(sentence)
    if posted:
        return _worded(sentence, limit=4) or not _says_something(sentence)
    if _gives(sentences, i, begun=begun):
        return False
    if _shaped(sentence):
        return True
    return not _unfinished_sentence(sentence, begun=begun)


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
    entry = sentence.listed or sentence.finished or re.search(r"\d", text) or _ADDRESS.search(text)
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


def run_in_headings(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Return the headings that stand at the beginning of a paragraph: “Dosage. One cup …”.

    A page has several of them, or none.
    """
    found = {
        i
        for i, (s, after) in enumerate(pairwise(sentences))
        if s.text.endswith(".")
        and s.paragraph == after.paragraph
        and (not i or s.paragraph != sentences[i - 1].paragraph)
        and len(s.words) <= _RUN_IN
        and not _FINITE & {w.text for w in s.words}
        and not _SPOKEN & {w.text for w in s.words}
        and not s.listed
    }
    return frozenset(found) if len(found) >= _SEVERAL else frozenset()


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


def _gives(sentences: Sequence[Sentence], i: int, *, begun: bool) -> bool:
    """Whether a line gives the value of something: “Noise: 39 dB”, “Family: Lamiaceae”."""
    near = (*sentences[max(0, i - 1) : i], *sentences[i + 1 : i + 2])
    return _labelled(sentences[i]) and (begun or any(_labelled(s) for s in near))


def _labelled(sentence: Sentence) -> bool:
    text = sentence.text
    found = _LABEL.match(text)
    if not found or _PAGE_LABEL.match(text) or sentence.finished or text.isupper():
        return False
    return not (_CONTACT.search(text) or _ADDRESS.search(text) or _CRUMBS.search(text))


def _says_something(sentence: Sentence) -> bool:
    """Whether a line in a post is more than a name, a number or a link."""
    text = sentence.text
    return any(c.isalpha() for c in text) and not (
        _CRUMBS.search(text) or _ADDRESS.match(text) or _LABEL_ALONE.match(text)
    )


def _reference(sentence: Sentence) -> bool:
    """Whether this is an entry in a list of references."""
    text = sentence.text
    dated = re.search(r"\b(?:1[5-9]|20)\d\d\b", text)
    if text.startswith("[") and _ENTRY.match(text):
        return True
    return bool(
        dated and re.search(r"\bdoi\b|\d;\s?\d+|Retrieved|ISBN|\(\d{4}\)\.|pp?\. \d", text)
    ) and (not sentence.has("finding") or bool(re.search(r"\d;\s?\d+|ISBN|\bdoi\b", text)))


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
    few = len(words) <= _SHORT
    return bool(
        (few and (_BYLINE.match(text) or (_DATE.search(text) and len(words) <= 8)))
        or (few and (_PRICE.search(text) or _CONTACT.search(text) or _ADDRESS.search(text)))
        or (len(_CRUMBS.findall(text)) >= 1 and len(words) <= _LONG)
        or (_worded(sentence, _LONG) and not sentence.has("anecdote"))
        or text.isupper()
        or len(words) <= 3
    )


def _unfinished_sentence(sentence: Sentence, *, begun: bool) -> bool:
    """Whether a line without a stop is a sentence: a post typed in haste, an item of a list."""
    text, words = sentence.text, sentence.words
    if text.endswith(":") and len(words) <= _SHORT:
        return False
    if sentence.has("anecdote") or text.startswith(("I ", "I’", "I'", "i ")):
        return True
    claims = (
        words[0].text.endswith("s") and (effect := sentence.first("effect")) and effect.start == 0
    )
    if claims and len(words) >= 3:
        return begun
    if _titled(sentence) or text.startswith(("#", "How ", "What ", "Why ", "When ")):
        return False
    if sentence.listed and len(words) >= (_ITEM if begun else _BEFORE):
        return True
    if not begun:
        return False
    goes_on = text[0].islower() and "_" not in text and len(words) > 1
    return goes_on or (len(words) >= 9 and bool(_FINITE & {w.text for w in words}))


_FINITE = frozenset(
    "is are was were has have had can will may might could would should do does did don't doesn't "
    "didn't isn't aren't won't can't it's that's there's i'm".split()
)


def _titled(sentence: Sentence) -> bool:
    """Whether most of the longer words begin with a capital, as in a title."""
    long = [w for w in sentence.words if len(w.text) > 3 and w.text not in word_set("small_words")]
    capitals = sum(sentence.text[w.start].isupper() for w in long)
    return bool(long) and capitals > 0.6 * len(long)
