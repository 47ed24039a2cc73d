"""An attempt and its bank in, what came of each answer out: what the scoring works on."""

from quiz.attempts import Answer, Attempt, Question
from quiz.bank import Bank
from quiz.marking import is_right
from quiz.phrases import phrases
from quiz.scoring import Comparison, Outcome, Rating, Spotting, Sure


def outcomes(bank: Bank, attempt: Attempt) -> tuple[Outcome, ...]:
    """Return what came of each answer of an attempt, in the order of its questions.

    ``bank`` is the version that the attempt began with. Questions without an answer are left out.
    """
    return tuple(
        outcome(bank, attempt.questions[number - 1], answer)
        for number, answer in sorted(attempt.answers.items())
    )


def outcome(bank: Bank, question: Question, answer: Answer) -> Outcome:
    """Return what came of one answer: what was said beside what the key says."""
    statement, sure = bank.statements[question.statement], Sure(answer.sure)
    if answer.level is not None:
        return Rating(answer.level, statement.level, statement.accept, sure)
    if answer.better is not None:
        return Comparison(is_right(bank, question, answer), sure)
    pausing = [p for p in phrases(bank.document_of(question.statement), statement) if p.pause]
    cues = {(p.start, kind) for p in pausing for kind in p.cues if not kind.reassuring}
    return Spotting(frozenset(cues), frozenset(answer.words or ()), sure)
