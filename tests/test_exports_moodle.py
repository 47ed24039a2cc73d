"""Moodle XML, read back with an XML parser as Moodle would."""

import html
from xml.etree import ElementTree as ET

import pytest
from exported import KRATOM, hostile_bank

from quiz.bank import Bank
from quiz.exports.moodle import moodle_xml
from quiz.scale import Level


def questions(bank: Bank) -> list[ET.Element]:
    tree = ET.fromstring(moodle_xml(bank))  # noqa: S314 - we wrote it
    assert tree.tag == "quiz"
    return tree.findall("question[@type='multichoice']")


def text(element: ET.Element, path: str) -> str:
    return element.findtext(path) or ""


def test_it_has_one_question_for_each_statement_that_may_be_asked() -> None:
    ids = [text(q, "idnumber") for q in questions(KRATOM)]
    assert ids == [f"kratom:{name}" for name in KRATOM.served]


def test_it_gives_full_marks_to_the_key_and_to_accepted_levels_only() -> None:
    for question in questions(KRATOM):
        statement = KRATOM.statements[text(question, "idnumber").removeprefix("kratom:")]
        answers = question.findall("answer")
        right = [Level(n) for n, a in enumerate(answers) if a.get("fraction") == "100"]
        assert right == [n for n in Level if statement.accepts(n)]
        assert text(question, "single") == "true"
        assert len(answers) == 4


def test_it_explains_each_answer_with_the_gates() -> None:
    for question in questions(KRATOM):
        statement = KRATOM.statements[text(question, "idnumber").removeprefix("kratom:")]
        said = html.unescape(text(question, "generalfeedback/text"))
        assert all(key.because in said for key in statement.gates.values())


def test_it_puts_the_questions_into_a_category_of_their_own() -> None:
    tree = ET.fromstring(moodle_xml(hostile_bank()))  # noqa: S314 - we wrote it
    category = text(tree, "question[@type='category']/category/text")
    assert category.startswith("$course$/top/")
    assert category.removeprefix("$course$/top/").replace("//", "").count("/") == 0


@pytest.mark.parametrize("number", range(4))
def test_it_keeps_hostile_text_as_text(number: int) -> None:
    bank = hostile_bank()
    question = questions(bank)[number]
    markup = text(question, "questiontext/text")
    page = ET.fromstring(f"<div>{markup}</div>")  # noqa: S314 - nothing but our own four tags
    assert {each.tag for each in page.iter()} == {"div", "p", "blockquote"}
    shown = "".join(page.find("blockquote").itertext())  # type: ignore[union-attr]
    statement = bank.documents[0].statements[number].text
    unwritable = str.maketrans(dict.fromkeys("\x0b\x0c\x1b\ufffe", "\ufffd"))
    assert shown == statement.translate(unwritable)
