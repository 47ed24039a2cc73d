"""What a cue is found in, and where a cue stands: what both rooms of cues share."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from quiz.rules.sentence import Sentence
from quiz.rules.setting import Setting
from quiz.rules.source import Source
from quiz.scale import CueKind, Role

SUPPORTED = 2


class Found(NamedTuple):
    """A cue and where it stands in the statement."""

    kind: CueKind
    start: int
    end: int


@dataclass(frozen=True)
class Case:
    """A statement as the other rules have read it: the ``place``-th of a page of some kind."""

    sentence: Sentence
    role: Role
    sources: tuple[Source, ...]
    level: int
    page: Setting
    place: int

    @property
    def text(self) -> str:
        return self.sentence.text

    @property
    def selling(self) -> bool:
        """Whether the page sells something."""
        return self.page.selling

    @property
    def supported(self) -> bool:
        return self.level >= SUPPORTED


def clause_start(text: str, end: int) -> int:
    """Return where the clause before ``end`` begins."""
    start = max(text.rfind(stop, 0, max(0, end - 2)) for stop in (", ", "; ", ": ", " – "))
    return start + 2 if start >= 0 else 0


def clause_end(text: str, start: int) -> int:
    """Return where the clause that holds ``start`` ends."""
    stop = re.compile(r"[,;:.!?]|$").search(text, start)
    return stop.start() if stop else len(text)
