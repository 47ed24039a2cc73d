"""Patterns that are searched only in texts which hold a word that they cannot do without.

To look for sixty verbs at every place of a text is slow; to see that none of them is among its
words takes one look-up a word. Which words a pattern needs is read off the pattern itself, so
that nobody has to keep them twice. The idea is that of Cox (2012), “Regular expression matching
with a trigram index”, with words in place of trigrams.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Self

_TOKEN = re.compile(r"\w+|[^\w\s]")
_DIGIT = "0-9"
_ANY_DIGIT = re.compile(r"\d")
_EDGE = "\n"
"""Stands in a string for a place where a word begins or ends."""
_EDGES = frozenset(
    {op.AT_BOUNDARY, op.AT_BEGINNING, op.AT_BEGINNING_STRING, op.AT_END, op.AT_END_STRING}
)
_REPEATS = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})
_FREQUENT = frozenset(
    "the and was for has had are his her with that this have from they but not were been".split()
)
_MOST_STRINGS, _MOST_TIMES = 400, 2

_Node = tuple[Any, Any]


class Sieve:
    """A regular expression with the words of which a text must hold at least one."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Compile a pattern; the flags are those of ``re.compile``."""
        self.pattern = re.compile(pattern, flags)

    @cached_property
    def needs(self) -> frozenset[str]:
        """The words, in small letters, or marks, or the sign of a digit; none if that is not known."""
        tree = parser.parse(self.pattern.pattern, self.pattern.flags & re.IGNORECASE)
        return _needs(tree.data, before=False, after=False)

    def search(self, text: str, pos: int = 0) -> re.Match[str] | None:
        """Return the first match from a place on, as ``re.Pattern.search`` does."""
        needs = self.needs
        if needs and needs.isdisjoint(_tokens(text)):
            return None
        return self.pattern.search(text, pos)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches, as ``re.Pattern.finditer`` does."""
        needs = self.needs
        if needs and needs.isdisjoint(_tokens(text)):
            return iter(())
        return self.pattern.finditer(text)


class Text(str):
    """A text through many sieves: it keeps what they ask for."""

    __slots__ = ("tokens",)

    tokens: frozenset[str]

    def __new__(cls, text: str) -> Self:
        """Note the words of a text in small letters, its marks, and a sign if it holds a digit."""
        self = super().__new__(cls, text)
        found = set(_TOKEN.findall(_small(text)))
        if _ANY_DIGIT.search(text):
            found.add(_DIGIT)
        self.tokens = frozenset(found)
        return self


def _tokens(text: str) -> frozenset[str]:
    return text.tokens if isinstance(text, Text) else Text(text).tokens


def _small(text: str) -> str:
    """Return small letters, also for those that ``re.IGNORECASE`` takes for an “i” or an “s”."""
    return text.replace("İ", "i").lower().replace("ı", "i").replace("ſ", "s")


@cache
def _letter(code: int) -> str:
    return _small(chr(code))


def _needs(nodes: Sequence[_Node], *, before: bool, after: bool) -> frozenset[str]:
    """Return words one of which is in each match, the rarest; none where that cannot be told.

    ``before`` and ``after`` say whether words end where the nodes begin and end.
    """
    found, run, start = [], frozenset({""}), 0
    for i, node in enumerate(nodes):
        strings = _strings(node)
        longer = _joined(run, strings)
        if longer is None:
            begins = _bounded(nodes[:start], before, -1)
            found.append(_words(run, begins, _bounded(nodes[i:], after, 1)))
            run, start = (frozenset({""}), i + 1) if strings is None else (strings, i)
        if strings is None:
            begins = _bounded(nodes[:i], before, -1)
            found.append(_inside(node, begins, _bounded(nodes[i + 1 :], after, 1)))
        run = longer or run
    found.append(_words(run, _bounded(nodes[:start], before, -1), after))
    return min(filter(None, found), key=_frequency, default=frozenset())


def _inside(node: _Node, before: bool, after: bool) -> frozenset[str]:  # noqa: FBT001
    """Return the words that one part of a pattern needs."""
    kind, value = node
    if kind is op.SUBPATTERN:
        return _needs(value[-1].data, before=before, after=after)
    if kind is op.BRANCH:
        each = [_needs(branch.data, before=before, after=after) for branch in value[1]]
        return frozenset().union(*each) if all(each) else frozenset()
    if kind in _REPEATS and value[0]:
        ends = after if value[1] == 1 else False
        return _needs(value[2].data, before=before, after=ends)
    if kind is op.IN and all(map(_digits, value)):
        return frozenset({_DIGIT})
    return frozenset()


def _digits(item: _Node) -> bool:
    kind, value = item
    if kind is op.RANGE:
        return bool(ord("0") <= value[0] and value[1] <= ord("9"))
    return kind is op.CATEGORY and value is op.CATEGORY_DIGIT


def _strings(node: _Node) -> frozenset[str] | None:
    """Return all strings that a part of a pattern may match, in small letters, if they are few."""
    kind, value = node
    if kind is op.SUBPATTERN:
        return _sequence(value[-1].data)
    if kind is op.BRANCH:
        return _united(_sequence(branch.data) for branch in value[1])
    if kind in _REPEATS and value[1] <= _MOST_TIMES:
        least, most, body = value
        return _united(_sequence(list(body.data) * times) for times in range(least, most + 1))
    return _characters(node)


def _characters(node: _Node) -> frozenset[str] | None:
    """Return what a part that is not made of other parts may match."""
    kind, value = node
    if kind is op.LITERAL:
        return frozenset({_letter(value)})
    if kind is op.IN and all(item is op.LITERAL for item, _ in value):
        return frozenset(_letter(code) for _, code in value)
    if kind is op.AT and value in _EDGES:
        return frozenset({_EDGE})
    if kind is op.ASSERT and _edge(value[1].data, value[0]):
        return frozenset({_EDGE})
    return frozenset({""}) if kind in {op.ASSERT, op.ASSERT_NOT} else None


def _sequence(nodes: Sequence[_Node]) -> frozenset[str] | None:
    strings: frozenset[str] | None = frozenset({""})
    for node in nodes:
        strings = _joined(strings, _strings(node)) if strings else None
    return strings


def _united(parts: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    whole: frozenset[str] = frozenset()
    for part in parts:
        if part is None:
            return None
        whole |= part
    return whole if len(whole) <= _MOST_STRINGS else None


def _joined(first: frozenset[str], then: frozenset[str] | None) -> frozenset[str] | None:
    if then is None or len(first) * len(then) > _MOST_STRINGS:
        return None
    return frozenset(a + b for a in first for b in then)


def _bounded(nodes: Sequence[_Node], beyond: bool, way: int) -> bool:  # noqa: FBT001
    """Whether no word goes on into the nodes: ahead (``way`` 1) or, before them, back (-1)."""
    verdict = _edge(nodes, way)
    return beyond if verdict is None else verdict


def _edge(nodes: Sequence[_Node], way: int) -> bool | None:
    """Tell whether the nodes begin (``way`` 1) or end (-1) beside a word; None if they may be empty."""
    for node in nodes[::way]:
        if (verdict := _edge_of(node, way)) is not None:
            return verdict
    return None


def _edge_of(node: _Node, way: int) -> bool | None:
    kind, value = node
    if kind is op.SUBPATTERN:
        return _edge(value[-1].data, way)
    if kind is op.BRANCH:
        verdicts = {_edge(branch.data, way) for branch in value[1]}
        return min(verdicts, key=(False, None, True).index)
    if kind in _REPEATS:
        verdict = _edge(value[2].data, way)
        return verdict if value[0] or verdict is False else None
    if kind in {op.ASSERT, op.ASSERT_NOT}:
        ahead = kind is op.ASSERT and value[0] == way
        return (ahead and _edge(value[1].data, way)) or None
    return _beside_a_word(node)


def _beside_a_word(node: _Node) -> bool:
    kind, value = node
    if kind is op.IN:
        return all(item is op.LITERAL and not _in_word(code) for item, code in value)
    return value in _EDGES if kind is op.AT else kind is op.LITERAL and not _in_word(value)


def _in_word(code: int) -> bool:
    return chr(code).isalnum() or chr(code) == "_"


def _words(strings: Iterable[str], before: bool, after: bool) -> frozenset[str]:  # noqa: FBT001
    """Return the rarest whole word, or else mark, of each string; none if one string has none."""
    chosen = set()
    for string in strings:
        parts = re.split(r"\W", string)
        whole = parts[not before : len(parts) - (not after)]
        choice = [w for w in whole if w] or _TOKEN.findall(re.sub(r"\w|\s", "", string))
        if not choice:
            return frozenset()
        chosen.add(min(choice, key=_weight))
    return frozenset(chosen)


def _frequency(words: Iterable[str]) -> float:
    """Return a rough measure of how often one of the words stands in a sentence."""
    return sum(map(_weight, words))


@cache
def _weight(word: str) -> float:
    """Return roughly how often a word stands in a sentence: short ones do."""
    return 1 / 3 if word in _FREQUENT or not word[0].isalnum() else 3.0 ** -len(word)
