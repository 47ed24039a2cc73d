r"""A bank as GIFT, the plain-text format of Moodle that many other platforms read too.

The format: https://docs.moodle.org/en/GIFT_format. The characters that steer it (``~ = # { } :``)
and the backslash are escaped; line breaks are written as ``\n``, so that nothing in a statement can
begin a line.
"""

from quiz.bank import Bank
from quiz.exports.questions import Choice, ExportedQuestion, exported

_ESCAPES = str.maketrans(
    {char: f"\\{char}" for char in "\\~=#{}:"}
    | dict.fromkeys("\n\x0b\x0c\x85\u2028\u2029", "\\n")
    | {"\r": None}
)


def gift(bank: Bank) -> bytes:
    """Return the questions of a bank as a GIFT file in UTF-8."""
    head = f"$CATEGORY: $course$/top/{_one_line(bank.title).replace('/', '//')}"
    return "\n\n".join([head, *map(_question, exported(bank)), ""]).encode()


def _question(question: ExportedQuestion) -> str:
    text = "\n\n".join([question.prompt, f"“{question.statement}”", *question.references])
    answers = "\n".join(map(_answer, question.choices))
    explanation = "\n".join(question.explanation)
    lines = [f"// [id:{_one_line(question.id)}]"]
    lines += [f"::{_escaped(question.title)}::[plain]{_escaped(text)} {{", answers]
    lines += [f"####{_escaped(explanation)}", "}"]
    return "\n".join(lines)


def _answer(choice: Choice) -> str:
    if choice.is_key:
        return f"={_escaped(choice.text)}#Our key."
    if choice.accepted:
        return f"~%100%{_escaped(choice.text)}#Accepted too."
    return f"~{_escaped(choice.text)}"


def _escaped(text: str) -> str:
    return text.strip().translate(_ESCAPES)


def _one_line(text: str) -> str:
    return " ".join(text.split())
