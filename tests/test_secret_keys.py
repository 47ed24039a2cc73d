import multiprocessing
import re
import stat
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from quiz.secret_keys import SecretKeys, SecretKeysError


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_it_makes_a_private_folder_with_two_private_files(tmp_path: Path) -> None:
    data = tmp_path / "new" / "data"
    SecretKeys.of(data)
    assert mode(data) == 0o700
    assert sorted(path.name for path in data.iterdir()) == ["organiser_key", "secret_key"]
    assert {mode(path) for path in data.iterdir()} == {0o600}


def test_it_keeps_what_it_made(tmp_path: Path) -> None:
    first = SecretKeys.of(tmp_path)
    assert SecretKeys.of(tmp_path) == first
    assert SecretKeys.of(tmp_path / "elsewhere") != first


def test_it_leaves_the_mode_of_a_folder_that_was_there(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    SecretKeys.of(tmp_path)
    assert mode(tmp_path) == 0o755


def test_it_closes_a_file_that_others_could_read(tmp_path: Path) -> None:
    SecretKeys.of(tmp_path)
    (tmp_path / "secret_key").chmod(0o644)
    SecretKeys.of(tmp_path)
    assert mode(tmp_path / "secret_key") == 0o600


def test_it_gives_processes_that_start_together_the_same_keys(tmp_path: Path) -> None:
    folders = [tmp_path / str(number) for number in range(20) for _ in range(2)]
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=spawn) as pool:
        made = list(pool.map(SecretKeys.of, folders))
    assert made[::2] == made[1::2]
    assert not list(tmp_path.glob("*/.*"))


def test_it_does_not_replace_a_key_made_between_look_and_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = SecretKeys.of(tmp_path)
    looked = iter([False, True, True, True])
    monkeypatch.setattr(Path, "exists", lambda _: next(looked))
    assert SecretKeys.of(tmp_path) == first


def test_its_organiser_key_is_typeable_and_long_enough(tmp_path: Path) -> None:
    key = SecretKeys.of(tmp_path).organiser
    assert re.fullmatch(r"([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}", key)


def test_it_knows_the_organiser_however_the_key_is_typed() -> None:
    keys = SecretKeys(session="s" * 32, organiser="0k1z-7xm2-q9d4-h8vw")
    for typed in (
        "0k1z-7xm2-q9d4-h8vw",
        " 0K1Z 7XM2 Q9D4 H8VW\n",
        "okiz7xm2q9d4h8vw",
        "OkLz 7xm2–q9d4h8vw",
    ):
        assert keys.is_organiser(typed)
    for typed in ("", "-", "0k1z-7xm2-q9d4-h8v", "0k1z-7xm2-q9d4-h8vv", "ключ"):
        assert not keys.is_organiser(typed)


def test_it_does_not_show_the_keys_by_accident(tmp_path: Path) -> None:
    keys = SecretKeys.of(tmp_path)
    assert repr(keys) == "SecretKeys()"


def test_it_says_when_the_folder_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here")
    with pytest.raises(SecretKeysError, match=r"file cannot be used: File exists\.$"):
        SecretKeys.of(tmp_path / "file")
    with pytest.raises(SecretKeysError, match=r"file/data cannot be used: Not a directory\.$"):
        SecretKeys.of(tmp_path / "file" / "data")


def test_it_says_when_the_folder_became_read_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    SecretKeys.of(tmp_path)
    monkeypatch.setattr("os.access", lambda path, _mode: path != tmp_path)
    with pytest.raises(SecretKeysError, match=r"cannot be used: Permission denied\.$"):
        SecretKeys.of(tmp_path)


def test_it_says_when_a_file_holds_no_key(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("\n")
    with pytest.raises(SecretKeysError, match=r"secret_key holds no key: delete it, and the next"):
        SecretKeys.of(tmp_path)
    (tmp_path / "secret_key").write_bytes(b"\xff" * 20)
    with pytest.raises(SecretKeysError, match="a key in it is not text"):
        SecretKeys.of(tmp_path)
