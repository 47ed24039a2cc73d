"""The quiz as a person starts it: a process of its own, with its own port and data folder."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Protocol

HOUSE = Path(__file__).resolve().parent.parent.parent
_PATIENCE = 30  # seconds, far beyond what a start takes on a busy machine


class QuizProcess:
    """A started quiz. Stop it in the end: `stop` is quick, `kill` is a power cut."""

    def __init__(self, folder: Path, settings: Mapping[str, str]) -> None:
        """Start it; its data folder and its log are in ``folder``."""
        self.data = folder / "data"
        self._log = folder / "log"
        self._settings = {"QUIZ_PORT": "0", "QUIZ_DATA": str(self.data), **settings}
        self._process = self._start()
        self.url = self._announced(r"running at (\S+)")
        self.organiser_key = self._announced(r"Organiser key: (\S+)")

    @property
    def log(self) -> str:
        """Everything it wrote on the console."""
        return self._log.read_text(encoding="utf-8")

    def send(self, number: signal.Signals) -> None:
        """Send a signal to the process that was started."""
        self._process.send_signal(number)

    def children(self) -> list[int]:
        """List the processes that it started: gunicorn's worker."""
        listed = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children")
        return [int(number) for number in listed.read_text(encoding="utf-8").split()]

    def stop(self) -> int:
        """End it as Ctrl+C does, and return its exit code."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
        return self._process.wait(_PATIENCE)

    def kill(self) -> None:
        """End master and worker at once, as kill -9 or a power cut does."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(_PATIENCE)
        while self._answers():
            time.sleep(0.05)

    def start_again(self) -> None:
        """Start it again after `stop` or `kill`, at the same address with the same data."""
        self._process.wait(_PATIENCE)
        self._settings["QUIZ_PORT"] = self.url.rpartition(":")[2]
        self._process = self._start()

    def _start(self) -> "subprocess.Popen[bytes]":
        with self._log.open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, HOUSE / "app.py"],
                env={"PATH": os.environ["PATH"], **self._settings},
                cwd=self._log.parent,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # so that kill() reaches the worker and nobody else
            )
        deadline = time.monotonic() + _PATIENCE
        while not self._answers():
            if process.poll() is not None or time.monotonic() > deadline:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                raise AssertionError(f"the quiz did not start: {self.log}")
            time.sleep(0.05)
        return process

    def _answers(self) -> bool:
        try:
            address = self._announced(r"at (http://[\d.]+:\d+)") + "/health"
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
                return bool(answer.status == 200)
        except (OSError, AssertionError):
            return False

    def _announced(self, pattern: str) -> str:
        found = re.search(pattern, self.log)
        assert found is not None, f"nothing like {pattern} in: {self.log}"
        return found[1]


class StartServer(Protocol):
    """How a test starts a quiz of its own; settings are given as ``QUIZ_KEEP_DAYS="1"``."""

    def __call__(self, **settings: str) -> QuizProcess: ...
