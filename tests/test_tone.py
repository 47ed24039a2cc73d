"""Cues of wording: a family of words counts in the company that gives it away, not elsewhere."""

import pytest

from quiz.builder import draft
from quiz.scale import CueKind

SHOP = (
    "Home > Teas > Nettle\n£8.50\nAdd to basket\nFree delivery over £30\nIn stock\n\n"
    "Nettle tea is made in small batches by us in Devon.\n{}\n\nView your basket\n"
)


def kinds(text: str) -> set[CueKind]:
    return {cue.kind for statement in draft(text) for cue in statement.cues}


def words(text: str, kind: CueKind) -> list[str]:
    return [cue.words for s in draft(text) for cue in s.cues if cue.kind is kind]


@pytest.mark.parametrize(
    "line",
    [
        "The trial had no control group.",
        "Whether it helps adults is still not certain.",
        "The results have not been peer reviewed.",
        "Sleep improved, although the volunteers had asked to be treated.",
        "It was a study of eight volunteers in one clinic.",
        "I have also stopped drinking coffee since then.",
        "This product is not intended to diagnose or treat any disease.",
        "I'm not a doctor.",
        "Individual results may vary.",
        "Thirty-four participants did not complete the study.",
        "The pain eased, but not after three months.",
        "There is no good evidence that it prevents colds.",
    ],
)
def test_it_finds_the_limits_that_a_statement_owns_up_to(line: str) -> None:
    assert CueKind.CAVEAT in kinds(line)


@pytest.mark.parametrize(
    "line",
    [
        "The cream worked no better than a plain one in 34 people.",
        "Many people do not know that they have high blood pressure.",
        "Medicines cannot be returned once they are opened.",
        "One in four adults drinks tea before breakfast.",
    ],
)
def test_it_takes_no_finding_for_a_limit(line: str) -> None:
    assert CueKind.CAVEAT not in kinds(line)


@pytest.mark.parametrize(
    "line",
    [
        "Thyroid hormone levels may rise.",
        "The results could matter for the pollination of crops.",
        "Numbers appear to have recovered since the nets were banned.",
        "The drink probably lowers blood pressure.",
    ],
)
def test_it_finds_a_hedge_where_something_may_be_so(line: str) -> None:
    assert CueKind.HEDGE in kinds(line)


@pytest.mark.parametrize(
    "line",
    [
        "The builder could not read the plans in 1915.",
        "The ring may be returned to any of our shops within a month.",
        "You may see two small marks on the skin.",
        "The survey was done in May 2024 by the council.",
        "The tree grows up to 12 metres tall.",
    ],
)
def test_it_takes_what_is_allowed_felt_or_possible_for_no_hedge(line: str) -> None:
    assert CueKind.HEDGE not in kinds(line)


@pytest.mark.parametrize(
    "line",
    [
        "Talk to your pharmacist before you take iron.",
        "People with diabetes should have any broken skin looked at promptly.",
        "Do not stop the tablets without asking your own GP.",
        "The unit must be fitted by a qualified electrician.",
        "Seek medical advice if the fever lasts.",
    ],
)
def test_it_finds_where_a_reader_is_sent_to_a_professional(line: str) -> None:
    assert CueKind.PROFESSIONAL in kinds(line)


def test_it_takes_a_visit_that_is_told_for_no_advice() -> None:
    assert CueKind.PROFESSIONAL not in kinds("Last spring she went to see a doctor in Leeds.")
    assert CueKind.PROFESSIONAL not in kinds("The jab cut the risk of seeing a doctor by 42%.")


@pytest.mark.parametrize(
    "line",
    [
        "More than 31,000 units have been sold.",
        "Everyone on my street swears by it.",
        "People have used it for thousands of years.",
        "92% of customers say they sleep better.",
        "★★★★★ 4.8 (1,204 reviews)",
    ],
)
def test_it_finds_crowds_long_use_and_ratings(line: str) -> None:
    assert CueKind.POPULARITY in kinds(SHOP.format(line))


def test_it_takes_a_count_in_a_survey_for_no_crowd() -> None:
    line = "Of the 2,300 schools, 44 per cent say that distance is the main barrier."
    assert CueKind.POPULARITY not in kinds(line)


@pytest.mark.parametrize(
    "line",
    [
        "It flushes the toxins out of your blood.",
        "The device is a game changer for patients.",
        "Most people notice a glow after ONE session.",
        "The cup smells like the back of a van.",
        "“Nobody has ever built a pump like ours,” said Jo Ray, founder and CEO of Pumpworks.",
    ],
)
def test_it_finds_loaded_words_by_meaning_and_by_shape(line: str) -> None:
    assert CueKind.LOADED_WORD in kinds(line)


def test_it_takes_big_words_for_loaded_only_where_they_praise() -> None:
    line = "It has a unique golden colour and keeps for a year."
    assert CueKind.LOADED_WORD not in kinds(line)
    assert CueKind.LOADED_WORD in kinds(SHOP.format(line))


@pytest.mark.parametrize(
    "line",
    [
        "Nettle is a natural antihistamine.",
        "Our leaves are wild-harvested in the hills.",
        "The tea is free from nasty chemicals.",
    ],
)
def test_it_finds_nature_as_praise_where_something_is_sold(line: str) -> None:
    assert CueKind.APPEAL_TO_NATURE in kinds(SHOP.format(line))


def test_it_takes_natural_flavour_for_an_ingredient() -> None:
    line = "Contains oats, salt and natural bacon flavour."
    assert CueKind.APPEAL_TO_NATURE not in kinds(SHOP.format(line))


@pytest.mark.parametrize(
    ("line", "given_away"),
    [
        ("Poor sleep is behind most of the illness that we see.", "is behind most"),
        ("It's the phone.", "It's the phone."),
        ("She has not had an ear infection since.", "has not had an ear infection since"),
        ("Millions died as a direct result of the hedge.", "a direct result of"),
    ],
)
def test_it_finds_causes_made_of_what_came_after(line: str, given_away: str) -> None:
    assert words(line, CueKind.CAUSAL_UPGRADE) == [given_away]
