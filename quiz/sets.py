"""Drawing a set of questions: half supported and half not, and two matched forms.

Which statement comes into which form is decided by the bank alone, so that everybody's form A
is the same; the draw within it is left to ``rng``.
"""

import random
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

from quiz.attempts import Form, Question
from quiz.bank import Bank
from quiz.documents import Statement
from quiz.scale import Level

SIZES = (6, 10, 20)
_ALIKE = 0.5  # share of words in common from which two statements count as near-duplicates
_WORD = re.compile(r"\w+")


class TooFewStatementsError(Exception):
    """The bank has too few statements for such a set."""


def draw(
    bank: Bank,
    size: int | None,
    form: Form,
    rng: random.Random,
    *,
    first: Collection[str] = (),
    among: Collection[str] | None = None,
) -> tuple[Question, ...]:
    """Draw a set of questions.

    ``size`` is the number of questions, or None for all there are (which is not balanced).
    Statements named in ``first`` are preferred: what was missed comes back. ``among`` limits
    the draw to these statements, such as those of one form. Raises TooFewStatementsError.
    """
    pool = {n: s for n, s in bank.served.items() if among is None or n in among}
    match form:
        case Form.RATE:
            return tuple(map(Question, _rated(pool, size, first, rng)))
        case Form.SPOT:
            with_cues = {n: s for n, s in pool.items() if s.cues}
            return tuple(map(Question, _rated(with_cues, size, first, rng)))
        case Form.COMPARE:
            return _pairs(pool, size, first, rng)


def matched_forms(bank: Bank) -> tuple[frozenset[str], frozenset[str]]:
    """Split the statements that may be asked about into forms A and B.

    The forms share no statement, near-duplicates stand together, and each level is spread over
    both as evenly as that allows.
    """
    forms: tuple[set[str], set[str]] = (set(), set())
    counts = ([0] * len(Level), [0] * len(Level))
    for group in sorted(_near_duplicates(bank.served), key=len, reverse=True):
        levels = [bank.served[name].level for name in group]

        def load(side: int, levels: Sequence[Level] = levels) -> tuple[int, int]:
            supported = [level.supported for level in levels]
            same_kind = sum(counts[side][level] for level in Level if level.supported in supported)
            return same_kind, sum(counts[side][level] for level in set(levels))

        side = min((0, 1), key=load)
        forms[side].update(group)
        for level in levels:
            counts[side][level] += 1
    return frozenset(forms[0]), frozenset(forms[1])


def sizes(bank: Bank, among: Collection[str] | None = None) -> tuple[int, ...]:
    """Return the sizes of balanced sets for which there are enough statements."""
    pool = [s for n, s in bank.served.items() if among is None or n in among]
    supported = sum(s.level.supported for s in pool)
    return tuple(n for n in SIZES if n // 2 <= min(supported, len(pool) - supported))


def _rated(
    pool: Mapping[str, Statement], size: int | None, first: Collection[str], rng: random.Random
) -> list[str]:
    names = _shuffled(pool, first, rng)
    if size is not None:
        half = size // 2
        supported = [n for n in names if pool[n].level.supported][: size - half]
        unsupported = [n for n in names if not pool[n].level.supported][:half]
        names = supported + unsupported
        if len(names) < size:
            raise TooFewStatementsError
    rng.shuffle(names)
    return names


def _pairs(
    pool: Mapping[str, Statement], size: int | None, first: Collection[str], rng: random.Random
) -> tuple[Question, ...]:
    """Pair statements of different level, each used once, the nearest in wording first."""
    supported = [n for n in _shuffled(pool, first, rng) if pool[n].level.supported]
    others = [n for n in _shuffled(pool, first, rng) if not pool[n].level.supported]
    pairs: list[Question] = []
    for name in supported[:size]:
        if not others:
            break
        partner = max(others, key=lambda n: _likeness(pool[name].text, pool[n].text))
        others.remove(partner)
        pairs.append(Question(*rng.sample((name, partner), 2)))
    if not pairs or (size is not None and len(pairs) < size):
        raise TooFewStatementsError
    rng.shuffle(pairs)
    return tuple(pairs)


def _shuffled(names: Iterable[str], first: Collection[str], rng: random.Random) -> list[str]:
    shuffled = sorted(names)
    rng.shuffle(shuffled)
    return sorted(shuffled, key=lambda name: name not in first)


def _near_duplicates(pool: Mapping[str, Statement]) -> list[list[str]]:
    """Return the statements in groups: those that say nearly the same stand together."""
    group = {name: name for name in pool}
    for a, b in combinations(pool, 2):
        if group[a] != group[b] and _likeness(pool[a].text, pool[b].text) >= _ALIKE:
            old, new = group[b], group[a]
            group = {n: new if g == old else g for n, g in group.items()}
    return [[n for n in pool if group[n] == g] for g in dict.fromkeys(group.values())]


def _likeness(a: str, b: str) -> float:
    """Return the share of words that two texts have in common (Jaccard 1901), 0 to 1."""
    one, two = (set(_WORD.findall(text.casefold())) for text in (a, b))
    return len(one & two) / len(one | two) if one | two else 0.0
