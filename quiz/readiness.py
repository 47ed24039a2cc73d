"""What a draft still needs: which statements to look at first, and what may be published of it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from msgspec.structs import replace

from quiz.bank import Bank, Coder
from quiz.checks import flaws_of
from quiz.documents import Document, Statement
from quiz.drafts import Draft, settled
from quiz.missing import LONGEST_QUESTION
from quiz.scale import CueKind, Level, Role
from quiz.sets import SIZES

FIRST_SET = 10
_FIT_LENGTHS = range(40, 300)
_LEANS_ON_CONTEXT = re.compile(
    r"\W*(?:it|its|this|that|these|those|they|their|he|she|such)\b", re.IGNORECASE
)
_GIVING_AWAY = {CueKind.ANECDOTE, CueKind.UNNAMED_AUTHORITY, CueKind.HEARSAY, CueKind.LOADED_WORD}
_NUMBERS = "no one two three four five six seven eight nine ten".split()


@dataclass(frozen=True)
class Progress:
    """How far a draft has come: statements that can be asked, by what a person decided."""

    confirmed: int
    waiting: int
    dropped: int


@dataclass(frozen=True)
class Balance:
    """How many confirmed statements are supported and how many are not."""

    supported: int
    unsupported: int

    @property
    def size(self) -> int:
        """The size of the set to work towards: the smallest from ten on that is not reached."""
        reached = min(self.supported, self.unsupported)
        sizes = [size for size in SIZES if size >= FIRST_SET]
        return next((size for size in sizes if size // 2 > reached), sizes[-1])

    @property
    def lacks(self) -> tuple[int, int]:
        """How many supported and how many other statements a set of that size still lacks."""
        half = self.size // 2
        return max(0, half - self.supported), max(0, half - self.unsupported)

    @property
    def words(self) -> str:
        """The balance in a sentence."""
        have = f"{self.supported} supported, {self.unsupported} not"
        supported, unsupported = self.lacks
        wanted = [f"{_number(supported)} supported"] if supported else []
        wanted += [f"{_number(unsupported)} unsupported"] if unsupported else []
        if not wanted:
            return f"{have}: enough for a balanced set of {self.size}."
        verb = "is" if supported + unsupported == 1 else "are"
        return f"{have}; for a set of {self.size} {' and '.join(wanted)} {verb} missing."


def progress(draft: Draft) -> Progress:
    """Return how many statements are confirmed, waiting and dropped."""
    rateable = {n: s for n, s in draft.bank.statements.items() if s.role.rateable}
    confirmed = sum(s.reviewed for s in rateable.values())
    dropped = len(rateable.keys() & draft.dropped)
    return Progress(confirmed, len(rateable) - confirmed - dropped, dropped)


def balance(draft: Draft) -> Balance:
    """Return how many confirmed statements are supported and how many are not."""
    levels = [s.level.supported for s in draft.bank.served.values()]
    return Balance(sum(levels), len(levels) - sum(levels))


def proposals(draft: Draft) -> tuple[str, ...]:
    """Return the statements to look at first, so that a balanced set stands soonest.

    They alternate between supported and not, as long as each is lacking, the clearest first.
    """
    waiting = {n: s for n, s in draft.bank.statements.items() if _waits(draft, n, s)}
    ranked = sorted(waiting, key=lambda name: -_worth(waiting[name]))
    need = balance(draft).lacks
    supported = [n for n in ranked if waiting[n].level.supported][: need[0]]
    others = [n for n in ranked if not waiting[n].level.supported][: need[1]]
    pairs = max(len(supported), len(others))
    return tuple(n for i in range(pairs) for n in (*supported[i : i + 1], *others[i : i + 1]))


def looks_unbalanced(draft: Draft) -> bool:
    """Whether some wait, and fewer of them look supported than a balanced set still lacks."""
    waiting = [s for n, s in draft.bank.statements.items() if _waits(draft, n, s)]
    supported = sum(s.level.supported for s in waiting)
    return bool(waiting) and supported < balance(draft).lacks[0]


def next_to_review(draft: Draft, after: str) -> str | None:
    """Return the statement to look at after this one: the best proposal, or the next waiting."""
    if proposed := [name for name in proposals(draft) if name != after]:
        return proposed[0]
    names = list(draft.bank.statements)
    place = names.index(after) + 1 if after in names else 0
    for name in (*names[place:], *names[:place]):
        if name != after and _waits(draft, name, draft.bank.statements[name]):
            return name
    return None


def obstacles(draft: Draft) -> tuple[str, ...]:
    """Return what stands in the way of publishing, one sentence each; nothing if all is well."""
    found = []
    if not draft.bank.documents:
        found.append("There is no text yet.")
    elif not draft.bank.served:
        found.append("No statement is confirmed yet; only confirmed ones are ever asked.")
    return tuple(found)


def publishable(draft: Draft, coders: Iterable[Coder] = (), version: int = 1) -> Bank:
    """Return the bank that may be published of a draft.

    A statement that nobody has confirmed stands in it with its role, and with its suggested key
    only where that key holds; it is never asked.
    """
    bank = draft.bank
    documents = tuple(
        replace(d, statements=tuple(_fit(d, s) for s in d.statements)) for d in bank.documents
    )
    known = bank.statements
    codings = tuple(_coder(coder, known) for coder in (*bank.coders, *coders))
    example = known.get(bank.example)
    return replace(
        bank,
        documents=documents,
        version=version,
        example=bank.example if example and example.served else "",
        coders=tuple(coder for coder in codings if coder.levels),
    )


def _waits(draft: Draft, name: str, statement: Statement) -> bool:
    """Whether a statement waits for a decision."""
    return statement.role.rateable and not statement.reviewed and name not in draft.dropped


def _worth(statement: Statement) -> float:
    """Return how well a suggestion promises to make a question: clear, whole and of some weight."""
    kinds = {cue.kind for cue in statement.cues}
    worth = 2.0 * bool(statement.gates) + 1.0 * (statement.role is Role.EFFECT)
    worth += 2.0 * (len(statement.text) in _FIT_LENGTHS)
    worth -= 2.0 * bool(_LEANS_ON_CONTEXT.match(statement.text)) + 3.0 * statement.text.endswith(
        "?"
    )
    worth -= 9.0 * (len(statement.text) > LONGEST_QUESTION)
    if statement.level.supported:
        worth += 1.0 * (CueKind.SUPPORT_SHOWN in kinds) + 0.5 * (statement.level is Level.STRONG)
        return worth + 1.0 * all(key.at is None for key in statement.gates.values())
    return worth + 1.0 * len(kinds & _GIVING_AWAY) - 0.5 * (CueKind.CAVEAT in kinds)


def _fit(document: Document, statement: Statement) -> Statement:
    """Return a statement as it may stand in a bank."""
    ready = settled(statement)
    if ready.reviewed or not any(flaws_of(document, ready)):
        return ready
    return Statement(id=ready.id, start=ready.start, text=ready.text, role=ready.role)


def _coder(coder: Coder, known: Mapping[str, Statement]) -> Coder:
    return replace(coder, levels={n: level for n, level in coder.levels.items() if n in known})


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)
