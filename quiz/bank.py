"""A bank: a folder of documents with their keys — read, checked, written, hashed.

A bank is refused whole, with file, entry and reason, when anything in it does not hold.
"""

import hashlib
import os
import shutil
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import msgspec
from msgspec import Struct, field

from quiz.checks import SLUG, Flaw, check_document
from quiz.documents import Document, Statement
from quiz.scale import Level
from quiz.toml_files import BankError, read_bytes, read_toml, write_toml

__all__ = ["Bank", "BankError", "Coder", "decode", "encode", "files_of", "read_bank", "read_banks"]
__all__ += ["SUMS", "recover", "write_bank"]

SUMS = "SHA256SUMS"


class Coder(Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody who coded statements blind: who or what it was, and the levels it gave."""

    name: str
    about: str
    levels: dict[str, Level]


class Bank(Struct, frozen=True, dict=True, omit_defaults=True):
    """Documents with their keys, ready to be asked about.

    Statements are named across the bank as ``document:id``.
    """

    name: str
    title: str
    language: str
    notice: str
    help: tuple[str, ...]
    documents: tuple[Document, ...]
    version: int = 1
    example: str = ""
    coders: tuple[Coder, ...] = ()

    @cached_property
    def by_name(self) -> dict[str, Document]:
        return {document.name: document for document in self.documents}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Every statement of the bank by its full name, in order."""
        return {f"{d.name}:{s.id}": s for d in self.documents for s in d.statements}

    @cached_property
    def served(self) -> dict[str, Statement]:
        """The statements that may be asked about: reviewed, rateable, not the example."""
        return {n: s for n, s in self.statements.items() if s.served and n != self.example}

    def document_of(self, name: str) -> Document:
        """Return the document of a statement's full name. Raises KeyError for a stranger."""
        return self.by_name[name.partition(":")[0]]

    @cached_property
    def hash(self) -> str:
        """The SHA-256 of the bank's content, as 64 hexadecimal digits."""
        return hashlib.sha256(encode(self)).hexdigest()


class _BankFile(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """bank.toml."""

    title: str
    language: str
    notice: str
    help: tuple[str, ...]
    documents: tuple[str, ...]
    version: int = 1
    example: str = ""


class _DocumentFile(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """<document>.toml."""

    title: str
    source: str
    sha256: str
    label: str = ""
    statements: tuple[Statement, ...] = field(default=(), name="statement")


class _CodingFile(Struct, frozen=True, forbid_unknown_fields=True):
    """codings.toml: blind codings of the bank's statements."""

    coders: tuple[Coder, ...] = field(default=(), name="coder")


def read_banks(folder: Path) -> dict[str, Bank]:
    """Read every bank in a folder, by name.

    Raises BankError for the first bank that does not hold, or when there is none.
    """
    names = sorted(p.parent.name for p in folder.glob("[!.]*/bank.toml"))
    if not names:
        raise BankError(folder, "there is no bank here (a folder with a bank.toml)")
    return {name: read_bank(folder / name) for name in names}


def read_bank(folder: Path) -> Bank:
    """Read and check one bank.

    Raises BankError with file, entry and reason when anything in it does not hold.
    """
    file = folder / "bank.toml"
    head = read_toml(file, _BankFile)
    if not SLUG.match(folder.name):
        raise BankError(folder, "a bank's name is made of small letters, digits, - and _")
    if not head.documents or len(set(head.documents)) != len(head.documents):
        raise BankError(file, "“documents” lists each document once, and at least one")
    documents = tuple(_read_document(folder, name) for name in head.documents)
    codings = folder / "codings.toml"
    coders = read_toml(codings, _CodingFile).coders if codings.exists() else ()
    fields = msgspec.structs.asdict(head) | {"documents": documents}
    bank = Bank(name=folder.name, coders=coders, **fields)
    _check_names(bank, folder)
    return bank


def write_bank(bank: Bank, folder: Path) -> None:
    """Write a bank so that a reader finds the old one or the new one, never a mixture.

    ``folder`` is the bank's own folder. When the power fails between the two renames, ``recover``
    finds what is missing. Raises BankError when the bank does not hold, OSError
    when the disk refuses; in both cases what stood there before still stands.
    """
    fresh, old = (folder.with_name(f".{folder.name}.{part}") for part in ("new", "old"))
    shutil.rmtree(fresh, ignore_errors=True)
    inner = fresh / folder.name
    inner.mkdir(parents=True)
    for name, content in files_of(bank):
        _write_through(inner / name, content)
    read_bank(inner)
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    inner.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
    shutil.rmtree(fresh, ignore_errors=True)


def recover(folder: Path) -> None:
    """Bring back each bank of a folder whose writing was cut off between two renames."""
    for old in folder.glob(".*.old"):
        place = old.with_name(old.name[1:].removesuffix(".old"))
        if place.exists():
            shutil.rmtree(old)
        else:
            old.rename(place)


def _write_through(file: Path, content: bytes) -> None:
    """Write a file so that it is on the disk before anything points to it."""
    with file.open("wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())


def encode(bank: Bank) -> bytes:
    """Return a bank as JSON: the form in which a version is kept while attempts use it."""
    return msgspec.json.encode(bank, order="deterministic")


def decode(content: bytes) -> Bank:
    """Return the bank that ``encode`` made the content from."""
    return msgspec.json.decode(content, type=Bank)


def _read_document(folder: Path, name: str) -> Document:
    file = folder / f"{name}.toml"
    if not SLUG.match(name):
        raise BankError(folder / "bank.toml", f"“{name}” cannot name a document")
    content = read_bytes(folder / f"{name}.txt")
    head = read_toml(file, _DocumentFile)
    if hashlib.sha256(content).hexdigest() != head.sha256:
        raise BankError(file, f"the sha256 is not that of {name}.txt")
    try:
        document = Document(name=name, text=content.decode(), **msgspec.structs.asdict(head))
        check_document(document)
    except UnicodeDecodeError as error:
        raise BankError(folder / f"{name}.txt", f"not UTF-8 at byte {error.start}") from error
    except Flaw as flaw:
        raise BankError(file, flaw.reason, flaw.entry) from flaw
    return document


def _check_names(bank: Bank, folder: Path) -> None:
    """Check everything that names a statement: links, the example, codings."""
    for name, statement in bank.statements.items():
        document, _, entry = name.partition(":")
        for link in statement.links:
            if link.to not in bank.statements or link.to == name:
                reason = f"the link leads to “{link.to}”, which is no other statement of the bank"
                raise BankError(folder / f"{document}.toml", reason, entry)
    example = bank.statements.get(bank.example)
    if bank.example and not (example and example.served):
        reason = f"the example “{bank.example}” is not a reviewed statement with a key"
        raise BankError(folder / "bank.toml", reason)
    for coder in bank.coders:
        for name in coder.levels:
            if name not in bank.statements:
                reason = f"“{name}” is no statement of the bank"
                raise BankError(folder / "codings.toml", reason, coder.name)


def files_of(bank: Bank) -> Iterator[tuple[str, bytes]]:
    """Yield the names and contents of a bank's files, last the sums of all others."""
    files = dict(_content_files(bank))
    yield from files.items()
    sums = (f"{hashlib.sha256(content).hexdigest()}  {n}\n" for n, content in files.items())
    yield SUMS, "".join(sums).encode()


def _content_files(bank: Bank) -> Iterator[tuple[str, bytes]]:
    head = {n: getattr(bank, n) for n in _BankFile.__struct_fields__ if n != "documents"}
    yield "bank.toml", write_toml(_BankFile(documents=tuple(bank.by_name), **head))
    if bank.coders:
        yield "codings.toml", write_toml(_CodingFile(coders=bank.coders))
    for document in bank.documents:
        head = {n: getattr(document, n) for n in _DocumentFile.__struct_fields__}
        yield f"{document.name}.toml", write_toml(_DocumentFile(**head))
        yield f"{document.name}.txt", document.text.encode()
