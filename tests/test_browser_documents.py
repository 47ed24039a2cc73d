"""The document and bank pages in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from harness.chromium import assert_accessible
from harness.nu import assert_valid_html
from harness.visitor import Visitor

PAGES = {
    "a document unshaded": "/documents/kratom/combating-withdrawal",
    "a document shaded": "/documents/kratom/what-the-studies-found?show=all",
    "the bank": "/documents/kratom",
    "privacy": "/privacy",
    "an error": "/documents/tea",
}


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_it_can_be_used_by_everybody_on_a_small_phone(
    open_page: Callable[..., Page], address: str
) -> None:
    page = open_page(viewport={"width": 320, "height": 640})
    page.goto(address)
    for summary in page.locator("summary").all():
        summary.click()
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_it_is_valid_html(client: Visitor) -> None:
    assert_valid_html({name: client.visit(address).html for name, address in PAGES.items()})


def test_a_link_into_a_document_leads_to_its_sentence(page: Page) -> None:
    page.goto("/documents/kratom/kratom-heart#s22")
    place = page.locator("#s22").bounding_box()
    assert place is not None
    assert 0 <= place["y"] < 600
