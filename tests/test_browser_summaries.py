"""Workshop and summary pages as the Nu checker and axe read them."""

from collections.abc import Callable

from flask import Flask
from playwright.sync_api import Page

from harness.chromium import assert_accessible
from harness.nu import assert_valid_html
from harness.process import QuizProcess
from harness.visitor import Visitor
from harness.workshop import begin

Arrive = Callable[[], Visitor]


def test_every_page_of_a_workshop_is_valid_html(app: Flask, visitor: Arrive) -> None:
    alice, room = visitor(), [visitor() for _ in range(10)]
    led = begin(app, alice)
    pages = {"set up": alice.visit("/workshops/new").html, "lobby": led.host.html}
    pages["the door"] = led.room(room[0]).html
    for person in room:
        led.join(person)
    pages["waiting"] = led.room(room[0]).html
    pages["vote, host"] = led.step("vote").html
    pages["vote, phone"] = led.room(room[0]).html
    for person in room:
        led.vote(person)
    pages["discuss"] = led.step("discuss").html
    pages["reveal, host"] = led.step("revote", "reveal").html
    pages["reveal, phone"] = led.room(room[0]).html
    pages["hand-out"] = alice.visit(f"/workshops/{led.code}/handout").html
    pages["closed, host"] = led.step("close").html
    pages["closed, phone"] = led.room(room[0]).html
    pages["summary"] = alice.visit(f"/workshops/{led.code}/summary").html
    pages["months"] = alice.visit("/organiser/months").html
    assert_valid_html(pages)


def test_a_summary_can_be_read_by_everybody(
    server: QuizProcess, open_page: Callable[..., Page]
) -> None:
    page = open_page(viewport={"width": 320, "height": 640})
    page.goto("/organiser")
    page.locator("#key").fill(server.organiser_key)
    page.locator("form", has=page.locator("#key")).get_by_role("button").click()
    page.get_by_role("button", name="Begin").last.click()
    page.locator("summary", has_text="End the workshop").click()
    page.locator("button[value=close]").click()
    page.get_by_role("link", name="The anonymous summary").click()
    page.get_by_role("heading", name="How this was protected").wait_for()
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
