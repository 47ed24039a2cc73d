"""What is in a bank: statements by role, level and cue, and how far its codings agree."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from quiz.bank import Bank
from quiz.documents import Document, Statement
from quiz.scale import CueKind, Level, Role
from quiz.scoring.agreement import kappa_by_pair, krippendorff_alpha
from quiz.scoring.figures import Figure

KEY = "Key"


@dataclass(frozen=True)
class Profile:
    """Statements counted; levels and cues are those of statements that can be rated."""

    roles: Counter[Role]
    levels: Counter[Level]
    cues: Counter[CueKind]

    @property
    def rated(self) -> int:
        return self.levels.total()

    @property
    def counts(self) -> tuple[int, ...]:
        """How many statements stand at each level, from None to Strong."""
        return tuple(self.levels[level] for level in Level)


@dataclass(frozen=True)
class Agreement:
    """How far the key and the blind codings of some statements agree."""

    name: str
    statements: int
    kappas: dict[tuple[str, str], Figure]
    alpha: Figure


def profile(statements: Iterable[Statement]) -> Profile:
    """Count statements by role, level and cue."""
    every = tuple(statements)
    rated = [s for s in every if s.role.rateable]
    return Profile(
        roles=Counter(s.role for s in every),
        levels=Counter(s.level for s in rated),
        cues=Counter(cue.kind for s in rated for cue in s.cues),
    )


def agreements(bank: Bank) -> tuple[Agreement, ...]:
    """Return the agreement of key and codings, document by document, then over the bank.

    Empty when nobody coded the bank. Quadratic kappa takes the key's level and not the accepted
    ones; alpha is Krippendorff's with the ordinal metric, over the key and all codings.
    """
    if not bank.coders:
        return ()
    each = [_agreement(bank, document.title, document) for document in bank.documents]
    return (*each, _agreement(bank, "The whole bank", None))


def differing(bank: Bank) -> list[tuple[str, dict[str, Level]]]:
    """Return the statements on which codings differ, with every level, the widest apart first."""
    codes = {KEY: _key(bank), **{coder.name: coder.levels for coder in bank.coders}}
    by_statement = {
        name: {who: levels[name] for who, levels in codes.items() if name in levels}
        for name in codes[KEY]
    }
    apart = {n: max(given.values()) - min(given.values()) for n, given in by_statement.items()}
    widest = sorted((n for n in apart if apart[n]), key=lambda n: -apart[n])
    return [(name, by_statement[name]) for name in widest]


def _agreement(bank: Bank, name: str, document: Document | None) -> Agreement:
    key = {n: level for n, level in _key(bank).items() if _within(bank, n, document)}
    codes = {KEY: key} | {
        coder.name: {n: level for n, level in coder.levels.items() if n in key}
        for coder in bank.coders
    }
    return Agreement(name, len(key), kappa_by_pair(codes), krippendorff_alpha(codes))


def _key(bank: Bank) -> dict[str, Level]:
    return {n: s.level for n, s in bank.statements.items() if s.role.rateable and s.reviewed}


def _within(bank: Bank, name: str, document: Document | None) -> bool:
    return document is None or bank.document_of(name) is document
