"""What every template can use: the vocabulary, and addresses of files that never go stale."""

import hashlib
from functools import cache
from pathlib import Path

from flask import Flask, url_for
from werkzeug.exceptions import HTTPException

from quiz import marks, scale
from quiz.attempts import Form
from quiz.explanations import explain, nearby_references
from quiz.scoring.figures import Figure, Unavailable
from quiz.scoring.outcomes import Sure
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

    @app.template_global()
    def exists(address: str) -> bool:
        """Tell whether the house has the room that an address leads to."""
        try:
            app.url_map.bind("localhost").match(address)
        except HTTPException:
            return False
        return True

    app.jinja_env.globals.update(
        QUESTION=scale.QUESTION,
        Form=Form,
        Gate=scale.Gate,
        Level=scale.Level,
        SURE={step.value: step.title for step in Sure},
        explain=explain,
        nearby_references=nearby_references,
        paragraph=marks.paragraph,
    )
    app.jinja_env.filters.update(dots=dots, figure=figure)
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True


def dots(level: scale.Level) -> str:
    """Return a level as three dots, one filled for each gate passed."""
    return "●" * level + "○" * (_STEPS - level)


def figure(value: Figure) -> str:
    """Return a figure with two decimals, or the reason why there is none."""
    return value.reason if isinstance(value, Unavailable) else decimal(value)
