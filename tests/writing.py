"""What the tests of the writing room share: an article, and Alice, who has the organiser key."""

from flask import Flask

from harness.visitor import Page, Visitor

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
