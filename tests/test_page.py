"""Where a statement stands tells what it does: in a thread, under a heading, in a list."""

import pytest

from quiz.builder import draft
from quiz.scale import Role

THREAD = """Is tea safe?

bob_1
2 Mar, 10:15
Norways a dry cold

▲ 12 ▼ 3

ann_2
2 Mar, 11:40
It is fine here. Sorry love

Carla
3 Mar, 09:05
Tea helps with sleep
"""


def roles(text: str) -> dict[str, Role]:
    return {s.text: s.role for s in draft(text)}


def test_it_takes_the_lines_around_posts_for_furniture_but_not_the_posts() -> None:
    found = roles(THREAD)
    assert all(found[name] is Role.NONE for name in ("bob_1", "ann_2", "Carla", "2 Mar, 10:15"))
    assert found["Norways a dry cold"] is not Role.NONE
    assert found["Sorry love"] is Role.TALK
    assert found["Tea helps with sleep"] is Role.EFFECT


def test_it_takes_headings_that_run_in_for_furniture() -> None:
    text = "Uses. It is drunk.\n\nTaste. It is bitter.\n\nOld names. It was called cha."
    found = roles(text)
    assert all(found[name] is Role.NONE for name in ("Uses.", "Taste.", "Old names."))


@pytest.mark.parametrize("mark", "✔ ✅ ★ > ► – → 💤".split())
def test_it_reads_a_claim_in_a_list_whatever_its_marker(mark: str) -> None:
    text = f"Our tea is grown in Kent.\n\n{mark} Lowers stress and calms nerves\n"
    assert roles(text)["Lowers stress and calms nerves"] is Role.EFFECT


@pytest.mark.parametrize(
    ("line", "furniture"),
    [
        ("Q: Is it safe?", True),
        ("Is it safe for my eyes?", True),
        ("WHICH SIZE?", True),
        ("Photo: The cups are made in Kent.", True),
        ("View 1,046 more comments", True),
        ("— K. W., Leeds", True),
        ("¹ Massen et al., Communications Biology 4. Neural Biol. 48, 382.", True),
        ("Noise: 39 dB on low", False),
        ("have poor circulation", False),
        ("It lowers stress.[citation needed]", False),
        ("Lund (Int J Tea 2014; 17: 859) gave it to 40 adults.", False),
    ],
)
def test_it_tells_the_page_from_the_text_by_the_shape_of_a_line(
    line: str, *, furniture: bool
) -> None:
    found = roles(f"Tea is grown in many countries.\n\n{line}\n\nIt is drunk hot.")
    assert (found[line] is Role.NONE) is furniture


@pytest.mark.parametrize(
    "line",
    [
        "Forget pricey yoghurt drinks.",
        "Not for use in early pregnancy.",
        "ann_2: Insulate the attic first.",
        "I’d use bottled water until it runs clear.",
        "Your dad must clear it with his doctor.",
        "Residents are being urged not to wade in the river.",
        "It should be taken with food.",
    ],
)
def test_it_knows_advice_in_many_wordings(line: str) -> None:
    assert roles(f"Tea is grown in many countries.\n\n{line}")[line] is Role.ADVICE


def test_it_reads_what_stands_under_directions_as_advice() -> None:
    text = "Our tea is grown in Kent.\n\nHow to use\n\n1–2 teaspoons to a mug. Water off the boil."
    assert roles(text)["1–2 teaspoons to a mug."] is Role.ADVICE


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Lovely stuff, worth every penny.", Role.TALK),
        ("It’s rubbish.", Role.TALK),
        ("The hedge was planted to stop smuggling in 1840.", Role.FACT),
        ("Tea is the most common drink in Kent.", Role.FACT),
        ("My antibodies went from 900 to 210.", Role.EFFECT),
        ("The rash cleared up and hasn’t been back.", Role.EFFECT),
        ("Lavender oil is poisonous to cats.", Role.EFFECT),
    ],
)
def test_it_tells_chat_facts_and_effects_apart(line: str, role: Role) -> None:
    assert roles(f"Tea is grown in many countries.\n\n{line}")[line] is role


@pytest.mark.parametrize(
    ("line", "furniture"),
    [
        ("This article was amended on Tuesday.", True),
        ("Sign up to our newsletter.", True),
        ("Kipling mentions them in his poem “Sussex” (1902).", False),
        ("A survey of 1,004 parents in Kent found:", False),
    ],
)
def test_it_tells_what_the_page_says_of_itself(line: str, *, furniture: bool) -> None:
    assert (roles(f"Tea is grown in Kent.\n\n{line}\n")[line] is Role.NONE) is furniture


def test_it_takes_the_questions_of_a_page_of_answers_for_headings() -> None:
    asked = ("Is it safe?", "Will it last?", "Who is it for?")
    text = "\n\n".join(f"{question} Tea is grown in Kent." for question in asked)
    assert all(roles(text)[question] is Role.NONE for question in asked)
