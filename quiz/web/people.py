"""Who is asking: a random number in a signed cookie, and nothing else about anybody."""

import hashlib
import secrets
from hmac import compare_digest

from flask import session

from quiz.programme import Workshop
from quiz.store.workshops import is_host_key
from quiz.web.services import services

_KEPT = 20  # workshops that a browser remembers: a cookie has room for 4096 bytes


def learner() -> str | None:
    """Return the number of the person who learns alone in this browser, or None."""
    found: str | None = session.get("learner")
    return found


def make_learner() -> str:
    """Return the person's number, giving one to a new person."""
    session.permanent = True
    return str(session.setdefault("learner", secrets.token_urlsafe(16)))


def parts() -> list[tuple[str, str]]:
    """Return the workshops that this browser takes part in, each with its number there."""
    return [(workshop, number) for workshop, number in session.get("parts", ())]


def forget() -> None:
    """Leave nothing in this browser that says who answered; who leads a workshop still does."""
    for kept in ("learner", "parts"):
        session.pop(kept, None)
    if session.keys() <= {"csrf_token", "_permanent"}:
        session.clear()


def is_organiser() -> bool:
    """Whether somebody typed the organiser key in this browser; a new key ends it."""
    kept = str(session.get("organiser", ""))
    return compare_digest(kept, _fingerprint(services().keys.organiser))


def make_organiser() -> None:
    """Remember that the organiser key was typed here."""
    session.permanent = True
    session["organiser"] = _fingerprint(services().keys.organiser)


def host_key(workshop: Workshop) -> str | None:
    """Return the key with which this browser leads a workshop, or None for everybody else."""
    key = _remembered("hosting", workshop)
    return key if key and is_host_key(workshop, key) else None


def make_host(workshop: Workshop, key: str) -> None:
    """Let this browser lead a workshop, and no longer take part in it."""
    _remember("hosting", workshop, key)
    session["parts"] = _others("parts", workshop)


def participant_number(workshop: Workshop) -> str | None:
    """Return the number under which this browser takes part in a workshop, or None."""
    return _remembered("parts", workshop)


def make_participant(workshop: Workshop, number: str) -> None:
    """Let this browser take part in a workshop under a number."""
    _remember("parts", workshop, number)


def _remembered(role: str, workshop: Workshop) -> str | None:
    return dict(session.get(role, ())).get(workshop.id)


def _remember(role: str, workshop: Workshop, value: str) -> None:
    session.permanent = True
    session[role] = [*_others(role, workshop)[1 - _KEPT :], [workshop.id, value]]


def _others(role: str, workshop: Workshop) -> list[list[str]]:
    return [pair for pair in session.get(role, ()) if pair[0] != workshop.id]


def _fingerprint(key: str) -> str:
    return hashlib.sha256(f"organiser {key}".encode()).hexdigest()[:32]
