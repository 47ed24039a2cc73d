"""The document as an X-ray, and the page about a bank."""

from collections.abc import Callable

from harness.visitor import Visitor

ARTICLE = "/documents/kratom/combating-withdrawal"


def test_it_shows_the_whole_document_and_no_level_to_a_stranger(client: Visitor) -> None:
    page = client.visit(ARTICLE)
    assert page.heading == "Exploring the Role of Kratom in Combating Opioid Withdrawal Symptoms"
    assert "For me information on" in page.text
    assert not page.texts("span[@class='verdict']")


def test_it_shades_every_rated_sentence_when_asked(client: Visitor) -> None:
    page = client.visit(f"{ARTICLE}?show=all")
    assert len(page.texts("span[@class='verdict']")) == 19


def test_it_shades_only_what_was_answered_while_a_set_is_under_way(
    visitor: Callable[[], Visitor],
) -> None:
    bob = visitor()
    page = bob.submit(bob.visit("/practise/kratom"), {"size": "all", "form": "rate"})
    asked = page.form().values["statement"][0]
    document, _, entry = asked.partition(":")
    bob.submit(page, {"level": "0", "sure": "1"})
    page = bob.visit(f"/documents/kratom/{document}?show=all")
    assert len(page.texts("span[@class='verdict']")) == 1
    assert page.tree.find(f".//span[@id='{entry}']/span[@class='verdict']") is not None
    assert "in the middle of a set" in page.text


def test_it_tells_what_is_in_the_bank_and_who_coded_it(client: Visitor) -> None:
    page = client.visit("/documents/kratom")
    assert "A language model, not a person" in page.text
    assert "Key and Coder B" in page.text
    assert "Written for this quiz" in page.text


def test_what_does_not_exist_is_a_page_of_our_own(client: Visitor) -> None:
    for address in ("/documents/tea", "/documents/kratom/tea", "/documents/tea/tea"):
        page = client.visit(address)
        assert page.status == 404
        assert page.heading == "There is no such page"
