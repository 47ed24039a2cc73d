"""The settings: every ``QUIZ_…`` variable of the environment, with its type, default and help.

Each is one field of `Settings`; its variable is ``QUIZ_`` and the field's name in capitals. The
table in the README is tested against `table`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple, Self
from urllib.parse import urlsplit

from quiz.errors import StartError

HOUSE = Path(__file__).resolve().parent.parent
_PREFIX = "QUIZ_"


class SettingsError(StartError):
    """A setting that is unknown or cannot be read."""


class Row(NamedTuple):
    """One setting as the documentation lists it."""

    variable: str
    default: str
    help: str


class _Kind(NamedTuple):
    """How a variable's text is read; ``parse`` raises ValueError at anything but ``expects``."""

    expects: str
    parse: Callable[[str], Any]


def _whole(low: int, high: int) -> _Kind:
    def parse(text: str) -> int:
        if not (text.isascii() and text.isdecimal() and low <= int(text) <= high):
            raise ValueError
        return int(text)

    return _Kind(f"a whole number from {low} to {high}", parse)


def _origin(text: str) -> str:
    if not re.fullmatch(
        r"https?://([\w.-]+|\[[\da-f:]+\])(:\d{1,5})?/?", text, re.ASCII | re.IGNORECASE
    ):
        raise ValueError
    return text.rstrip("/").lower()


_HOST = _Kind("the name or number of a host", str)
_FOLDER = _Kind("a folder", Path)
_ADDRESS = _Kind("an address such as https://quiz.example.org, without a path", _origin)


def _setting(default: Any, kind: _Kind, text: str) -> Any:  # noqa: ANN401 - like dataclasses.field
    return field(default=default, metadata={"kind": kind, "help": text})


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What whoever runs the quiz can choose."""

    host: str = _setting(
        "127.0.0.1", _HOST, "Address to listen on; `0.0.0.0` lets everybody on the same network in."
    )
    port: int = _setting(8000, _whole(0, 65535), "Port to listen on; `0` takes any free one.")
    data: Path = _setting(  # noqa: RUF009 - describes a field; nothing that can change
        HOUSE / "data", _FOLDER, "Folder of the database, the secret keys and your own banks."
    )
    questions: Path = _setting(  # noqa: RUF009 - the same
        HOUSE / "questions", _FOLDER, "Folder of the question banks."
    )
    public_url: str = _setting(
        "",
        _ADDRESS,
        "The one address at which people reach the quiz, such as `https://quiz.example.org`; "
        "no other is answered then, and https sends cookies over https alone.",
    )
    proxies: int = _setting(
        0, _whole(0, 9), "How many proxies stand in front and set the X-Forwarded headers."
    )
    threads: int = _setting(
        640, _whole(4, 4096), "Requests answered at once; each phone in a workshop holds one."
    )
    keep_days: int = _setting(
        7, _whole(1, 30), "Days after which the answers of a closed workshop are deleted."
    )
    max_upload: int = _setting(
        2, _whole(1, 32), "Largest article that can be uploaded, in megabytes."
    )

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> Self:
        """Read the settings; an empty variable counts as not set. Raises `SettingsError`."""
        given = {
            name: text.strip() for name, text in environment.items() if name.startswith(_PREFIX)
        }
        known = {_variable(each): each for each in fields(cls)}
        for name in sorted(given.keys() - known.keys()):
            close = get_close_matches(name, known, 1, cutoff=0.8)
            hint = f" Is {close[0]} meant?" if close else ""
            raise SettingsError(f"There is no setting {name}.{hint}")
        return cls(
            **{known[name].name: _parse(known[name], text) for name, text in given.items() if text}
        )

    @property
    def secure(self) -> bool:
        """Whether people reach the quiz by https, as its public address says."""
        return self.public_url.startswith("https:")

    @property
    def public_host(self) -> str:
        """Host and, where named, port of the public address; empty without one."""
        return urlsplit(self.public_url).netloc


def table() -> list[Row]:
    """List all settings in their order, for the documentation; folders begin at the house."""
    return [
        Row(_variable(each), _shown(each.default), each.metadata["help"])
        for each in fields(Settings)
    ]


def _shown(default: object) -> str:
    if isinstance(default, Path):
        return f"./{default.relative_to(HOUSE).as_posix()}"
    return str(default)


def _variable(each: Field[Any]) -> str:
    return _PREFIX + each.name.upper()


def _parse(each: Field[Any], text: str) -> Any:  # noqa: ANN401 - one of the three types of fields
    kind: _Kind = each.metadata["kind"]
    try:
        return kind.parse(text)
    except ValueError:
        raise SettingsError(f"{_variable(each)} must be {kind.expects}, not “{text}”.") from None
