"""Says Who?: the app put together. Running this file serves the quiz."""

import os
import random
from datetime import UTC, datetime

import click
from flask import Flask
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from quiz import cli
from quiz.bank import Bank, BankError, read_banks
from quiz.errors import StartError
from quiz.housekeeping import Housekeeping
from quiz.secret_keys import SecretKeys
from quiz.serve import main
from quiz.settings import Settings
from quiz.shelf import Shelf
from quiz.store.database import Store, StoreUnavailableError
from quiz.store.purge import purge
from quiz.web import errors, headers, rendering
from quiz.web.hub import Hub
from quiz.web.rooms import ROOMS
from quiz.web.services import Services


def create_app(settings: Settings | None = None) -> Flask:
    """Return the app. Settings come from the environment (``QUIZ_…``) unless given.

    Raises StartError, with one plain sentence, when it cannot start; under the ``flask`` command
    that sentence is what the console shows.
    """
    try:
        return _put_together(settings or Settings.read(os.environ))
    except StartError as error:
        if click.get_current_context(silent=True) is None:
            raise
        raise click.ClickException(str(error)) from error


def create_kept_app(settings: Settings | None = None) -> Flask:
    """Return the app with its housekeeping: what is too old goes now, and then once a day."""
    app = create_app(settings)
    own: Services = app.extensions["says_who"]
    housekeeping = Housekeeping(
        lambda: purge(own.store, own.settings.keep_days, own.today()),
        own.today,
        StoreUnavailableError,
    )
    housekeeping.do()
    housekeeping.start()
    return app


def _put_together(settings: Settings) -> Flask:
    keys = SecretKeys.of(settings.data)
    app = Flask(__name__)
    app.config.update(_configuration(settings), SECRET_KEY=keys.session)
    shelf = Shelf(settings.data / "banks")
    banks, own = read_banks(settings.questions), shelf.read()
    _check_names(banks, own, shelf)
    app.extensions["says_who"] = Services(
        settings=settings,
        store=Store(settings.data / "quiz.sqlite"),
        banks=banks | own,
        own=frozenset(own),
        shelf=shelf,
        keys=keys,
        today=lambda: datetime.now(UTC).date(),
        rng=random.SystemRandom(),
        hub=Hub(seats=settings.threads * 7 // 8),
    )
    CSRFProtect(app)
    for part in (errors, rendering):
        part.init_app(app)
    headers.init_app(app, https=settings.secure)
    for room in ROOMS:
        app.register_blueprint(room)
    for command in cli.COMMANDS:
        app.cli.add_command(command)
    if settings.proxies:
        n = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=n, x_proto=n, x_host=n)  # type: ignore[method-assign]
    return app


def _check_names(banks: dict[str, Bank], own: dict[str, Bank], shelf: Shelf) -> None:
    for name in banks.keys() & own.keys():
        raise BankError(shelf.folder / name, "a bank that comes with the quiz has this name too")


def _configuration(settings: Settings) -> dict[str, object]:
    # An article that is too large for the quiz still arrives, so that its form can say so and
    # keep it; what is far larger is not read at all.
    arrives = 4 * settings.max_upload * 2**20
    return {
        "MAX_CONTENT_LENGTH": arrives,
        "MAX_FORM_MEMORY_SIZE": arrives,
        "PERMANENT_SESSION_LIFETIME": 365 * 24 * 3600,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": settings.secure,
        "SESSION_REFRESH_EACH_REQUEST": False,  # a poll must not bring back an older cookie
        "TEMPLATES_AUTO_RELOAD": False,
        "TRUSTED_HOSTS": [settings.public_host] if settings.public_host else None,
        "WTF_CSRF_TIME_LIMIT": None,  # a workshop outlasts the hour that is the default
    }


if __name__ == "__main__":
    main(create_kept_app)
