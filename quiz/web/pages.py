"""The pages around the quiz: home, privacy, health."""

from flask import Blueprint, render_template

from quiz.store.purge import FORGOTTEN_DAYS, SELF_STUDY_DAYS
from quiz.web.services import services

blueprint = Blueprint("pages", __name__)


@blueprint.get("/")
def home() -> str:
    """Say in two sentences what this is, show it on a statement, and lead into it."""
    banks = services().banks.values()
    shown = next((bank for bank in banks if bank.example), None)
    return render_template("home.html", banks=banks, bank=shown)


@blueprint.get("/privacy")
def privacy() -> str:
    """Say what is kept, for how long, and what cannot be prevented."""
    return render_template(
        "privacy.html",
        settings=services().settings,
        self_study_days=SELF_STUDY_DAYS,
        forgotten_days=FORGOTTEN_DAYS,
    )


@blueprint.get("/health")
def health() -> dict[str, str]:
    """Tell a monitor that the app and its store answer."""
    with services().store.read() as db:
        db.execute("SELECT 1")
    return {"status": "ok"}
