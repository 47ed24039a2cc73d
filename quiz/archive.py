"""A bank as one file: a zip with its folder in it, packed, and unpacked with every suspicion.

What is not exactly such a file is refused whole, before anything of it is unpacked: limits on
size, number, names and ratio, no folders but the one, no links, nothing encrypted.
"""

import hashlib
import io
import re
import stat
import tempfile
import zipfile
import zlib
from pathlib import Path

from quiz.bank import SUMS, Bank, BankError, files_of, read_bank
from quiz.fields import DraftError

MOST_BYTES = 8 * 2**20
_MOST_FILES = 200
_MOST_UNPACKED = 32 * 2**20
_MOST_RATIO = 200  # text of natural language shrinks to a third, repetition to a hundredth
_RATIO_FROM = 2**20  # unpacked bytes below which the ratio does not matter
_NAME = re.compile(
    r"(?P<bank>[a-z0-9][a-z0-9_-]{0,63})/(?:[a-z0-9][a-z0-9_-]{0,63}\.(?:toml|txt)|SHA256SUMS)\Z"
)
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same bank is the same file, whenever it is packed
_ENCRYPTED = 0x1
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


class ArchiveError(DraftError):
    """A file that is not a bank as one file; nothing of it was kept."""


def pack(bank: Bank) -> bytes:
    """Return a bank as a zip of its folder; the same bank always gives the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files_of(bank):
            info = zipfile.ZipInfo(f"{bank.name}/{name}", _EPOCH)
            info.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def unpack(content: bytes) -> Bank:
    """Return the bank that a zip holds. Raises ArchiveError, in words, for anything else."""
    if len(content) > MOST_BYTES:
        raise ArchiveError(f"The file is too large: at most {MOST_BYTES // 2**20} MB")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = archive.infolist()
            name = _check(infos)
            return _read(archive, infos, name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError) as error:
        raise ArchiveError("This is not a zip file, or it is damaged") from error


def _check(infos: list[zipfile.ZipInfo]) -> str:
    """Check what a zip says of itself, before unpacking; return the bank's name."""
    if not 0 < len(infos) <= _MOST_FILES:
        raise ArchiveError(f"A bank has between one and {_MOST_FILES} files")
    for info in infos:
        _check_entry(info)
    if len({info.filename for info in infos}) < len(infos):
        raise ArchiveError("Two files in it have the same name")
    folders = {info.filename.partition("/")[0] for info in infos}
    if len(folders) > 1:
        raise ArchiveError("It holds more than one bank")
    if sum(info.file_size for info in infos) > _MOST_UNPACKED:
        raise ArchiveError(f"Unpacked it would be larger than {_MOST_UNPACKED // 2**20} MB")
    return folders.pop()


def _check_entry(info: zipfile.ZipInfo) -> None:
    shown = info.filename[:80]
    if info.orig_filename != info.filename or not _NAME.match(info.filename):
        raise ArchiveError(f"“{shown}” is no file of a bank")
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in {0, stat.S_IFREG}:
        raise ArchiveError(f"“{shown}” is no plain file")
    if info.flag_bits & _ENCRYPTED or info.compress_type not in _METHODS:
        raise ArchiveError(f"“{shown}” is encrypted or packed in an unusual way")
    swollen = info.file_size > _MOST_RATIO * max(info.compress_size, 1)
    if swollen and info.file_size > _RATIO_FROM:
        raise ArchiveError(f"“{shown}” would swell too much when unpacked")


def _read(archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo], name: str) -> Bank:
    files = {info.filename: _content(archive, info) for info in infos}
    _check_sums({file.partition("/")[2]: content for file, content in files.items()})
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / name
        place.mkdir()
        for file, content in files.items():
            (Path(folder) / file).write_bytes(content)
        try:
            return read_bank(place)
        except BankError as error:
            where = Path(error.file).name + (f", {error.entry}" if error.entry else "")
            raise ArchiveError(f"{where}: {error.reason}") from error


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Unpack one file, never more of it than it says it has."""
    with archive.open(info) as file:
        content = file.read(info.file_size + 1)
    if len(content) != info.file_size:
        raise ArchiveError(f"“{info.filename}” is not as long as the file says")
    return content


def _check_sums(files: dict[str, bytes]) -> None:
    """Check the content against its sums, where it brings them."""
    if SUMS not in files:
        return
    lines = files[SUMS].decode("ascii", "replace").splitlines()
    sums = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    others = {name: content for name, content in files.items() if name != SUMS}
    found = {name: hashlib.sha256(content).hexdigest() for name, content in others.items()}
    if sums != found:
        raise ArchiveError(f"The files are not those that {SUMS} names: something was changed")
