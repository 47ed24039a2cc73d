"""The writing room in a real browser: with the keyboard, by clicking words, without scripts."""

from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from writing import ARTICLE, begun, organiser

from harness.chromium import OpenPage, assert_accessible
from harness.nu import assert_valid_html
from harness.process import QuizProcess
from harness.visitor import Visitor
from quiz.scale import QUESTION

PHONE, LAPTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 800}


def at_desk(page: Page, key: str) -> Page:
    """Let Alice in and bring her an article; she sees the draft."""
    page.goto("/write")
    page.get_by_label("Organiser key").fill(key)
    page.locator("form", has=page.locator("[name=key]")).locator("button").first.click()
    page.get_by_label("Paste the article").fill(ARTICLE)
    page.get_by_label("Title of the article").fill("Tea and sleep")
    page.get_by_role("button", name="Split it into statements").click()
    expect(page.locator("h1")).to_have_text("Tea and sleep")
    return page


@pytest.fixture
def desk(open_page: OpenPage, server: QuizProcess) -> Page:
    return at_desk(open_page(viewport=LAPTOP), server.organiser_key)


def test_alice_confirms_statements_with_single_keys(desk: Page) -> None:
    desk.get_by_role("link", name="Review the next statement").click()
    expect(desk.locator("h1")).to_contain_text("Statement 4 of")
    desk.keyboard.press("c")
    expect(desk.locator("h1")).not_to_contain_text("Statement 4 of")
    expect(desk.locator(".trail")).to_contain_text("1 supported")
    left = desk.locator("h1").inner_text()
    desk.keyboard.press("d")
    expect(desk.locator("h1")).not_to_have_text(left)
    desk.get_by_role("button", name="Tea and sleep").first.click()
    expect(desk.locator("main")).to_contain_text("1 confirmed")
    expect(desk.locator("main")).to_contain_text("1 dropped")


def first_statement(desk: Page) -> None:
    desk.goto(desk.url + "/tea-and-sleep/s02")


def test_single_keys_move_and_answer_gates_and_can_be_switched_off(desk: Page) -> None:
    first_statement(desk)
    desk.get_by_label("What would lift it a level").fill("Typed and kept.")
    desk.locator("[name=reason]:checked").focus()
    desk.keyboard.press("j")
    expect(desk.locator("h1")).to_contain_text("Statement 3 of")
    desk.keyboard.press("k")
    expect(desk.get_by_label("What would lift it a level")).to_have_value("Typed and kept.")
    expect(desk.locator("h1")).to_contain_text("Statement 2 of")
    before = desk.locator("[name=reason]:checked").get_attribute("value")
    desk.keyboard.press("1")
    after = "no" if before == "yes" else "yes"
    expect(desk.locator("[name=reason]:checked")).to_have_value(after)
    desk.get_by_label("Single keys").uncheck()
    desk.keyboard.press("j")
    desk.reload()
    expect(desk.get_by_label("Single keys")).not_to_be_checked()
    expect(desk.locator("h1")).to_contain_text("Statement 2 of")


def test_it_says_that_it_saved(desk: Page) -> None:
    first_statement(desk)
    desk.keyboard.press("s")
    expect(desk.get_by_role("status")).to_contain_text("Saved")
    expect(desk.get_by_role("status")).to_be_in_viewport()


def test_single_keys_do_nothing_while_somebody_types(desk: Page) -> None:
    first_statement(desk)
    because = desk.locator("[name=reason-because]")
    because.fill("")
    because.press_sequentially("jack can do 123")
    expect(because).to_have_value("jack can do 123")
    expect(desk.locator("h1")).to_contain_text("Statement 2 of")


def test_words_clicked_in_the_article_go_into_the_gate_with_their_place(desk: Page) -> None:
    first_statement(desk)
    desk.locator("[name=reason][value=yes]").check()
    desk.locator("#here").get_by_text("Some people say").first.dblclick(position={"x": 8, "y": 8})
    expect(desk.locator("[name=reason-words]")).to_have_value("Some")
    select(desk, "peop", "sa")
    expect(desk.locator("[name=reason-words]")).to_have_value("people say")
    assert desk.locator("[name=reason-at]").input_value() == str("Some people say".index("people"))


