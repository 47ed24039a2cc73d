"""TOML files with one known content each: read with every error in words, and written."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import tomli_w
from msgspec import Struct

from quiz.errors import StartError

_T = TypeVar("_T")


class BankError(StartError):
    """A bank that cannot be used: which file, which entry, and why."""

    def __init__(self, file: Path | str, reason: str, entry: str = "") -> None:
        where = f"{file}, {entry}" if entry else f"{file}"
        super().__init__(f"{where}: {reason}")
        self.file, self.entry, self.reason = file, entry, reason


def read_bytes(file: Path) -> bytes:
    """Return what a file holds. Raises BankError."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise BankError(file, f"cannot be read ({error.strerror})") from error


def read_toml(file: Path, kind: type[_T]) -> _T:
    """Return what a TOML file holds. Raises BankError with file, entry and reason."""
    content: Mapping[str, Any] = {}
    try:
        content = tomllib.loads(read_bytes(file).decode())
        return msgspec.convert(content, kind)
    except UnicodeDecodeError as error:
        raise BankError(file, f"not UTF-8 at byte {error.start}") from error
    except msgspec.ValidationError as error:
        raise BankError(file, *_in_words(content, str(error))) from error
    except (ValueError, RecursionError) as error:
        raise BankError(file, f"not TOML: {error}") from error


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


def write_toml(content: Struct) -> bytes:
    """Return the content of a TOML file."""
    return tomli_w.dumps(msgspec.to_builtins(content)).encode()
