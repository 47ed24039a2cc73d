"""Reviewing a draft: the article on one side, the key of one statement on the other."""

from collections.abc import Callable

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quiz import readiness, standard
from quiz.article import State, state_of, view
from quiz.documents import Document, Link, Statement
from quiz.drafts import (
    Draft,
    KeyFlawsError,
    UnknownStatementError,
    confirm,
    drop,
    statement_of,
    take_up,
)
from quiz.fields import DraftError
from quiz.placing import placed
from quiz.related import related
from quiz.reshaping import merge, split
from quiz.scale import CueKind, Role, Says
from quiz.store.drafts import StoredDraft, get_draft, save_draft
from quiz.web.guards import organisers_only
from quiz.web.key_fields import KeyFields, apply
from quiz.web.services import services
from quiz.web.write_pages import sent_version

blueprint = Blueprint("review", __name__, url_prefix="/write/<int:number>")
blueprint.before_request(organisers_only)

_MOST_COMPARED = 2000  # statements among which related ones are looked for, page by page


@blueprint.get("/next")
def next_statement(number: int) -> Response:
    """Lead to the statement most worth looking at next."""
    stored = get_draft(services().store, number)
    return _onward(stored.id, stored.draft, "")


@blueprint.get("/<document>/<entry>")
def statement(number: int, document: str, entry: str) -> str:
    """Show a statement's key beside its article."""
    stored = get_draft(services().store, number)
    _, found = statement_of(stored.draft, f"{document}:{entry}")
    return _page(stored, f"{document}:{entry}", KeyFields.of(found), {})


@blueprint.post("/<document>/<entry>")
def save(number: int, document: str, entry: str) -> Response | tuple[str, int]:
    """Save the key, then do what the button says and lead where it leads."""
    store, name = services().store, f"{document}:{entry}"
    before = get_draft(store, number)
    _, found = statement_of(before.draft, name)
    sent, confirmed = KeyFields.read(request.form), found.reviewed
    if _leads_on() and sent == KeyFields.of(found):
        return _led(number, document, entry, saved=None)
    fields = sent.following(found)
    draft, errors = apply(before.draft, name, fields)
    do = _DOINGS.get(request.form.get("do", "save"), _save)
    do = _replace if do is _save and confirmed else do
    try:
        after = draft if errors else do(draft, name)
    except DraftError as error:
        after, errors = draft, _reasons(error, do)
    if errors and confirmed:
        after = before.draft
    version = save_draft(store, number, sent_version(), after)
    if errors:
        stored = StoredDraft(number, version, before.published, after)
        return _page(stored, name, fields, errors), 422
    if do in _LEAVING:
        return _onward(number, after, name)
    return _led(number, document, entry, saved=entry)


@blueprint.get("/<document>/<entry>/preview")
def preview(number: int, document: str, entry: str) -> str:
    """Show a statement as the question it will be, with its answer."""
    stored = get_draft(services().store, number)
    bank = readiness.publishable(stored.draft)
    found = bank.statements.get(f"{document}:{entry}")
    if found is None:
        raise UnknownStatementError
    return render_template(
        "write/preview.html",
        stored=stored,
        bank=bank,
        document=bank.by_name[document],
        statement=found,
    )


def _save(draft: Draft, _name: str) -> Draft:
    return draft


def _replace(draft: Draft, name: str) -> Draft:
    """Save over a key that is confirmed: only a complete one may replace it."""
    confirm(draft, name)
    return draft


def _split(draft: Draft, name: str) -> Draft:
    """Split where the second part begins: at its offset, or at words typed."""
    document, found = statement_of(draft, name)
    at = request.form.get("split-at", type=int)
    if at is None:
        words, where = placed(
            document, found, request.form.get("split-words", ""), None, inside=True
        )
        at = found.text.index(words) if where is None else where
    return split(draft, name, at)


_DOINGS: dict[str, Callable[[Draft, str], Draft]] = {
    "save": _save,
    "confirm": confirm,
    "drop": drop,
    "take-up": take_up,
    "merge": merge,
    "split": _split,
}
_LEAVING = {confirm, drop}
_FOLDED: dict[Callable[[Draft, str], Draft], str] = {_split: "split-words", merge: "merge"}


def _reasons(error: DraftError, do: Callable[[Draft, str], Draft]) -> dict[str, str]:
    """Return what is wrong by field, or by number where it is about the key as a whole."""
    if field := _FOLDED.get(do):
        return {field: str(error)}
    reasons = error.reasons if isinstance(error, KeyFlawsError) else (str(error),)
    return {f"key-{n}": reason for n, reason in enumerate(reasons)}


def _onward(number: int, draft: Draft, after: str) -> Response:
    """Lead to the next statement to look at, or to the overview when none waits."""
    name = readiness.next_to_review(draft, after)
    if name is None:
        return redirect(url_for("write.overview", number=number), 303)
    document, _, entry = name.partition(":")
    return redirect(url_for(".statement", number=number, document=document, entry=entry), 303)


def _leads_on() -> bool:
    """Whether the button that was pressed only leads on, so that nothing need be saved."""
    return bool(request.form.get("go")) or request.form.get("do") in {"preview", "overview"}


def _led(number: int, document: str, entry: str, *, saved: str | None) -> Response:
    """Lead where the button leads: to another statement, the preview, the draft, or back."""
    do, go = request.form.get("do"), request.form.get("go") or entry
    if do == "overview":
        return redirect(url_for("write.overview", number=number, saved=saved), 303)
    page = ".preview" if do == "preview" else ".statement"
    address = url_for(page, number=number, document=document, entry=go, saved=saved)
    return redirect(address, 303)


def _said(draft: Draft, document: Document, current: Statement) -> str:
    """Return what the page says of the statement that was just saved, if one was."""
    saved = document.by_id.get(request.args.get("saved", ""))
    if saved is None or request.method != "GET":
        return ""
    which = "" if saved is current else f" statement {document.statements.index(saved) + 1}"
    state = state_of(draft, f"{document.name}:{saved.id}", saved)
    return f"Saved{which}{', not confirmed yet' if state is State.WAITING else ''}"


def _page(stored: StoredDraft, name: str, fields: KeyFields, errors: dict[str, str]) -> str:
    draft = stored.draft
    document, found = statement_of(draft, name)
    return render_template(
        "write/statement.html",
        stored=stored,
        bank=draft.bank,
        document=document,
        statement=found,
        name=name,
        fields=fields,
        errors=errors,
        view=view(draft, document, found),
        said=_said(draft, document, found),
        balance=readiness.balance(draft),
        proposed=name in readiness.proposals(draft),
        dropped=name in draft.dropped,
        suggested=_suggested_links(draft, name, fields),
        kinds=CueKind,
        roles=Role,
        says=Says,
        standard=standard,
    )


def _suggested_links(draft: Draft, name: str, fields: KeyFields) -> list[tuple[Link, Statement]]:
    """Return what other statements seem to say about this one, besides what is linked already."""
    bank = draft.bank
    if len(bank.statements) > _MOST_COMPARED:
        return []
    linked = {row.words for row in fields.links}
    links = related({d.name: d.statements for d in bank.documents}).get(name, ())
    return [(link, bank.statements[link.to]) for link in links if link.to not in linked]
