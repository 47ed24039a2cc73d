"""What is done at the start and then once a day: deleting what is too old to keep."""

import threading
from collections.abc import Callable
from contextlib import suppress

_HOUR = 3600.0


class Housekeeping:
    """A thread that does a chore each time a new day has come.

    When the chore raises ``busy``, it is tried again the next time the thread looks.
    """

    def __init__(
        self, chore: Callable[[], object], today: Callable[[], object], busy: type[Exception]
    ) -> None:
        self._chore, self._today, self._busy = chore, today, busy
        self._done: object = None
        self._stopped = threading.Event()

    def do(self) -> None:
        """Do the chore unless it was done today."""
        day = self._today()
        if day != self._done:
            self._chore()
            self._done = day

    def start(self, every: float = _HOUR) -> None:
        """Look from now on every so many seconds whether a new day has come."""
        threading.Thread(target=self._run, args=(every,), daemon=True).start()

    def stop(self) -> None:
        self._stopped.set()

    def _run(self, every: float) -> None:
        while not self._stopped.wait(every):
            with suppress(self._busy):
                self.do()
