"""Join codes: read off a wall, typed by anybody."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.codes import LENGTH, SYMBOLS, make_code, read_code, spaced


def test_it_has_31_symbols_that_are_read_as_themselves() -> None:
    assert len(set(SYMBOLS)) == len(SYMBOLS) == 31
    assert read_code(SYMBOLS[:6]) == SYMBOLS[:6]
    assert all(read_code(symbol * LENGTH) == symbol * LENGTH for symbol in SYMBOLS)


@pytest.mark.parametrize(
    "typed",
    ["k7m2qz", "K7M 2QZ", " k7m-2qz ", "K7M-20Z", "KlM 2oz", "k1m.2qz", "Ｋ７Ｍ２ＱＺ", "KIM–2QZ"],
)
def test_it_understands_how_people_type(typed: str) -> None:
    assert read_code(typed) == "K7M2QZ"


def test_it_has_none_of_the_symbols_that_are_confused() -> None:
    assert not set("01OIL") & set(SYMBOLS)


@pytest.mark.parametrize(
    "typed", ["", "K7M2Q", "K7M2Q00", "K7M2Q€", "КМТ2Q0", "K7M2Q²X", "x" * 10_000]
)
def test_it_refuses_what_is_no_code(typed: str) -> None:
    assert read_code(typed) is None


@given(st.randoms(use_true_random=False), st.sampled_from(["", " ", "-", " - "]))
def test_it_reads_every_code_it_makes(rng: random.Random, between: str) -> None:
    code = make_code(rng)
    assert read_code(between.join(code).lower()) == code
    assert read_code(spaced(code)) == code


@given(st.text(max_size=20))
def test_it_gives_a_code_or_nothing_for_any_text(typed: str) -> None:
    code = read_code(typed)
    assert code is None or (len(code) == LENGTH and set(code) <= set(SYMBOLS))
