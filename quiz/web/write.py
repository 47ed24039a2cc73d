"""The writing room: every draft, and one draft as a whole. Behind the organiser key."""

import re
from textwrap import shorten

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from quiz.builder import draft as suggest
from quiz.drafts import Draft, add_document, describe, new_draft, remove_document
from quiz.fields import LONGEST_LINE, DraftError, free_name
from quiz.intake import IntakeError, Kept, read_file, read_pasted
from quiz.store.drafts import (
    StoredDraft,
    add_draft,
    delete_draft,
    get_draft,
    list_drafts,
    save_draft,
)
from quiz.web.guards import organisers_only
from quiz.web.services import services
from quiz.web.write_forms import DetailsForm, ImportForm, TextForm
from quiz.web.write_pages import overview_page, refuse, room_page, sent_version

blueprint = Blueprint("write", __name__, url_prefix="/write")
blueprint.before_request(organisers_only)


@blueprint.get("")
def room() -> str:
    """Show the drafts and banks, and how to begin."""
    return room_page(TextForm(formdata=None), ImportForm(formdata=None))


@blueprint.post("/new")
def new() -> Response | tuple[str, int]:
    """Begin a draft from an article."""
    form = TextForm()
    try:
        draft = _with_text(None, form)
    except (DraftError, IntakeError) as error:
        refuse(form, error)
    if form.errors:
        return room_page(form, ImportForm(formdata=None)), 422
    number = add_draft(services().store, draft)
    return redirect(url_for(".overview", number=number), 303)


@blueprint.get("/<int:number>")
def overview(number: int) -> str:
    """Show how far a draft is and what the set will be like."""
    return overview_page(get_draft(services().store, number))


@blueprint.post("/<int:number>/details")
def details(number: int) -> Response | tuple[str, int]:
    """Change what stands around the questions."""
    stored, form = get_draft(services().store, number), DetailsForm()
    if form.validate():
        data = form.title.data, form.language.data, form.notice.data or ""
        try:
            return _saved(stored, form.version.data, describe(stored.draft, *data, form.lines))
        except DraftError as error:
            refuse(form, error)
    return overview_page(stored, details=form), 422


@blueprint.post("/<int:number>/documents")
def add(number: int) -> Response | tuple[str, int]:
    """Add an article to a draft."""
    stored, form = get_draft(services().store, number), TextForm()
    try:
        draft = _with_text(stored.draft, form)
    except (DraftError, IntakeError) as error:
        refuse(form, error)
    if form.errors:
        return overview_page(stored, text=form), 422
    return _saved(stored, sent_version(), draft)


@blueprint.post("/<int:number>/documents/<document>/remove")
def remove(number: int, document: str) -> Response:
    """Take an article out of a draft."""
    stored = get_draft(services().store, number)
    return _saved(stored, sent_version(), remove_document(stored.draft, document))


@blueprint.post("/<int:number>/delete")
def delete(number: int) -> Response | tuple[str, int]:
    """Delete a draft; what is published of it stays."""
    stored = get_draft(services().store, number)
    if not request.form.get("sure"):
        return overview_page(stored, errors=["Tick the box if the draft is to be deleted"]), 422
    delete_draft(services().store, number, sent_version())
    return redirect(url_for(".room"), 303)


def _with_text(draft: Draft | None, form: TextForm) -> Draft:
    """Return the draft, or a new one, with the article of the form. Raises in words."""
    if not form.validate():
        return draft or new_draft("draft", "Draft", "en", "")
    kept = _read(form)
    suggested = suggest(kept.text)
    first = _HEADING_MARKS.sub("", suggested[0].text) if suggested else ""
    title = form.title.data or kept.title[:LONGEST_LINE] or shorten(first, 80, placeholder=" …")
    if draft is None:
        draft = new_draft(_free(title), title, form.language.data, _NOTICE)
    return add_document(draft, title, form.source.data or "", kept.text, suggested)


def _read(form: TextForm) -> Kept:
    """Return the text handed in. Browsers send pasted lines with CR LF; they end with LF here."""
    limit = services().settings.max_upload * 2**20
    if upload := form.upload:
        return read_file(*upload, limit)
    return read_pasted((form.text.data or "").replace("\r\n", "\n"), limit)


def _saved(stored: StoredDraft, version: int, draft: Draft) -> Response:
    save_draft(services().store, stored.id, version, draft)
    return redirect(url_for(".overview", number=stored.id, saved=1), 303)


def _free(title: str) -> str:
    drafts = {line.name for line in list_drafts(services().store)}
    return free_name(title, drafts | services().banks.keys())


_HEADING_MARKS = re.compile(r"\A#{1,6}\s+")  # of Markdown; they are no part of a title
_NOTICE = "Before you act on what you read here, ask somebody who knows the subject."
