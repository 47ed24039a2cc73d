"""The two secrets of an installation, made at first run and kept in its data folder.

One signs cookies and forms. The other, the organiser key, lets a person create workshops and write
questions; it is made to be read off a screen and typed.
"""

import os
import secrets
import tempfile
from dataclasses import dataclass, field
from errno import EACCES
from hmac import compare_digest
from pathlib import Path
from typing import Self

from quiz.errors import StartError

# Crockford's base 32: without I, L, O and U, so that nothing is taken for 1, 0 or V.
_SYMBOLS = "0123456789abcdefghjkmnpqrstvwxyz"
_GROUPS = 4
_GROUP_LENGTH = 4  # 16 symbols of 5 bits are 80 bits
_READ_ALIKE = str.maketrans({"o": "0", "i": "1", "l": "1"})
_SHORTEST = 16


class SecretKeysError(StartError):
    """The data folder or a secret in it cannot be used."""


@dataclass(frozen=True)
class SecretKeys:
    """The secrets, never shown by accident: their representation is empty."""

    session: str = field(repr=False)
    organiser: str = field(repr=False)

    @classmethod
    def of(cls, data: Path) -> Self:
        """Read the secrets of a data folder, and make folder and secrets where they are missing.

        Several processes may do so at once: all get the same. Raises `SecretKeysError`.
        """
        try:
            data.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not os.access(data, os.W_OK | os.X_OK):
                raise PermissionError(EACCES, os.strerror(EACCES))
            return cls(
                session=_kept(data / "secret_key", secrets.token_hex(32)),
                organiser=_kept(data / "organiser_key", typeable_key()),
            )
        except (OSError, UnicodeDecodeError) as error:
            why = getattr(error, "strerror", None) or "a key in it is not text"
            raise SecretKeysError(f"The data folder {data} cannot be used: {why}.") from error

    def is_organiser(self, typed: str) -> bool:
        """Whether somebody typed the organiser key, in any case, with any spaces and dashes."""
        return compare_digest(plain_key(typed).encode(), plain_key(self.organiser).encode())


def plain_key(typed: str) -> str:
    """Return a key as it counts: in small letters, without spaces and dashes, look-alikes read."""
    kept = "".join(char for char in typed.casefold() if char.isalnum())
    return kept.translate(_READ_ALIKE)


def typeable_key() -> str:
    """Return a fresh key of 80 bits that can be read off a screen and typed."""
    groups = (
        "".join(secrets.choice(_SYMBOLS) for _ in range(_GROUP_LENGTH)) for _ in range(_GROUPS)
    )
    return "-".join(groups)


def _kept(path: Path, fresh: str) -> str:
    """Return what the file holds; put ``fresh`` into it if it is not there yet."""
    if not path.exists():
        _put_once(path, fresh)
    if path.stat().st_mode & 0o077 and os.name == "posix":
        path.chmod(0o600)
    content = path.read_text(encoding="utf-8").strip()
    if len(content) < _SHORTEST:
        raise SecretKeysError(
            f"{path} holds no key: delete it, and the next start makes a new one."
        )
    return content


def _put_once(path: Path, content: str) -> None:
    """Create a file of mode 0600 whole, or leave the one that somebody else just made.

    A hard link appears with all its content or not at all, and never replaces a file.
    """
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(content + "\n")
            file.flush()
            os.fsync(file.fileno())
        Path(path).hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        Path(draft).unlink()
