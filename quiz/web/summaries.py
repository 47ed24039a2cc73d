"""The anonymous summaries: of a workshop for its host, of a month for the organiser.

Every rendering comes from the one summary that is stored, so that page and files never differ.
"""

from datetime import date

from flask import Blueprint, Response, abort, make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response as Answer

from quiz.bank import Bank
from quiz.disclosure import Summary
from quiz.exports import summary as texts
from quiz.store.summaries import (
    NoSummaryError,
    months_finished,
    summary_of_month,
    summary_of_workshop,
)
from quiz.store.summary_file import summary_sqlite
from quiz.web import people
from quiz.web.screens import find_hosted
from quiz.web.services import services

blueprint = Blueprint("summaries", __name__)


KINDS = {
    "csv": ("text/csv; charset=utf-8", texts.summary_csv),
    "json": ("application/json", texts.summary_json),
    "sqlite": ("application/vnd.sqlite3", summary_sqlite),
}


@blueprint.get("/workshops/<code>/summary")
def of_workshop(code: str) -> str | Answer | tuple[str, int]:
    """Show what leaves a workshop, once it is closed."""
    workshop = find_hosted(code)
    summary = summary_of_workshop(services().store, workshop)
    if summary is None:
        return render_template("summaries/open.html", code=workshop.code), 409
    return _page(summary, url_for(".of_workshop", code=workshop.code))


@blueprint.get("/workshops/<code>/summary.<any(csv, json, sqlite):kind>")
def of_workshop_as(code: str, kind: str) -> Answer | tuple[str, int]:
    """Send what leaves a workshop as a file."""
    workshop = find_hosted(code)
    summary = summary_of_workshop(services().store, workshop)
    if summary is None:
        return render_template("summaries/open.html", code=workshop.code), 409
    return _file(summary, kind, f"says-who-{workshop.code.lower()}")


@blueprint.get("/organiser/months")
def months() -> str | Answer:
    """List the months of learning alone that can be summed up."""
    if not people.is_organiser():
        return redirect(f"{url_for('organise.organiser')}?for=months", 303)
    found = {b: months_finished(services().store, b, _this_month()) for b in services().banks}
    return render_template("summaries/months.html", banks=services().banks, months=found)


@blueprint.get("/organiser/months/<bank>/<month>")
def of_month(bank: str, month: str) -> str:
    """Show what leaves a month of learning alone."""
    return _page(_month(bank, month), url_for(".of_month", bank=bank, month=month))


@blueprint.get("/organiser/months/<bank>/<month>.<any(csv, json, sqlite):kind>")
def of_month_as(bank: str, month: str, kind: str) -> Answer:
    """Send what leaves a month of learning alone as a file."""
    return _file(_month(bank, month), kind, f"says-who-{bank}-{month}")


def _month(bank: str, month: str) -> Summary:
    """Return the summary of a month for the organiser; for everybody else it is not there."""
    if not people.is_organiser():
        abort(404)
    try:
        return summary_of_month(services().store, bank, month, services().today())
    except NoSummaryError:
        abort(404)


def _this_month() -> str:
    today: date = services().today()
    return today.isoformat()[:7]


def _page(summary: Summary, address: str) -> str:
    return render_template(
        "summaries/summary.html",
        bank=_bank(summary),
        summary=summary,
        about=texts.about(summary),
        levels=texts.LEVELS,
        files={kind: f"{address}.{kind}" for kind in KINDS},
    )


def _bank(summary: Summary) -> Bank | None:
    """Return the version of the bank that was asked, for its notice, while it is kept."""
    try:
        return services().bank_version(summary.occasion.bank, summary.occasion.sha256)
    except KeyError:
        return None


def _file(summary: Summary, kind: str, name: str) -> Answer:
    mimetype, render = KINDS[kind]
    response: Response = make_response(render(summary))
    response.headers["Content-Type"] = mimetype
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return response
