"""What to look for when leaving the page: search words, from a statement and its role alone.

Where the text leads to a source, the source itself is what to look for. Otherwise it is the
matter of the statement, without the words that only colour it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quiz.documents import Statement
from quiz.empty_words import COLOURING_WORDS, FUNCTION_WORDS
from quiz.scale import Role

_FROM_START, _FROM_END = 2, 4  # the subject stands first, what is said of it last
_BESIDE_NAME = 3
_SHORT_TITLE = 3  # words up to which a title finds too much without its author
_NUMBER = re.compile(r"\[\d{1,3}\]\s*")
_TITLE = re.compile(r"“([^”]+)”")
_ARTICLE = re.compile(r"\A(?:the|an?|same)\s+", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
_POSSESSIVE = re.compile(r"[’']s\Z")
_EMPTY = FUNCTION_WORDS | COLOURING_WORDS


@dataclass(frozen=True)
class Search:
    """Words to search for, and what a careful reader looks at in what turns up."""

    words: str
    look_for: str


def search_for(statement: Statement, cited: Iterable[Statement] = (), topic: str = "") -> Search:
    """Return what to search for outside the text.

    ``cited`` are the entries of the document's references that the statement rests on; the
    first is looked for. A source named in the text comes next, then the matter of the
    statement, with the ``topic`` of the bank where the statement says none of its words.
    """
    for reference in cited:
        return Search(_title(reference.text), _SOURCE)
    matter = _matter(statement)
    if name := _named_source(statement):
        told = {word.casefold() for word in _words(name)}
        beside = [word for word in matter if word.casefold() not in told]
        return Search(" ".join([f"“{name}”", *beside[:_BESIDE_NAME]]), _SOURCE)
    words = [*matter[:_FROM_START], *matter[_FROM_START:][-_FROM_END:]]
    ahead = _topic(topic, words)
    return Search(" ".join([*ahead, *words, *_KIND[statement.role]]), _LOOK[statement.role])


_SOURCE = "Open it and see whether it says what this sentence says: of whom, and how surely."
_LOOK = {
    Role.EFFECT: "Look for people compared with other people, in a trial or a review of trials,"
    " and for what exactly was measured.",
    Role.FACT: "Look for whoever would have counted or recorded it: an agency, a register,"
    " a handbook, or the study itself.",
    Role.EVIDENCE: "Look for the newest review: who made it, up to which year, and how many"
    " studies it found.",
}
_KIND: dict[Role, tuple[str, ...]] = {
    Role.EFFECT: ("systematic", "review"),
    Role.FACT: (),
    Role.EVIDENCE: ("systematic", "review"),
}


def _title(reference: str) -> str:
    """Return a reference's title in quotation marks, or all of it but its number."""
    found = _TITLE.search(reference)
    if found and len(found[1].split()) > _SHORT_TITLE:
        return f"“{found[1]}”"
    return _NUMBER.sub("", reference, count=1)


def _named_source(statement: Statement) -> str:
    """Return the words that name a source one can find, if they are a name."""
    key = statement.findable
    if key is None or not key.passes:
        return ""
    name = _ARTICLE.sub("", _ARTICLE.sub("", _NUMBER.sub("", key.words).strip()))
    return name if any(character.isupper() for character in name) else ""


def _matter(statement: Statement) -> list[str]:
    """Return the words that say what it is about, without cues that give one pause.

    Where these cues hold nearly all of it, their words count too.
    """
    words = _words(_without_cues(statement))
    return words if len(words) > _FROM_START else _words(statement.text)


def _without_cues(statement: Statement) -> str:
    text = statement.text
    for cue in statement.cues:
        if not cue.kind.reassuring:
            start = statement.text.index(cue.words) if cue.at is None else cue.at
            text = text[:start] + " " * len(cue.words) + text[start + len(cue.words) :]
    return text


def _topic(topic: str, words: Iterable[str]) -> list[str]:
    told = _words(topic)
    known = {word.casefold() for word in words}
    return [] if any(word.casefold() in known for word in told) else told


def _words(text: str) -> list[str]:
    found = dict.fromkeys(_meaningful(text))
    return list(found)


def _meaningful(text: str) -> Iterator[str]:
    for match in _WORD.finditer(_NUMBER.sub("", text)):
        word = _POSSESSIVE.sub("", match[0])
        if word.casefold() not in _EMPTY:
            yield word
