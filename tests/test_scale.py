"""The scale: levels come from gates."""

import pytest

from quiz.scale import Level, level_of


@pytest.mark.parametrize(
    ("passes", "level"),
    [
        ([False], Level.NONE),
        ([True, False], Level.WEAK),
        ([True, True, False], Level.PARTIAL),
        ([True, True, True], Level.STRONG),
        ([False, True, True], Level.NONE),
        ([True, False, True], Level.WEAK),
    ],
)
def test_it_counts_the_gates_passed_in_order(passes: list[bool], level: Level) -> None:
    assert level_of(passes) is level


def test_it_calls_partial_and_strong_supported() -> None:
    assert [level.supported for level in Level] == [False, False, True, True]
