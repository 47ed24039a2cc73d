"""The quiz as it is started: `python app.py`, with its console, its signals and its log."""

import os
import signal
import socket
import stat
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from harness.process import HOUSE, QuizProcess, StartServer

HEALTH = b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n"


def refused(data: Path, **settings: str) -> str:
    """What a start that must fail says: all of its output."""
    done = subprocess.run(
        [sys.executable, HOUSE / "app.py"],
        env={"PATH": os.environ["PATH"], "QUIZ_DATA": str(data), "QUIZ_PORT": "0", **settings},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode != 0
    assert done.stdout == ""
    return done.stderr


def ask(quiz: QuizProcess, request: bytes) -> bytes:
    """Send a request as it is, and return the beginning of the answer."""
    port = urlsplit(quiz.url).port
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(request)
        return connection.recv(4096)


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").split()[2] == "Z"


def test_a_broken_bank_is_one_sentence(tmp_path: Path) -> None:
    bank = tmp_path / "banks" / "mine"
    bank.mkdir(parents=True)
    (bank / "bank.toml").write_text("title = 3\n", encoding="utf-8")
    said = refused(tmp_path / "data", QUIZ_QUESTIONS=str(bank.parent))
    assert "bank.toml" in said
    assert said.count("\n") == 1


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    said = refused(tmp_path / "file" / "data")
    assert said == f"The data folder {tmp_path}/file/data cannot be used: Not a directory.\n"


def test_a_port_in_use_is_one_sentence_and_leaves_the_other_quiz_alone(
    server: QuizProcess, tmp_path: Path
) -> None:
    said = refused(tmp_path / "data", QUIZ_PORT=str(urlsplit(server.url).port))
    assert "is already in use" in said
    assert said.count("\n") == 1
    assert ask(server, HEALTH).startswith(b"HTTP/1.1 200")


def test_what_it_makes_is_private_and_in_its_data_folder(
    start_server: StartServer, tmp_path: Path
) -> None:
    quiz = start_server(HOME=str(tmp_path))
    assert {stat.S_IMODE(path.stat().st_mode) for path in quiz.data.iterdir()} == {0o600}
    assert list(tmp_path.iterdir()) == []
    assert {path.name for path in quiz.data.parent.iterdir()} == {"data", "log"}


def test_its_log_names_nobody(start_server: StartServer) -> None:
    quiz = start_server()
    before = quiz.log
    assert ask(quiz, b"GE(T / HTTP/1.1\r\nHost: x\r\n\r\n").startswith(b"HTTP/1.1 400")
    line = b"GET /workshops/K7XM2Q HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 192.0.2.7\r\n\r\n"
    assert ask(quiz, line).startswith(b"HTTP/1.1 404")
    quiz.stop()
    assert quiz.log == before


@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM", "SIGINT"])
def test_it_ends_with_its_terminal_or_when_it_is_told_to(
    start_server: StartServer, name: str
) -> None:
    quiz = start_server()
    quiz.send(signal.Signals[name])
    assert quiz.stop() == 0
    assert "Traceback" not in quiz.log


def test_its_worker_ends_when_the_master_is_killed(start_server: StartServer) -> None:
    quiz = start_server()
    (worker,) = quiz.children()
    quiz.send(signal.SIGKILL)
    while not gone(worker):
        time.sleep(0.1)
    quiz.start_again()
    assert ask(quiz, HEALTH).startswith(b"HTTP/1.1 200")
