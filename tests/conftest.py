"""What all tests share; tests/README.md says how to use it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import settings as hypothesis_settings

from app import create_app
from harness.visitor import Visitor
from quiz.settings import Settings

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
