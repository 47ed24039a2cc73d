"""Blind coding: what somebody with a code sees, and what comes of it."""

from collections.abc import Callable

from writing import FIRST, begun, coder, confirmed, publish

from harness.visitor import Visitor
from quiz.web.services import Services


def test_it_lets_somebody_code_blind_and_shows_how_far_they_agree(
    alice: Visitor, visitor: Callable[[], Visitor], house: Services
) -> None:
    begun(alice)
    confirmed(alice, "s02", "s03", "s05")
    bob, page = coder(alice, visitor)
    for level in ("0", "1", "3"):
        assert page.heading == "How well does this text back up this statement?"
        for secret in ("It just says so.", "Say who found it.", "our key", "checked"):
            assert secret not in page.html
        page = bob.submit(page, {"level": level})
    assert page.heading == "Thank you"
    overview = alice.visit("/write/1")
    assert "3 of 3" in overview.text
    assert "Quadratic kappa" in overview.text
    assert "Krippendorff’s alpha" in overview.text
    differing = overview.texts("ul[@class='differing']/li")
    assert len(differing) == 2
    assert differing[0].startswith("3 levels apart")
    publish(alice)
    coded = house.bank("tea-and-sleep").coders[0]
    assert (coded.name, sorted(coded.levels.values())) == ("Coder 1", [0, 1, 3])


def test_it_brings_a_coder_back_to_where_they_were(
    alice: Visitor, visitor: Callable[[], Visitor]
) -> None:
    begun(alice)
    confirmed(alice, "s02", "s03")
    bob, page = coder(alice, visitor)
    bob.submit(page, {"level": "2"})
    assert bob.visit("/write/code/next").path == "/write/code/2"
    assert bob.visit("/write/code/1").form().values["level"] == ["2"]
    assert "1 of 2" in bob.visit("/write/code/finished").text
    assert bob.get("/write/code/3").status_code == 404


def test_it_forgets_a_coding_when_the_words_of_its_statement_change(
    alice: Visitor, visitor: Callable[[], Visitor]
) -> None:
    begun(alice)
    confirmed(alice, "s02", "s03")
    bob, page = coder(alice, visitor)
    bob.submit(page, {"level": "2"})
    alice.submit(alice.visit(FIRST), {"do": "split", "split-words": "that tea"})
    confirmed(alice, "s02", "s02b")
    assert "0 of 3" in bob.visit("/write/code/finished").text


def test_it_needs_a_level_and_a_statement_that_is_there(
    alice: Visitor, visitor: Callable[[], Visitor]
) -> None:
    begun(alice)
    confirmed(alice, "s02")
    bob, page = coder(alice, visitor)
    assert bob.submit(page, {}).status == 422
    stale = {"csrf_token": page.csrf_token, "statement": "tea:s77", "level": "1"}
    assert bob.post("/write/code/1", data=stale).status_code == 409


def test_it_does_not_let_strangers_code(visitor: Callable[[], Visitor]) -> None:
    charlie = visitor()
    assert charlie.get("/write/code/1").status_code == 404
    for code in ("", "AAAAAA", "nonsense"):
        assert charlie.submit(charlie.visit("/write/code"), {"code": code}).status == 422
