"""A test client that reads pages as people do: it lints what it sees and fills in real forms."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from harness.lint import Tree, flaws, parsed, words

Fields = Mapping[str, Any]


@dataclass(frozen=True)
class Form:
    """A form of a page with what it would send if nothing were filled in."""

    action: str
    values: dict[str, list[str]]
    names: frozenset[str]

    def filled(self, fields: Fields) -> dict[str, Any]:
        """Return what is sent when ``fields`` are filled in; the form must have them."""
        strange = fields.keys() - self.names
        assert not strange, f"the form to {self.action} has no {strange}, only {set(self.names)}"
        return {**self.values, **fields}


@dataclass(frozen=True)
class Page:
    """What a visitor got."""

    response: TestResponse

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def path(self) -> str:
        return self.response.request.path

    @property
    def html(self) -> str:
        return self.response.text

    @cached_property
    def tree(self) -> Tree:
        return parsed(self.html)

    @property
    def text(self) -> str:
        """Everything in the body, white space collapsed."""
        return self.texts("body")[0]

    @property
    def heading(self) -> str:
        return self.texts("h1")[0]

    def texts(self, path: str) -> list[str]:
        """Return the text of each element at an ElementTree path such as ``mark[@class]``."""
        return [words(each) for each in self.tree.findall(f".//{path}")]

    def form(self, action: str | None = None) -> Form:
        """Return the POST form with this action, or the only one there is."""
        forms = [
            _form(each, self.path)
            for each in self.tree.iter("form")
            if each.get("method", "get").lower() == "post"
        ]
        found = [each for each in forms if action in (None, each.action)]
        assert len(found) == 1, f"{len(found)} forms match {action}: {[f.action for f in forms]}"
        return found[0]

    @property
    def csrf_token(self) -> str:
        """The token of any form of the page."""
        found = self.tree.find(".//input[@name='csrf_token']")
        assert found is not None, f"{self.path} has no form with a CSRF token"
        return found.get("value", "")


class Visitor(FlaskClient):
    """A person with a browser of their own. Every page fetched in any way is linted."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:  # noqa: ANN401 - as the client's
        response = super().open(*args, **kwargs)
        if response.mimetype == "text/html" and response.status_code // 100 != 3:
            found = flaws(response.text)
            assert not found, f"{response.request.path}: {'; '.join(found)}"
        return response

    def visit(self, address: str) -> Page:
        """Open an address and follow where it leads."""
        return Page(self.get(address, follow_redirects=True))

    def submit(self, page: Page, fields: Fields | None = None, action: str | None = None) -> Page:
        """Fill in the page's form, send it and follow where it leads.

        ``fields`` name what is filled in or chosen, a list for several; ``action`` names the form
        where a page has more than one.
        """
        form = page.form(action)
        return Page(self.post(form.action, data=form.filled(fields or {}), follow_redirects=True))


def _form(element: Tree, path: str) -> Form:
    values: dict[str, list[str]] = {}
    names = set()
    for control in element.iter():
        if control.tag not in ("input", "select", "textarea", "button") or not control.get("name"):
            continue
        name = control.get("name", "")
        names.add(name)
        if (untouched := _untouched(control)) is not None:
            values.setdefault(name, []).append(untouched)
    return Form(element.get("action") or path, values, frozenset(names))


def _untouched(control: Tree) -> str | None:
    """Return what a control sends when nobody touches it."""
    if control.tag == "textarea":
        return "".join(control.itertext())
    if control.tag == "select":
        options = list(control.iter("option"))
        chosen = [each for each in options if each.get("selected") is not None] or options[:1]
        return chosen[0].get("value", words(chosen[0])) if chosen else None
    kind = control.get("type", "text")
    if control.tag == "button" or kind in ("submit", "button", "file"):
        return None
    if kind in ("radio", "checkbox") and control.get("checked") is None:
        return None
    return control.get("value", "on" if kind == "checkbox" else "")
