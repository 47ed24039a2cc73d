"""The documents of a bank: the article as an X-ray, and what is known about the bank."""

from flask import Blueprint, abort, render_template, request

from quiz import charts
from quiz.bank import Bank
from quiz.documents import Statement
from quiz.profile import agreements, differing, profile
from quiz.store.attempts import attempts_of
from quiz.web import people
from quiz.web.services import services
from quiz.xray import xray

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
    """Show a whole document, shaded where this person has answered, or asked to be shown."""
    found = services().bank(bank)
    text = found.by_name.get(document) or abort(404)
    answered, under_way = _answered(found)
    everything = request.args.get("show") == "all" and not under_way

    def shows(statement: Statement) -> bool:
        return everything or f"{text.name}:{statement.id}" in answered

    shown = profile(s for s in text.statements if s.role.rateable and shows(s))
    return render_template(
        "documents/document.html",
        bank=found,
        document=text,
        paragraphs=xray(text, shows),
        shown=shown,
        sentence=charts.profile_sentence(shown.counts),
        chart=charts.profile("profile-chart", shown.counts),
        of=profile(text.statements).rated,
        everything=everything,
        under_way=under_way,
    )


def _answered(bank: Bank) -> tuple[set[str], bool]:
    """Return the statements this person answered, and whether a set is under way."""
    person = people.learner()
    attempts = attempts_of(services().store, person, bank.name) if person else ()
    names = {name for a in attempts for n in a.answers for name in a.questions[n - 1].name.split()}
    return names, bool(attempts) and not attempts[-1].finished
