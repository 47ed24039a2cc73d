"""The one SQLite file: opened once, migrated first, one writer, a few readers.

Readers come from a small pool, because a room of phones keeps hundreds of threads and a
connection for each would use up the file handles. The writer is one connection behind a lock.
Connections stay open: closing the last one would checkpoint the log each time.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, LifoQueue
from threading import Lock, local

from sqlite_utils import Database

from quiz.errors import StartError
from quiz.store.migrations import migrations

_READERS = 8
_WAIT = 5.0  # seconds that a request waits for the writer or a reader


class StoreUnavailableError(Exception):
    """The store is busy or its disk is full: nothing was written, try again."""


class StoreNewerError(StartError):
    """The file was written by a newer version of the product; it is left untouched."""


class StoreOpenError(StartError):
    """The file cannot be opened."""


class Store:
    """The open database. Share one between all threads of a process."""

    def __init__(self, file: Path) -> None:
        """Open the file, making or migrating it first.

        Raises StoreNewerError when a newer version wrote it, and StoreOpenError when it cannot
        be opened.
        """
        self.file = file
        try:
            self._writer = _connect(file)
            _migrate(self._writer, file)
        except sqlite3.Error as error:
            raise StoreOpenError(f"The database {file} cannot be opened: {error}.") from error
        self._lock = Lock()
        self._readers: LifoQueue[Database | None] = LifoQueue()
        for _ in range(_READERS):
            self._readers.put(None)
        self._held = local()

    @contextmanager
    def write(self) -> Iterator[Database]:
        """Give the writer inside ``BEGIN IMMEDIATE``; commit at the end, or roll all back."""
        if not self._lock.acquire(timeout=_WAIT):
            raise StoreUnavailableError
        try:
            with _in_words():
                self._writer.execute("BEGIN IMMEDIATE")
                try:
                    yield self._writer
                    self._writer.execute("COMMIT")
                except BaseException:
                    self._writer.rollback()
                    raise
        finally:
            self._lock.release()

    @contextmanager
    def read(self) -> Iterator[Database]:
        """Give a connection for reading; what is read inside is one state of the file.

        Readings inside another one see the same state: a page can be made from one.
        """
        if held := getattr(self._held, "reader", None):
            yield held
            return
        try:
            reader = self._readers.get(timeout=_WAIT)
        except Empty:
            raise StoreUnavailableError from None
        try:
            with _in_words():
                reader = reader or _connect(self.file, read_only=True)
                reader.execute("BEGIN")
                self._held.reader = reader
                try:
                    yield reader
                finally:
                    self._held.reader = None
                    reader.rollback()
        finally:
            self._readers.put(reader)

    def checkpoint(self) -> None:
        """Copy the write-ahead log into the file and cut it to nothing."""
        with self._lock, _in_words():
            self._writer.execute("PRAGMA wal_checkpoint(truncate)")

    def close(self) -> None:
        """Close every connection. Nothing may be under way."""
        while not self._readers.empty():
            if reader := self._readers.get_nowait():
                reader.close()
        self._writer.close()


def _connect(file: Path, *, read_only: bool = False) -> Database:
    connection = sqlite3.connect(file, timeout=_WAIT, check_same_thread=False)
    db = Database(connection, strict=True, execute_plugins=False)
    for pragma in ("foreign_keys = on", "synchronous = full", "secure_delete = on"):
        db.execute(f"PRAGMA {pragma}")
    if read_only:
        db.execute("PRAGMA query_only = on")
    return db


def _migrate(db: Database, file: Path) -> None:
    known = {migration.name for migration in migrations.pending(Database(memory=True))}
    applied = {migration.name for migration in migrations.applied(db)}
    if applied - known:
        db.close()
        raise StoreNewerError(f"{file} was written by a newer version of Says Who?")
    if applied and known - applied:
        _back_up(db, file)
    db.enable_wal()
    migrations.apply(db)


def _back_up(db: Database, file: Path) -> None:
    db.execute("PRAGMA wal_checkpoint(truncate)")
    shutil.copy2(file, file.with_suffix(".before-migration.sqlite"))


@contextmanager
def _in_words() -> Iterator[None]:
    """Turn what SQLite says of a busy, full or lost file into our own error."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise StoreUnavailableError(str(error)) from error
