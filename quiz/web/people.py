"""Who is asking: a random number in a signed cookie, and nothing else about anybody."""

import secrets

from flask import session


def learner() -> str | None:
    """Return the number of the person who learns alone in this browser, or None."""
    found: str | None = session.get("learner")
    return found


def make_learner() -> str:
    """Return the person's number, giving one to a new person."""
    session.permanent = True
    return str(session.setdefault("learner", secrets.token_urlsafe(16)))


def forget() -> None:
    """Leave nothing in this browser that says who is asking."""
    session.clear()
