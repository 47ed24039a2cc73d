"""A bank as one file: packed and unpacked the same, and anything else refused whole."""

import io
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz import archive
from quiz.archive import ArchiveError, pack, unpack
from quiz.bank import Bank, read_bank

KRATOM = read_bank(Path(__file__).parent.parent / "questions" / "kratom")


def entries(bank: Bank = KRATOM) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(pack(bank))) as opened:
        return {info.filename: opened.read(info) for info in opened.infolist()}


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as opened:
        for name, content in files.items():
            opened.writestr(name, content)
    return buffer.getvalue()


def zipped_info(info: zipfile.ZipInfo, content: bytes = b"x") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as opened:
        opened.writestr(info, content)
    return buffer.getvalue()


def test_it_unpacks_what_it_packed() -> None:
    again = unpack(pack(KRATOM))
    assert again == KRATOM
    assert again.hash == KRATOM.hash


def test_it_packs_the_same_bank_into_the_same_bytes() -> None:
    assert pack(KRATOM) == pack(unpack(pack(KRATOM)))


def test_it_takes_a_bank_zipped_by_hand_without_sums() -> None:
    files = entries()
    del files["kratom/SHA256SUMS"]
    assert unpack(zipped(files)) == KRATOM


@pytest.mark.parametrize(
    "name",
    [
        "../kratom/bank.toml",
        "/etc/bank.toml",
        "kratom/../../bank.toml",
        "kratom/sub/bank.toml",
        "kratom\\bank.toml",
        "C:/bank.toml",
        "kratom/.hidden.toml",
        "kratom/run.sh",
        "kratom/",
        "bank.toml",
        "kratom/CON\0.toml",
        "Kratom/bank.toml",
    ],
)
def test_it_refuses_names_that_lead_elsewhere_or_are_no_part_of_a_bank(name: str) -> None:
    with pytest.raises(ArchiveError, match="no file of a bank"):
        unpack(zipped({**entries(), name: b""}))


def test_it_refuses_links_and_other_things_that_are_no_files() -> None:
    for kind in (stat.S_IFLNK, stat.S_IFDIR, stat.S_IFIFO):
        info = zipfile.ZipInfo("kratom/bank.toml")
        info.external_attr = (kind | 0o777) << 16
        with pytest.raises(ArchiveError, match="no plain file"):
            unpack(zipped_info(info, b"/etc/passwd"))


def test_it_refuses_what_is_encrypted_or_packed_in_an_unusual_way() -> None:
    with pytest.raises(ArchiveError, match="unusual way"):
        unpack(zipped({"kratom/bank.toml": b"x"}, zipfile.ZIP_BZIP2))
    content = bytearray(zipped({"kratom/bank.toml": b"x"}))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(ArchiveError, match="encrypted"):
        unpack(bytes(content))


def test_it_refuses_a_bomb_before_unpacking_it() -> None:
    with pytest.raises(ArchiveError, match="swell"):
        unpack(zipped({"kratom/bank.toml": b" " * (4 * 2**20)}))
    many = {f"kratom/a{n}.txt": bytes(range(256)) * 2 * 2**10 for n in range(80)}
    with pytest.raises(ArchiveError, match="larger than"):
        unpack(zipped(many))


def test_it_refuses_too_many_files_none_and_too_large_a_file() -> None:
    with pytest.raises(ArchiveError, match="between one and"):
        unpack(zipped({f"kratom/a{n}.txt": b"" for n in range(201)}))
    with pytest.raises(ArchiveError, match="between one and"):
        unpack(zipped({}))
    with pytest.raises(ArchiveError, match="too large"):
        unpack(b"x" * (archive.MOST_BYTES + 1))


def test_it_refuses_two_banks_and_two_files_of_one_name() -> None:
    with pytest.raises(ArchiveError, match="more than one bank"):
        unpack(zipped({"a/bank.toml": b"", "b/bank.toml": b""}))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as opened:
        opened.writestr("a/bank.toml", b"")
        with pytest.warns(UserWarning, match="Duplicate name"):
            opened.writestr("a/bank.toml", b"")
    with pytest.raises(ArchiveError, match="same name"):
        unpack(buffer.getvalue())


def test_it_refuses_a_file_longer_than_it_says() -> None:
    content = bytearray(zipped({"kratom/bank.toml": b"x" * 50}, zipfile.ZIP_STORED))
    place = content.index(b"PK\x01\x02") + 24
    content[place : place + 4] = (20).to_bytes(4, "little")
    with pytest.raises(ArchiveError):
        unpack(bytes(content))


def changed(name: str, change: Callable[[bytes], bytes]) -> bytes:
    files = entries()
    return zipped({**files, name: change(files[name])})


def test_it_refuses_content_that_is_not_what_its_sums_say() -> None:
    with pytest.raises(ArchiveError, match="SHA256SUMS"):
        unpack(changed("kratom/bank.toml", lambda content: content + b"\n"))


@pytest.mark.parametrize(
    ("file", "content", "reason"),
    [
        ("bank.toml", b"\xff", "bank.toml: not UTF-8 at byte 0"),
        ("bank.toml", b"title = [" + b"[" * 5000, "bank.toml: not TOML"),
        ("bank.toml", b"version = " + b"9" * 5000, "bank.toml: not TOML"),
        ("kratom-heart.txt", b"\x00", "sha256"),
    ],
)
def test_it_says_what_is_wrong_inside(file: str, content: bytes, reason: str) -> None:
    files = {n: c for n, c in entries().items() if not n.endswith("SUMS")}
    with pytest.raises(ArchiveError, match=reason):
        unpack(zipped({**files, f"kratom/{file}": content}))


@given(st.binary(max_size=300))
def test_it_refuses_any_other_bytes(content: bytes) -> None:
    with pytest.raises(ArchiveError):
        unpack(content)


SMALL = zipped({n: c for n, c in entries().items() if n.endswith(("bank.toml", "SUMS"))})


@given(st.integers(0, len(SMALL) - 1), st.integers(1, 255))
def test_it_refuses_a_damaged_file_in_words(place: int, change: int) -> None:
    damaged = bytearray(SMALL)
    damaged[place] ^= change
    with pytest.raises(ArchiveError):
        unpack(bytes(damaged))
