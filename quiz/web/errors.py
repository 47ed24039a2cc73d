"""Every error as a page of our own: what happened, and what to do now."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, Response, make_response, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from quiz.drafts import UnknownStatementError
from quiz.store.attempts import StaleAnswerError
from quiz.store.database import StoreUnavailableError
from quiz.store.drafts import DraftChangedError, UnknownDraftError, get_draft
from quiz.web.places import NoSetError
from quiz.web.services import services


@dataclass(frozen=True)
class Trouble:
    """The heading and the sentence of an error page."""

    title: str
    words: str


@dataclass(frozen=True)
class Way:
    """Where to go on from an error, and what the button says."""

    address: str
    words: str


_TROUBLES = {
    400: Trouble("That did not arrive whole", "Go back, reload the page, and try once more."),
    404: Trouble(
        "There is no such page", "The address may be mistyped, or what it led to is gone."
    ),
    405: Trouble(
        "This page is not reached that way", "Use the buttons on the page that it belongs to."
    ),
    409: Trouble(
        "This page was out of date",
        "The answer you sent belongs to a question that is over or already answered, perhaps in"
        " another tab. Nothing was changed, and your earlier answer stands.",
    ),
    413: Trouble(
        "That is too large",
        "Nothing of it was read. Go back, where what you typed still stands, and send less.",
    ),
    503: Trouble("One moment, please", "The quiz is busy. Nothing was lost: try again shortly."),
}
_UNKNOWN = Trouble("Something went wrong here", "It is not your fault. Please try again.")
_EXPIRED = Trouble(
    "This page is no longer good for sending",
    "A form is only good while this browser remembers who opened it, so that no stranger can"
    " answer for you. You may have pressed “forget me”, or cookies are off. Nothing was changed."
    " Begin again from the first page.",
)
_NO_SET = Trouble(
    "There is no set under way here",
    "This browser has no questions open. If you deleted your answers or cleared your cookies, the"
    " set went with them; a set begun elsewhere stays in that browser. You can begin a new one.",
)


def init_app(app: Flask) -> None:
    """Map every error to its page, once."""
    app.register_error_handler(NoSetError, lambda _error: page(404, _NO_SET))
    app.register_error_handler(CSRFError, lambda _error: page(400, _EXPIRED))
    app.register_error_handler(StaleAnswerError, lambda _error: page(409))
    app.register_error_handler(StoreUnavailableError, lambda _error: page(503))
    app.register_error_handler(UnknownDraftError, lambda _error: page(404))
    app.register_error_handler(UnknownStatementError, lambda _error: page(404))
    app.register_error_handler(DraftChangedError, lambda _error: _draft_changed())
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unexpected(app))


def page(status: int, trouble: Trouble | None = None) -> Response:
    """Return the page of an error, with its status."""
    trouble = trouble or _TROUBLES.get(status, _UNKNOWN)
    response = make_response(render_template("error.html", trouble=trouble, way=_way()), status)
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = "5"
    return response


def _way() -> Way:
    """Return the nearest page that still makes sense."""
    if isinstance(request.routing_exception, MethodNotAllowed):
        return _owner()
    bank = (request.view_args or {}).get("bank")
    if request.blueprint in {"practise", "report"} and bank in services().banks:
        return Way(url_for("practise.start", bank=bank), "To the sets of questions")
    return Way(url_for("pages.home"), "To the first page")


def _owner() -> Way:
    """Return the page that an address belongs to which was opened or sent to by mistake."""
    opened = request.method == "GET"
    own = request.path.rpartition("/")[0] if opened else request.path
    return Way(own or "/", "To the page that it belongs to")


def _draft_changed() -> Response:
    """Return the page that keeps what somebody sent to a draft that was changed meanwhile."""
    number = int((request.view_args or {})["number"])
    kept = request.form.items(multi=True)
    sent = [(name, value) for name, value in kept if name not in {"csrf_token", "version"}]
    version = get_draft(services().store, number).version
    content = render_template("write/changed.html", number=number, version=version, sent=sent)
    return make_response(content, 409)


def _http(error: HTTPException) -> Response:
    if error.response is not None or error.code is None or error.code < HTTPStatus.BAD_REQUEST:
        return make_response(error.get_response())
    response = page(error.code)
    if allowed := getattr(error, "valid_methods", None):
        response.headers["Allow"] = ", ".join(sorted(allowed))
    return response


def _unexpected(app: Flask):  # type: ignore[no-untyped-def]  # noqa: ANN202
    def handle(error: Exception) -> Response:
        app.logger.error("unexpected %s", type(error).__name__, exc_info=error)
        return page(500)

    return handle
