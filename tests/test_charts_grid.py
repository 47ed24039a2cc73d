"""The picture of answers beside keys, and the pictures of comparing and spotting."""

from hypothesis import given
from test_charts import RATINGS, drawn, marks, rated, said, where, widths

from quiz.charts import Chart, answers, compared, spotted
from quiz.scale import CueKind, Level
from quiz.scoring import Rating, Spotting, Unavailable
from quiz.scoring.figures import share
from quiz.scoring.spotting import spotted as scored


@given(RATINGS)
def test_it_shows_every_rating_once(ratings: list[Rating]) -> None:
    chart = answers("a", ratings)
    if not ratings:
        assert chart == Unavailable("No statement was rated.")
        return
    root = drawn(chart)
    assert isinstance(chart, Chart)
    table = {Level[row[0].upper()]: list(map(int, row[1:])) for row in chart.rows}
    assert sum(map(sum, table.values())) == len(ratings)
    for rating in ratings:
        same = [r for r in ratings if (r.key, r.level) == (rating.key, rating.level)]
        assert table[rating.key][rating.level] == len(same)
    shown = [int(text) for text in said(root) if text.isdigit()]
    assert sorted(shown) == sorted(n for row in table.values() for n in row if n)
    assert len(marks(root, "circle", "whisker")) == len(shown)


def test_it_places_a_count_where_answer_and_key_meet() -> None:
    chart = answers("a", rated((3, 0), (3, 0), (1, 1)))
    assert isinstance(chart, Chart)
    assert chart.rows[0] == ("None", "0", "0", "0", "2")
    assert chart.rows[1] == ("Weak", "0", "1", "0", "0")
    root = drawn(chart)
    assert where(root, "2") == where(root, "Strong")
    assert where(root, "1") == where(root, "Weak")
    assert root.findtext("desc") == (
        "Where our key says None, you said: Strong 2. Where our key says Weak, you said: Weak 1."
    )


def test_it_makes_the_area_of_a_ring_grow_with_the_count() -> None:
    rings = marks(drawn(answers("a", rated(*[(3, 0)] * 4, (1, 1)))), "circle", "whisker")
    big, small = sorted((float(ring.get("r", "")) for ring in rings), reverse=True)
    assert big == 2 * small


def test_it_draws_pairs_beside_what_guessing_finds() -> None:
    chart = compared("c", share(3, 4))
    assert isinstance(chart, Chart)
    [chance] = marks(drawn(chart), "line", "ideal")
    assert chance.get("x1") == "170"
    assert chart.rows == (("Found", "3 of 4 (75 %)", "30 to 95 %"),)
    assert compared("c", share(0, 0)) == Unavailable("No statements were compared.")


def test_it_draws_words_found_and_words_rightly_chosen() -> None:
    cues = frozenset({(0, CueKind.HEDGE), (5, CueKind.HEARSAY)})
    chart = spotted("s", scored([Spotting(cues, frozenset({0, 7, 8, 9}))]))
    root = drawn(chart)
    found, rightly = (widths(root, f"chart-level chart-level-{n}") for n in (2, 3))
    assert found == [148]
    assert rightly == [74]


def test_it_says_so_when_no_words_were_there() -> None:
    nothing = spotted("s", scored([Spotting(frozenset(), frozenset())]))
    assert isinstance(nothing, Unavailable)
    root = drawn(spotted("s", scored([Spotting(frozenset(), frozenset({1}))])))
    assert "Give pause, found: none" in said(root)
