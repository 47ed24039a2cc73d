"""What all tests share; tests/README.md says how to use it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from hypothesis import settings as hypothesis_settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from writing import organiser

from app import create_app
from harness.chromium import OpenPage, Watch, launch
from harness.process import QuizProcess, StartServer
from harness.visitor import Visitor
from quiz.settings import Settings
from quiz.store.database import Store
from quiz.web.services import Services

hypothesis_settings.register_profile(
    "quiz", deadline=None
)  # a busy machine is no fault of the code
hypothesis_settings.load_profile("quiz")


@pytest.fixture(autouse=True)
def _push_request_context() -> None:
    """Switch off pytest-flask's one context for the whole test: two visitors would share its g."""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings with a data folder of the test's own; override it for others."""
    return Settings(data=tmp_path / "data", port=0)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A fresh store, for tests that need no app."""
    opened = Store(tmp_path / "quiz.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    """The whole app on a fresh store, with CSRF protection on."""
    app = create_app(settings)
    app.testing = True
    app.test_client_class = Visitor
    yield app
    app.extensions["says_who"].store.close()


@pytest.fixture
def visitor(app: Flask) -> Callable[[], Visitor]:
    """Make visitors: each call is another person with a browser of their own."""

    def arrive() -> Visitor:
        client = app.test_client()
        assert isinstance(client, Visitor)
        return client

    return arrive


@pytest.fixture
def client(visitor: Callable[[], Visitor]) -> Visitor:
    """One visitor, who lints every page."""
    return visitor()


@pytest.fixture
def alice(app: Flask, client: Visitor) -> Visitor:
    """Alice, who has the organiser key."""
    return organiser(app, client)


@pytest.fixture
def house(app: Flask) -> Services:
    """What the app works with."""
    found: Services = app.extensions["says_who"]
    return found


@pytest.fixture
def start_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartServer]:
    """Start real servers, each with a fresh data folder; they end with the test."""
    started: list[QuizProcess] = []

    def start(**settings: str) -> QuizProcess:
        started.append(QuizProcess(tmp_path_factory.mktemp("quiz"), settings))
        return started[-1]

    yield start
    for process in started:
        process.stop()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[QuizProcess]:
    """One real server for all browser tests that neither stop nor fill it."""
    process = QuizProcess(tmp_path_factory.mktemp("quiz"), {})
    yield process
    process.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[OpenPage]:
    """Open browsers, each another person's, at the shared server unless ``base_url`` says else.

    The test fails with what their consoles, scripts and requests to elsewhere give away.
    """
    watches: list[tuple[Watch, BrowserContext]] = []

    def open_page(**options: Any) -> Page:  # noqa: ANN401 - the same
        if "base_url" not in options:
            options["base_url"] = request.getfixturevalue("server").url
        context = browser.new_context(**options)
        watch = Watch(options["base_url"])
        watch.over(context)
        watches.append((watch, context))
        return context.new_page()

    yield open_page
    for _, context in watches:
        context.close()
    flaws = [flaw for watch, _ in watches for flaw in watch.flaws]
    assert not flaws, "\n".join(flaws)


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """One watched browser page of a fresh person."""
    return open_page()
