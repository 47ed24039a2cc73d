"""Who may pass: rooms for organisers send everybody else to the door."""

from flask import redirect
from werkzeug.wrappers import Response

from quiz.web import people


def organisers_only() -> Response | None:
    """Lead whoever has not typed the organiser key to where it is asked for."""
    return None if people.is_organiser() else redirect("/organiser?for=write", 303)
