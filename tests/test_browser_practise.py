"""Learning alone in a real browser: by anybody, on anything, and never lost."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page

from harness import learning
from harness.chromium import OpenPage, assert_accessible, weigh
from harness.learning import START
from harness.nu import assert_valid_html
from harness.process import QuizProcess
from harness.visitor import Visitor
from quiz.attempts import Form

FIRST_WINDOW = 14 * 1024  # bytes that arrive before the other side has to answer
FIRST = {
    Form.RATE: "input[name=level]",
    Form.COMPARE: "input[name=better]",
    Form.SPOT: "input[name=words]",
}


def begin(page: Page, form: Form, size: str = "6") -> None:
    page.goto(START)
    page.check(f"input[name=form][value={form}]")
    page.check(f'input[name=size][value="{size}"]')
    page.get_by_role("button", name="Begin").click()


def states(page: Page) -> Iterator[str]:
    """Lead a page through everything that Bob can see while he learns alone, naming each state."""
    for name, address in (("home", "/"), ("start", START), ("example", f"{START}/example")):
        page.goto(address)
        yield name
    for form in Form:
        begin(page, form)
        page.locator("summary").first.click()
        yield f"{form}: the question"
        page.get_by_role("button", name="Continue").click()
        yield f"{form}: an error"
        page.locator(FIRST[form]).last.check(force=True)
        page.check("input[name=sure][value='3']")
        yield f"{form}: chosen"
        page.get_by_role("button", name="Continue").click()
        yield f"{form}: the answer"
    page.goto(START)
    yield "start, a set under way"
    page.goto(f"{START}/questions/7")
    yield "no such question"
    page.goto("/forget")
    yield "forget me"
    page.get_by_role("button", name="Forget me").click()
    yield "forgotten"


def test_axe_finds_nothing_on_a_small_phone_and_nothing_scrolls_sideways(
    open_page: OpenPage,
) -> None:
    page = open_page(viewport={"width": 320, "height": 640})
    for state in states(page):
        assert_accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, state


CUT_OFF = """[...document.querySelectorAll('main *:not(.hidden)')].filter(e =>
    e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX != 'visible').length"""


def test_text_of_twice_the_size_still_fits(open_page: OpenPage) -> None:
    page = open_page(viewport={"width": 640, "height": 800})
    for state in states(page):
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth") <= 640, state
        assert page.evaluate(CUT_OFF) == 0, state


def test_what_is_chosen_shows_in_forced_colours(open_page: OpenPage) -> None:
    page = open_page(forced_colors="active")
    look = "i => getComputedStyle(i.closest('.choice') ?? i.nextElementSibling).outlineStyle"
    for form in Form:
        begin(page, form)
        first, last = page.locator(FIRST[form]).first, page.locator(FIRST[form]).last
        first.check(force=True)
        page.locator("h1").click()  # so that it is not the focus that shows
        assert [first.evaluate(look), last.evaluate(look)] == ["solid", "none"], form


@pytest.mark.parametrize("form", Form)
def test_bob_goes_through_a_whole_set_by_keyboard_without_scripts(
    open_page: OpenPage, form: Form
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(START)
    tab_to(page, "input[name=form]:checked")
    for _ in range(list(Form).index(form)):
        page.keyboard.press("ArrowDown")
    tab_to(page, "input[name=size]:checked")
    tab_to(page, "button")
    page.keyboard.press("Enter")
    for number in range(1, 7):
        page.wait_for_url(re.compile(rf"/questions/{number}$"))
        tab_to(page, "summary")
        page.keyboard.press("Enter")
        tab_to(page, FIRST[form])
        page.keyboard.press("Space")
        tab_to(page, "input[name=sure]")
        page.keyboard.press("ArrowDown")
        tab_to(page, "button")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(rf"/questions/{number}/answer$"))
        assert page.locator("mark").count() > 0
        tab_to(page, "nav a")
        page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/questions/" not in url)
    page.goto(START)
    assert page.get_by_text("All 6 questions are answered.").is_visible()


def tab_to(page: Page, what: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.locator(f":is({what}):focus").count():
            return
    pytest.fail(f"the keyboard does not reach {what} on {page.url}")


def test_an_error_is_in_focus_and_leads_to_its_field(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    begin(page, Form.RATE)
    page.check("input[name=level][value='2']")
    page.get_by_role("button", name="Continue").click()
    assert page.locator(".error-summary:focus").count() == 1
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    assert page.locator("input[name=sure][value='1']").is_checked()
    assert page.locator("input[name=level][value='2']").is_checked()


@pytest.mark.parametrize("form", Form)
def test_a_question_fits_into_the_first_window(page: Page, form: Form) -> None:
    begin(page, form)
    weight = weigh(page, page.url)
    assert weight.total <= FIRST_WINDOW
    assert weight.bytes.keys() <= {"Document", "Stylesheet", "Other"}  # and the icon


def test_back_and_reload_change_nothing(page: Page) -> None:
    begin(page, Form.RATE)
    page.check("input[name=level][value='1']")
    page.check("input[name=sure][value='1']")
    page.get_by_role("button", name="Continue").click()
    answer = page.url
    told = page.locator("main").inner_text()
    page.go_back()
    assert page.url == answer
    page.reload()
    assert page.locator("main").inner_text() == told


def test_a_second_tab_is_refused_and_shown_the_way(page: Page) -> None:
    begin(page, Form.RATE)
    stale = page.context.new_page()
    stale.goto(page.url)
    for tab, level in ((page, 1), (stale, 3)):
        tab.check(f"input[name=level][value='{level}']")
        tab.check("input[name=sure][value='1']")
        tab.get_by_role("button", name="Continue").click()
    assert stale.get_by_role("heading", level=1).inner_text() == "This page was out of date"
    stale.get_by_role("link", name="To the sets of questions").click()
    stale.get_by_role("link", name="Go on with question 2").click()
    assert stale.url.endswith("/questions/2")


def test_a_set_outlives_a_closed_browser_and_a_server_that_was_killed(
    open_page: OpenPage, start_server: Callable[..., QuizProcess]
) -> None:
    quiz = start_server()
    page = open_page(base_url=quiz.url)
    begin(page, Form.RATE)
    page.check("input[name=level][value='1']")
    page.check("input[name=sure][value='1']")
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("link", name="Continue to question 2").click()
    asked = page.locator("blockquote").first.inner_text()
    quiz.kill()
    quiz.start_again()
    page = open_page(base_url=quiz.url, storage_state=lasting(page.context))
    page.goto(START)
    page.get_by_role("link", name="Go on with question 2").click()
    assert page.locator("blockquote").first.inner_text() == asked


def lasting(context: BrowserContext) -> dict[str, object]:
    """Return what a browser still has after it was closed: cookies that have a last day."""
    cookies = [cookie for cookie in context.cookies() if cookie["expires"] > 0]
    return {"cookies": cookies, "origins": []}


def test_every_page_is_valid_html(client: Visitor) -> None:
    pages = {}
    for address in ("/", START, f"{START}/example", "/forget"):
        pages[address] = client.visit(address).html
    for form in Form:
        page = learning.begin(client, form, "all")
        for number in range(8):
            pages[f"{form} {number}"] = page.html
            pages[f"{form} {number} error"] = client.submit(
                page, {"sure": "3"} if form is not Form.SPOT else {}
            ).html
            page = client.submit(page, learning.ANSWERS[form])
            pages[f"{form} {number} answer"] = page.html
            page = client.visit(str(learning.go_on(page)))
    pages["start, a set under way"] = client.visit(START).html
    pages["forget"] = client.visit("/forget").html
    assert_valid_html(pages)
