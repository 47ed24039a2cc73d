"""The document as an X-ray, and the page about a bank."""

from harness.visitor import Visitor


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
