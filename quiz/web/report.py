"""The report on a set: what its answers come to, as a page and as files to keep."""

from flask import Blueprint, Response, render_template, url_for

from quiz import charts
from quiz.attempts import Attempt, Form
from quiz.exports.attempt import SCHEMA, attempt_csv, attempt_json
from quiz.results import Results
from quiz.scoring import Rating, Unavailable
from quiz.web.places import NoSetError, attempt_in, history, missed_in
from quiz.web.services import services

blueprint = Blueprint("report", __name__)


@blueprint.get("/practise/<bank>/report")
def page(bank: str) -> str:
    """Report on this person's current set, finished or not."""
    results = _results(bank)
    earlier = [Results(kept, attempt) for kept, attempt in history(bank)][-2::-1]
    return render_template(
        "practise/report.html",
        results=results,
        pictures=_pictures(results),
        schema=SCHEMA,
        missed=len(missed_in(results.bank)[results.attempt.form]),
        alike=[e for e in earlier if _alike(e.attempt, results.attempt)],
        different=[e for e in earlier if e.answered and not _alike(e.attempt, results.attempt)],
    )


@blueprint.get("/practise/<bank>/report.csv", endpoint="csv")
def csv_file(bank: str) -> Response:
    """Give this person their own results as a table."""
    return _download(
        attempt_csv(_results(bank)), "text/csv; charset=utf-8; header=present", f"{bank}.csv"
    )


@blueprint.get("/practise/<bank>/report.json", endpoint="json")
def json_file(bank: str) -> Response:
    """Give this person their own results as JSON, with a pointer to its schema."""
    response = _download(attempt_json(_results(bank)), "application/json", f"{bank}.json")
    response.headers["Link"] = f'<{url_for("static", filename=SCHEMA)}>; rel="describedby"'
    return response


def _results(bank: str) -> Results:
    """Return what this person's current set comes to. Raises NoSetError."""
    attempt = attempt_in(bank)
    if attempt is None:
        raise NoSetError
    return Results(services().bank_version(bank, attempt.bank_hash), attempt)


def _alike(a: Attempt, b: Attempt) -> bool:
    """Tell whether the figures of two sets can stand side by side: same form, same length."""
    return a.finished and b.finished and (a.form, len(a.questions)) == (b.form, len(b.questions))


def _pictures(results: Results) -> dict[str, charts.Chart]:
    """Return the pictures of a set by name, as far as there is something to draw."""
    report = results.report
    drawn: dict[str, charts.Chart | Unavailable] = {
        "calibration": charts.calibration("calibration", report.confidence)
    }
    match results.attempt.form:
        case Form.RATE:
            ratings = [r.outcome for r in results.answered if isinstance(r.outcome, Rating)]
            drawn = {
                "recognised": charts.recognised("recognised", report.recognition),
                "lean": charts.lean("lean", report.recognition),
                "levels": charts.answers("levels", ratings),
                **drawn,
            }
        case Form.COMPARE:
            drawn = {"compared": charts.compared("compared", report.compared), **drawn}
        case Form.SPOT:
            drawn = {"spotted": charts.spotted("spotted", report.spotted), **drawn}
    return {name: chart for name, chart in drawn.items() if isinstance(chart, charts.Chart)}


def _download(content: bytes, kind: str, name: str) -> Response:
    response = Response(content, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="says-who-{name}"'
    return response
