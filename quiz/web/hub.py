"""Who waits for news of a workshop, and how they are woken. Threads wait here, no database does.

Phones are woken when the workshop moves. A host's screen is woken also when somebody joins or
answers; phones learn of that the next time their wait ends anyway, so that one answer does not
wake the whole room.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Condition, Lock


@dataclass(frozen=True)
class News:
    """What there is to know: the workshop's version, and a count of answers and arrivals."""

    version: int
    stirs: int


class Room:
    """One workshop's waiting room."""

    def __init__(self) -> None:
        lock = Lock()
        self._moves = Condition(lock)
        self._stirs = Condition(lock)
        self._news = News(0, 0)

    def move(self, version: int) -> None:
        """Wake everybody: there is a new version. An older one than known changes nothing."""
        with self._moves:
            if version > self._news.version:
                self._news = News(version, self._news.stirs)
                self._moves.notify_all()
                self._stirs.notify_all()

    def stir(self) -> None:
        """Wake the host's screens: somebody has joined or answered."""
        with self._stirs:
            self._news = News(self._news.version, self._news.stirs + 1)
            self._stirs.notify_all()

    @property
    def news(self) -> News:
        return self._news

    def wait(self, seen: News, seconds: float, *, host: bool) -> News:
        """Return the news once there is some, or what is known after so many seconds."""
        if host:
            with self._stirs:
                self._stirs.wait_for(lambda: self._news != seen, seconds)
        else:
            with self._moves:
                self._moves.wait_for(lambda: self._news.version != seen.version, seconds)
        return self._news


class Hub:
    """The waiting rooms of all workshops, with seats for ``seats`` listeners in all.

    Each listener keeps a thread of the server; without a limit no thread would be left to answer.
    """

    def __init__(self, seats: int) -> None:
        self._seats = seats
        self._taken = 0
        self._lock = Lock()
        self._rooms: dict[str, Room] = {}

    def room(self, workshop: str) -> Room:
        """Return the waiting room of a workshop."""
        with self._lock:
            return self._rooms.setdefault(workshop, Room())

    @property
    def full(self) -> bool:
        return self._taken >= self._seats

    @contextmanager
    def seat(self) -> Iterator[None]:
        """Take a seat for as long as somebody listens."""
        with self._lock:
            self._taken += 1
        try:
            yield
        finally:
            with self._lock:
                self._taken -= 1
