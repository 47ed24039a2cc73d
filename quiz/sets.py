"""Drawing a set of questions: half supported and half not, and two matched forms.

Which statement comes into which form is decided by the bank alone, so that everybody's form A
is the same; the draw within it is left to ``rng``.
"""

import random
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
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
    counts = (Counter[Level](), Counter[Level]())
    for group in sorted(near_duplicates(bank), key=len, reverse=True):
        levels = Counter(bank.served[name].level for name in group)
        side = min((0, 1), key=lambda n: _imbalance(counts[n] + levels, counts[1 - n]))
        forms[side].update(group)
        counts[side].update(levels)
    return frozenset(forms[0]), frozenset(forms[1])


def _imbalance(a: Counter[Level], b: Counter[Level]) -> tuple[int, int]:
    """Return how far two forms differ: in supported and unsupported, then level by level."""
    kinds = sum(
        abs(
            sum(c for level, c in a.items() if level.supported is kind)
            - sum(c for level, c in b.items() if level.supported is kind)
        )
        for kind in (True, False)
    )
    return kinds, sum(abs(a[level] - b[level]) for level in Level)


def sizes(
    bank: Bank, among: Collection[str] | None = None, form: Form = Form.RATE
) -> tuple[int, ...]:
    """Return the sizes of balanced sets of a form for which there are enough statements."""
    pool = [s for n, s in bank.served.items() if among is None or n in among]
    if form is Form.SPOT:
        pool = [s for s in pool if s.cues]
    supported = sum(s.level.supported for s in pool)
    scarcer = min(supported, len(pool) - supported)
    return tuple(n for n in SIZES if (n if form is Form.COMPARE else n // 2) <= scarcer)


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


def near_duplicates(bank: Bank) -> list[list[str]]:
    """Return the statements in groups: those that give each other away stand together.

    These are statements of nearly the same words, and statements of one document of which one
    supports or contradicts the other.
    """
    group = {name: name for name in bank.served}
    for a, b in _telling_pairs(bank):
        old, new = group[b], group[a]
        group = {n: new if g == old else g for n, g in group.items()}
    return [[n for n in group if group[n] == g] for g in dict.fromkeys(group.values())]


def _telling_pairs(bank: Bank) -> Iterator[tuple[str, str]]:
    for a, b in combinations(bank.served, 2):
        if _likeness(bank.served[a].text, bank.served[b].text) >= _ALIKE:
            yield a, b
    for name, statement in bank.served.items():
        document = bank.document_of(name)
        for link in statement.links:
            if link.to in bank.served and bank.document_of(link.to) is document:
                yield name, link.to


def _likeness(a: str, b: str) -> float:
    """Return the share of words that two texts have in common (Jaccard 1901), 0 to 1."""
    one, two = (set(_WORD.findall(text.casefold())) for text in (a, b))
    return len(one & two) / len(one | two) if one | two else 0.0
