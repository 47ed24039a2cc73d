"""A host and three phones in a real browser, through all phases."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Locator, Page, expect

from harness.chromium import OpenPage, assert_accessible
from harness.process import QuizProcess, StartServer

expect.set_options(timeout=20_000)  # a busy machine is no fault of the code

ASKED = "How well does this text back up this statement?"


def begin(alice: Page, quiz: QuizProcess) -> str:
    """Let Alice set up a workshop; return its code."""
    alice.goto("/organiser")
    alice.get_by_label("Organiser key").fill(quiz.organiser_key)
    alice.get_by_role("button", name="Go on").click()
    alice.get_by_role("button", name="Begin the workshop").click()
    expect(heading(alice)).to_have_text("Join with your phone")
    found = re.search(r"/workshops/(\w+)/host", alice.url)
    assert found is not None
    return found[1]


def join(person: Page, code: str) -> None:
    person.goto(f"/workshops/{code}")
    person.get_by_role("button", name="Join").click()


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def answer(person: Page, level: str, sure: str = "Fairly sure") -> None:
    person.get_by_role("radio", name=level).check()
    person.get_by_role("radio", name=sure, exact=True).check()
    person.get_by_role("button", name=re.compile("my answer")).click()
    expect(person.locator(".kept")).to_contain_text(level)


def press_enter(host: Page) -> None:
    """Press Enter once the step that leads on has the focus."""
    expect(host.locator("[autofocus]")).to_be_focused()
    host.keyboard.press("Enter")


def reloaded(*pages: Page) -> None:
    """Reload: the same screen comes back."""
    for page in pages:
        before = heading(page).text_content()
        page.reload()
        expect(heading(page)).to_have_text(before or "")


@dataclass
class Room:
    """Alice’s projector and some phones, with JavaScript or without."""

    alice: Page
    phones: list[Page]
    javascript: bool
    checked: set[str] = field(default_factory=set)

    def enter(self) -> None:
        """Let Alice press Enter on the step that leads on."""
        self.lead(lambda: press_enter(self.alice))

    def click(self, name: str) -> None:
        """Let Alice click a button."""
        self.lead(self.alice.get_by_role("button", name=name).click)

    def lead(self, act: Callable[[], None]) -> None:
        """Without a script a step is a new page, which has to be there before others reload."""
        if self.javascript:
            act()
        else:
            with self.alice.expect_navigation():
                act()

    def sees(self, words: str) -> None:
        """Everybody sees this heading, and sees it again after a reload."""
        for phone in self.phones:
            self.refresh(phone)
            expect(heading(phone)).to_have_text(words)
        self.check(words)
        reloaded(self.alice, *self.phones)

    def sees_the_answer(self) -> None:
        """Everybody sees the statement marked in its source, and again after a reload."""
        for page in (self.alice, *self.phones):
            self.refresh(page)
            expect(page.locator("mark").first).to_be_visible()
        self.check("answer")
        reloaded(self.alice, *self.phones)

    def refresh(self, page: Page) -> None:
        if not self.javascript:
            page.reload()

    def check(self, state: str) -> None:
        """Let axe look at the projector and at a phone, once in each state."""
        if self.javascript and state not in self.checked:
            self.checked.add(state)
            assert_accessible(self.alice)
            assert_accessible(self.phones[0])


@pytest.mark.parametrize("javascript", [True, False])
def test_it_leads_three_phones_through_all_phases(
    server: QuizProcess,
    open_page: OpenPage,
    javascript: bool,  # noqa: FBT001 - both ways
) -> None:
    alice = open_page(java_script_enabled=javascript, viewport={"width": 1280, "height": 720})
    code = begin(alice, server)
    small = {"width": 360, "height": 740}
    phones = [open_page(java_script_enabled=javascript, viewport=small) for _ in range(3)]
    room = Room(alice, phones, javascript)
    for phone in phones:
        join(phone, code)
    room.sees("You are in")
    room.enter()
    room.sees(ASKED)
    for phone in phones:
        answer(phone, "Weak")
    answer(phones[0], "None")
    room.refresh(alice)
    expect(alice.locator("#count")).to_have_text("3 of 3 answered")
    room.enter()
    room.sees("Talk it over")
    room.enter()
    room.sees(ASKED)
    for phone in phones:
        answer(phone, "Partial", "Sure")
    room.enter()
    room.sees_the_answer()
    room.click("Pause")
    room.sees("A short pause")
    room.enter()
    room.sees_the_answer()
    room.click("Next")
    room.sees(ASKED)
    room.click("Look back")
    room.sees_the_answer()
    room.enter()
    room.sees(ASKED)
    alice.get_by_text("End the workshop").click()
    room.click("Close it for everybody")
    room.sees("Thank you for taking part")
    for phone in phones:
        expect(phone.get_by_text("You: Partial, sure.")).to_be_visible()


def test_it_keeps_what_is_chosen_and_the_focus_when_the_page_renews_itself(
    server: QuizProcess, open_page: OpenPage
) -> None:
    alice, bob, charlie = open_page(), open_page(), open_page()
    code = begin(alice, server)
    join(bob, code)
    press_enter(alice)
    expect(heading(bob)).to_have_text(ASKED)
    strong = bob.get_by_role("radio", name="Strong")
    strong.check()
    bob.get_by_text("Show the paragraph").click()
    strong.focus()
    join(charlie, code)  # the count on Bob’s phone follows within seconds
    expect(bob.locator("#count")).to_have_text("0 of 2 answered.", timeout=30_000)
    expect(strong).to_be_checked()
    expect(strong).to_be_focused()
    expect(bob.locator("details[open]")).to_have_count(1)
    alice.get_by_role("button", name="Pause").click()
    expect(heading(bob)).to_have_text("A short pause")
    expect(bob.locator("#said")).to_have_text("Paused")
    press_enter(alice)
    expect(strong).to_be_checked()


def test_it_says_when_it_is_not_connected_and_comes_back(
    start_server: StartServer, open_page: OpenPage
) -> None:
    quiz = start_server()
    alice = open_page(base_url=quiz.url)
    bob = open_page(base_url=quiz.url)
    code = begin(alice, quiz)
    join(bob, code)
    press_enter(alice)
    expect(heading(bob)).to_have_text(ASKED)
    bob.get_by_role("radio", name="Strong").check()
    bob.get_by_role("radio", name="Sure", exact=True).check()
    quiz.kill()
    bob.get_by_role("button", name="Send my answer").click()
    expect(bob.get_by_role("status")).to_contain_text("Your answer is not sent yet")
    expect(bob.get_by_role("radio", name="Strong")).to_be_checked()
    quiz.start_again()
    expect(bob.locator(".kept")).to_contain_text("Strong", timeout=60_000)  # sent by itself
    expect(bob.locator("#connection")).to_be_empty()


def test_it_says_when_an_answer_could_not_be_sent_in_time(
    server: QuizProcess, open_page: OpenPage
) -> None:
    alice, bob = open_page(), open_page()
    code = begin(alice, server)
    join(bob, code)
    press_enter(alice)
    expect(heading(bob)).to_have_text(ASKED)
    bob.get_by_role("radio", name="Strong").check()
    bob.get_by_role("radio", name="Sure", exact=True).check()
    bob.route("**/votes", lambda route: route.abort())
    bob.get_by_role("button", name="Send my answer").click()
    expect(bob.get_by_role("status")).to_contain_text("Your answer is not sent yet")
    alice.get_by_role("button", name="Pause").click()
    expect(bob.locator(".error-summary")).to_contain_text("your last answer was not sent")
    press_enter(alice)
    expect(bob.get_by_role("radio", name="Strong")).to_be_checked()


def test_it_polls_where_events_do_not_get_through(server: QuizProcess, open_page: OpenPage) -> None:
    alice, bob = open_page(), open_page()
    code = begin(alice, server)
    bob.add_init_script("delete window.EventSource")
    join(bob, code)
    press_enter(alice)
    expect(heading(bob)).to_have_text(ASKED, timeout=15_000)
    answer(bob, "Weak")


def test_it_moves_on_once_at_a_double_click(server: QuizProcess, open_page: OpenPage) -> None:
    alice = open_page()
    begin(alice, server)
    alice.get_by_role("button", name="Open the questions").dblclick()
    expect(alice.locator(".strip .kicker")).to_have_text("Question 1 of 6: vote now")
    alice.reload()
    expect(alice.locator(".strip .kicker")).to_have_text("Question 1 of 6: vote now")


def test_it_takes_30_kilobytes_and_8_requests_from_the_code_to_the_first_answer(
    server: QuizProcess, open_page: OpenPage
) -> None:
    alice, bob = open_page(), open_page(viewport={"width": 360, "height": 740})
    code = begin(alice, server)
    press_enter(alice)
    expect(heading(alice)).to_have_text(ASKED)
    session = bob.context.new_cdp_session(bob)
    sizes: list[int] = []
    asked: list[str] = []
    session.on("Network.requestWillBeSent", lambda event: asked.append(event["request"]["url"]))
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    session.send("Network.enable")
    join(bob, code)
    bob.get_by_role("radio", name="Weak").check()
    bob.get_by_role("radio", name="Sure", exact=True).check()
    with bob.expect_response(f"**/workshops/{code}/votes") as kept:
        bob.get_by_role("button", name="Send my answer").click()
    assert kept.value.status == 303
    until_answered = asked[: 1 + next(n for n, url in enumerate(asked) if url.endswith("/votes"))]
    pages = [url for url in until_answered if "/static/" not in url]
    assets = {url for url in until_answered if "/static/" in url}  # immutable: fetched once
    assert len(pages) + len(assets) <= 8, until_answered
    assert sum(sizes) <= 30_000, sizes


def test_it_keeps_what_is_chosen_over_a_reload(server: QuizProcess, open_page: OpenPage) -> None:
    alice, bob = open_page(), open_page()
    code = begin(alice, server)
    join(bob, code)
    press_enter(alice)
    strong, sure = (
        bob.get_by_role("radio", name=name, exact=name == "Sure") for name in ("Strong", "Sure")
    )
    strong.check()
    sure.check()
    bob.reload()
    expect(strong).to_be_checked()
    expect(sure).to_be_checked()
    bob.route("**/votes", lambda route: route.abort())
    bob.get_by_role("button", name="Send my answer").click()
    expect(bob.get_by_role("status")).to_contain_text("Your answer is not sent yet")
    bob.unroute("**/votes")
    bob.reload()
    expect(bob.locator(".kept")).to_contain_text("Strong")  # sent by itself
    bob.get_by_role("radio", name="Weak").check()
    press_enter(alice)
    expect(heading(bob)).to_have_text("Talk it over")
    expect(bob.locator(".error-summary")).to_contain_text("What you chose was not sent")


def test_back_after_a_mistake_leads_to_a_page(server: QuizProcess, open_page: OpenPage) -> None:
    alice, bob = open_page(), open_page()
    code = begin(alice, server)
    bob.goto("/join")
    for typed in ("222 222", code):
        bob.get_by_label("Code").fill(typed)
        bob.get_by_role("button", name="Join").click()
    expect(heading(bob)).to_have_text("You are in")
    bob.go_back()
    expect(heading(bob)).to_have_text("Join a workshop")
    bob.go_forward()
    expect(heading(bob)).to_have_text("You are in")
