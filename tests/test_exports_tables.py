"""CSV that any spreadsheet opens and none runs."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.exports.tables import csv_file, neutralised

TEXT = st.text(st.characters(codec="utf-8"))


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_it_writes_as_rfc_4180_asks() -> None:
    content = csv_file(("a", "b"), [("x, y", 'said "so"'), ("two\nlines", "")])
    assert content == (b'\xef\xbb\xbfa,b\r\n"x, y","said ""so"""\r\n"two\nlines",\r\n')


def test_it_writes_numbers_truth_and_nothing_plainly() -> None:
    content = csv_file(("a", "b", "c", "d", "e"), [(-0.25, 3, True, False, None)])
    assert read(content)[1] == ["-0.25", "3", "yes", "no", ""]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "＝1",
        "\u00a0=HYPERLINK(1)",
        "\tplain",
    ],
)
def test_it_neutralises_what_a_spreadsheet_would_run(text: str) -> None:
    assert neutralised(text) == f"'{text}"
    assert read(csv_file((text,), [(text,)])) == [[f"'{text}"], [f"'{text}"]]


@pytest.mark.parametrize("text", ["", "plain", "a=b", "−1", "3", "'=1", "“=1”"])
def test_it_leaves_other_text_as_it_is(text: str) -> None:
    assert neutralised(text) == text


@given(st.lists(st.tuples(TEXT, TEXT)))
def test_it_gives_back_what_it_was_given(rows: list[tuple[str, str]]) -> None:
    header, *found = read(csv_file(("one", "two"), rows))
    assert header == ["one", "two"]
    assert found == [[neutralised(cell) for cell in row] for row in rows]


def test_it_refuses_a_row_of_another_length() -> None:
    with pytest.raises(ValueError, match="1 cells under 2 headings"):
        csv_file(("a", "b"), [("x",)])
