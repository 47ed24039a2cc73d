"""The system's Chromium: pages that are watched, checked for accessibility and weighed."""

import shutil
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    Request,
    Response,
)

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def launch(playwright: Playwright) -> Browser:
    """Start the browser of this system."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    assert found, f"none of {', '.join(_NAMES)} is installed: ./test installs one"
    return playwright.chromium.launch(executable_path=found, args=_QUIET)


@dataclass
class Watch:
    """What went wrong in the pages of one person's browser."""

    home: str
    flaws: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        """Watch everything that happens in a context."""
        context.on("console", self._console)
        context.on("weberror", lambda error: self.flaws.append(f"script error: {error.error}"))
        context.on("request", self._request)
        context.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        # A failed load is judged by its response: a page may well be a 404 that a test asked for.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.flaws.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob") and address.netloc != urlsplit(self.home).netloc:
            self.flaws.append(f"request to another host: {request.url}")

    def _response(self, response: Response) -> None:
        page = response.request.is_navigation_request()
        if response.status >= (500 if page else 400):
            self.flaws.append(f"{response.status} for {response.url}")


class OpenPage(Protocol):
    """How a test opens browsers; options are those of Playwright's ``new_context``."""

    def __call__(self, **options: Any) -> Page: ...  # noqa: ANN401 - as Playwright's


def assert_accessible(page: Page) -> None:
    """Let axe look at a page in light and in dark: no violation of any of its rules.

    axe is a script: it never ends in a page where scripts are switched off.
    """
    assert not page.evaluate("matchMedia('(scripting: none)').matches"), "axe needs JavaScript"
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        results = Axe().run(page)
        assert not results.violations_count, f"in {scheme}: {results.generate_report()}"
    page.emulate_media(color_scheme="null")


@dataclass(frozen=True)
class Weight:
    """What a first visit to a page costs, in bytes over the wire, headers included."""

    bytes: dict[str, int]
    requests: int

    @property
    def total(self) -> int:
        return sum(self.bytes.values())

    @property
    def page(self) -> int:
        """Document, styles and scripts together: what has to arrive before the page is there."""
        return sum(self.bytes.get(kind, 0) for kind in ("Document", "Stylesheet", "Script"))


def weigh(page: Page, address: str) -> Weight:
    """Open an address in a browser with an empty cache and weigh all it loads."""
    session = page.context.new_cdp_session(page)
    kinds: dict[str, str] = {}
    weights: Counter[str] = Counter()

    def responded(event: dict[str, Any]) -> None:
        kinds[event["requestId"]] = event["type"]

    def finished(event: dict[str, Any]) -> None:
        if event["requestId"] in kinds:  # else it belongs to what was open before
            weights[kinds[event["requestId"]]] += int(event["encodedDataLength"])

    session.on("Network.responseReceived", responded)
    session.on("Network.loadingFinished", finished)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    page.goto(address, wait_until="networkidle")
    session.detach()
    return Weight(dict(weights), len(kinds))
