"""One person's report, and the words for its figures."""

import dataclasses
import json
import math

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.scale import CueKind, Level
from quiz.scoring import (
    Comparison,
    Estimate,
    Line,
    Outcome,
    Rating,
    Report,
    Spotting,
    Sure,
    Unavailable,
    lines,
    report,
)
from quiz.scoring.figures import difference, share
from quiz.scoring.wording import Lean, decimal, lean_of, lean_sentence, points_shown

LEVELS = st.sampled_from(Level)
ANSWERS: st.SearchStrategy[list[Outcome]] = st.lists(
    st.one_of(
        st.builds(Rating, LEVELS, LEVELS, st.frozensets(LEVELS), st.sampled_from(Sure)),
        st.builds(Comparison, st.booleans(), st.sampled_from(Sure)),
        st.builds(
            Spotting,
            st.frozensets(st.tuples(st.integers(0, 3), st.sampled_from(CueKind))),
            st.frozensets(st.integers(0, 4)),
        ),
    )
)


def rating(level: int, key: int, sure: int = 2, *accepted: Level) -> Rating:
    return Rating(Level(level), Level(key), accepted, Sure(sure))


def line(name: str, found: Report) -> Line:
    return next(one for one in lines(found) if one.name == name)


MIXED: list[Outcome] = [
    rating(0, 0, 3),
    rating(1, 0, 1, Level.WEAK),
    rating(2, 1, 3),
    Comparison(right=True, sure=Sure.SURE),
    rating(3, 3),
    rating(1, 2),
    rating(2, 2),
    Comparison(right=False, sure=Sure.GUESSING),
    Spotting(frozenset({(0, CueKind.HEDGE)}), frozenset({0, 30})),
]


def test_it_puts_the_figures_of_all_three_forms_together() -> None:
    found = report(MIXED)
    assert found.right == share(4, 6)
    assert found.recognition.supported == share(2, 3)
    assert found.recognition.unsupported == share(2, 3)
    assert found.bias == pytest.approx((0 + 1 + 1 + 0 - 1 + 0) / 6)
    assert found.compared == share(1, 2)
    assert (found.spotted.recall, found.spotted.precision) == (share(1, 1), share(1, 2))
    assert found.confidence.sure_but_wrong == (2,)


def test_it_takes_the_keys_level_for_kappa_whatever_is_accepted() -> None:
    plain = [rating(1, 0), rating(3, 3), rating(2, 2)]
    lenient = [rating(1, 0, 2, Level.WEAK), rating(3, 3), rating(2, 2)]
    assert report(plain).agreement == report(lenient).agreement
    assert report(plain).agreement != 1


def test_it_leaves_kappa_out_when_the_key_is_constant() -> None:
    found = report([rating(0, 1), rating(1, 1), rating(3, 1)])
    assert found.agreement == Unavailable(
        "All statements had the same level, so agreement cannot be told from chance."
    )
    assert found.bias == pytest.approx(1 / 3)


def test_it_gives_always_none_no_credit() -> None:
    found = report([rating(0, key) for key in (0,) * 6 + (1,) * 3 + (2,)])
    assert found.agreement == pytest.approx(0)
    assert isinstance(found.recognition.youden, Estimate)
    assert found.recognition.youden.value == pytest.approx(0)


@given(ANSWERS)
def test_it_makes_a_line_of_every_figure_for_any_answers(answers: list[Outcome]) -> None:
    found = lines(report(answers))
    assert len({one.name for one in found}) == len(found)
    for one in found:
        assert one.label
        assert one.note
        if one.value is None:
            assert (one.low, one.high, one.shown) == (None, None, "—")
        else:
            assert math.isfinite(one.value)
            assert any(character.isdigit() for character in one.shown)
            assert (one.low is None) == (one.high is None)
            if one.low is not None and one.high is not None:
                assert one.low - 1e-12 <= one.value <= one.high + 1e-12


@given(ANSWERS)
def test_it_says_the_same_lines_for_every_set_of_answers_in_the_same_order(
    answers: list[Outcome],
) -> None:
    nothing = [one.name for one in lines(report([]))]
    assert [one.name for one in lines(report(answers))] == nothing


