"""What leaves of each question: who answered, who was right and, in larger groups, which level."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from msgspec.structs import replace as with_

from quiz.disclosure.bins import (
    SMALLEST_GROUP,
    WIDTH,
    Bin,
    bin_of,
    last_bin,
    last_bin_within,
)
from quiz.disclosure.group import Group, Question
from quiz.disclosure.possible import Asked, covered, settled, tightened
from quiz.disclosure.summary import QuestionFigures
from quiz.scale import Level

GROUP_WITH_LEVELS = 30
"""From how many people it is told who chose which level."""


class Questions(NamedTuple):
    """What leaves of the questions, and what everybody then knows of them."""

    told: tuple[QuestionFigures, ...]
    known: tuple[Asked, ...]


def bare(questions: Sequence[Question]) -> tuple[QuestionFigures, ...]:
    """Return what was asked, without a count."""
    return tuple(QuestionFigures(q.name, q.statement, q.key, q.form) for q in questions)


def figures(group: Group) -> Questions | None:
    """Return what may leave of the questions.

    None when even that would tell too much: the questions were answered by so few that the
    total of all answers gives them away.
    """
    people, size = group.people, len(group.questions)
    least, most = group.answered_each or (1, size)
    columns = zip(*(sheet.answers for sheet in people), strict=True)
    found = [
        _question(question, [a for a in column if a is not None], len(people), all_=least == size)
        for question, column in zip(group.questions, columns, strict=True)
    ]
    answers = range(len(people) * least, len(people) * most + 1)
    known = covered([tightened(asked) for _, asked in found], answers)
    if not all(settled(asked, asked.right) for asked in known):
        return None
    return Questions(tuple(told for told, _ in found), known)


def nearly_everybody_answered(group: Group, found: Sequence[QuestionFigures]) -> bool:
    """Whether people answered so much of the same that their scores can be put together.

    At least two questions must be in the open bin of those who answered. What a person left
    out is then free in the audit: whoever skipped one may have answered the other.
    """
    least = (group.answered_each or (1, 0))[0]
    if least > 1:
        return least == len(group.questions)
    return sum(f.answered is not None and f.answered.open for f in found) > 1


def _question(
    question: Question, answers: Sequence[Level], n: int, *, all_: bool
) -> tuple[QuestionFigures, Asked]:
    """Return what leaves of one question of ``n`` people; ``all_`` must have answered it or not."""
    (told,) = bare([question])
    # Where everybody answers everything the number of answers is no secret, and among 10 to
    # 13 people the rule that fewer than 10 leave no count tells it to within four.
    no_secret = all_ or n < SMALLEST_GROUP + WIDTH - 1
    if len(answers) < SMALLEST_GROUP:
        few = range(SMALLEST_GROUP)
        return told, Asked(few, few, answered_is_known=no_secret)
    answered = bin_of(len(answers), last_bin(n))
    last = last_bin_within(answered)
    right = bin_of(sum(map(question.right, answers)), last)
    told = with_(told, answered=answered, right=right)
    values = range(n if all_ else max(SMALLEST_GROUP, answered.at_least), answered.values(n).stop)
    asked = Asked(values, right.values(values[-1]), answered_is_known=no_secret)
    if n < GROUP_WITH_LEVELS:
        return told, asked
    levels = tuple(bin_of(answers.count(level), last) for level in Level)
    spare = next(
        (bins for bins in _unusual(question, asked, last) if _holds(question, asked, bins)), None
    )
    if spare is None:
        return told, asked
    if levels == spare or not _holds(question, asked, levels):
        return told, _with_levels(question, asked, spare)
    return with_(told, levels=levels), _with_levels(question, asked, levels)


def _with_levels(question: Question, asked: Asked, bins: Sequence[Bin]) -> Asked:
    ranges = tuple(b.values(asked.answered[-1]) for b in bins)
    return replace(asked, levels=ranges, accepted=tuple(map(question.right, Level)))


def _holds(question: Question, asked: Asked, bins: Sequence[Bin]) -> bool:
    """Whether the levels' bins leave every count of the question five neighbouring values."""
    known = tightened(_with_levels(question, asked, bins))
    return bool(known.answered) and settled(known, known.right)


def _unusual(question: Question, asked: Asked, last: int) -> Iterator[tuple[Bin, ...]]:
    """Yield answers nobody expects: all that are wrong on one level, the farthest first."""
    middle = asked.right[len(asked.right) // 2]
    answered = max(middle, asked.answered[len(asked.answered) // 2])
    for wrong in sorted(Level, key=lambda level: -abs(level - question.key)):
        if not question.right(wrong):
            counts = {question.key: middle, wrong: answered - middle}
            yield tuple(bin_of(counts.get(level, 0), last) for level in Level)
