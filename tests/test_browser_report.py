"""The report in a real browser: on a small phone, in the dark, on paper, in forced colours."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, StorageState

from harness.chromium import assert_accessible
from harness.process import QuizProcess

REPORT = "/practise/kratom/report"
STATES = {
    "nothing yet": ("rate", 0),
    "under way": ("rate", 2),
    "always none": ("rate", 6),
    "pairs": ("compare", 6),
    "words": ("spot", 6),
}


def sit(page: Page, form: str, answers: int) -> None:
    """Begin a set of six, give the first answer there is to each question, always sure."""
    page.goto("/practise/kratom")
    page.check(f"input[name=form][value={form}]")
    page.check("input[name=size][value='6']")
    page.get_by_role("button", name="Begin").click()
    for number in range(1, answers + 1):
        page.goto(f"/practise/kratom/questions/{number}")
        for name in ("level", "better"):
            if page.locator(f"#{name}").count():
                page.check(f"#{name}")
        page.check("input[name=sure][value='3']")
        page.get_by_role("button", name="Continue").click()


@pytest.mark.parametrize("state", STATES)
def test_it_can_be_read_by_everybody_on_a_small_phone(
    open_page: Callable[..., Page], state: str
) -> None:
    page = open_page(viewport={"width": 320, "height": 640})
    sit(page, *STATES[state])
    page.goto(REPORT)
    assert_accessible(page)
    for summary in page.locator("summary").all():
        summary.click()
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.fixture(scope="module")
def somebody(browser: Browser, server: QuizProcess) -> StorageState:
    """The cookies of somebody who always said None, and was sure of it."""
    context = browser.new_context(base_url=server.url)
    sit(context.new_page(), "rate", 6)
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def report(open_page: Callable[..., Page], somebody: StorageState) -> Page:
    page = open_page(storage_state=somebody)
    page.goto(REPORT)
    return page


def test_it_prints_figures_and_answers_without_buttons(report: Page) -> None:
    report.emulate_media(media="print")
    for table in report.locator("table").all():
        assert table.is_visible()
    assert report.locator("#answers + details ol").is_visible()
    for hidden in (".masthead", "summary", ".after", "form"):
        assert not report.locator(hidden).first.is_visible()
    assert report.get_by_text("1-800").first.is_visible()


def test_its_pictures_are_there_in_forced_colours(report: Page) -> None:
    report.emulate_media(forced_colors="active")
    assert report.locator("svg.chart").count() == 4
    for name in ("level", "whisker"):
        shape = report.locator(f".chart-{name}").first
        stroke, paper = shape.evaluate(
            "shape => [getComputedStyle(shape).stroke, getComputedStyle(document.body.parentNode)"
            ".backgroundColor]"
        )
        assert stroke not in ("none", paper)


def test_it_leads_from_what_was_sure_but_wrong_to_its_answer(report: Page) -> None:
    link = report.locator("section[aria-labelledby=sure-but-wrong] li a").first
    statement = report.locator("section[aria-labelledby=sure-but-wrong] li q").first.inner_text()
    link.click()
    assert statement.strip("“”") in report.locator("mark").all_inner_texts()[0]
    assert report.get_by_role("heading", level=1).inner_text().startswith("Look again")


def test_it_gives_the_table_as_a_file(report: Page) -> None:
    with report.expect_download() as started:
        report.get_by_role("link", name="as a table (CSV)").click()
    assert started.value.suggested_filename == "says-who-kratom.csv"
