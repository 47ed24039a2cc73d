"""How well and how fast the builder suggests: ``python bench/builder.py``.

Prints, for every coded text and over each set of texts, the quadratic kappa of the suggested level,
the F1 of the cues and how roles were taken for one another; then the time for 1 MB of text
beside that of a plain ``re.split``, and how the time grows on texts made to be awkward.

A coded text (``tests/corpus``) holds one statement a line; the indented line after it is its
coding: role, level where it is rated, then ``; cue: words``. An empty line ends a paragraph.
"""

import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

HOUSE = Path(__file__).parent.parent
sys.path.insert(0, str(HOUSE))

from quiz.bank import read_bank
from quiz.builder import draft
from quiz.documents import Cue, Statement
from quiz.related import related
from quiz.scale import CueKind, Role
from quiz.scoring.agreement import quadratic_kappa

CORPUS = HOUSE / "tests" / "corpus"
ROLES = {role.value: role for role in Role}
KINDS = {kind.value: kind for kind in CueKind}
BANK = HOUSE / "questions" / "kratom"


@dataclass(frozen=True)
class Coded:
    """One statement of a coded text: its place, what a coder made of it."""

    start: int
    text: str
    role: Role
    level: int | None
    cues: tuple[tuple[CueKind, str], ...]


@dataclass
class Tally:
    """What was counted over one or more texts."""

    pairs: list[tuple[int, int]] = field(default_factory=list)
    hits: int = 0
    extra: int = 0
    missed: int = 0
    near_hits: int = 0
    roles: Counter[tuple[str, str]] = field(default_factory=Counter)
    misplaced: int = 0

    def add(self, other: "Tally") -> None:
        self.pairs += other.pairs
        self.hits += other.hits
        self.extra += other.extra
        self.missed += other.missed
        self.near_hits += other.near_hits
        self.roles += other.roles
        self.misplaced += other.misplaced

    @property
    def kappa(self) -> float | None:
        """Quadratic kappa of the levels (Cohen 1968); None where it cannot be computed."""
        figure = quadratic_kappa(self.pairs)
        return figure if isinstance(figure, float) else None

    @property
    def f1(self) -> float:
        """Micro-F1 of the cues: the same kind in the same statement."""
        return _f1(self.hits, self.extra, self.missed)

    @property
    def strict_f1(self) -> float:
        """Micro-F1 of the cues: the same kind, and words that overlap with the coder's."""
        lost = self.hits - self.near_hits
        return _f1(self.near_hits, self.extra + lost, self.missed + lost)


def _f1(hits: int, extra: int, missed: int) -> float:
    return 2 * hits / (2 * hits + extra + missed) if hits else 0.0


def read_coded(path: Path) -> tuple[str, tuple[Coded, ...]]:
    """Read a coded text: the text itself and the coding of each statement in it."""
    text, coded, line_before = "", [], ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            text = text.rstrip(" \n") + "\n\n"
        elif line.startswith("    "):
            role, level, cues = _coding(line.strip())
            coded.append(Coded(len(text), line_before, role, level, cues))
            text += line_before + ("\n" if role is Role.NONE else " ")
        else:
            line_before = line
    return text.rstrip(), tuple(coded)


def _coding(line: str) -> tuple[Role, int | None, tuple[tuple[CueKind, str], ...]]:
    head, *cues = line.split("; ")
    role, _, level = head.partition(" ")
    named = (cue.partition(": ") for cue in cues)
    return (
        ROLES[role],
        int(level) if level else None,
        tuple((KINDS[kind], words) for kind, _, words in named),
    )


def from_bank() -> Iterator[tuple[str, str, tuple[Coded, ...]]]:
    """Yield the documents of the bank that comes with the quiz, with their keys."""
    for document in read_bank(BANK).documents:
        yield document.name, document.text, tuple(map(_coded, document.statements))


def _coded(s: Statement) -> Coded:
    level = int(s.level) if s.role.rateable else None
    return Coded(s.start, s.text, s.role, level, tuple((c.kind, c.words) for c in s.cues))


def from_corpus(half: str) -> Iterator[tuple[str, str, tuple[Coded, ...]]]:
    """Yield the coded texts of ``development`` or ``held-out``."""
    for path in sorted((CORPUS / half).glob("*.txt")):
        text, coded = read_coded(path)
        yield path.stem, text, coded


