"""Serve the quiz from a console: take the port, say who can reach it, hand over to the server.

Whatever stands in the way of starting is one plain sentence and a non-zero exit.
"""

import errno
import os
import socket
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from quiz import addresses
from quiz.errors import StartError
from quiz.secret_keys import SecretKeys
from quiz.settings import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

    CreateApp = Callable[[Settings], WSGIApplication]
    Make = Callable[[], WSGIApplication]
    Runner = Callable[[Make, socket.socket, int], None]


class PortError(StartError):
    """The address or port cannot be listened on."""


def main(create_app: "CreateApp", environment: Mapping[str, str] = os.environ) -> None:
    """Serve until stopped; exit with a sentence on the console where that is impossible."""
    try:
        serve(create_app, Settings.read(environment))
    except StartError as error:
        sys.exit(str(error))


def serve(create_app: "CreateApp", settings: Settings, run: "Runner | None" = None) -> None:
    """Listen, make the app, announce it and serve until stopped. Raises `StartError`.

    ``create_app`` is called in the process that serves, so that it may open a database and start
    threads. The files that it makes are private to this user.
    """
    os.umask(0o077)
    with listen(settings.host, settings.port) as listener:
        keys = SecretKeys.of(settings.data)
        host, port = listener.getsockname()[:2]
        others = addresses.urls_for_others(host, port, addresses.own_addresses())
        local = addresses.local_url(host, port)
        words = announcement(local, others, settings.public_url, keys.organiser)

        def make() -> "WSGIApplication":
            application = create_app(settings)
            print(words, flush=True)  # noqa: T201 - the console is its place
            return application

        (run or runner())(make, listener, settings.threads)


def listen(host: str, port: int) -> socket.socket:
    """Take the port, so that nothing else is touched where it is in use. Raises `PortError`."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, _, _, _, address = found[0]
        both = family == socket.AF_INET6 and address[0] == "::" and socket.has_dualstack_ipv6()
        return socket.create_server(address[:2], family=family, backlog=1024, dualstack_ipv6=both)
    except OSError as error:
        raise PortError(_why_not(error, host, port)) from error


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} of {host} is already in use: end the program that uses it, "
            "or choose another port with QUIZ_PORT."
        )
    if error.errno == errno.EACCES:
        return f"Port {port} needs more rights than you have: choose one above 1023 with QUIZ_PORT."
    return f"Cannot listen on {host}, as QUIZ_HOST says: {error.strerror}."


def announcement(local: str, others: list[str], public_url: str, organiser_key: str) -> str:
    """Say where the quiz is, with which key it is organised, and who can reach it."""
    lines = [f"Says Who? is running at {public_url or local}", f"Organiser key: {organiser_key}"]
    if public_url:
        lines += [f"Your proxy finds it at {local}."]
    if not others:
        lines += ["It listens to this computer alone."]
    else:
        lines += [
            "Everybody who reaches this computer over a network can practise and join workshops;",
            "to set up a workshop or write questions they would need the organiser key.",
            "It is plain http: somebody on the same network could read what is sent.",
            "Addresses for others:",
            *(f"  {each}" for each in others),
        ]
    return "\n".join([*lines, "Press Ctrl+C to stop."])


def runner() -> "Runner":
    """Choose the server: gunicorn where it runs, waitress on Windows."""
    if sys.platform == "win32":
        return run_waitress
    from quiz.gunicorn_server import run_gunicorn  # noqa: PLC0415 - not importable on Windows

    return run_gunicorn


def run_waitress(make: "Make", listener: socket.socket, threads: int) -> None:
    """Serve with waitress. Forwarded headers are left to the app, as with gunicorn."""
    import waitress  # noqa: PLC0415 - installed on Windows alone

    waitress.serve(
        make(),
        sockets=[listener],
        threads=threads,
        connection_limit=4 * threads,
        clear_untrusted_proxy_headers=False,
        _quiet=True,
    )
