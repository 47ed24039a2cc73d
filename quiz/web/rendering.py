"""What every template can use: the vocabulary, and addresses of files that never go stale."""

import hashlib
from functools import cache
from pathlib import Path

from flask import Flask, url_for

from quiz import scale
from quiz.scoring.figures import Figure, Unavailable
from quiz.scoring.wording import decimal

_STEPS = len(scale.Gate)


def init_app(app: Flask) -> None:
    """Give the templates their words and helpers."""
    folder = Path(str(app.static_folder))

    @cache
    def version(name: str) -> str:
        return hashlib.sha256((folder / name).read_bytes()).hexdigest()[:12]

    @app.template_global()
    def asset(name: str) -> str:
        """Return the address of a static file, which changes when the file does."""
        return url_for("static", filename=name, v=version(name))

    app.jinja_env.globals.update(
        QUESTION=scale.QUESTION, Level=scale.Level, Gate=scale.Gate, SURE=SURE
    )
    app.jinja_env.filters.update(dots=dots, figure=figure)
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True


SURE = {1: "Guessing", 2: "Fairly sure", 3: "Sure"}


def dots(level: scale.Level) -> str:
    """Return a level as three dots, one filled for each gate passed."""
    return "●" * level + "○" * (_STEPS - level)


def figure(value: Figure) -> str:
    """Return a figure with two decimals, or the reason why there is none."""
    return value.reason if isinstance(value, Unavailable) else decimal(value)
