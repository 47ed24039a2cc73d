import http.client
import os
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quiz.errors import StartError
from quiz.secret_keys import SecretKeys
from quiz.serve import PortError, announcement, listen, main, run_waitress, runner, serve
from quiz.settings import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

    from quiz.serve import Make


def hello(environ: "WSGIEnvironment", start_response: "StartResponse") -> list[bytes]:
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [environ.get("HTTP_X_FORWARDED_FOR", "hello").encode()]


def run_nothing(make: "Make", listener: socket.socket, threads: int) -> None:
    assert listener.getsockname()[1] > 0
    assert threads == Settings().threads
    make()


@pytest.fixture(autouse=True)
def _same_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_it_announces_the_address_and_the_organiser_key(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    serve(lambda _: hello, Settings(data=tmp_path, port=0), run_nothing)
    said = capsys.readouterr().out
    assert "Says Who? is running at http://127.0.0.1:" in said
    assert f"\nOrganiser key: {SecretKeys.of(tmp_path).organiser}\n" in said
    assert "It listens to this computer alone." in said


def test_it_announces_nothing_when_the_app_cannot_be_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_: Settings) -> "WSGIApplication":
        raise StartError("bank.toml: there is no title.")

    with pytest.raises(StartError):
        serve(broken, Settings(data=tmp_path, port=0), run_nothing)
    assert capsys.readouterr().out == ""


def test_it_makes_files_that_only_this_user_can_read(tmp_path: Path) -> None:
    def writes(settings: Settings) -> "WSGIApplication":
        (settings.data / "quiz.sqlite").touch()
        return hello

    serve(writes, Settings(data=tmp_path, port=0), run_nothing)
    assert (tmp_path / "quiz.sqlite").stat().st_mode & 0o777 == 0o600


def test_it_ends_with_one_sentence_when_a_setting_is_wrong() -> None:
    with pytest.raises(SystemExit) as ended:
        main(lambda _: hello, {"QUIZ_PORT": "high"})
    assert ended.value.code == "QUIZ_PORT must be a whole number from 0 to 65535, not “high”."


def test_it_touches_nothing_when_the_port_is_in_use(tmp_path: Path) -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortError, match=rf"^Port {port} of 127.0.0.1 is already in use: .*\.$"):
            serve(lambda _: hello, Settings(data=tmp_path / "data", port=port), run_nothing)
    assert not (tmp_path / "data").exists()


def test_it_says_why_it_cannot_listen(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(
        PortError, match=r"^Cannot listen on 192\.0\.2\.1, as QUIZ_HOST says: .*\.$"
    ):
        listen("192.0.2.1", 0)

    def refuse(*_: object, **__: object) -> socket.socket:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(socket, "create_server", refuse)
    with pytest.raises(PortError, match=r"^Port 80 needs more rights than you have: .*\.$"):
        listen("127.0.0.1", 80)


def test_it_takes_the_port_again_right_after_a_stop() -> None:
    with listen("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)) as visitor:
            accepted, _ = first.accept()
            accepted.close()
            visitor.recv(1)
    listen("127.0.0.1", port).close()


def test_it_says_plainly_who_can_reach_it_now() -> None:
    said = announcement("http://127.0.0.1:8000", ["http://192.168.1.5:8000"], "", "key")
    assert "Everybody who reaches this computer over a network can" in said
    assert "\n  http://192.168.1.5:8000\n" in said
    assert "this computer alone" not in said


def test_it_announces_the_public_address_first() -> None:
    said = announcement("http://127.0.0.1:8000", [], "https://quiz.example.org", "key")
    assert said.startswith("Says Who? is running at https://quiz.example.org\n")
    assert "Your proxy finds it at http://127.0.0.1:8000." in said


def test_it_chooses_the_server_for_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    assert runner().__name__ == "run_gunicorn"
    monkeypatch.setattr(sys, "platform", "win32")
    assert runner() is run_waitress


def test_waitress_serves_and_leaves_forwarded_headers_alone() -> None:
    listener = listen("127.0.0.1", 0)
    port = listener.getsockname()[1]
    threading.Thread(target=run_waitress, args=(lambda: hello, listener, 4), daemon=True).start()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/", headers={"X-Forwarded-For": "192.0.2.7"})
    assert connection.getresponse().read() == b"192.0.2.7"
    connection.close()
