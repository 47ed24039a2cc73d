"""One person's results as CSV and JSON."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from exported import hostile_bank
from hypothesis import given, settings
from jsonschema import Draft202012Validator, ValidationError

from harness.attempts import attempts
from harness.banks import kratom, loaf, pantry, pantry_with
from quiz.attempts import Answer, Attempt, Form, Question
from quiz.exports.attempt import SCHEMA, attempt_csv, attempt_json
from quiz.phrases import phrases
from quiz.results import Results
from quiz.scale import Level

SCHEMAS = Path(__file__).parent.parent / "static"
VALIDATOR = Draft202012Validator(json.loads((SCHEMAS / SCHEMA).read_text()))
ONE, TWO, THREE = (Question(f"loaf:s{n}") for n in (1, 2, 3))


def results(form: Form, question: Question, answer: Answer) -> Results:
    attempt = Attempt(1, "pantry", pantry().hash, form, (question, THREE), {1: answer})
    return Results(pantry(), attempt)


def rows(found: Results, record: str = "answer") -> list[dict[str, str]]:
    text = attempt_csv(found).decode("utf-8-sig")
    table = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return [row for row in table if row["record"] == record]


def content(found: Results) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(attempt_json(found))
    VALIDATOR.validate(read)
    return read


RATED = results(Form.RATE, ONE, Answer(3, level=Level.STRONG))


def test_it_publishes_a_schema_that_is_one() -> None:
    Draft202012Validator.check_schema(VALIDATOR.schema)
    for broken in ({}, content(RATED) | {"format": {"name": "says-who-attempt", "version": 2}}):
        with pytest.raises(ValidationError):
            VALIDATOR.validate(broken)


def test_it_refuses_by_schema_what_belongs_to_another_form() -> None:
    with pytest.raises(ValidationError):
        VALIDATOR.validate(content(RATED) | {"form": "compare"})


def test_it_writes_a_rating_into_one_row() -> None:
    [row] = rows(RATED)
    assert {name: text for name, text in row.items() if text} == {
        "record": "answer",
        "bank": "pantry",
        "version": "1",
        "hash": pantry().hash,
        "form": "rate",
        "question": "1",
        "statement": "loaf:s1",
        "text": "The baker says that rye keeps for ten days [1].",
        "key": "2",
        "answer": "3",
        "sure": "3",
        "right": "no",
    }


def test_it_writes_a_comparison_with_both_statements() -> None:
    found = results(Form.COMPARE, Question("loaf:s2", "loaf:s1"), Answer(1, better="b"))
    [row] = rows(found)
    assert (row["statement"], row["other_statement"]) == ("loaf:s2", "loaf:s1")
    assert row["other_text"].startswith("The baker says")
    assert (row["key"], row["answer"], row["right"]) == ("b", "b", "yes")
    [answer] = content(found)["answers"]
    assert [each["level"] for each in answer["statements"]] == [0, 2]


def test_it_writes_the_words_chosen_and_those_of_the_key() -> None:
    first, *_, last = phrases(loaf(), loaf().by_id["s3"])
    found = results(Form.SPOT, THREE, Answer(2, words=(first.start, last.start)))
    [row] = rows(found)
    assert row["key"] == first.text
    assert row["answer"] == f"{first.text}\n{last.text}"
    [answer] = content(found)["answers"]
    assert (answer["key"], answer["answer"]) == ([first.text], [first.text, last.text])


def test_it_writes_the_words_overlooked_into_the_key() -> None:
    first, *_ = phrases(loaf(), loaf().by_id["s3"])
    [answer] = content(results(Form.SPOT, THREE, Answer(2, words=())))["answers"]
    assert (answer["key"], answer["answer"], answer["right"]) == ([first.text], [], False)


def test_it_writes_the_neighbours_that_are_accepted() -> None:
    bank = pantry_with("s1", accept=(Level.WEAK, Level.STRONG))
    found = Results(bank, RATED.attempt)
    [row], [answer] = rows(found), content(found)["answers"]
    assert (row["accepted"], row["right"], answer["accepted"]) == ("1 3", "yes", [1, 3])


def test_it_tells_which_questions_these_were() -> None:
    found = content(RATED)
    assert found["bank"] == {
        "name": "pantry",
        "title": "Bread",
        "version": 1,
        "hash": pantry().hash,
    }
    assert (found["form"], found["asked"], len(found["answers"])) == ("rate", 2, 1)


def test_it_gives_away_no_key_of_a_question_still_open() -> None:
    assert "experts argue" not in attempt_json(RATED).decode() + attempt_csv(RATED).decode()


def test_it_writes_every_figure_with_its_numbers_or_the_reason_for_none() -> None:
    figures = {row["figure"]: row for row in rows(RATED, "figure")}
    assert list(figures) == [line.name for line in RATED.lines]
    assert (figures["supported"]["value"], figures["supported"]["shown"]) == (
        "1.0",
        "1 of 1 (100 %)",
    )
    assert figures["unsupported"]["value"] == ""
    assert figures["unsupported"]["note"] == "No unsupported statement was asked."
    told = {figure["name"]: figure for figure in content(RATED)["figures"]}
    assert told["lean"]["value"] is None
    assert told["bias"]["value"] == 1


def test_it_neutralises_a_statement_that_a_spreadsheet_would_run() -> None:
    bank = hostile_bank()
    questions = tuple(map(Question, bank.statements))
    answers = {n: Answer(1, level=Level.NONE) for n in range(1, len(questions) + 1)}
    attempt = Attempt(1, bank.name, bank.hash, Form.RATE, questions, answers)
    found = Results(bank, attempt)
    VALIDATOR.validate(json.loads(attempt_json(found)))
    for row in [*rows(found), *rows(found, "figure")]:
        texts = [text for name, text in row.items() if name not in {"value", "low", "high"}]
        assert not any(text.startswith(("=", "+", "-", "@")) for text in texts)


@settings(max_examples=30)
@given(attempts(kratom()))
def test_it_writes_any_answers_whole(attempt: Attempt) -> None:
    found = Results(kratom(), attempt)
    table = rows(found)
    told = content(found)["answers"]
    assert len(table) == len(told) == len(attempt.answers)
    for row, answer, result in zip(table, told, found.answered, strict=True):
        assert row["text"] == result.asked[0][0].text
        assert (row["right"] == "yes") is answer["right"] is result.right
        assert int(row["question"]) == answer["question"] == result.number
    widths = {len(row) for row in csv.reader(io.StringIO(attempt_csv(found).decode("utf-8-sig")))}
    assert len(widths) == 1