def select(page: Page, start: str, end: str) -> None:
    """Select with the mouse from inside one word of the current statement into another."""
    points = page.evaluate(
        """([start, end]) => {
            const here = document.querySelector("#here");
            const walker = document.createTreeWalker(here, NodeFilter.SHOW_TEXT);
            const found = (word) => {
                walker.currentNode = here;
                for (let node; (node = walker.nextNode());) {
                    const at = node.textContent.indexOf(word);
                    if (at < 0) continue;
                    const range = document.createRange();
                    range.setStart(node, at + 1);
                    range.setEnd(node, at + 2);
                    const box = range.getBoundingClientRect();
                    return [box.x + 1, box.y + box.height / 2];
                }
            };
            return [found(start), found(end)];
        }""",
        [start, end],
    )
    page.mouse.move(*points[0])
    page.mouse.down()
    page.mouse.move(*points[1], steps=4)
    page.mouse.up()


def test_a_new_answer_brings_its_plain_reason_and_shows_the_level(desk: Page) -> None:
    desk.goto(desk.url + "/tea-and-sleep/s04")
    expect(desk.locator("[data-level]")).to_have_text("Strong")
    desk.locator("[name=fits][value=no]").check()
    expect(desk.locator("[data-level]")).to_have_text("Partial")
    expect(desk.locator("[name=fits-because]")).to_have_value(
        "The source is not of the right kind, or the statement goes beyond it."
    )
    desk.locator("[name=reason][value=no]").check()
    expect(desk.locator("[data-level]")).to_have_text("None")
    expect(desk.locator("[name=findable][value=yes]")).to_be_hidden()


def test_everything_works_without_scripts(open_page: OpenPage, server: QuizProcess) -> None:
    page = open_page(viewport=PHONE, java_script_enabled=False)
    at_desk(page, server.organiser_key)
    page.get_by_role("link", name="Go through them from the first").click()
    page.get_by_role("button", name="Next →").click()
    page.locator("[name=reason][value=yes]").check()
    page.locator("[name=reason-words]").fill("Some people say")
    page.locator("[name=findable][value=no]").check()
    page.locator("[name=findable-words]").fill("")
    page.get_by_role("button", name="Confirm").click()
    expect(page.locator(".trail")).to_contain_text("1 not")
    page.get_by_text("Split, join or leave out").click()
    left = page.locator("h1").inner_text()
    page.get_by_role("button", name="Do not ask it").click()
    expect(page.locator("h1")).not_to_have_text(left)
    page.locator(".kicker button").first.click()
    page.get_by_role("button", name="Publish").click()
    expect(page.locator("main")).to_contain_text("Version 1 is served now")
    page.get_by_role("button", name="Take it down").click()
    expect(page.locator("h1")).to_have_text("Write questions")


@pytest.mark.parametrize("viewport", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_it_can_be_used_by_everybody(
    open_page: OpenPage, server: QuizProcess, viewport: dict[str, int]
) -> None:
    page = at_desk(open_page(viewport=viewport), server.organiser_key)
    draft = page.url
    page.goto(f"{draft}/tea-and-sleep/s04")
    page.get_by_role("button", name="Confirm").click()
    expect(page.locator(".trail")).to_contain_text("1 supported")
    page.goto(draft)
    page.get_by_role("button", name="Make a code").click()
    code = page.locator("code").first.inner_text()
    for address in (draft, f"{draft}/tea-and-sleep/s04", f"{draft}/tea-and-sleep/s04/preview"):
        page.goto(address)
        everything_fits(page)
    page.goto("/write")
    everything_fits(page)
    page.goto("/write/code")
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Begin").click()
    expect(page.locator("h1")).to_have_text(QUESTION)
    everything_fits(page)


def everything_fits(page: Page) -> None:
    for summary in page.locator("summary").all():
        summary.click()
    width = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width[0] <= width[1]
    assert_accessible(page)


def test_it_is_valid_html(app: Flask, visitor: Callable[[], Visitor]) -> None:
    alice = organiser(app, visitor())
    begun(alice)
    addresses = ["/write", "/write/1", "/write/1/tea-and-sleep/s04", "/write/code"]
    addresses.append("/write/1/tea-and-sleep/s04/preview")
    assert_valid_html({address: alice.visit(address).html for address in addresses})
