"""The address that a room's phones type or scan."""

from dataclasses import replace
from ipaddress import IPv4Address

import pytest
from flask import Flask

from quiz import addresses
from quiz.programme import Forms, Pace, Programme, Workshop
from quiz.web import reach
from quiz.workshop import State

WORKSHOP = Workshop(
    id="w",
    code="ABCDEF",
    host_key="",
    bank="kratom",
    bank_hash="",
    programme=Programme(Forms.A, Pace.HOST, ()),
    state=State(),
)


def root(app: Flask, here: str = "http://127.0.0.1:8000", **settings: str) -> str:
    app.extensions["says_who"].settings = replace(app.extensions["says_who"].settings, **settings)
    with app.test_request_context(base_url=here):
        return reach.root_for(WORKSHOP)


@pytest.fixture(autouse=True)
def _own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "own_addresses", lambda: [IPv4Address("192.168.7.9")])


def test_it_takes_the_address_that_the_host_gives(app: Flask) -> None:
    with app.test_request_context(base_url="http://10.0.0.1"):
        corrected = replace(WORKSHOP, address="http://room.local:8000")
        assert reach.root_for(corrected) == "http://room.local:8000"


def test_it_takes_the_public_address(app: Flask) -> None:
    assert root(app, public_url="https://quiz.example") == "https://quiz.example"


def test_it_takes_the_address_that_the_host_has_opened(app: Flask) -> None:
    assert root(app, "http://10.0.0.1:8000") == "http://10.0.0.1:8000"


@pytest.mark.parametrize("here", ["http://127.0.0.1:8000", "http://localhost:8000"])
def test_it_finds_this_computers_address_in_the_network(app: Flask, here: str) -> None:
    assert root(app, here, host="0.0.0.0") == "http://192.168.7.9:8000"  # noqa: S104 - shown alone


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_it_says_plainly_when_nobody_else_reaches_it(app: Flask, host: str) -> None:
    found = root(app, host=host)
    assert found == "http://127.0.0.1:8000"
    assert reach.is_private(found)
    assert not reach.is_private("http://192.168.7.9:8000")


def test_it_draws_a_code_with_a_quiet_white_border() -> None:
    drawn = reach.qr("http://192.168.7.9:8000/workshops/ABCDEF")
    assert drawn.startswith("<svg")
    assert 'fill="#fff"' in drawn
    assert "style" not in drawn
