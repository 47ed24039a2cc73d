"""The pages around the quiz: what they say, and that they lead only where there is something."""

import pytest
from flask import Blueprint, Flask

from harness.banks import kratom
from harness.learning import links
from harness.visitor import Visitor


def test_home_says_what_it_is_and_leads_in(client: Visitor) -> None:
    page = client.visit("/")
    [lead] = page.texts("p[@class='lead']")
    assert lead.count(". ") == 1  # two sentences
    assert links(page)["Practise"] == "/practise/kratom"
    assert kratom().statements[kratom().example].text in page.text
    assert links(page)["See how three questions settle it"] == "/practise/kratom/example"
    assert kratom().notice in page.text


def test_home_leads_only_where_there_is_something(client: Visitor) -> None:
    for told, address in links(client.visit("/")).items():
        assert address.startswith("#") or client.get(address).status_code < 400, told


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("Join a workshop", "/join"),
        ("Run a workshop", "/workshops/new"),
        ("Write questions", "/write"),
    ],
)
def test_home_offers_a_room_as_soon_as_there_is_one(
    app: Flask, client: Visitor, words: str, address: str
) -> None:
    if all(rule.rule != address for rule in app.url_map.iter_rules()):
        room = Blueprint("room", __name__)
        room.add_url_rule(address, "enter", lambda: "")
        app.register_blueprint(room)
    assert links(client.visit("/"))[words] == address


def test_home_offers_no_room_that_is_not_there(client: Visitor, app: Flask) -> None:
    app.jinja_env.globals["exists"] = lambda _address: False
    assert (
        not {"Join a workshop", "Run a workshop", "Write questions"}
        & links(client.visit("/")).keys()
    )


def test_privacy_leads_to_forget_me(client: Visitor) -> None:
    assert links(client.visit("/privacy"))["Forget me"] == "/forget"


def test_health_is_plain(client: Visitor) -> None:
    assert client.get("/health").json == {"status": "ok"}
