"""Errors as pages of our own: what happened, and a way on that exists."""

from unittest.mock import patch

import pytest
from flask import Flask

from harness.learning import START, begin, links, send
from harness.visitor import Page, Visitor
from quiz.store.database import StoreUnavailableError


@pytest.mark.parametrize("address", ["/nowhere", "/practise/bread", f"{START}/questions/x"])
def test_it_says_that_there_is_no_such_page(client: Visitor, address: str) -> None:
    page = client.visit(address)
    assert (page.status, page.heading) == (404, "There is no such page")
    assert client.visit(links(page).get("To the first page", START)).status == 200


def test_it_says_which_ways_a_page_can_be_reached(client: Visitor) -> None:
    response = client.post("/privacy", data={"csrf_token": client.visit(START).csrf_token})
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize(
    ("address", "page"),
    [("/organiser/resume", "/organiser"), ("/workshops/ABC234/votes", "/workshops/ABC234")],
)
def test_it_leads_from_where_only_forms_go_to_their_page(
    client: Visitor, address: str, page: str
) -> None:
    opened = client.visit(address)
    assert opened.status == 405
    assert links(opened)["To the page that it belongs to"] == page


def test_a_busy_store_asks_for_patience(client: Visitor) -> None:
    page = begin(client)
    with patch("quiz.web.practise.add_answer", side_effect=StoreUnavailableError):
        refused = send(client, page, statement=page.form().values["statement"], level=1, sure=1)
    assert (refused.status, refused.heading) == (503, "One moment, please")
    assert refused.response.headers["Retry-After"] == "5"
    assert links(refused)["To the sets of questions"] == START


def test_a_fault_of_ours_is_admitted_and_tells_nothing(app: Flask, client: Visitor) -> None:
    app.testing = False
    with patch("quiz.web.practise.SetForm", side_effect=RuntimeError("a secret")):
        page = Page(client.get(START))
    assert (page.status, page.heading) == (500, "Something went wrong here")
    assert "secret" not in page.html
