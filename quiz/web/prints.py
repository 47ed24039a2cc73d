"""Pages that many people see alike are rendered once; each copy gets its reader's own token.

A room of phones asks for the next question at the same moment, and what they get differs by
nothing but the token against forged requests.
"""

from collections.abc import Callable, Hashable
from threading import Lock

from flask_wtf.csrf import generate_csrf


class Prints:
    """The latest ``room`` pages, each cut where a token belongs."""

    def __init__(self, room: int = 128) -> None:
        self._room = room
        self._lock = Lock()
        self._pages: dict[Hashable, list[str]] = {}

    def copy(self, key: Hashable, render: Callable[[], str]) -> str:
        """Return the page with this key, with the token of whoever asks.

        ``render`` makes it where it is not at hand; ``key`` must hold all that it depends on.
        """
        token: str = generate_csrf()
        pieces = self._pages.get(key)
        if pieces is None:
            pieces = render().split(token)
            self._keep(key, pieces)
        return token.join(pieces)

    def _keep(self, key: Hashable, pieces: list[str]) -> None:
        with self._lock:
            self._pages[key] = pieces
            if len(self._pages) > self._room:
                del self._pages[next(iter(self._pages))]
