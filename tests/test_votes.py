"""What the room's screen shows of its votes: shares in tenths, from five answers."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.bank import Bank, read_bank
from quiz.scale import Level
from quiz.votes import Rounds, Tally

NONE, WEAK, PARTIAL, STRONG = Level
tallies = st.dictionaries(
    st.tuples(st.sampled_from(Level), st.integers(1, 3)), st.integers(1, 60)
).map(Tally)


@cache
def bank() -> Bank:
    return read_bank(Path(__file__).parent.parent / "questions" / "kratom")


@pytest.mark.parametrize(
    ("counts", "shares"),
    [
        ((5, 0, 0, 0), (100, 0, 0, 0)),
        ((3, 7, 0, 2), (30, 60, 0, 20)),
        ((1, 19, 0, 0), (10, 100, 0, 0)),  # a half is rounded up
        ((1, 20, 0, 0), (0, 100, 0, 0)),
    ],
)
def test_it_rounds_shares_to_tenths(counts: tuple[int, ...], shares: tuple[int, ...]) -> None:
    tally = Tally({(level, 1): n for level, n in zip(Level, counts, strict=True)})
    assert tally.shares == dict(zip(Level, shares, strict=True))


def test_it_shows_nothing_of_four_answers() -> None:
    statement = bank().statements[bank().example]
    four = Tally({(WEAK, 3): 4})
    assert (four.shares, four.right(statement), four.sure_but_wrong(statement)) == (None,) * 3
    assert Rounds(Tally({(WEAK, 3): 9}), four).shift is None


@given(tallies)
def test_it_says_only_tenths(tally: Tally) -> None:
    shares = tally.shares
    assert (shares is None) == (tally.total < 5)
    if shares:
        assert all(share % 10 == 0 and 0 <= share <= 100 for share in shares.values())


def test_it_counts_as_sure_but_wrong_who_was_both() -> None:
    statement = bank().statements[bank().example]  # Weak
    wrong = next(level for level in Level if not statement.accepts(level))
    tally = Tally({(wrong, 3): 3, (wrong, 2): 2, (statement.level, 3): 5})
    assert (tally.sure_but_wrong(statement), tally.right(statement)) == (30, 50)


def test_it_tells_how_the_room_changed_its_mind() -> None:
    rounds = Rounds(Tally({(WEAK, 1): 6, (STRONG, 1): 4}), Tally({(WEAK, 1): 9, (NONE, 1): 1}))
    assert rounds.shift == {NONE: 10, WEAK: 30, PARTIAL: 0, STRONG: -40}


@given(tallies, tallies)
def test_it_lets_the_second_round_count(first: Tally, second: Tally) -> None:
    assert Rounds(first, second).last is (second if second.total else first)
