"""Whether an answer is right, form of question by form of question."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quiz.attempts import Answer, Attempt, Question
from quiz.bank import Bank
from quiz.documents import Document, Statement
from quiz.scale import CueKind

#: Cues that speak for a statement; all others are reasons to pause.
REASSURING = frozenset({CueKind.SUPPORT_SHOWN, CueKind.CAVEAT, CueKind.PROFESSIONAL})
_PHRASE = re.compile(r"(?:[^\s,;:.]+\s+){0,2}\S+")  # up to three words, cut after a comma


@dataclass(frozen=True)
class SpotPiece:
    """A run of words of a statement that can be chosen, and the cues it stands for."""

    start: int
    text: str
    cues: tuple[CueKind, ...]

    @property
    def pause(self) -> bool:
        """Whether a careful reader pauses at these words."""
        return bool(set(self.cues) - REASSURING)


@dataclass(frozen=True)
class Spotted:
    """What was found of the words that give one pause."""

    found: tuple[SpotPiece, ...]
    overlooked: tuple[SpotPiece, ...]
    needless: tuple[SpotPiece, ...]


def is_right(bank: Bank, question: Question, answer: Answer) -> bool:
    """Tell whether an answer is right.

    A level is right when it equals the key's or an accepted one; a comparison when the better
    statement has the higher level; words when all that give one pause were chosen and no other.
    """
    statement = bank.statements[question.statement]
    if answer.level is not None:
        return statement.accepts(answer.level)
    if answer.better is not None:
        other = bank.statements[question.other]
        return (answer.better == "a") == (statement.level > other.level)
    spotted = spot(bank.document_of(question.statement), statement, answer.words or ())
    return not spotted.overlooked and not spotted.needless


def missed(attempts: Iterable[tuple[Bank, Attempt]]) -> set[str]:
    """Return the statements whose latest answer, over attempts oldest first, was not right."""
    latest: dict[str, bool] = {}
    for bank, attempt in attempts:
        for number, answer in attempt.answers.items():
            question = attempt.questions[number - 1]
            right = is_right(bank, question, answer)
            latest |= dict.fromkeys(question.name.split(), right)
    return {name for name, right in latest.items() if not right}


def spot(document: Document, statement: Statement, chosen: Iterable[int]) -> Spotted:
    """Compare the chosen words, named by their offsets in the statement, with the cues."""
    places = set(chosen)
    pieces = spot_pieces(document, statement)
    return Spotted(
        found=tuple(p for p in pieces if p.pause and p.start in places),
        overlooked=tuple(p for p in pieces if p.pause and p.start not in places),
        needless=tuple(p for p in pieces if not p.pause and p.start in places),
    )


def spot_pieces(document: Document, statement: Statement) -> tuple[SpotPiece, ...]:
    """Cut a statement into runs of words to choose from: the cues, and phrases between them.

    Cues that overlap become one piece. Offsets are in code points from the statement's start.
    """
    return tuple(_pieces(document, statement))


def _pieces(document: Document, statement: Statement) -> Iterator[SpotPiece]:
    cues = _merged_cues(document, statement)
    place = 0
    for start, end, kinds in [*cues, (len(statement.text), len(statement.text), ())]:
        for match in filter(_has_word, _PHRASE.finditer(statement.text, place, start)):
            yield SpotPiece(match.start(), match[0], ())
        if kinds:
            yield SpotPiece(start, statement.text[start:end], kinds)
        place = end


def _has_word(match: re.Match[str]) -> bool:
    return any(character.isalnum() for character in match[0])


def _merged_cues(
    document: Document, statement: Statement
) -> list[tuple[int, int, tuple[CueKind, ...]]]:
    merged: list[tuple[int, int, tuple[CueKind, ...]]] = []
    spans = [(document.locate(statement, c.words, c.at), c.kind) for c in statement.cues]
    for span, kind in sorted(spans):
        start, end = span.start - statement.start, span.end - statement.start
        if merged and start < merged[-1][1]:
            first, last, kinds = merged[-1]
            merged[-1] = (first, max(last, end), (*kinds, kind))
        else:
            merged.append((start, end, (kind,)))
    return merged
