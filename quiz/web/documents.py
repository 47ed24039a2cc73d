"""The documents of a bank: the article as an X-ray, and what is known about the bank."""

from flask import Blueprint, abort, render_template

from quiz.profile import agreements, differing, profile
from quiz.web.services import services

blueprint = Blueprint("documents", __name__, url_prefix="/documents")


@blueprint.get("/<bank>")
def bank_page(bank: str) -> str:
    """Show what is in a bank, and how far its codings agree."""
    found = services().bank(bank)
    return render_template(
        "documents/bank.html",
        bank=found,
        profiles={d.name: profile(d.statements) for d in found.documents},
        agreements=agreements(found),
        differing=differing(found),
    )


@blueprint.get("/<bank>/<document>", endpoint="xray")
def document(bank: str, document: str) -> str:
    """Show a whole document."""
    found = services().bank(bank)
    text = found.by_name.get(document) or abort(404)
    return render_template("documents/document.html", bank=found, document=text)
