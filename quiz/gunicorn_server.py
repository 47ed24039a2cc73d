"""gunicorn, set up for the quiz: one process, a thread for each request in progress."""

import logging
import os
import resource
import signal
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.errors import AppImportError
from gunicorn.glogging import Logger

from quiz.errors import StartError

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

    from quiz.serve import Make

_MEMORY = Path("/dev/shm")  # noqa: S108 - gunicorn makes and unlinks its own file in it


def run_gunicorn(make: "Make", listener: socket.socket, threads: int) -> None:
    """Serve until a signal stops it; then exit the process. The app is made in the worker."""
    _allow_open_files(8 * threads)
    _Server(make, options(listener.detach(), threads)).run()


def options(descriptor: int, threads: int) -> dict[str, Any]:
    """Return what differs from gunicorn's defaults, for a socket that listens already."""
    return {
        "bind": f"fd://{descriptor}",
        "workers": 1,  # several would need a SQLite that checkpoints safely among processes
        "worker_class": "gthread",
        "threads": threads,
        "worker_connections": 4 * threads,  # a phone's event stream, and some kept alive
        "keepalive": 75,  # longer than the slowest poll
        "graceful_timeout": 3,  # open event streams would hold up any stop
        "limit_request_line": 4094,
        "limit_request_fields": 64,
        "limit_request_field_size": 8190,
        "secure_scheme_headers": {},  # forwarded headers are the application's business
        "forwarder_headers": "",
        "control_socket_disable": True,  # it would lie in the home directory
        "worker_tmp_dir": str(_MEMORY) if os.access(_MEMORY, os.W_OK) else None,
        "loglevel": "warning",
        "logger_class": _DiscreetLogger,
        "on_starting": _end_with_the_terminal,
        "proc_name": "says-who",
    }


class _DiscreetLogger(Logger):  # type: ignore[misc] # gunicorn has no types
    """gunicorn's log without the addresses of people and without the addresses they asked for."""

    def setup(self, cfg: Any) -> None:  # noqa: ANN401 - gunicorn has no types
        super().setup(cfg)
        self.error_log.addFilter(discreet)


def discreet(record: logging.LogRecord) -> bool:
    """Drop what names the sender of a malformed request; take the address out of a failed one.

    When the app could not be made, that has been said in one sentence: the rest is dropped too.
    """
    message = str(record.msg)
    if message.startswith("Error handling request"):
        record.msg, record.args = "Error handling a request", ()
    exited = message == "Worker (pid:%s) exited with code %s."
    told = exited and isinstance(record.args, tuple) and record.args[1] == Arbiter.APP_LOAD_ERROR
    told = told or message in ("Shutting down: %s", "Reason: %s")
    return not (told or message.startswith("Invalid request from ip="))


class _Server(BaseApplication):  # type: ignore[misc] # the same
    def __init__(self, make: "Make", chosen: dict[str, Any]) -> None:
        self._make = make
        self._chosen = chosen
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._chosen.items():
            self.cfg.set(name, value)

    def load(self) -> "WSGIApplication":
        try:
            return self._make()
        except StartError as error:
            raise AppImportError(str(error)) from error  # said on the console, ends the arbiter


def _end_with_the_terminal(arbiter: Any) -> None:  # noqa: ANN401 - gunicorn has no types
    """Stop when the terminal closes, where gunicorn would start again; ``nohup`` keeps it going."""
    if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
        arbiter.handle_hup = lambda: None
    else:
        arbiter.handle_hup = arbiter.handle_term


def _allow_open_files(wanted: int) -> None:
    """Raise the limit of open files, which many systems set to 1024 or less, as far as allowed."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        limit = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (limit, hard))