@given(ANSWERS)
def test_it_can_be_written_as_json(answers: list[Outcome]) -> None:
    found = report(answers)
    assert json.loads(msgspec.json.encode(found)) == json.loads(
        json.dumps(dataclasses.asdict(found))
    )


@given(st.permutations(MIXED))
def test_it_does_not_depend_on_the_order_of_the_answers(answers: list[Outcome]) -> None:
    def figures(found: Report) -> list[float]:
        return [one.value for one in lines(found) if one.value is not None]

    assert figures(report(answers)) == pytest.approx(figures(report(MIXED)))


def test_it_gives_reasons_for_everything_when_nothing_was_answered() -> None:
    found = lines(report([]))
    assert all(one.value is None for one in found)
    assert all(one.note.endswith(".") for one in found)


def test_it_shows_shares_with_counts_per_cent_and_interval() -> None:
    found = line("supported", report([rating(2, 2)] * 4 + [rating(0, 2)]))
    assert found.shown == "4 of 5 (80 %)"
    assert found.note == "95 % interval 38 to 96 %."
    assert (found.value, found.low, found.high) == pytest.approx((0.8, 0.3755, 0.9638), abs=5e-5)


def test_it_makes_points_of_the_per_cents_as_shown_so_that_they_add_up() -> None:
    found = report([rating(2, 2)] * 2 + [rating(0, 2)] + [rating(0, 0)] * 2 + [rating(2, 0)])
    assert line("supported", found).shown == line("unsupported", found).shown == "2 of 3 (67 %)"
    assert line("youden", found).shown == "+34 points"
    assert line("youden", found).value == pytest.approx(1 / 3)
    assert line("lean", found).shown == "0 points"


def test_it_shows_a_trusting_lean_above_nought_and_a_severe_one_below() -> None:
    trusting = report([rating(3, 3), rating(2, 2), rating(2, 0), rating(0, 0)])
    severe = report([rating(3, 3), rating(0, 2), rating(0, 0), rating(0, 0)])
    assert line("lean", trusting).shown == "+50 points"
    assert line("lean", severe).shown == "−50 points"


def test_it_shows_the_chance_beside_comparisons_and_the_steps_by_their_words() -> None:
    found = report(MIXED)
    assert line("compared", found).note == "95 % interval 9 to 91 %; guessing gives 50 %."
    assert line("sure_3", found).label == "Right when “Sure”, which stands for 95 %"
    assert line("sure_3", found).shown == "2 of 3 (67 %)"
    assert line("overconfidence", found).shown == "+14 points"


@pytest.mark.parametrize(
    ("r", "f", "lean", "words"),
    [
        ((10, 10), (1, 10), Lean.TRUSTING, "Too trusting: more than chance explains."),
        ((1, 10), (10, 10), Lean.SEVERE, "Too severe: more than chance explains."),
        ((5, 5), (3, 5), Lean.TRUSTING, "Perhaps too trusting: with this few answers it may be"),
        ((3, 5), (5, 5), Lean.SEVERE, "Perhaps too severe: with this few answers it may be"),
        ((4, 5), (4, 5), Lean.BALANCED, "Balanced so far, but this few answers could hide"),
        ((80, 100), (84, 100), Lean.BALANCED, "Balanced."),
        ((999, 1000), (960, 1000), Lean.TRUSTING, "Too trusting: more than chance explains."),
    ],
)
def test_it_puts_the_lean_in_words_as_cautious_as_its_interval(
    r: tuple[int, int], f: tuple[int, int], lean: Lean, words: str
) -> None:
    one, other = share(*r), share(*f)
    assert not isinstance(one, Unavailable)
    assert not isinstance(other, Unavailable)
    found = difference(one, other)
    assert lean_of(found) is lean
    assert lean_sentence(found).startswith(words)


@pytest.mark.parametrize(
    ("value", "shown"), [(-0.004, "0.00"), (-0.006, "−0.01"), (0.5, "0.50"), (0, "0.00")]
)
def test_it_writes_a_true_minus_and_no_negative_nought(value: float, shown: str) -> None:
    assert decimal(value) == shown


@pytest.mark.parametrize(
    ("number", "shown"), [(20, "+20 points"), (-3, "−3 points"), (1, "+1 point"), (0, "0 points")]
)
def test_it_writes_points_with_their_sign(number: int, shown: str) -> None:
    assert points_shown(number) == shown
