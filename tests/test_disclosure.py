"""The policy of anonymous summaries, rule by rule."""

from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from harness.groups import WORKSHOP, group, questions
from quiz.disclosure import (
    Bin,
    Group,
    Kind,
    Occasion,
    PoolError,
    Question,
    Sheet,
    Summary,
    pool,
    protect,
)
from quiz.disclosure.bins import bin_of, last_bin, last_bin_within, took_part
from quiz.disclosure.scores import rounded_mean, thresholds, totals_of
from quiz.scale import Level
from quiz.scoring.group import cronbach_alpha

ONE = (Question("notes:s1", "Said.", Level.WEAK), Question("notes:s2", "Shown.", Level.WEAK))


def room(right: int, wrong: int, gone: int = 0) -> Group:
    """Return people who had all right, all wrong, or answered only the second question, right."""
    sheets = (
        [Sheet((Level.WEAK,) * 6)] * right
        + [Sheet((Level.STRONG,) * 6)] * wrong
        + [Sheet((None, *(Level.WEAK,) * 5))] * gone
    )
    asked = tuple(Question(f"notes:s{i}", "Said.", Level.WEAK) for i in range(6))
    return Group(WORKSHOP, asked, tuple(sheets))


def test_it_says_of_fewer_than_ten_people_only_what_was_asked() -> None:
    told = protect(room(5, 4))
    assert told.took_part is None
    assert told.protection.startswith("Fewer than 10 people took part")
    assert all(q.answered is None and q.right is None for q in told.questions)
    assert (told.bands, told.mean, told.change, told.alpha) == (None,) * 4
    assert [q.statement for q in told.questions] == ["Said."] * 6


def test_it_counts_only_those_who_answered_at_least_once() -> None:
    nine = room(5, 4)
    silent = replace(nine, sheets=(*nine.sheets, Sheet((None,) * 6)))
    assert protect(silent) == protect(nine)
    assert protect(room(5, 5)).took_part == Bin(10, 14)


@pytest.mark.parametrize(
    ("people", "told"), [(10, "10–14"), (14, "10–14"), (15, "15–19"), (500, "500–504")]
)
def test_it_says_how_many_took_part_to_five(people: int, told: str) -> None:
    assert str(took_part(people)) == told


def test_it_says_15_or_more_of_23_people() -> None:
    assert last_bin(23) == 15
    assert str(bin_of(23, last_bin(23))) == str(bin_of(15, last_bin(23))) == "15 or more"
    assert str(bin_of(14, last_bin(23))) == "10–14"


@given(st.integers(10, 1000), st.data())
def test_it_never_says_nobody_or_everybody(of: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, of))
    told = bin_of(count, last_bin(of))
    assert count in told.values(of)
    assert len(told.values(of)) >= 5


def test_it_begins_the_last_bin_by_those_who_answered_where_they_are_few() -> None:
    assert last_bin_within(Bin(10, 14)) == 5
    assert last_bin_within(Bin(20, 24)) == 15
    assert last_bin_within(Bin(15)) == 15


def test_it_leaves_no_count_of_a_question_that_fewer_than_ten_answered() -> None:
    told = protect(room(3, 6, gone=9))
    assert told.questions[0].answered is None
    assert told.questions[0].right is None
    assert told.questions[1].answered == Bin(10)
    assert told.questions[1].right == Bin(10)


def test_it_tells_levels_and_alpha_only_from_thirty_people() -> None:
    rng = Random(4)
    small, large = protect(group(rng, 29, 10, 0.5)), protect(group(rng, 30, 10, 0.5))
    assert all(q.levels is None for q in small.questions)
    assert small.alpha is None
    assert "alpha" not in small.protection
    assert any(q.levels is not None for q in large.questions)


def test_it_tells_alpha_to_one_decimal() -> None:
    came = group(Random(2), 60, 10, 0.5)
    exact = cronbach_alpha(came.marks)
    assert isinstance(exact, float)
    assert protect(came).alpha == round(exact, 1)


