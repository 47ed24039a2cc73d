"""A statement cut into phrases that one can tap, the words of its cues kept together.

Every word, and every mark between words, stays in a phrase, so that the phrases read on as the
statement does. They end where a reader draws breath, cue or not, so that their length does not
give the cues away.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quiz.documents import Document, Statement
from quiz.marks import cue_spans
from quiz.scale import CueKind

_WORD = re.compile(r"[^\s—–]+[—–]*|[—–]+")
_BREATH = re.compile(r"[,;:.!?—–][’”)\"']*\Z")
_LONGEST = 7  # words
_OPENERS = frozenset(
    "although an and are as at because before but by can could for from had has have if in is "
    "into may might on or since so such that than then to was were when where whether which "
    "while who whose will with without would".split()
)
_STRAYS = _OPENERS | frozenset("a it its of the their these this those".split())


@dataclass(frozen=True)
class Phrase:
    """Words of a statement that can be chosen, and the cues they stand for.

    ``start`` is their offset from the start of the statement, in code points.
    """

    start: int
    text: str
    cues: tuple[CueKind, ...] = ()

    @property
    def pause(self) -> bool:
        """Whether a careful reader pauses at these words."""
        return any(not cue.reassuring for cue in self.cues)


@dataclass(frozen=True)
class _Run:
    """Words ``first`` to ``last`` (exclusive) of a statement, with the cues they carry."""

    first: int
    last: int
    cues: tuple[CueKind, ...] = ()


def phrases(document: Document, statement: Statement) -> tuple[Phrase, ...]:
    """Cut a statement into its phrases, in order. Cues that share a word become one phrase."""
    words = list(_WORD.finditer(statement.text))
    place = 0
    runs: list[_Run] = []
    for cue in _cue_runs(document, statement, words):
        plain = list(_plain_runs(words, place, cue.first))
        first = cue.first
        if plain and plain[-1].first == first - 1 and _is(words[first - 1], _STRAYS):
            first = plain.pop().first  # a stray little word goes with the cue after it
        runs += [*plain, _Run(first, cue.last, cue.cues)]
        place = cue.last
    runs += _plain_runs(words, place, len(words))
    places = ((words[r.first].start(), words[r.last - 1].end(), r.cues) for r in runs)
    return tuple(Phrase(start, statement.text[start:end], cues) for start, end, cues in places)


def _cue_runs(
    document: Document, statement: Statement, words: Sequence[re.Match[str]]
) -> list[_Run]:
    runs: list[_Run] = []
    for span, kind in cue_spans(document, statement):
        start, end = span.start - statement.start, span.end - statement.start
        touched = [n for n, word in enumerate(words) if word.start() < end and start < word.end()]
        run = _Run(touched[0], touched[-1] + 1, (kind,))
        if runs and run.first < runs[-1].last:
            before = runs.pop()
            kinds = tuple(dict.fromkeys([*before.cues, kind]))
            run = _Run(before.first, max(before.last, run.last), kinds)
        runs.append(run)
    return runs


def _plain_runs(words: Sequence[re.Match[str]], first: int, last: int) -> Iterator[_Run]:
    """Yield words without a cue as phrases: up to a breath, or to a word that opens one."""
    start = first
    for n in range(first + 1, last):
        breath = _BREATH.search(words[n - 1][0]) is not None
        opening = _is(words[n], _OPENERS) and not _is(words[n - 1], _STRAYS)
        if n - start >= _LONGEST or (n - start > 1 and (breath or opening)):
            yield _Run(start, n)
            start = n
    if start < last:
        yield _Run(start, last)


def _is(word: re.Match[str], kind: frozenset[str]) -> bool:
    return word[0].casefold() in kind
