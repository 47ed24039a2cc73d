import logging
import os
import resource
import signal
import socket
from collections.abc import Iterator
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from gunicorn.app.base import BaseApplication
from gunicorn.errors import AppImportError

from quiz.errors import StartError
from quiz.gunicorn_server import discreet, options, run_gunicorn

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


def hello(_: "WSGIEnvironment", start_response: "StartResponse") -> list[bytes]:
    start_response("200 OK", [])
    return []


def record(message: str, *args: object) -> logging.LogRecord:
    return logging.LogRecord("gunicorn.error", logging.ERROR, "", 0, message, args, None)


@pytest.fixture
def limits() -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, before)


@pytest.fixture
def started(
    monkeypatch: pytest.MonkeyPatch,
    limits: None,  # noqa: ARG001 - restored afterwards
) -> Iterator[list[BaseApplication]]:
    """What would have been served: gunicorn is set up, and not run."""
    servers: list[BaseApplication] = []
    monkeypatch.setattr(BaseApplication, "run", lambda self: servers.append(self))  # noqa: PLW0108 - becomes a method
    yield servers
    for server in servers:
        os.close(server.cfg.address[0])


def listener() -> socket.socket:
    return socket.create_server(("127.0.0.1", 0))


def test_it_runs_one_process_with_a_thread_for_each_phone(started: list[BaseApplication]) -> None:
    run_gunicorn(lambda: hello, listener(), 640)
    (server,) = started
    assert (server.cfg.workers, server.cfg.threads) == (1, 640)
    assert server.cfg.worker_class_str == "gthread"
    assert server.cfg.worker_connections > server.cfg.threads
    assert server.cfg.keepalive == 75
    assert server.cfg.control_socket_disable
    assert server.cfg.accesslog is None
    assert server.wsgi() is hello
    assert discreet in server.cfg.logger_class(server.cfg).error_log.filters


def test_it_tells_gunicorn_in_one_sentence_that_the_app_cannot_be_made(
    started: list[BaseApplication],
) -> None:
    def make() -> "WSGIApplication":
        raise StartError("bank.toml: there is no title.")

    run_gunicorn(make, listener(), 4)
    with pytest.raises(AppImportError, match=r"^bank\.toml: there is no title\.$"):
        started[0].wsgi()


@pytest.mark.usefixtures("started")
def test_it_raises_the_limit_of_open_files_as_far_as_allowed() -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, hard))
    run_gunicorn(lambda: hello, listener(), 50)
    assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] == 400
    run_gunicorn(lambda: hello, listener(), 10)
    assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] == 400


def test_it_logs_neither_who_sent_a_bad_request_nor_what_was_asked_for() -> None:
    assert not discreet(record("Invalid request from ip=192.0.2.7: what"))
    failed = record("Error handling request %s %s", "GET", "/workshops/K7XM2Q")
    assert discreet(failed)
    assert failed.getMessage() == "Error handling a request"


def test_it_logs_a_worker_that_died_but_not_again_what_has_been_said() -> None:
    assert discreet(record("Worker (pid:%s) exited with code %s.", 7, 1))
    assert not discreet(record("Worker (pid:%s) exited with code %s.", 7, 4))
    assert not discreet(record("Reason: %s", "App failed to load."))


def test_it_ends_when_its_terminal_closes_unless_nohup_keeps_it() -> None:
    hook = options(0, 4)["on_starting"]
    arbiter = SimpleNamespace(handle_term=lambda: "ends")
    hook(arbiter)
    assert arbiter.handle_hup() == "ends"
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        hook(arbiter)
    finally:
        signal.signal(signal.SIGHUP, before)
    assert arbiter.handle_hup() is None