def test_it_rounds_the_mean_to_five_points() -> None:
    assert [rounded_mean(total, 200) for total in (0, 4, 5, 14, 15, 100, 195, 200)] == [
        *(0, 0, 5, 5, 10, 50, 100, 100)
    ]


@given(st.integers(1, 5000), st.integers(0, 20))
def test_it_knows_which_totals_have_a_mean(most: int, step: int) -> None:
    mean = 5 * step
    assert list(totals_of(mean, most)) == [
        t for t in range(most + 1) if rounded_mean(t, most) == mean
    ]


def test_it_does_not_say_that_everybody_was_right() -> None:
    told = protect(room(12, 0))
    assert told.mean is None
    assert "mean score" in told.withheld
    assert told.protection.endswith("this was left out: mean score.")
    assert all(q.right == Bin(5) for q in told.questions)
    assert told.bands is not None
    assert [(b.from_right, b.to_right, b.people) for b in told.bands] == [(3, 6, Bin(5))]


def test_it_does_not_say_that_nobody_was_right() -> None:
    told = protect(room(0, 30))
    assert told.mean is None
    assert all(q.right == Bin(0, 4) for q in told.questions)


def test_it_tells_a_mean_between() -> None:
    told = protect(group(Random(1), 23, 10, 0.6))
    assert told.mean is not None
    assert told.mean % 5 == 0
    assert told.withheld == ()


def test_it_tells_more_bands_of_more_people() -> None:
    assert thresholds(12, 10) == (5,)
    assert thresholds(30, 10) == (3, 5, 8)
    assert thresholds(30, 2) == (1, 2)


def test_it_tells_no_scores_where_people_answered_different_questions() -> None:
    sheets = []
    for person in range(24):
        answers: list[Level | None] = [None] * 4
        answers[person % 2 * 2] = answers[person % 2 * 2 + 1] = Level.WEAK
        sheets.append(Sheet(tuple(answers)))
    asked = tuple(Question(f"notes:s{i}", "Said.", Level.WEAK) for i in range(4))
    told = protect(Group(WORKSHOP, asked, tuple(sheets)))
    assert told.bands is None
    assert told.mean is None
    assert "too few people answered the same questions" in told.protection
    assert all(q.answered == Bin(10, 14) for q in told.questions)


def test_it_leaves_out_all_counts_that_the_total_of_answers_gives_away() -> None:
    """Of 28 people, who all answered, two questions with 10 to 14 answers say 14 and 14."""
    sheets = [Sheet((Level.WEAK, None))] * 14 + [Sheet((None, Level.WEAK))] * 14
    told = protect(Group(WORKSHOP, ONE, tuple(sheets)))
    assert all(q.answered is None for q in told.questions)
    assert told.withheld == ("all counts of the questions",)


def test_it_tells_the_change_of_a_run_of_before_and_after() -> None:
    rng = Random(8)
    asked = questions(12, forms=True)
    sheets = []
    for person in range(40):
        first = "AB"[person % 2]
        answers = [
            q.key if rng.random() < (0.4 if q.form == first else 0.6) else Level(q.key ^ 2)
            for q in asked
        ]
        sheets.append(Sheet(tuple(answers), first))
    told = protect(Group(WORKSHOP, asked, tuple(sheets)))
    assert told.change is not None
    assert told.change.low < 20 < told.change.high
    assert {told.change.mean % 5, told.change.low % 5, told.change.high % 5} == {0}
    assert told.alpha is None
    assert "alpha" not in told.protection


def test_it_gives_the_same_summary_in_whatever_order_people_come() -> None:
    for forms in (False, True):
        came = group(Random(3), 34, 8, 0.5, gaps=0.05, forms=forms)
        mixed = Random(9).sample(came.sheets, len(came.sheets))
        assert protect(replace(came, sheets=tuple(mixed))) == protect(came)


