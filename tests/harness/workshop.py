"""A workshop in a test: Alice leads it, others take part, all through the real pages."""

from dataclasses import dataclass

from flask import Flask

from harness.visitor import Fields, Page, Visitor


@dataclass(frozen=True)
class Led:
    """A workshop that Alice has begun and leads."""

    alice: Visitor
    code: str

    @property
    def host(self) -> Page:
        return self.alice.visit(f"/workshops/{self.code}/host")

    def step(self, *path: str) -> Page:
        """Let Alice take steps from her page, one after the other; return the last page."""
        page = self.host
        for to in path:
            page = self.alice.submit(page, {"to": to}, f"/workshops/{self.code}/phase")
            assert page.status == 200, (to, page.text)
        return page

    def room(self, person: Visitor) -> Page:
        """Return the page on somebody's phone."""
        return person.visit(f"/workshops/{self.code}")

    def join(self, person: Visitor) -> Page:
        """Let somebody join from the page that the QR code leads to."""
        return person.submit(self.room(person))

    def vote(self, person: Visitor, level: int = 1, sure: int = 2) -> Page:
        """Let somebody answer what their phone asks."""
        return person.submit(self.room(person), {"level": str(level), "sure": str(sure)})


def begin(app: Flask, alice: Visitor, fields: Fields | None = None) -> Led:
    """Let Alice type the organiser key and begin a workshop."""
    key = app.extensions["says_who"].keys.organiser
    setup = alice.submit(alice.visit("/organiser"), {"key": key}, "/organiser")
    assert setup.path == "/workshops/new", setup.text
    begun = alice.submit(setup, fields or {})
    assert begun.status == 200, begun.text
    return Led(alice, begun.path.split("/")[2])
