"""From draft to bank and out of the house: publish, take down, open again, import, download."""

from flask import Blueprint, Response, abort, redirect, url_for
from msgspec.structs import replace
from werkzeug.wrappers import Response as AnyResponse

from quiz import readiness
from quiz.archive import ArchiveError, pack, unpack
from quiz.bank import Bank
from quiz.codes import make_code
from quiz.drafts import Draft
from quiz.exports.annotations import annotations
from quiz.exports.gift import gift
from quiz.exports.moodle import moodle_xml
from quiz.fields import free_name
from quiz.store.coders import add_seat
from quiz.store.drafts import (
    DraftChangedError,
    StoredDraft,
    add_draft,
    get_draft,
    list_drafts,
    note_published,
    save_draft,
)
from quiz.web.guards import organisers_only
from quiz.web.services import services
from quiz.web.write_forms import ImportForm, TextForm
from quiz.web.write_pages import (
    coders_of,
    overview_page,
    published_version,
    room_page,
    sent_version,
)

blueprint = Blueprint("publishing", __name__, url_prefix="/write")
blueprint.before_request(organisers_only)

EXPORTS = {
    "zip": (pack, "application/zip", "zip"),
    "moodle": (moodle_xml, "application/xml", "moodle.xml"),
    "gift": (gift, "text/plain; charset=utf-8", "gift.txt"),
    "annotations": (annotations, "application/ld+json", "annotations.jsonld"),
}


@blueprint.post("/<int:number>/publish")
def publish(number: int) -> AnyResponse | tuple[str, int]:
    """Publish what is confirmed of a draft; what is served already stays the version it is."""
    stored = get_draft(services().store, number)
    if stored.version != sent_version():
        raise DraftChangedError
    if missing := readiness.obstacles(stored.draft):
        return overview_page(stored, errors=list(missing)), 422
    stored = _named(stored)
    served = published_version(stored)
    bank = readiness.publishable(stored.draft, coders_of(stored), served)
    if not served or bank != services().bank(bank.name):
        version = max(stored.published, served) + 1
        services().publish(replace(bank, version=version))
        note_published(services().store, number, version)
    return redirect(url_for("write.overview", number=number), 303)


@blueprint.post("/banks/<name>/take-down")
def take_down(name: str) -> AnyResponse:
    """Take a published bank down. Its draft, its files and sets under way stay."""
    if name not in services().own:
        abort(404)
    services().take_down(name)
    return redirect(url_for("write.room"), 303)


@blueprint.post("/banks/<name>/open")
def open_bank(name: str) -> AnyResponse:
    """Make a draft of a bank: of one's own to go on with it, of another as a copy."""
    bank = services().bank(name)
    draft = Draft(replace(bank, name=_free(bank)))
    published = bank.version if draft.bank.name == name else 0
    number = add_draft(services().store, draft, published)
    return redirect(url_for("write.overview", number=number), 303)


@blueprint.post("/import")
def import_bank() -> AnyResponse | tuple[str, int]:
    """Make a draft of a bank that somebody passed on as one file."""
    form = ImportForm()
    if form.validate():
        try:
            bank = unpack(form.archive.data.read())
        except ArchiveError as error:
            form.archive.errors = [str(error)]
        else:
            number = add_draft(services().store, Draft(replace(bank, name=_free(bank))))
            return redirect(url_for("write.overview", number=number), 303)
    return room_page(TextForm(formdata=None), form), 422


@blueprint.get("/banks/<name>/<any(zip, moodle, gift, annotations):kind>")
def download(name: str, kind: str) -> Response:
    """Send a bank as a file."""
    make, mimetype, ending = EXPORTS[kind]
    response = Response(make(services().bank(name)), content_type=mimetype)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    return response


@blueprint.post("/<int:number>/coders")
def invite(number: int) -> AnyResponse:
    """Make a code for one more person who codes blind."""
    stored = get_draft(services().store, number)
    add_seat(services().store, stored.id, lambda: make_code(services().rng))
    return redirect(url_for("write.overview", number=number) + "#coders", 303)


def _named(stored: StoredDraft) -> StoredDraft:
    """Return the draft under a name that no bank from elsewhere has."""
    bank = stored.draft.bank
    if bank.name not in services().banks.keys() - services().own:
        return stored
    draft = Draft(replace(bank, name=_free(bank)), stored.draft.dropped)
    version = save_draft(services().store, stored.id, stored.version, draft)
    return StoredDraft(stored.id, version, stored.published, draft)


def _free(bank: Bank) -> str:
    """Return the bank's name if a draft may have it, or one like it."""
    drafts = {line.name for line in list_drafts(services().store)}
    if bank.name in services().own and bank.name not in drafts:
        return bank.name
    return free_name(bank.name, drafts | services().banks.keys())
