"""GIFT, read back with the parser that other tools use (gift-pegjs, from npm)."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from exported import KRATOM, hostile_bank

from quiz.bank import Bank
from quiz.exports.gift import gift
from quiz.scale import QUESTION, Level

HOUSE = Path(__file__).parent.parent
PARSER = HOUSE / ".venv" / "nu" / "node_modules" / "gift-pegjs"
SCRIPT = """
const { parse } = require(process.argv[1]);
const text = require("fs").readFileSync(0, "utf8");
console.log(JSON.stringify(parse(text)));
"""


def parsed(bank: Bank) -> list[dict[str, Any]]:
    """Return the questions as the parser reads them."""
    node = shutil.which("node")
    assert node, "node is missing: ./test installs what the tests need"
    assert PARSER.exists(), "the GIFT parser is missing: ./test installs what the tests need"
    done = subprocess.run(
        [node, "-e", SCRIPT, str(PARSER)], input=gift(bank), capture_output=True, check=True
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def kratom() -> list[dict[str, Any]]:
    return parsed(KRATOM)


def test_it_has_one_question_for_each_statement_that_may_be_asked(
    kratom: list[dict[str, Any]],
) -> None:
    assert kratom[0]["type"] == "Category"
    assert [q["type"] for q in kratom[1:]] == ["MC"] * len(KRATOM.served)
    assert [q["id"] for q in kratom[1:]] == [f"kratom:{name}" for name in KRATOM.served]


def test_it_gives_full_marks_to_the_key_and_to_accepted_levels_only(
    kratom: list[dict[str, Any]],
) -> None:
    for question, statement in zip(kratom[1:], KRATOM.served.values(), strict=True):
        right = [
            Level(n)
            for n, choice in enumerate(question["choices"])
            if choice["isCorrect"] or choice["weight"] == 100
        ]
        assert right == [n for n in Level if statement.accepts(n)]


def test_it_explains_each_answer_with_the_gates(kratom: list[dict[str, Any]]) -> None:
    for question, statement in zip(kratom[1:], KRATOM.served.values(), strict=True):
        said = question["globalFeedback"]["text"]
        assert all(key.because in said for key in statement.gates.values())


def test_it_keeps_hostile_text_as_text() -> None:
    bank = hostile_bank()
    questions = parsed(bank)
    assert [q["type"] for q in questions] == ["Category"] + ["MC"] * 4
    for question, statement in zip(questions[1:], bank.served.values(), strict=True):
        stem = question["stem"]
        assert stem["format"] == "plain"
        shown = stem["text"].removeprefix(QUESTION)
        assert "".join(shown.split()) == "".join(f"“{statement.text}”".split())
        assert len(question["choices"]) == 4
