"""One print for a room of phones: everybody gets their own token and nobody else's."""

from functools import partial

import pytest
from flask import Flask
from flask_wtf.csrf import generate_csrf

from quiz.web.prints import Prints


@pytest.fixture
def app() -> Flask:
    """The least that has tokens."""
    app = Flask(__name__)
    app.secret_key = "for this test alone"
    return app


def test_it_gives_everybody_the_same_page_with_their_own_token(app: Flask) -> None:
    prints = Prints()

    def ask() -> tuple[str, str]:
        with app.test_request_context():
            token: str = generate_csrf()
            return prints.copy("vote", lambda: f"vote: <{token}> and <{token}>"), token

    (alice, her_token), (bob, his_token) = ask(), ask()
    assert alice == f"vote: <{her_token}> and <{her_token}>"
    assert bob == f"vote: <{his_token}> and <{his_token}>"
    assert her_token != his_token


def test_it_renders_each_page_once_as_long_as_it_has_room(app: Flask) -> None:
    prints = Prints(room=2)
    rendered: list[str] = []

    def render(key: str) -> str:
        rendered.append(key)
        return key

    for key in ("one", "one", "two", "two", "three", "three", "one"):
        with app.test_request_context():
            assert prints.copy(key, partial(render, key)) == key
    assert rendered == ["one", "two", "three", "one"]  # the oldest made room for the third
