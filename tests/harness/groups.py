"""Groups made up for tests of summaries: people of some ability answer questions of some ease."""

from random import Random

from quiz.disclosure import Group, Kind, Occasion, Question, Sheet
from quiz.scale import Level

WORKSHOP = Occasion(Kind.WORKSHOP, "kratom", "Kratom", 3, "ab" * 32, "A", "2031-05-02")


def questions(size: int, *, forms: bool = False) -> tuple[Question, ...]:
    """Return questions with all four keys in turn; every third accepts a neighbour."""
    return tuple(
        Question(
            name=f"notes:s{i:02}",
            statement=f"Statement {i}.",
            key=Level(i % 4),
            accept=(Level(i % 4 ^ 1),) if i % 3 == 2 else (),
            form="AB"[i % 2] if forms else "",
        )
        for i in range(size)
    )


def group(
    rng: Random, people: int, size: int, ease: float, *, gaps: float = 0.0, forms: bool = False
) -> Group:
    """Return a group in which about a share ``ease`` of answers is right."""
    asked = questions(size, forms=forms)
    eases = [rng.gauss(ease, 0.2) for _ in asked]
    sheets = []
    for person in range(people):
        ability = rng.gauss(0, 0.2)
        answers = [_answer(rng, q, e + ability) for q, e in zip(asked, eases, strict=True)]
        kept = [None if rng.random() < gaps else answer for answer in answers]
        sheets.append(Sheet(tuple(kept), "AB"[person % 2] if forms else ""))
    return Group(WORKSHOP, asked, tuple(sheets))


def _answer(rng: Random, question: Question, chance: float) -> Level:
    right = rng.random() < chance
    return rng.choice([level for level in Level if question.right(level) is right])
