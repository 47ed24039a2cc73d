"""What a key still lacks before a person can stand behind it, in the words of the review page."""

from collections.abc import Iterator

from quiz.checks import flaws_of
from quiz.documents import Document, Statement
from quiz.scale import Gate, Level

LONGEST_QUESTION = 1500


def missing(document: Document, statement: Statement) -> tuple[str, ...]:
    """Return what is to be done to a key before it can be confirmed; nothing if it is complete."""
    if not statement.role.rateable:
        return tuple(flaws_of(document, statement))
    lacks = (*_gates(statement), *_rest(statement))
    return lacks or tuple(flaws_of(document, statement))


def _gates(statement: Statement) -> Iterator[str]:
    """Yield what the questions lack, up to the first that is open or answered with no."""
    for gate in Gate:
        key = statement.gates.get(gate)
        if key is None:
            yield f"Answer question {gate.number}{' as well' if gate.number > 1 else ''}"
            return
        if key.passes and not key.words:
            yield f"Give the words that decide question {gate.number}: a yes needs them"
        if not key.because.strip():
            yield f"Say why in question {gate.number}"
        if not key.passes:
            return


def _rest(statement: Statement) -> Iterator[str]:
    if not statement.lift.strip() and statement.gates and statement.level < Level.STRONG:
        yield "Say what would lift it a level"
    if len(statement.text) > LONGEST_QUESTION:
        yield "It is too long for a question: split it"
