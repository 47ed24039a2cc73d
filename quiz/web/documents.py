"""The documents of a bank: the article as an X-ray, and what is known about the bank."""

from flask import Blueprint, abort, render_template

from quiz.web.services import services

blueprint = Blueprint("documents", __name__, url_prefix="/documents")


@blueprint.get("/<bank>")
def bank_page(bank: str) -> str:
    """Show what is in a bank, and how far its codings agree."""
    return render_template("documents/bank.html", bank=services().bank(bank))


@blueprint.get("/<bank>/<document>")
def xray(bank: str, document: str) -> str:
    """Show a whole document, shaded where this person has answered."""
    found = services().bank(bank)
    shown = found.by_name.get(document) or abort(404)
    return render_template("documents/document.html", bank=found, document=shown)
