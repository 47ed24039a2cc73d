"""From a group's answers to its summary: each figure in turn, audited as it is added."""

from msgspec.structs import replace

from quiz.disclosure.bins import SMALLEST_GROUP, took_part
from quiz.disclosure.group import Group
from quiz.disclosure.questions import (
    GROUP_WITH_LEVELS,
    bare,
    figures,
    nearly_everybody_answered,
)
from quiz.disclosure.scores import protected_scores
from quiz.disclosure.squares import audited_alpha, audited_change
from quiz.disclosure.summary import SCHEMA, Summary
from quiz.disclosure.wording import FEW, citation, protection

GROUP_WITH_ALPHA = 30
"""From how many people Cronbach's alpha is told."""


def protect(group: Group) -> Summary:
    """Return all that may leave a group; the package's docstring is the policy.

    The same answers give the same summary, in whatever order the people come.
    """
    n = len(group.people)
    asked = bare(group.questions)
    words = citation(group.occasion)
    if n < SMALLEST_GROUP:
        return Summary(SCHEMA, group.occasion, None, asked, protection=FEW, citation=words)
    summary = Summary(SCHEMA, group.occasion, took_part(n), asked, citation=words)
    found = figures(group)
    if found is None:
        return _worded(summary, ["all counts of the questions"], comparable=False)
    summary = replace(summary, questions=found.told)
    withheld = _without_levels(summary) if n >= GROUP_WITH_LEVELS else []
    if not nearly_everybody_answered(group, found.told):
        return _worded(summary, withheld, comparable=False)
    scores = protected_scores([sum(map(bool, row)) for row in group.marks], found.known)
    summary = replace(summary, bands=scores.bands, mean=scores.mean)
    expected: dict[str, object] = {"score bands": scores.bands, "mean score": scores.mean}
    if group.before_and_after:
        change = audited_change(group, scores.claims, scores.spares) if scores.more else None
        summary = replace(summary, change=change)
        expected["change from before to after"] = change
    elif n >= GROUP_WITH_ALPHA:
        alpha = audited_alpha(group, scores.claims, scores.spares) if scores.more else None
        summary = replace(summary, alpha=alpha)
        expected["Cronbach’s alpha"] = alpha
    withheld += [name for name, figure in expected.items() if figure is None]
    return _worded(summary, withheld, comparable=True)


def _without_levels(summary: Summary) -> list[str]:
    """Return which questions' levels were withheld, as a list of one sentence or none."""
    places = [
        str(place)
        for place, question in enumerate(summary.questions, 1)
        if question.answered is not None and question.levels is None
    ]
    return [f"levels chosen for question {' and '.join(places)}"] if places else []


def _worded(summary: Summary, withheld: list[str], *, comparable: bool) -> Summary:
    """Return the summary with the list and the sentence of what was withheld."""
    sentence = protection(withheld, comparable=comparable)
    return replace(summary, withheld=tuple(withheld), protection=sentence)