@settings(max_examples=40)
@given(
    st.integers(0, 60),
    st.sampled_from((2, 6, 10)),
    st.sampled_from((0.0, 0.1, 0.5, 1.0)),
    st.randoms(use_true_random=False),
)
def test_it_tells_the_truth_in_every_interval(
    people: int, size: int, ease: float, rng: Random
) -> None:
    came = group(rng, people, size, ease, gaps=rng.choice((0.0, 0.1)))
    told, n = protect(came), len(came.people)
    if n < 10:
        assert told.took_part is None
        return
    assert told.took_part is not None
    assert n in told.took_part.values(n)
    scores = [sum(map(bool, row)) for row in came.marks]
    for place, question in enumerate(told.questions):
        column = [row[place] for row in came.marks]
        if question.answered is not None:
            assert len(column) - column.count(None) in question.answered.values(n)
        if question.right is not None:
            assert column.count(True) in question.right.values(n)
        for level, counted in zip(Level, question.levels or (), strict=False):
            assert sum(s.answers[place] == level for s in came.people) in counted.values(n)
    for band in told.bands or ():
        assert sum(score >= band.from_right for score in scores) in band.people.values(n)
    if told.mean is not None:
        assert abs(100 * sum(scores) / (n * size) - told.mean) <= 2.5


def test_it_survives_being_stored() -> None:
    told = protect(group(Random(6), 40, 10, 0.5))
    assert msgspec.json.decode(msgspec.json.encode(told), type=Summary) == told


def test_it_says_how_to_cite() -> None:
    assert protect(room(12, 3)).citation == (
        "“Kratom” (bank kratom, version 3, content abababababab, form A): anonymous summary of a "
        "workshop on 2031-05-02, made with Says Who?"
    )


def test_it_refuses_sheets_that_do_not_fit() -> None:
    with pytest.raises(ValueError, match="another number of answers"):
        Group(WORKSHOP, ONE, (Sheet((Level.WEAK,)),))


POOL = Occasion(Kind.POOL, "kratom", "Kratom", 3, "ab" * 32, "A", "2031-05-03")


def test_it_pools_small_runs_into_one_group() -> None:
    whole = room(9, 6)
    turned = tuple(reversed(whole.questions))
    parts = [
        replace(whole, sheets=whole.sheets[:7]),
        replace(
            whole,
            questions=turned,
            sheets=tuple(Sheet(s.answers[::-1]) for s in whole.sheets[7:]),
        ),
    ]
    assert all(protect(part).took_part is None for part in parts)
    assert protect(pool(parts, POOL)) == protect(replace(whole, occasion=POOL))


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (replace(room(4, 4), occasion=replace(WORKSHOP, sha256="cd" * 32)), "versions"),
        (replace(room(4, 4), occasion=replace(WORKSHOP, form="B")), "forms"),
        (Group(WORKSHOP, ONE, ()), "different questions"),
        (replace(room(4, 4), answered_each=(6, 6)), "differently many"),
    ],
)
def test_it_pools_only_runs_on_the_same_questions(other: Group, reason: str) -> None:
    with pytest.raises(PoolError, match=reason):
        pool([room(3, 3), other], POOL)


def test_it_pools_something() -> None:
    with pytest.raises(PoolError, match="no run"):
        pool([], POOL)


def test_it_protects_a_month_of_sets_drawn_at_random() -> None:
    rng = Random(12)
    asked = questions(30)
    sheets = []
    for _ in range(60):
        drawn = set(rng.sample(range(30), 10))
        sheets.append(Sheet(tuple(q.key if i in drawn else None for i, q in enumerate(asked))))
    month = Occasion(Kind.SELF_STUDY, "kratom", "Kratom", 3, "ab" * 32, "", "2031-05")
    told = protect(Group(month, asked, tuple(sheets), answered_each=(10, 10)))
    assert told.took_part == Bin(60, 64)
    assert sum(q.right is not None for q in told.questions) > 20
    assert told.mean is None
    assert "people who practised alone in 2031-05" in told.citation


def test_it_tells_the_scores_of_people_who_all_answered_everything() -> None:
    came = group(Random(4), 26, 10, 0.5)
    told = protect(replace(came, answered_each=(10, 10)))
    assert told.mean is not None
    assert all(q.answered == Bin(20) for q in told.questions)
