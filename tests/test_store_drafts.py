"""Drafts and blind codings in the store: saved at every step, never overwritten silently."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.documents import Span
from quiz.drafts import Draft, describe, new_draft
from quiz.scale import Level
from quiz.store.coders import Coding, add_seat, codings_of, save_coding, seat_by_code, seats_of
from quiz.store.database import Store
from quiz.store.drafts import (
    DraftChangedError,
    UnknownDraftError,
    add_draft,
    delete_draft,
    get_draft,
    list_drafts,
    note_published,
    save_draft,
)

HOUSE = Path(__file__).parent.parent
DRAFT = new_draft("tea", "Tea", "en", "")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "quiz.sqlite")
    yield store
    store.close()


def renamed(title: str) -> Draft:
    return describe(DRAFT, title, "en", "", [])


def test_it_takes_numbers_too_large_to_be_kept_for_unknown_ones(store: Store) -> None:
    number = add_draft(store, DRAFT)
    with pytest.raises(UnknownDraftError):
        get_draft(store, 2**63)
    with pytest.raises(DraftChangedError):
        save_draft(store, number, 2**63, DRAFT)


def test_it_saves_a_draft_and_counts_its_versions(store: Store) -> None:
    number = add_draft(store, DRAFT)
    assert get_draft(store, number).draft == DRAFT
    assert save_draft(store, number, 1, renamed("Green tea")) == 2
    found = get_draft(store, number)
    assert (found.version, found.draft.bank.title) == (2, "Green tea")


def test_it_refuses_to_save_over_what_another_tab_saved(store: Store) -> None:
    number = add_draft(store, DRAFT)
    save_draft(store, number, 1, renamed("Alice"))
    with pytest.raises(DraftChangedError):
        save_draft(store, number, 1, renamed("Bob"))
    assert get_draft(store, number).draft.bank.title == "Alice"


def test_it_knows_no_draft_that_is_not_there(store: Store) -> None:
    with pytest.raises(UnknownDraftError):
        get_draft(store, 7)
    with pytest.raises(UnknownDraftError):
        save_draft(store, 7, 1, DRAFT)


def test_it_lists_drafts_the_newest_first_with_what_was_published(store: Store) -> None:
    first = add_draft(store, DRAFT)
    add_draft(store, new_draft("milk", "Milk", "en", ""))
    note_published(store, first, 3)
    assert [(d.title, d.published) for d in list_drafts(store)] == [("Milk", 0), ("Tea", 3)]


def test_it_deletes_a_draft_with_its_codings_only_in_the_version_seen(store: Store) -> None:
    number = add_draft(store, DRAFT)
    seat = add_seat(store, number, lambda: "ABC123")
    save_coding(store, seat, Coding("tea:s01", Span(0, 4), Level.WEAK))
    with pytest.raises(DraftChangedError):
        delete_draft(store, number, 2)
    delete_draft(store, number, 1)
    assert seat_by_code(store, "ABC123") is None
    assert list_drafts(store) == ()


def test_it_gives_each_coder_a_code_of_their_own(store: Store) -> None:
    number = add_draft(store, DRAFT)
    codes = iter(["AAAAAA", "AAAAAA", "BBBBBB"])
    first, second = (add_seat(store, number, lambda: next(codes)) for _ in range(2))
    assert (first.name, second.name, second.code) == ("Coder 1", "Coder 2", "BBBBBB")
    assert seats_of(store, number) == (first, second)
    with pytest.raises(RuntimeError):
        add_seat(store, number, lambda: "AAAAAA")


def test_it_keeps_the_last_of_several_codings(store: Store) -> None:
    seat = add_seat(store, add_draft(store, DRAFT), lambda: "AAAAAA")
    for level in (Level.NONE, Level.STRONG):
        save_coding(store, seat, Coding("tea:s01", Span(0, 4), level))
    assert codings_of(store, seat) == (Coding("tea:s01", Span(0, 4), Level.STRONG),)


SAVER = """
import sys
from pathlib import Path
from quiz.drafts import describe, new_draft
from quiz.store.database import Store
from quiz.store.drafts import add_draft, save_draft
store, draft = Store(Path(sys.argv[1])), new_draft("tea", "0", "en", "")
number, version = add_draft(store, draft), 1
while True:
    version = save_draft(store, number, version, describe(draft, str(version), "en", "", []))
    print(version, flush=True)
"""


def test_it_still_has_every_saved_step_after_being_killed(tmp_path: Path) -> None:
    file = tmp_path / "quiz.sqlite"
    with subprocess.Popen(
        [sys.executable, "-c", SAVER, str(file)], cwd=HOUSE, stdout=subprocess.PIPE, text=True
    ) as saver:
        assert saver.stdout is not None
        said = [saver.stdout.readline() for _ in range(5)]
        os.kill(saver.pid, signal.SIGKILL)
        said += saver.stdout.readlines()
    whole = [int(line) for line in said if line.endswith("\n")]
    store = Store(file)
    found = get_draft(store, 1)
    store.close()
    assert found.version in {whole[-1], whole[-1] + 1}
    assert found.draft.bank.title == str(found.version - 1)