def measure(text: str, coded: Iterable[Coded]) -> Tally:
    """Compare the draft of a text with its coding.

    A statement that only one side rates counts as None on the other. A coded statement that
    the draft cuts differently is counted as misplaced and as missed cues.
    """
    tally, drafted = Tally(), {s.start: s for s in draft(text)}
    for key in coded:
        suggestion = drafted.get(key.start)
        if suggestion is None or suggestion.text != key.text:
            tally.misplaced += 1
            continue
        tally.roles[key.role.value, suggestion.role.value] += 1
        rated = int(suggestion.level) if suggestion.role.rateable else None
        if key.level is not None or rated is not None:
            tally.pairs.append((key.level or 0, rated or 0))
        _count_cues(tally, key, suggestion.cues)
    return tally


def _count_cues(tally: Tally, key: Coded, cues: tuple[Cue, ...]) -> None:
    theirs, ours = {kind for kind, _ in key.cues}, {cue.kind for cue in cues}
    tally.hits += len(theirs & ours)
    tally.extra += len(ours - theirs)
    tally.missed += len(theirs - ours)
    for kind in theirs & ours:
        spans = [_span(key.text, words) for k, words in key.cues if k is kind]
        found = [_span(key.text, cue.words) for cue in cues if cue.kind is kind]
        tally.near_hits += any(a[0] < b[1] and b[0] < a[1] for a in spans for b in found)


def _span(text: str, words: str) -> tuple[int, int]:
    start = text.find(words)
    return start, start + len(words)


def _row(name: str, tally: Tally) -> str:
    kappa = "  –  " if tally.kappa is None else f"{tally.kappa:5.2f}"
    return (
        f"  {name:26} {len(tally.pairs):4} {kappa}   {tally.f1:.2f}     {tally.strict_f1:.2f}"
        f"     {tally.misplaced}"
    )


def quality() -> None:
    """Print agreement for each text and each set of texts."""
    for title, texts in (
        ("development", from_corpus("development")),
        ("held-out", from_corpus("held-out")),
        ("the quiz's own bank", from_bank()),
    ):
        print(f"\n{title}\n  {'text':26} rated kappa cue F1 same words  cut elsewhere")
        total = Tally()
        for name, text, coded in texts:
            tally = measure(text, coded)
            print(_row(name, tally))
            total.add(tally)
        print(_row("all", total))
        mixed = ", ".join(f"{a}→{b} {n}" for (a, b), n in total.roles.most_common() if a != b)
        print(f"  roles taken for another: {mixed}")


def links() -> None:
    """Print how many suggested links the bank's own keys have, too, and with the same word."""
    bank = read_bank(BANK)
    key = {
        frozenset((f"{d.name}:{s.id}", link.to)): link.says
        for d in bank.documents
        for s in d.statements
        for link in s.links
    }
    suggested = {
        frozenset((name, link.to)): link.says
        for name, found in related({d.name: d.statements for d in bank.documents}).items()
        for link in found
    }
    both = key.keys() & suggested.keys()
    same = sum(key[pair] is suggested[pair] for pair in both)
    print(
        f"\nlinks: {len(key)} in the bank's keys, {len(suggested)} suggested, "
        f"{len(both)} in both, {same} of these say the same"
    )


def speed() -> None:
    """Print the time for 1 MB beside a plain split, and how time grows on awkward texts."""
    base = "\n\n".join(text for _, text, _ in from_corpus("development"))
    megabyte = (base + "\n\n") * (1_000_000 // len(base))
    floor = _seconds(partial(re.split, r"(?<=[.!?])\s+", megabyte))
    full = _seconds(partial(draft, megabyte))
    print(
        f"\n{len(megabyte)} characters, processor time: "
        f"plain split {floor:.3f} s, builder {full:.2f} s"
    )
    for name, piece in AWKWARD.items():
        once = _seconds(partial(draft, piece * (50_000 // len(piece))))
        twice = _seconds(partial(draft, piece * (100_000 // len(piece))))
        print(f"  {name:28} 50 kB {once:.3f} s, 100 kB {twice:.3f} s, times {twice / once:.1f}")


AWKWARD = {
    "one word": "a",
    "stops": ".",
    "stops and spaces": ". ",
    "opening brackets": "(",
    "quotation marks": "“",
    "list markers": "- ",
    "empty lines": "\n",
    "capitals": "A ",
    "names without end": "University of the ",
    "numbers in brackets": "[1]",
    "reporting verbs": "said ",
    "study of study": "a study of the study found ",
    "hedges": "may might could ",
    "first person": "I had my ",
    "commas": ", ",
    "letters of another script": "광",
}


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    quality()
    links()
    if "--quality" not in sys.argv:
        speed()
