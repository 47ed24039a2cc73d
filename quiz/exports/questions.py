"""What a learning platform needs of a statement: the question, its four answers, the explanation.

Moodle XML and GIFT say the same thing in two notations; here is what they say.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from quiz.bank import Bank
from quiz.scale import QUESTION, Level


@dataclass(frozen=True)
class Choice:
    """One of the four levels as an answer."""

    text: str
    is_key: bool
    accepted: bool


@dataclass(frozen=True)
class ExportedQuestion:
    """A statement as a question with one answer of four. ``id`` stays the same across exports."""

    id: str
    title: str
    prompt: str
    statement: str
    references: tuple[str, ...]
    choices: tuple[Choice, ...]
    explanation: tuple[str, ...]


def exported(bank: Bank) -> Iterator[ExportedQuestion]:
    """Yield every statement of a bank that may be asked, as a question."""
    for number, (name, statement) in enumerate(bank.served.items(), 1):
        document = bank.document_of(name)
        explanation = [
            f"{gate.meaning} {'Yes' if key.passes else 'No'}: {key.because}"
            for gate, key in statement.gates.items()
        ]
        if statement.lift:
            explanation.append(f"What would lift it: {statement.lift}")
        explanation.append(f"From: {document.title}")
        yield ExportedQuestion(
            id=f"{bank.name}:{name}",
            title=f"{bank.title} {number}",
            prompt=QUESTION,
            statement=statement.text,
            references=tuple(entry.text for entry in document.cited_by(statement)),
            choices=tuple(
                Choice(f"{n.title}: {n.line}", n == statement.level, n in statement.accept)
                for n in Level
            ),
            explanation=tuple(explanation),
        )
