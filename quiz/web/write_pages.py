"""The pages of the writing room that several actions lead back to, and what they show."""

from dataclasses import dataclass

from flask import render_template, request

from quiz import readiness
from quiz.bank import Coder
from quiz.changes import Changes
from quiz.drafts import LanguageError
from quiz.profile import Agreement, agreements, differing
from quiz.scale import Level
from quiz.store.coders import codings_of, seats_of
from quiz.store.drafts import StoredDraft, list_drafts
from quiz.web.coding import done_by
from quiz.web.services import services
from quiz.web.write_forms import DetailsForm, ImportForm, TextForm

_ABOUT = "A person, who coded blind: from the rules of the scale, seeing neither key nor draft."


@dataclass(frozen=True)
class Compared:
    """How far the confirmed keys of a draft and its blind codings agree."""

    figures: tuple[Agreement, ...]
    differing: list[tuple[str, dict[str, Level]]]


def sent_version() -> int:
    """Return the version of the draft that the sent page was made from."""
    return request.form.get("version", type=int) or 0


def refuse(form: TextForm | DetailsForm, error: Exception) -> None:
    """Note in a form what cannot be done, at the field that it is about."""
    wrong = form.language.errors if isinstance(error, LanguageError) else form.form_errors
    wrong.append(str(error))


def room_page(text: TextForm, archive: ImportForm) -> str:
    """Return the page of all drafts and banks."""
    drafts = list_drafts(services().store)
    taken = {line.name for line in drafts}
    banks = [bank for bank in services().banks.values() if bank.name not in taken]
    return render_template(
        "write/room.html",
        drafts=drafts,
        own=services().own,
        banks=banks,
        text=text,
        archive=archive,
    )


def overview_page(
    stored: StoredDraft,
    *,
    details: DetailsForm | None = None,
    text: TextForm | None = None,
    errors: list[str] | None = None,
) -> str:
    """Return the page of a draft as a whole."""
    draft, bank = stored.draft, stored.draft.bank
    data = {
        "title": bank.title,
        "language": bank.language,
        "notice": bank.notice,
        "help": "\n".join(bank.help),
    }
    seats = seats_of(services().store, stored.id)
    return render_template(
        "write/overview.html",
        stored=stored,
        draft=draft,
        readiness=readiness,
        details=details or DetailsForm(formdata=None, data=data),
        text=text or TextForm(formdata=None, language=bank.language),
        seats=[(seat, done_by(seat, draft)) for seat in seats],
        agreement=agreement_of(stored),
        published=published_version(stored),
        changes=changes_of(stored),
        errors=errors or [],
        said="Saved" if request.method == "GET" and "saved" in request.args else "",
    )


def published_version(stored: StoredDraft) -> int:
    """Return which version of a draft's bank is served, or 0."""
    name = stored.draft.bank.name
    return services().banks[name].version if name in services().own else 0


def changes_of(stored: StoredDraft) -> Changes:
    """Return what publishing a draft now changes in what is served of it."""
    name = stored.draft.bank.name
    served = services().banks[name] if name in services().own else None
    return Changes.between(served, readiness.publishable(stored.draft))


def agreement_of(stored: StoredDraft) -> Compared | None:
    """Return how far key and codings agree, or None when nobody has coded."""
    bank = readiness.publishable(stored.draft, coders_of(stored))
    figures = agreements(bank)
    return Compared(figures, differing(bank)) if figures else None


def coders_of(stored: StoredDraft) -> tuple[Coder, ...]:
    """Return the blind codings of what a draft's statements say now."""
    statements = stored.draft.bank.statements
    coders = []
    for seat in seats_of(services().store, stored.id):
        levels = {
            coding.statement: coding.level
            for coding in codings_of(services().store, seat)
            if coding.statement in statements and statements[coding.statement].span == coding.span
        }
        coders.append(Coder(name=seat.name, about=_ABOUT, levels=levels))
    return tuple(coders)
