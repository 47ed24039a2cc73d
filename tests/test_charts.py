"""Pictures: well-formed, named, without styles of their own, and true to their figures."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from quiz.charts import (
    Chart,
    calibration,
    distribution,
    lean,
    profile,
    profile_sentence,
    recognised,
    scale,
)
from quiz.charts.drawing import WIDTH, picture, tag, words
from quiz.scale import Level
from quiz.scoring import Comparison, Estimate, Rating, Share, Sure, Unavailable
from quiz.scoring.confidence import confidence
from quiz.scoring.figures import wilson
from quiz.scoring.recognition import recognition

STYLES = (Path(__file__).parent.parent / "static" / "charts.css").read_text()
LEVELS = st.sampled_from(Level)
SHARES = st.lists(st.integers(0, 100).map(lambda n: n / 100), min_size=4, max_size=4)
RATINGS = st.lists(
    st.builds(Rating, LEVELS, LEVELS, st.just(()), st.sampled_from(Sure)), max_size=40
)


def rated(*pairs: tuple[int, int]) -> list[Rating]:
    """Make ratings out of (answer, key)."""
    return [Rating(Level(level), Level(key), (), Sure.SURE) for level, key in pairs]


def drawn(chart: Chart | Unavailable) -> ET.Element:
    """Parse a picture and check all that must hold for every picture."""
    assert isinstance(chart, Chart)
    root = ET.fromstring(chart.svg)  # noqa: S314 -- our own
    title, desc = root.findall("title"), root.findall("desc")
    assert root.get("role") == "img"
    assert [root.get("aria-labelledby")] == [one.get("id") for one in title]
    assert [root.get("aria-describedby")] == [one.get("id") for one in desc]
    assert title[0].text == chart.caption
    assert desc[0].text
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(set(ids)) == len(ids)
    assert all(len(row) == len(chart.header) for row in chart.rows)
    _check_looks(root)
    _check_places(root)
    return root


def _check_looks(root: ET.Element) -> None:
    for one in root.iter():
        assert one.tag != "style"
        assert not {"style", "fill", "stroke", "color"} & set(one.keys())
        for name in one.get("class", "").split():
            assert name == "chart-text" or re.search(rf"\.{name}\b", STYLES), name


def _check_places(root: ET.Element) -> None:
    width, height = (float(n) for n in root.get("viewBox", "").split()[2:])
    assert width == WIDTH
    for one in root.iter():
        for names, most in ((("x", "x1", "x2", "cx"), width), (("y", "y1", "y2", "cy"), height)):
            assert all(0 <= float(one.get(name, "0")) <= most for name in names), one.attrib
        if one.tag == "rect":
            assert 0 <= float(one.get("width", "")) <= width - float(one.get("x", ""))
            assert 0 <= float(one.get("height", "")) <= height - float(one.get("y", ""))


def said(root: ET.Element) -> list[str]:
    return [one.text or "" for one in root.iter("text")]


def widths(root: ET.Element, kind: str) -> list[float]:
    return [float(one.get("width", "")) for one in root.iter("rect") if one.get("class") == kind]


def marks(root: ET.Element, name: str, kind: str) -> list[ET.Element]:
    return [one for one in root.iter(name) if f"chart-{kind}" in one.get("class", "").split()]


def where(root: ET.Element, text: str) -> float:
    return next(float(one.get("x", "")) for one in root.iter("text") if one.text == text)


def heights(root: ET.Element) -> list[tuple[str, float]]:
    return [(one.text or "", float(one.get("y", ""))) for one in root.iter("text")]


def test_it_keeps_its_styles_small() -> None:
    assert len(STYLES.encode()) < 1500


def test_it_escapes_all_text() -> None:
    hostile = "<script>alert('1')</script> & \"{{ 7 }}\""
    chart = distribution("d", hostile, [0.1, 0.2, 0.3, 0.4])
    assert drawn(chart).findtext("title") == hostile
    assert "<script" not in chart.svg
    assert "<b>" not in words(0, 0, "<b>")
    assert tag("g", id='" onload="x') == Markup('<g id="&#34; onload=&#34;x"></g>')


@pytest.mark.parametrize("prefix", ["", "a b", '"', "1st", "é"])
def test_it_refuses_a_prefix_that_makes_no_id(prefix: str) -> None:
    with pytest.raises(ValueError, match="cannot begin an id"):
        picture(prefix, "Title", "Description", 10)


def test_it_gives_pictures_with_different_prefixes_different_ids() -> None:
    both = scale("one", Level.NONE, Level.WEAK).svg + scale("two", Level.NONE, Level.WEAK).svg
    ids = re.findall(r' id="([^"]+)"', both)
    assert ids == ["one-title", "one-desc", "two-title", "two-desc"]


@given(LEVELS, LEVELS, st.frozensets(LEVELS))
def test_it_puts_your_level_beside_ours(
    yours: Level, ours: Level, accepted: frozenset[Level]
) -> None:
    chart = scale("s", yours, ours, accepted)
    root = drawn(chart)
    assert (where(root, "You") == where(root, "Ours")) == (yours == ours)
    assert (where(root, "You") < where(root, "Ours")) == (yours < ours)
    assert said(root).count("accepted") == len(accepted - {ours})
    assert chart.rows[:2] == (("Your answer", yours.title), ("Our key", ours.title))
    assert len(chart.rows) == (3 if accepted - {ours} else 2)


def test_it_says_in_words_where_both_levels_stand() -> None:
    chart = scale("s", Level.PARTIAL, Level.NONE, (Level.WEAK,))
    assert drawn(chart).findtext("desc") == (
        "Your answer: Partial. Our key: None. Also accepted: Weak."
    )


def test_it_never_lets_both_markers_lie_on_each_other() -> None:
    root = drawn(scale("s", Level.WEAK, Level.WEAK))
    heights = [one.get("y") for one in root.iter("text") if one.text in {"You", "Ours"}]
    assert len(set(heights)) == 2


@given(RATINGS)
def test_it_draws_any_report_or_says_why_not(ratings: list[Rating]) -> None:
    found = recognition(ratings)
    charts = {
        "recognised": recognised("r", found),
        "lean": lean("l", found),
        "calibration": calibration("c", confidence(ratings)),
    }
    classes = {rating.key.supported for rating in ratings}
    possible = {
        "recognised": bool(classes),
        "lean": len(classes) == 2,
        "calibration": bool(ratings),
    }
    for name, chart in charts.items():
        assert isinstance(chart, Chart) == possible[name]
        if isinstance(chart, Chart):
            drawn(chart)


def test_it_draws_shares_as_long_as_they_are_and_gives_them_as_a_table() -> None:
    found = recognition(rated((3, 3), (3, 3), (0, 3), (0, 3), (0, 0)))
    chart = recognised("r", found)
    assert isinstance(chart, Chart)
    root = drawn(chart)
    half, whole = (
        widths(root, "chart-level chart-level-2"),
        widths(root, "chart-level chart-level-0"),
    )
    assert [2 * w for w in half] == whole
    assert chart.rows == (
        ("Supported, recognised", "2 of 4 (50 %)", "15 to 85 %"),
        ("Unsupported, caught", "1 of 1 (100 %)", "21 to 100 %"),
    )
    assert "Supported, recognised: 2 of 4 (50 %)" in said(root)


def test_it_draws_the_ends_of_an_interval_where_they_are() -> None:
    found = recognition(rated((3, 3), (3, 3), (0, 3), (0, 3), (0, 0)))
    root = drawn(recognised("r", found))
    left, right = (where(root, text) for text in ("0 %", "100 %"))
    for path, share in zip(
        marks(root, "path", "whisker"), (found.supported, found.unsupported), strict=True
    ):
        assert isinstance(share, Share)
        ends = re.findall(r"[MH]([\d.]+)", path.get("d", ""))
        places = [(float(end) - left) / (right - left) for end in ends]
        assert places == pytest.approx([share.low, share.high], abs=0.001)


def test_it_draws_the_interval_of_the_lean_where_it_is() -> None:
    found = recognition(rated(*[(3, 3)] * 8, *[(2, 0)] * 4, *[(0, 0)] * 4))
    assert isinstance(found.lean, Estimate)
    root = drawn(lean("l", found))
    (band,) = marks(root, "rect", "level")
    middle = where(root, "balanced")
    unit = (WIDTH - 2 * 22) / 2
    low = (float(band.get("x", "")) - middle) / unit
    high = low + float(band.get("width", "")) / unit
    assert (low, high) == pytest.approx((found.lean.low, found.lean.high), abs=0.001)
    assert low < (where(root, "+50 points") - middle) / unit < high


def test_it_draws_one_class_and_says_that_the_other_was_not_asked() -> None:
    chart = recognised("r", recognition(rated((3, 3))))
    assert isinstance(chart, Chart)
    assert "Unsupported, caught: none" in said(drawn(chart))
    assert chart.rows[1] == ("Unsupported, caught", "—", "No unsupported statement was asked")


@pytest.mark.parametrize(
    ("answers", "shown", "word"),
    [
        ([(3, 3), (3, 0)], "+100 points", "too trusting"),
        ([(0, 3), (0, 0)], "−100 points", "too severe"),
        ([(3, 3), (0, 0)], "0 points", "Balanced so far"),
    ],
)
def test_it_leans_the_way_the_answers_lean(
    answers: list[tuple[int, int]], shown: str, word: str
) -> None:
    chart = lean("l", recognition(rated(*answers)))
    assert isinstance(chart, Chart)
    root = drawn(chart)
    assert shown in said(root)
    assert chart.rows[0][0] == shown
    assert word in chart.rows[0][2]
    right = where(root, shown) - WIDTH / 2
    assert (right > 0, right < 0) == (shown.startswith("+"), shown.startswith("−"))
    assert where(root, "← too severe") < where(root, "too trusting →")


def test_it_sets_what_was_right_against_what_was_said() -> None:
    answers = [Comparison(right=right, sure=Sure.SURE) for right in (True, False)]
    answers += [Comparison(right=True, sure=Sure.GUESSING)]
    chart = calibration("c", confidence(answers))
    assert isinstance(chart, Chart)
    root = drawn(chart)
    dots = [(float(c.get("cx", "")), float(c.get("cy", ""))) for c in root.iter("circle")]
    assert len(dots) == 2
    assert dots[0][0] < dots[1][0]
    rule = dict(heights(root))
    assert rule["100 %"] < rule["50 %"] < rule["0 %"]
    assert dots[0][1] == pytest.approx(rule["100 %"] - 5)  # always right when guessing
    assert dots[1][1] == pytest.approx(rule["50 %"] - 5)  # half right when sure
    ends = re.findall(r"[MV](?:[\d.]+ )?([\d.]+)", marks(root, "path", "whisker")[1].get("d", ""))
    share = [(rule["0 %"] - 5 - float(end)) / (rule["0 %"] - rule["100 %"]) for end in ends]
    assert share == pytest.approx(wilson(1, 2)[::-1], abs=0.001)
    assert chart.rows == (
        ("Guessing (50 %)", "1 of 1 (100 %)", "21 to 100 %"),
        ("Fairly sure (75 %)", "—", "“Fairly sure” was never chosen"),
        ("Sure (95 %)", "1 of 2 (50 %)", "9 to 91 %"),
    )


@given(SHARES, SHARES | st.none(), LEVELS | st.none())
def test_it_draws_any_distribution(
    first: list[float], second: list[float] | None, ours: Level | None
) -> None:
    chart = distribution("d", "Your room", first, second, ours)
    root = drawn(chart)
    votes = zip(first, *([] if second is None else [second]), strict=True)
    shares = [f"{round(100 * share)} %" for level in votes for share in level]
    assert [text for text in said(root) if text.endswith("%")] == shares
    assert ("our key" in said(root)) == (ours is not None)


def test_it_sets_two_votes_side_by_side_with_the_shift() -> None:
    chart = distribution("d", "Two votes", [0.3, 0.4, 0.2, 0.1], [0.7, 0.2, 0.1, 0], Level.NONE)
    assert chart.header == ("Level", "First vote", "Second vote", "Shift in points", "Key")
    assert chart.rows[0] == ("None", "30 %", "70 %", "+40", "our key")
    assert chart.rows[1] == ("Weak", "40 %", "20 %", "−20", "")
    root = drawn(chart)
    assert root.findtext("desc", "").startswith(
        "None: first vote 30 %, second vote 70 %, shift in points +40, our key; Weak: "
    )
    before, after = widths(root, "chart-before"), widths(root, "chart-solid")
    assert before[1] / before[2] == pytest.approx(30 / 40)  # the first of each explains the colour
    assert after[1] / after[2] == pytest.approx(70 / 20)


def test_it_draws_one_vote_without_a_shift() -> None:
    chart = distribution("d", "Your room", [0.4, 0.3, 0.2, 0.1])
    assert chart.header == ("Level", "Share")
    assert chart.rows[3] == ("Strong", "10 %")
    assert widths(drawn(chart), "chart-before") == []
    assert widths(drawn(chart), "chart-solid") == [84, 63, 42, 21]


@given(st.lists(st.integers(0, 500), min_size=4, max_size=4))
def test_it_draws_the_profile_of_any_document(counts: list[int]) -> None:
    chart = profile("p", counts)
    root = drawn(chart)
    assert [row[1] for row in chart.rows] == [str(n) for n in counts]
    assert root.findtext("desc") == profile_sentence(counts)
    longest = max(widths(root, f"chart-level chart-level-{n}")[0] for n in range(4))
    assert longest == (230 if any(counts) else 0)


def test_it_puts_a_profile_in_a_sentence() -> None:
    expected = "31 statements: 14 with nothing, 8 weak, 5 partial, 4 strong."
    assert profile_sentence([14, 8, 5, 4]) == expected
    assert profile_sentence([0, 0, 1, 0]).startswith("1 statement: ")
