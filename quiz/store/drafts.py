"""Banks in work, saved at every step; a version number keeps two tabs from overwriting."""

from dataclasses import dataclass

import msgspec

from quiz.drafts import Draft
from quiz.store.database import Store

_LARGEST = 2**63 - 1  # that SQLite keeps


class UnknownDraftError(LookupError):
    """There is no such draft."""


class DraftChangedError(Exception):
    """The draft was changed since the page was made from which somebody now saves."""


@dataclass(frozen=True)
class DraftLine:
    """A draft as a list shows it. ``published`` is the version last published, or 0."""

    id: int
    title: str
    name: str
    published: int


@dataclass(frozen=True)
class StoredDraft:
    """A draft with its number and the version it is in."""

    id: int
    version: int
    published: int
    draft: Draft


def add_draft(store: Store, draft: Draft, published: int = 0) -> int:
    """Keep a new draft and return its number."""
    row = _columns(draft) | {"version": 1, "published": published}
    with store.write() as db:
        return int(str(db.table("drafts").insert(row).last_pk))


def list_drafts(store: Store) -> tuple[DraftLine, ...]:
    """Return every draft, the newest first."""
    query = "SELECT id, title, name, published FROM drafts ORDER BY id DESC"
    with store.read() as db:
        return tuple(DraftLine(*row) for row in db.execute(query).fetchall())


def get_draft(store: Store, number: int) -> StoredDraft:
    """Return a draft. Raises UnknownDraftError."""
    if abs(number) > _LARGEST:
        raise UnknownDraftError(number)
    query = "SELECT version, published, content FROM drafts WHERE id = ?"
    with store.read() as db:
        row = db.execute(query, [number]).fetchone()
    if row is None:
        raise UnknownDraftError(number)
    return StoredDraft(number, row[0], row[1], msgspec.json.decode(row[2], type=Draft))


def save_draft(store: Store, number: int, version: int, draft: Draft) -> int:
    """Save a draft that was read in this version; return the version it is in now.

    Raises DraftChangedError when somebody else saved it since, UnknownDraftError when it is gone.
    """
    query = (
        "UPDATE drafts SET version = version + 1, name = ?, title = ?, content = ?"
        " WHERE id = ? AND version = ?"
    )
    columns = _columns(draft)
    with store.write() as db:
        if not db.execute("SELECT 1 FROM drafts WHERE id = ?", [number]).fetchone():
            raise UnknownDraftError(number)
        if abs(version) > _LARGEST:
            raise DraftChangedError
        if db.execute(query, [*columns.values(), number, version]).rowcount == 0:
            raise DraftChangedError
    return version + 1


def note_published(store: Store, number: int, version: int) -> None:
    """Remember which version of a draft's bank was published last."""
    with store.write() as db:
        db.execute("UPDATE drafts SET published = ? WHERE id = ?", [version, number])


def delete_draft(store: Store, number: int, version: int) -> None:
    """Delete a draft with its codings. Raises DraftChangedError when it was changed since."""
    coders = "coder IN (SELECT id FROM coders WHERE draft = ?)"
    with store.write() as db:
        found = db.execute("SELECT version FROM drafts WHERE id = ?", [number]).fetchone()
        if found is None or found[0] != version:
            raise DraftChangedError
        db.table("codings").delete_where(coders, [number])
        db.table("coders").delete_where("draft = ?", [number])
        db.table("drafts").delete(number)


def _columns(draft: Draft) -> dict[str, object]:
    bank = draft.bank
    content = msgspec.json.encode(draft, order="deterministic")
    return {"name": bank.name, "title": bank.title, "content": content}
