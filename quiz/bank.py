"""A bank: a folder of documents with their keys — read, checked, written, hashed.

A bank is refused whole, with file, entry and reason, when anything in it does not hold.
"""

import hashlib
import shutil
import tomllib
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import tomli_w
from msgspec import Struct, field

from quiz.checks import SLUG, Flaw, check_document
from quiz.documents import Document, Statement
from quiz.errors import StartError
from quiz.scale import Level

_T = TypeVar("_T")


class BankError(StartError):
    """A bank that cannot be used: which file, which entry, and why."""

    def __init__(self, file: Path | str, reason: str, entry: str = "") -> None:
        where = f"{file}, {entry}" if entry else f"{file}"
        super().__init__(f"{where}: {reason}")
        self.file, self.entry, self.reason = file, entry, reason


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
    head = _read_toml(file, _BankFile)
    if not SLUG.match(folder.name):
        raise BankError(folder, "a bank's name is made of small letters, digits, - and _")
    if not head.documents or len(set(head.documents)) != len(head.documents):
        raise BankError(file, "“documents” lists each document once, and at least one")
    documents = tuple(_read_document(folder, name) for name in head.documents)
    codings = folder / "codings.toml"
    coders = _read_toml(codings, _CodingFile).coders if codings.exists() else ()
    fields = msgspec.structs.asdict(head) | {"documents": documents}
    bank = Bank(name=folder.name, coders=coders, **fields)
    _check_names(bank, folder)
    return bank


def write_bank(bank: Bank, folder: Path) -> None:
    """Write a bank so that a reader finds the old one or the new one, never a mixture.

    ``folder`` is the bank's own folder. Raises BankError when the bank does not hold, OSError
    when the disk refuses; in both cases what stood there before still stands.
    """
    fresh, old = (folder.with_name(f".{folder.name}.{part}") for part in ("new", "old"))
    shutil.rmtree(fresh, ignore_errors=True)
    inner = fresh / folder.name
    inner.mkdir(parents=True)
    for name, content in _files(bank):
        (inner / name).write_bytes(content)
    read_bank(inner)
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    inner.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
    shutil.rmtree(fresh, ignore_errors=True)


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
    content = _read_bytes(folder / f"{name}.txt")
    head = _read_toml(file, _DocumentFile)
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


def _read_bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise BankError(file, f"cannot be read ({error.strerror})") from error


def _read_toml(file: Path, kind: type[_T]) -> _T:
    content: Mapping[str, Any] = {}
    try:
        content = tomllib.loads(_read_bytes(file).decode())
        return msgspec.convert(content, kind)
    except UnicodeDecodeError as error:
        raise BankError(file, f"not UTF-8 at byte {error.start}") from error
    except tomllib.TOMLDecodeError as error:
        raise BankError(file, f"not TOML: {error}") from error
    except msgspec.ValidationError as error:
        raise BankError(file, *_in_words(content, str(error))) from error


def _in_words(content: Mapping[str, Any], error: str) -> tuple[str, str]:
    """Return a validation error as reason and entry, with the entry's id in place of its index."""
    reason, _, path = error.partition(" - at `$")
    path = path.rstrip("`").lstrip(".")
    if not path.startswith("statement["):
        return reason, path
    index, _, rest = path.removeprefix("statement[").partition("]")
    entries = content.get("statement", [])
    entry = entries[int(index)] if index.isdigit() else {}
    name = entry.get("id", f"statement {index}") if isinstance(entry, dict) else path
    return (f"{rest.lstrip('.')}: {reason}" if rest else reason), str(name)


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


def _files(bank: Bank) -> Iterator[tuple[str, bytes]]:
    """Yield the names and contents of a bank's files."""
    head = {n: getattr(bank, n) for n in _BankFile.__struct_fields__ if n != "documents"}
    yield "bank.toml", _toml(_BankFile(documents=tuple(bank.by_name), **head))
    if bank.coders:
        yield "codings.toml", _toml(_CodingFile(coders=bank.coders))
    for document in bank.documents:
        head = {n: getattr(document, n) for n in _DocumentFile.__struct_fields__}
        yield f"{document.name}.toml", _toml(_DocumentFile(**head))
        yield f"{document.name}.txt", document.text.encode()


def _toml(content: Struct) -> bytes:
    return tomli_w.dumps(msgspec.to_builtins(content)).encode()
