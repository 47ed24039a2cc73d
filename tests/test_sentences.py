"""Sentences: every character in one statement, at its exact place."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.sentences import split

GAP = re.compile(
    r"(?:\s|(?<!\S)(?:[^\w\s]\ufe0f?|\d{1,3}[.)]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})\))(?=\s))*\Z"
)


def sentences(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split(text)]


@pytest.mark.parametrize(
    "text",
    [
        "It works! !!! ?|Does it? … ?|It does.",
        ". . . .",
        "!!!|Alice left. . .",
    ],
)
def test_it_lets_lone_marks_join_what_stands_before_them_in_their_line(text: str) -> None:
    assert sentences(text.replace("|", " ")) == text.split("|")
    assert sentences("It ends.\n…\nIt begins.") == ["It ends.", "…", "It begins."]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Amina Okafor saw it.|She wrote to Prof. J. R. Lund.",
        "The U.S. Department of Energy agreed.|It did so in the U.S.|The rest did not.",
        "Smith et al. found it.|The gap was 3.5 mg (p = 0.02).|It closed.",
        "“It works,” she said.|“We saw it.”|He left.",
        "'Does it work?' she asked.|Yes!|It does.",
        "The ship sank.[3]|It was raised.[9][10]|It sank again.",
        "It peaks in 30 seconds.[^3]|It fades in minutes.(2)|How many knew is unclear.",
        "Sales fell.[1]|Then they rose (see p. 4. and Fig. 2) again.",
        "(Nobody saw it. Nobody.)|They left.",
        "Take vitamin D.|It is cheap.|Hepatitis B. is not.",
        "See https://example.org/a.b?c=d.e for more.|Then go.",
        "Wait... and then it went.|It stopped…|Nobody came.",
        "We met at 5 p.m. on Friday.|It closed at 5 p.m.|The bus had gone.",
        "The iron law, etc. was repealed.|Acme Inc. sells it.|It was withdrawn.|Then it came back.",
        "Yahoo! said no.|iPhone sales rose.|iPads did not.",
        "No. 5 is the best one.|He said no.|They went home.",
        "これは文です。|もう一つ。",
    ],
)
def test_it_splits_where_a_reader_would(text: str) -> None:
    parts = text.split("|")
    joined = "".join(parts) if "。" in text else " ".join(parts)
    assert sentences(joined) == parts


def test_it_leaves_list_markers_out() -> None:
    text = "To do:\n1. Sleep well.\n2) Eat well\n- Walk. Then rest.\n• Read\n"
    assert sentences(text) == [
        "To do:",
        "Sleep well.",
        "Eat well",
        "Walk.",
        "Then rest.",
        "Read",
    ]


def test_it_leaves_ticks_stars_arrows_and_pictures_out_like_list_markers() -> None:
    text = "✔ Sleep well\n✅ Eat well\n★ Rest\n> Walk\n► Read\n💤 Nap\n(a) Sit\nb) Lie\n"
    assert sentences(text) == "Sleep well|Eat well|Rest|Walk|Read|Nap|Sit|Lie".split("|")


def test_it_ends_a_sentence_at_a_face() -> None:
    text = "They put him at the back 😡 We moved him. He is in year 2 😀 at last."
    assert sentences(text) == [
        "They put him at the back 😡",
        "We moved him.",
        "He is in year 2 😀 at last.",
    ]


def test_it_keeps_the_entries_under_a_heading_of_references_whole() -> None:
    entries = ["Lis M (ed). Lavender. London: Taylor, 2002.", "Lund J. Tea. BMJ 2019."]
    after = ["It grows in Kent.", "It was first sold in 1840."]
    assert sentences("\n".join(["References", *entries, "", "History", " ".join(after)])) == [
        "References",
        *entries,
        "History",
        *after,
    ]


def test_it_keeps_a_heading_without_a_full_stop_apart() -> None:
    assert sentences("Why it matters\nIt keeps bread fresh.") == [
        "Why it matters",
        "It keeps bread fresh.",
    ]


def test_it_joins_lines_that_were_folded() -> None:
    text = (
        "This paragraph was folded at some sixty characters, so that\n"
        "its sentences run on from one line into the next. There are\n"
        "two of them."
    )
    assert [s.count("\n") for s in sentences(text)] == [1, 1]


def test_it_sees_a_sentence_where_the_space_is_missing() -> None:
    assert sentences("It eases pain.The effect was small.") == [
        "It eases pain.",
        "The effect was small.",
    ]


def test_it_keeps_a_numbered_reference_whole() -> None:
    entry = "[2] Lund J. Tides and ferries. J. Coast. Res. 2019. vol. 4."
    assert sentences(entry) == [entry]


pieces = st.lists(
    st.sampled_from(
        [
            *" \n\t\r.!?…()[]\"'“”-*•#–:,;0123aAbBz",
            "Dr. ",
            "1. ",
            "e.g. ",
            "U.S. ",
            "[3]",
            " The ",
            "- ",
            "\u2028",
            "\u200b",
            "광",
            "。",
            "😀",
        ]
    ),
    max_size=60,
).map("".join)


@given(st.one_of(st.text(max_size=200), pieces))
def test_it_covers_every_text(text: str) -> None:
    """Every character is in one statement or is white space or a list marker."""
    place = 0
    for span in split(text):
        assert GAP.match(text[place : span.start])
        assert place <= span.start < span.end
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        place = span.end
    assert GAP.match(text[place:])
