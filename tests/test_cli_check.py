"""The commands, as an organiser types them."""

import shutil
from pathlib import Path

from flask import Flask

QUESTIONS = Path(__file__).parent.parent / "questions"


def test_it_prints_what_is_in_every_bank(app: Flask) -> None:
    result = app.test_cli_runner().invoke(args=["check"])
    assert result.exit_code == 0
    assert "kratom: Kratom and opioid withdrawal" in result.output
    assert "combating-withdrawal: 31 entries, 19 can be rated" in result.output
    assert "levels  None 11, Weak 7, Partial 1" in result.output
    assert "agreement (quadratic kappa), The whole bank: Key–Coder B" in result.output


def test_it_says_what_is_wrong_with_a_bank(app: Flask, tmp_path: Path) -> None:
    folder = shutil.copytree(QUESTIONS / "kratom", tmp_path / "kratom")
    with (folder / "kratom-heart.txt").open("a") as file:
        file.write("One more sentence.")
    result = app.test_cli_runner().invoke(args=["check", str(folder)])
    assert result.exit_code == 1
    assert "kratom-heart.toml: the sha256 is not that of kratom-heart.txt" in result.output
    assert "Traceback" not in result.output
