"""A bank as Moodle XML: every statement a multiple-choice question with one answer.

The format: https://docs.moodle.org/en/Moodle_XML_format. Text goes in as text: what looks like
markup in a statement reaches Moodle escaped twice, once for HTML and once for XML.
"""

import html
import re
from xml.etree import ElementTree as ET

from quiz.bank import Bank
from quiz.exports.questions import Choice, ExportedQuestion, exported

# What XML 1.0 has no way to write, section 2.2 of its specification.
_UNWRITABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def moodle_xml(bank: Bank) -> bytes:
    """Return the questions of a bank as a Moodle XML file, in a category of their own."""
    quiz = ET.Element("quiz")
    category = ET.SubElement(quiz, "question", type="category")
    # A single “/” would open a category inside the category.
    _text(category, "category", f"$course$/top/{bank.title.replace('/', '//')}")
    for question in exported(bank):
        quiz.append(_question(question))
    ET.indent(quiz)
    content: bytes = ET.tostring(quiz, encoding="utf-8", xml_declaration=True)
    return content


def _question(question: ExportedQuestion) -> ET.Element:
    element = ET.Element("question", type="multichoice")
    _text(element, "name", question.title)
    lines = [f"<p>{_html(question.prompt)}</p>"]
    lines.append(f"<blockquote><p>{_html(question.statement)}</p></blockquote>")
    lines += [f"<p>{_html(entry)}</p>" for entry in question.references]
    _text(element, "questiontext", "".join(lines), html_inside=True)
    explanation = "".join(f"<p>{_html(line)}</p>" for line in question.explanation)
    _text(element, "generalfeedback", explanation, html_inside=True)
    settings = {
        "defaultgrade": "1",
        "penalty": "0",
        "hidden": "0",
        "idnumber": question.id,
        "single": "true",
        "shuffleanswers": "false",
        "answernumbering": "none",
    }
    for name, value in settings.items():
        ET.SubElement(element, name).text = value
    for choice in question.choices:
        element.append(_answer(choice))
    return element


def _answer(choice: Choice) -> ET.Element:
    right = choice.is_key or choice.accepted
    answer = ET.Element("answer", fraction="100" if right else "0", format="html")
    ET.SubElement(answer, "text").text = _html(choice.text)
    comment = "Our key." if choice.is_key else "Accepted too." if choice.accepted else ""
    _text(answer, "feedback", comment, html_inside=True)
    return answer


def _text(parent: ET.Element, tag: str, text: str, *, html_inside: bool = False) -> None:
    element = ET.SubElement(parent, tag, {"format": "html"} if html_inside else {})
    ET.SubElement(element, "text").text = _writable(text)


def _html(text: str) -> str:
    return html.escape(_writable(text), quote=False)


def _writable(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", text)
