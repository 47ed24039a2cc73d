"""What the tests of the writing room share: an article, and Alice, who has the organiser key."""

from collections.abc import Callable

from flask import Flask

from harness.visitor import Page, Visitor
from quiz.documents import Statement
from quiz.store.drafts import get_draft
from quiz.web.services import Services

FIRST = "/write/1/tea-and-sleep/s02"
ARTICLE = (
    "What tea does\n\n"
    "Some people say that tea helps them sleep. Tea is a natural wonder for tired minds.\n\n"
    "In a 2021 trial of 400 adults in The Lancet, Dr Ann Lee of Leeds University found that"
    " green tea did not shorten the time to fall asleep. Experts believe that tea calms.\n\n"
    "Studies suggest that tea lowers blood pressure. Tea boosts the immune system.\n\n"
    "Subscribe to our newsletter\n"
)


def organiser(app: Flask, visitor: Visitor) -> Visitor:
    """Let somebody in as the organiser, through the door."""
    key = app.extensions["says_who"].keys.organiser
    door = visitor.visit("/write")
    fields = {"csrf_token": door.csrf_token, "key": key}
    room = visitor.post("/organiser?for=write", data=fields)
    assert room.location == "/write"
    return visitor


def begun(alice: Visitor, text: str = ARTICLE, title: str = "Tea and sleep") -> Page:
    """Begin a draft with an article; return its overview."""
    room = alice.visit("/write")
    return alice.submit(room, {"title": title, "text": text}, "/write/new")


def statements(house: Services, number: int = 1) -> dict[str, Statement]:
    return get_draft(house.store, number).draft.bank.statements


def key_of(**fields: str) -> dict[str, str]:
    """A whole key at None, to be sent with the page's form."""
    no = {"reason": "no", "reason-because": "It just says so.", "lift": "Say who found it."}
    return {"role": "effect", **no, "reason-words": "", "do": "save", **fields}


def confirmed(alice: Visitor, *entries: str) -> None:
    for entry in entries:
        page = alice.visit(f"/write/1/tea-and-sleep/{entry}")
        alice.submit(page, key_of(do="confirm"))


def publish(alice: Visitor) -> Page:
    page = alice.visit("/write/1")
    data = {"csrf_token": page.csrf_token, "version": version_of(page)}
    return Page(alice.post("/write/1/publish", data=data, follow_redirects=True))


def version_of(page: Page) -> str:
    found = page.tree.find(".//input[@name='version']")
    assert found is not None
    return found.get("value", "")


def coder(alice: Visitor, visitor: Callable[[], Visitor]) -> tuple[Visitor, Page]:
    """Somebody with a code that Alice made."""
    page = alice.submit(alice.visit("/write/1"), {}, "/write/1/coders")
    bob = visitor()
    code = page.texts("code")[-1]
    return bob, bob.submit(bob.visit("/write/code"), {"code": f" {code.lower()} "})
