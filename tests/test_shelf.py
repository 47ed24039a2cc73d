"""The banks written here: published whole, taken down with nothing lost, found after a crash."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from quiz.bank import read_bank
from quiz.shelf import Shelf

HOUSE = Path(__file__).parent.parent
KRATOM = read_bank(HOUSE / "questions" / "kratom")


def test_it_publishes_a_bank_with_the_sums_of_its_files(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "banks")
    assert shelf.read() == {}
    assert shelf.publish(KRATOM).hash == KRATOM.hash
    assert shelf.read() == {"kratom": KRATOM}
    checked = subprocess.run(
        ["sha256sum", "--check", "--quiet", "SHA256SUMS"],  # noqa: S607 - wherever it stands
        cwd=tmp_path / "banks" / "kratom",
        check=False,
    )
    assert checked.returncode == 0


def test_it_sets_a_bank_aside_with_its_files(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    for _ in range(2):
        shelf.publish(KRATOM)
        shelf.take_down("kratom")
        assert shelf.read() == {}
    assert read_bank(tmp_path / ".set-aside" / "kratom") == KRATOM
    with pytest.raises(FileNotFoundError):
        shelf.take_down("kratom")


def test_it_brings_back_a_bank_whose_writing_was_cut_off(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.publish(KRATOM)
    (tmp_path / "kratom").rename(tmp_path / ".kratom.old")
    assert shelf.read() == {"kratom": KRATOM}
    (tmp_path / ".kratom.old").mkdir()
    assert shelf.read() == {"kratom": KRATOM}
    assert not (tmp_path / ".kratom.old").exists()


PUBLISHER = """
import sys
from pathlib import Path
import msgspec
from quiz.shelf import Shelf
shelf = Shelf(Path(sys.argv[1]))
bank = shelf.read()["kratom"]
print("go", flush=True)
for version in range(2, 10**6):
    shelf.publish(msgspec.structs.replace(bank, version=version))
"""


@pytest.mark.parametrize("pause", [0.0, 0.021, 0.047])
def test_it_leaves_the_old_bank_or_the_new_one_when_killed(tmp_path: Path, pause: float) -> None:
    shelf = Shelf(tmp_path)
    shelf.publish(KRATOM)
    with subprocess.Popen(
        [sys.executable, "-c", PUBLISHER, str(tmp_path)], cwd=HOUSE, stdout=subprocess.PIPE
    ) as publisher:
        assert publisher.stdout is not None
        publisher.stdout.readline()
        try:
            publisher.wait(pause)
        except subprocess.TimeoutExpired:
            os.kill(publisher.pid, signal.SIGKILL)
    found = shelf.read()["kratom"]
    assert msgspec.structs.replace(found, version=KRATOM.version) == KRATOM
