"""Slowing down whoever guesses codes and keys, without ever being in the way of a right one.

Failures are counted for everybody together: 500 phones in a room share one address. Only an
answer that says “wrong” waits; few wait at once, so that guessing cannot use up the threads.
"""

import time
from collections import deque
from collections.abc import Callable
from threading import BoundedSemaphore

from werkzeug.exceptions import TooManyRequests

_WINDOW = 60.0  # seconds during which a failure counts
_FREE = 20  # failures in that time that people make by mistyping
_LONGEST = 2.0  # seconds
_WAITING = 16


class Guesses:
    """The failures of the last minute."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._failures: deque[float] = deque(maxlen=1000)
        self._places = BoundedSemaphore(_WAITING)

    def failed(self) -> None:
        """Note a wrong code or key, and hold its answer back the longer the more there were.

        Raises TooManyRequests when too many are held back already.
        """
        now = self._clock()
        self._failures.append(now)
        recent = sum(now - when < _WINDOW for when in list(self._failures))
        if recent <= _FREE:
            return
        if not self._places.acquire(blocking=False):
            raise TooManyRequests
        try:
            self._sleep(min(_LONGEST, 0.1 * (recent - _FREE)))
        finally:
            self._places.release()
