"""Statements elsewhere that speak of the same thing, and whether they agree.

Two statements are about the same when they share enough of their less common words (cosine of
weights by inverse document frequency, Spärck Jones 1972). They contradict each other when one
speaks for it and the other against it. Very common words are not looked up, so that the work
grows linearly with the number of statements.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from quiz.documents import Link, Statement
from quiz.empty_words import COLOURING_WORDS, FUNCTION_WORDS
from quiz.rules.phrases import marks_of, words_of
from quiz.scale import Says

_EMPTY = FUNCTION_WORDS | COLOURING_WORDS
_COMMON = 60
"""A word in more statements than this is too common to lead from one to another."""
_ALIKE = 0.2
_OPPOSED = 0.12
_SHARED = 2
_ENDING = re.compile(r"(?:ings?|ed|es|s|ly|ity|ion|ions|ive|al)\Z")

Weights = Mapping[str, float]


def related(
    documents: Mapping[str, Sequence[Statement]], most: int = 3
) -> dict[str, tuple[Link, ...]]:
    """Return suggested links by full statement name (``document:id``).

    Only rateable statements are linked, each to at most ``most`` others: those in another
    document first, for two texts tell more than one, and the closest first among them.
    """
    named = {
        f"{document}:{s.id}": s
        for document, statements in documents.items()
        for s in statements
        if s.role.rateable
    }
    weights = _weights({name: _stems(s.text) for name, s in named.items()})
    sides = {name: _side(s.text) for name, s in named.items()}
    where: defaultdict[str, list[str]] = defaultdict(list)
    for name, words in weights.items():
        for word in words:
            where[word].append(name)
    return {name: links for name in named if (links := _links(name, weights, sides, where, most))}


def _links(
    name: str,
    weights: Mapping[str, Weights],
    sides: Mapping[str, int],
    where: Mapping[str, Sequence[str]],
    most: int,
) -> tuple[Link, ...]:
    shared: Counter[str] = Counter()
    likeness: defaultdict[str, float] = defaultdict(float)
    for word, weight in weights[name].items():
        for other in where[word] if len(where[word]) <= _COMMON else ():
            if other != name:
                shared[other] += 1
                likeness[other] += weight * weights[other][word]
    found = []
    for other, alike in likeness.items():
        opposed = sides[name] * sides[other] < 0
        if shared[other] >= _SHARED and alike >= (_OPPOSED if opposed else _ALIKE):
            same = other.partition(":")[0] == name.partition(":")[0]
            says = Says.CONTRADICTS if opposed else Says.SUPPORTS
            found.append((same, -alike, other, says))
    return tuple(Link(to=other, says=says) for _, _, other, says in sorted(found)[:most])


def _weights(stems: Mapping[str, Counter[str]]) -> dict[str, dict[str, float]]:
    """Weigh the words of each statement by how rare they are, to a length of one."""
    spread = Counter(word for words in stems.values() for word in words)
    weighed = {}
    for name, words in stems.items():
        raw = {word: math.log(1 + len(stems) / spread[word]) for word in words}
        length = math.sqrt(sum(w * w for w in raw.values())) or 1.0
        weighed[name] = {word: w / length for word, w in raw.items()}
    return weighed


def _stems(text: str) -> Counter[str]:
    words = (word.text for word in words_of(text))
    return Counter(
        _ENDING.sub("", word) if len(word) > 5 else word  # noqa: PLR2004 - short words stay whole
        for word in words
        if word not in _EMPTY and not word.isdecimal() and len(word) > 2  # noqa: PLR2004
    )


def _side(text: str) -> int:
    """Return 1 for a statement that speaks for its matter, -1 for one against it, else 0."""
    marks = marks_of(words_of(text))
    if "doubt" in marks:
        return -1
    return int("gain" in marks)
