"""Intake: text kept as it is, pages read for their main text, the rest refused by name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.intake import (
    ForbiddenCharacterError,
    IntakeError,
    NothingToReadError,
    NotUtf8Error,
    TooLargeError,
    UnknownKindError,
    read_file,
    read_pasted,
)

PAGE = """<!doctype html><html lang="en"><head><title>Tea and sleep | The Daily Cup</title>
<script>var hidden = 1</script><style>p { color: red }</style></head><body>
<nav><ul><li><a href="/">Home</a><li><a href="/news">News</a></ul></nav>
<article><h1>Tea and sleep</h1><p>Tea may help people sleep,
a <b>study</b> in <i>Sleep</i> found &amp; said.</p><!-- secret -->
<p>It followed 4,000 nurses in Leeds, who drank a cup of it every evening for two years.</p>
<ul><li>Buy loose tea.</li><li>Drink it warm, and never later than an hour before bed.</li></ul>
<p>&lt;script&gt;alert(1)&lt;/script&gt; and {{ 7*7 }} are text.</p></article>
<aside><h3>Related posts</h3><a href="x">Ten teas</a></aside>
<footer><p>Copyright 2024</p></footer></body></html>"""


@pytest.mark.parametrize("name", ["a.txt", "a.md", "A.MD", "notes"])
def test_it_keeps_text_and_markdown_as_they_are(name: str) -> None:
    text = "# Tea\r\n\r\n*Hot*  {{ x }} <script>\u200f\t=1+1\n"
    assert read_file(name, text.encode()).text == text


def test_it_keeps_the_main_text_of_a_page() -> None:
    kept = read_file("tea.html", PAGE.encode())
    assert kept.title == "Tea and sleep | The Daily Cup"
    assert kept.text.splitlines()[-5:] == [
        "Tea may help people sleep, a study in Sleep found & said.",
        "It followed 4,000 nurses in Leeds, who drank a cup of it every evening for two years.",
        "- Buy loose tea.",
        "- Drink it warm, and never later than an hour before bed.",
        "<script>alert(1)</script> and {{ 7*7 }} are text.",
    ]
    assert "hidden" not in kept.text
    assert "secret" not in kept.text


def test_it_keeps_all_of_a_page_without_a_main_text() -> None:
    assert (
        read_file("a.htm", b"<p>Tea.<p>Hot tea.<br>Cold tea.").text == "Tea.\nHot tea.\nCold tea."
    )


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("a.pdf", b"%PDF", UnknownKindError),
        ("a.txt", b"x" * 11, TooLargeError),
        ("a.txt", b"caf\xe9", NotUtf8Error),
        ("a.txt", b"\xed\xa0\x80", NotUtf8Error),
        ("a.txt", b"a\0b", ForbiddenCharacterError),
        ("a.html", b"a\0b", ForbiddenCharacterError),
        ("a.txt", b" \n", NothingToReadError),
        ("a.html", b"<p> <p>", NothingToReadError),
        ("a.html", b"<!---->", NothingToReadError),
    ],
)
def test_it_refuses_by_name(name: str, content: bytes, error: type[IntakeError]) -> None:
    with pytest.raises(error):
        read_file(name, content, limit=10)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("a\0", ForbiddenCharacterError),
        ("a\ud800", ForbiddenCharacterError),
        ("ééé", TooLargeError),
        ("", NothingToReadError),
    ],
)
def test_it_refuses_what_is_pasted_by_name(text: str, error: type[IntakeError]) -> None:
    with pytest.raises(error):
        read_pasted(text, limit=5)


def test_it_says_where_a_forbidden_character_stands() -> None:
    with pytest.raises(ForbiddenCharacterError, match="Character 3 is a NUL"):
        read_pasted("tea\0")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=80))
def test_it_reads_or_refuses_any_page(text: str) -> None:
    try:
        kept = read_file("a.html", f"<div>{text}</div><p>{text}".encode())
    except NothingToReadError:
        return
    assert kept.text.strip()
