"""Word lists and how they are found in a text: one pass over its words, whatever the lists hold.

The lists are the files in ``quiz/words``, one phrase a line, in small letters. ``a|b`` stands
for either word, ``a?`` for a word that may be missing, ``_`` for any one word and ``~verb`` for
every regular form of a verb. Finding the phrases costs one look-up a word, so it grows linearly
with the text.
"""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

_WORDS = Path(__file__).parent.parent / "words"
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[%$£€]")
_SETS = frozenset("imperative org_words publications not_bodies places small_words".split())


class Word(NamedTuple):
    """A word of a statement: small letters, straight apostrophes, and its place."""

    text: str
    start: int
    end: int


class Mark(NamedTuple):
    """A phrase that was found: the list it is from, and its place in the statement."""

    label: str
    start: int
    end: int


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a text in order; compounds with a hyphen are one word."""
    return tuple(
        Word(m[0].lower().replace("’", "'"), m.start(), m.end()) for m in _WORD.finditer(text)
    )


def marks_of(words: tuple[Word, ...]) -> dict[str, tuple[Mark, ...]]:
    """Return every listed phrase that stands in the words, by list; of one list the longest."""
    found: dict[str, list[Mark]] = {}
    busy: dict[str, int] = {}
    for i, word in enumerate(words):
        for label, last in _longest(words, i).items():
            if busy.get(label, -1) < i:
                found.setdefault(label, []).append(Mark(label, word.start, words[last].end))
                busy[label] = last
    return {label: tuple(marks) for label, marks in found.items()}


def _longest(words: tuple[Word, ...], i: int) -> dict[str, int]:
    """Return the last word of the longest phrase of each list that begins at word ``i``."""
    best: dict[str, int] = {}
    state = _beginning().after(words[i].text)
    while state:
        for label in state.labels:
            best[label] = i
        i += 1
        state = state.after(words[i].text) if i < len(words) else None
    return best


@cache
def word_set(name: str) -> frozenset[str]:
    """Return a list of single words, such as ``places``."""
    return frozenset(word for line in _lines(name) for word in line.split())


def _lines(name: str) -> list[str]:
    text = (_WORDS / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


class _Node:
    """A place between two words of the phrases of one line, and the list that ends here."""

    def __init__(self) -> None:
        self.branches: dict[str, list[_Node]] = {}
        self.label = ""


class _State:
    """All places where one can be after the same words; what follows is worked out when asked for.

    A line stands for many phrases (some for thousands), and most of them nobody ever writes.
    """

    def __init__(self, nodes: list[_Node]) -> None:
        self.labels = {node.label for node in nodes if node.label}
        self._nodes = nodes
        self._words = {word for node in nodes for word in node.branches}
        self._known: dict[str, _State | None] = {}

    def after(self, word: str) -> "_State | None":
        """Return the state after one more word, or None where no phrase goes on with it."""
        key = word if word in self._words else "_"
        if key not in self._known:
            steps = {key, "_"}
            nodes = [n for node in self._nodes for s in steps for n in node.branches.get(s, ())]
            self._known[key] = _State(nodes) if nodes else None
        return self._known[key]


@cache
def _beginning() -> _State:
    root = _Node()
    for path in sorted(_WORDS.glob("*.txt")):
        for line in _lines(path.stem) if path.stem not in _SETS else ():
            _add(root, line, path.stem)
    return _State([root])


def _add(root: _Node, line: str, label: str) -> None:
    """Add the phrases of a line of a word list."""
    ends = [root]
    for token in line.split():
        after = _Node()
        for form in {f for word in token.rstrip("?").split("|") for f in _forms(word)}:
            for node in ends:
                node.branches.setdefault(form, []).append(after)
        ends = [after, *ends] if token.endswith("?") else [after]
    for node in ends:
        node.label = label


def _forms(word: str) -> list[str]:
    if not word.startswith("~"):
        return [word]
    verb = word[1:]
    stem = verb[:-1] if verb.endswith(("e", "y")) else verb
    if verb.endswith("e") and not verb.endswith("ee"):
        return [verb, verb + "s", verb + "d", stem + "ing"]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb, stem + "ies", stem + "ied", verb + "ing"]
    ending = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
    double = verb + verb[-1]
    return [verb, verb + ending, verb + "ed", verb + "ing", double + "ed", double + "ing"]
