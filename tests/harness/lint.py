"""What must hold for every page the quiz sends, read from its HTML alone."""

from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib
from html5lib.html5parser import ParseError

Tree: TypeAlias = Element

_UNLABELLED_TYPES = {"hidden", "submit", "button", "image", "reset"}
_ASSETS = {"script": "src", "img": "src", "source": "src", "link": "href", "use": "href"}
_POINTERS = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list", "headers")


def parsed(html: str) -> Tree:
    """Parse a page as a browser would, refusing what a browser would only mend."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Tree = parser.parse(html)
    return tree


def words(element: Tree) -> str:
    """Return the text of an element, white space collapsed."""
    return " ".join("".join(element.itertext()).split())


def flaws(html: str) -> list[str]:
    """Say what is wrong with a page; nothing, if it is as it should be."""
    try:
        tree = parsed(html)
    except ParseError as error:
        return [f"not well written: {error}"]
    checks = (_frame, _ids, _labels, _nothing_inline, _nothing_from_elsewhere, _tokens)
    return [flaw for check in checks for flaw in check(tree)]


def _frame(tree: Tree) -> Iterator[str]:
    if not tree.get("lang"):
        yield "the page names no language"
    title = tree.find("./head/title")
    if title is None or not words(title):
        yield "the page has no title"
    headings = len(tree.findall(".//h1"))
    if headings != 1:
        yield f"{headings} h1 instead of one"
    if len(tree.findall(".//main")) != 1:
        yield "not exactly one main"


def _ids(tree: Tree) -> Iterator[str]:
    ids = Counter(each.get("id") for each in tree.iter() if each.get("id") is not None)
    yield from (f"id {name} stands {count} times" for name, count in ids.items() if count > 1)
    for each in tree.iter():
        targets = [name for pointer in _POINTERS for name in each.get(pointer, "").split()]
        href = each.get("href", "")
        if each.tag == "a" and href.startswith("#"):
            targets.append(href[1:])
        yield from (
            f"{each.tag} points to {name}, which is not there"
            for name in targets
            if name not in ids
        )


def _labels(tree: Tree) -> Iterator[str]:
    labels = [label for label in tree.iter("label") if words(label)]
    named = {label.get("for") for label in labels}
    wrapped = {id(control) for label in labels for control in label.iter()}
    for control in (each for each in tree.iter() if each.tag in ("input", "select", "textarea")):
        needs = control.get("type") not in _UNLABELLED_TYPES
        has = control.get("aria-label") or control.get("aria-labelledby")
        if needs and not has and control.get("id", "") not in named and id(control) not in wrapped:
            yield f"{control.tag} {control.get('name')} has no label"
    for button in tree.iter("button"):
        if not words(button) and not button.get("aria-label"):
            yield "a button has no words"


def _nothing_inline(tree: Tree) -> Iterator[str]:
    for each in tree.iter():
        if each.tag == "style" or each.get("style") is not None:
            yield f"{each.tag} has a style of its own"
        if each.tag == "script" and not each.get("src") and each.get("type") != "application/json":
            yield "a script stands in the page"
        handlers = (name for name, _ in each.items() if name.startswith("on"))
        yield from (f"{each.tag} has {name}" for name in handlers)
        if each.get("href", "").strip().lower().startswith("javascript:"):
            yield f"{each.tag} runs a script"


def _nothing_from_elsewhere(tree: Tree) -> Iterator[str]:
    for each in tree.iter():
        address = urlsplit(each.get(_ASSETS.get(str(each.tag), ""), ""))
        if address.netloc or address.scheme not in ("", "data"):
            yield f"{each.tag} comes from {address.netloc or address.scheme}"


def _tokens(tree: Tree) -> Iterator[str]:
    for form in tree.iter("form"):
        protected = any(each.get("name") == "csrf_token" for each in form.iter("input"))
        if form.get("method", "get").lower() == "post" and not protected:
            yield f"the form to {form.get('action')} has no CSRF token"
        if form.get("method", "get").lower() == "get" and protected:
            yield f"the form to {form.get('action')} puts its CSRF token into an address"
