"""The database file: migrated first, one writer, errors in words."""

import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from quiz.store import database
from quiz.store.database import Store, StoreNewerError, StoreOpenError, StoreUnavailableError
from quiz.store.migrations import migrations


def test_it_opens_a_fresh_file_durably(tmp_path: Path) -> None:
    store = Store(tmp_path / "quiz.sqlite")
    with store.read() as db:
        assert db.journal_mode == "wal"
        assert {t.name for t in db.tables} >= {"banks", "attempts", "questions", "answers"}
        assert all(t.strict for t in db.tables if not t.name.startswith("_"))
    with store.write() as db:
        values = [
            db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("foreign_keys", "synchronous", "secure_delete")
        ]
    assert values == [1, 2, 1]
    store.close()


def test_it_rolls_back_whole_when_something_fails(tmp_path: Path) -> None:
    store = Store(tmp_path / "quiz.sqlite")
    row = {"hash": "h", "name": "n", "content": b"c"}

    def fail_half_way() -> None:
        with store.write() as db:
            db.table("banks").insert(row)
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fail_half_way()
    with store.read() as db:
        assert db.table("banks").count == 0
    store.close()


def test_it_reads_one_state_of_the_file_within_a_reading(tmp_path: Path) -> None:
    store = Store(tmp_path / "quiz.sqlite")
    with store.read() as db:
        before = db.table("banks").count
        with store.write() as writer:
            writer.table("banks").insert({"hash": "h", "name": "n", "content": b"c"})
        with store.read() as inside:
            assert inside.table("banks").count == before
    with store.read() as after:
        assert after.table("banks").count == before + 1
    store.close()


def test_it_refuses_to_write_through_a_reader(tmp_path: Path) -> None:
    store = Store(tmp_path / "quiz.sqlite")
    with pytest.raises(StoreUnavailableError), store.read() as db:
        db.execute("DELETE FROM banks")
    store.close()


def test_it_leaves_the_file_of_a_newer_version_untouched(tmp_path: Path) -> None:
    file = tmp_path / "quiz.sqlite"
    Store(file).close()
    with sqlite3.connect(file) as db:
        db.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('says-who', 'from_the_future', '2100')"
        )
    db.close()
    before = file.read_bytes()
    with pytest.raises(StoreNewerError, match="newer version"):
        Store(file)
    assert file.read_bytes() == before


def test_it_keeps_a_copy_before_it_migrates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "quiz.sqlite"
    copy = tmp_path / "quiz.before-migration.sqlite"
    Store(file).close()
    assert not copy.exists()
    later = Migrations("says-who")
    for migration in migrations.pending(Database(memory=True)):
        later(name=migration.name)(migration.fn)
    later(name="zz_later")(lambda db: db.table("zz").create({"id": int}))
    monkeypatch.setattr(database, "migrations", later)
    Store(file).close()
    assert "zz" in Database(file).table_names()
    assert "zz" not in Database(copy).table_names()
    assert "banks" in Database(copy).table_names()


def test_it_is_unavailable_in_words_while_another_process_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_WAIT", 0.1)
    file = tmp_path / "quiz.sqlite"
    store = Store(file)
    other = sqlite3.connect(file)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreUnavailableError), store.write():
        pass
    other.rollback()
    other.close()
    store.close()


def test_it_is_unavailable_when_all_readers_stay_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_WAIT", 0.1)
    monkeypatch.setattr(database, "_READERS", 1)
    store = Store(tmp_path / "quiz.sqlite")

    def read() -> None:
        with store.read():
            pass

    with store.read(), ThreadPoolExecutor(1) as another:
        assert isinstance(another.submit(read).exception(), StoreUnavailableError)
    with store.write(), pytest.raises(StoreUnavailableError), store.write():
        pass
    store.close()


def test_it_serves_many_threads(tmp_path: Path) -> None:
    store = Store(tmp_path / "quiz.sqlite")

    def add(number: int) -> None:
        with store.write() as db:
            db.table("banks").insert({"hash": str(number), "name": "n", "content": b""})
        with store.read() as db:
            assert db.table("banks").count > 0

    threads = [threading.Thread(target=add, args=(n,)) for n in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.read() as db:
        assert db.table("banks").count == 40
    store.close()


@pytest.mark.parametrize("make", [Path.mkdir, lambda file: file.write_text("no database" * 99)])
def test_it_says_when_the_file_cannot_be_opened(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    make(tmp_path / "quiz.sqlite")
    with pytest.raises(StoreOpenError, match="cannot be opened"):
        Store(tmp_path / "quiz.sqlite")
