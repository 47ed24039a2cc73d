"""Workshops in which people answer by themselves, in a real browser: to the end and back again."""

import re

from playwright.sync_api import Page, expect

from harness.chromium import OpenPage, assert_accessible
from harness.process import QuizProcess

expect.set_options(timeout=20_000)  # a busy machine is no fault of the code

SMALL = {"width": 360, "height": 740}
ASKED = "How well does this text back up this statement?"


def begin(alice: Page, quiz: QuizProcess, **choices: str) -> str:
    """Let Alice set up a workshop with six questions and these choices; return its code."""
    alice.goto("/organiser")
    alice.get_by_label("Organiser key").fill(quiz.organiser_key)
    alice.get_by_role("button", name="Go on").click()
    for name, value in {"size": "6", **choices}.items():
        alice.locator(f'input[type=radio][name={name}][value="{value}"]').check()
    alice.get_by_role("button", name="Draw questions").click()
    alice.get_by_role("button", name="Begin the workshop").click()
    alice.wait_for_url("**/host")
    return alice.url.split("/")[-2]


def join(person: Page, code: str) -> None:
    person.goto("/join")
    person.get_by_label("Code").fill(code.lower())
    person.get_by_role("button", name="Join").click()


def heading(page: Page, words: str | re.Pattern[str]) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def answer(person: Page, place: str, level: str) -> None:
    expect(person.locator(".kicker").first).to_have_text(place)
    person.reload()  # the same question comes back
    expect(person.locator(".kicker").first).to_have_text(place)
    person.get_by_role("radio", name=level).check()
    person.get_by_role("radio", name="Sure", exact=True).check()
    person.get_by_role("button", name="Send my answer").click()


def close(alice: Page) -> None:
    alice.get_by_text("End the workshop").click()
    alice.get_by_role("button", name="Close it for everybody").click()
    heading(alice, "Thank you. The workshop is over.")


def test_it_lets_two_people_go_on_at_their_own_pace(
    server: QuizProcess, open_page: OpenPage
) -> None:
    alice, bob, charlie = open_page(), open_page(viewport=SMALL), open_page(viewport=SMALL)
    code = begin(alice, server, pace="self")
    join(bob, code)
    alice.get_by_role("button", name="Open the questions").click()
    for number in range(1, 7):
        answer(bob, f"Question {number} of 6", "None")
        expect(bob.locator("mark").first).to_be_visible()
        bob.get_by_role("link", name="Go on").click()
    heading(bob, "You have answered all 6")
    assert_accessible(bob)
    join(charlie, code)  # late, and begins at the beginning
    answer(charlie, "Question 1 of 6", "Strong")
    expect(alice.locator("#count")).to_have_text("1 of 2 are through")
    close(alice)
    charlie.get_by_role("link", name="Back to my report").click()  # he was reading an answer
    for person in (bob, charlie):
        heading(person, "Thank you for taking part")
        person.get_by_role("listitem").first.get_by_role("link").click()
        expect(person.locator("mark").first).to_be_visible()


def test_it_measures_two_people_before_and_after(server: QuizProcess, open_page: OpenPage) -> None:
    alice = open_page()
    people = [open_page(viewport=SMALL), open_page(viewport=SMALL)]
    code = begin(alice, server, form="both")
    for person in people:
        join(person, code)
        heading(person, "You are in")
    alice.get_by_role("button", name="Open the questions").click()
    for person in people:
        for number in range(1, 7):
            answer(person, f"Question {number} of 6, before", "Weak")
        heading(person, "You have answered all 6")
        assert person.locator("mark").count() == 0  # nothing is explained between the two
    expect(alice.locator("#count")).to_have_text("2 of 2 are through")
    for _ in range(6):
        alice.get_by_role("button", name="Next").click()
        heading(alice, ASKED)
        alice.get_by_role("button", name="Reveal").click()
        expect(alice.locator("mark").first).to_be_visible()
    alice.get_by_role("button", name="Next").click()
    for person in people:
        for number in range(1, 7):
            answer(person, f"Question {number} of 6, after", "Partial")
    close(alice)
    for person in people:
        heading(person, "Thank you for taking part")
        headings = person.get_by_role("heading", level=2)
        expect(headings.filter(has_text=re.compile("^(Before|After): "))).to_have_count(2)
    assert_accessible(people[0])
