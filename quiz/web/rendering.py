"""What every template can use: the vocabulary, and addresses of files that never go stale."""

import hashlib
import re
from functools import cache
from pathlib import Path

from flask import Flask, url_for

from quiz import marks, scale
from quiz.attempts import Form
from quiz.codes import spaced
from quiz.explanations import explain, nearby_references
from quiz.scoring.figures import Figure, Unavailable
from quiz.scoring.outcomes import Sure
from quiz.scoring.wording import decimal

_STEPS = len(scale.Gate)
# Control characters, halves of surrogate pairs and noncharacters; tab and line breaks may stay.
_PLANES = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_NO_HTML = re.compile(
    f"[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufdd0-\\ufdef{_PLANES}]"
)


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
        QUESTION=scale.QUESTION,
        Form=Form,
        Gate=scale.Gate,
        Level=scale.Level,
        SURE={step.value: step.title for step in Sure},
        explain=explain,
        nearby_references=nearby_references,
        paragraph=marks.paragraph,
    )
    app.jinja_env.filters.update(dots=dots, figure=figure, spaced=spaced)
    app.jinja_env.finalize = visible
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True


def visible(value: object) -> object:
    """Return what a page may hold of a value: no character that HTML has no place for."""
    if not isinstance(value, str) or not _NO_HTML.search(value):
        return value
    return type(value)(_NO_HTML.sub("\ufffd", value))


def dots(level: scale.Level) -> str:
    """Return a level as three dots, one filled for each gate passed."""
    return "●" * level + "○" * (_STEPS - level)


def figure(value: Figure) -> str:
    """Return a figure with two decimals, or the reason why there is none."""
    return value.reason if isinstance(value, Unavailable) else decimal(value)
