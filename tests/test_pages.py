"""The pages around the quiz: what they say, and that they lead only where there is something."""

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


def test_home_leads_to_workshops_and_to_writing(client: Visitor) -> None:
    page = links(client.visit("/"))
    assert page["Join a workshop"] == "/join"
    assert page["Run a workshop"] == "/workshops/new"
    assert page["Write questions"] == "/write"


def test_privacy_leads_to_forget_me(client: Visitor) -> None:
    assert links(client.visit("/privacy"))["Forget me"] == "/forget"


def test_health_is_plain(client: Visitor) -> None:
    assert client.get("/health").json == {"status": "ok"}
