"""Guessing codes and keys is slow; being right never is."""

from threading import Event, Thread

import pytest
from werkzeug.exceptions import TooManyRequests

from quiz.web.guessing import Guesses


class Time:
    """A clock that moves only when somebody sleeps or a test says so."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))


def test_it_lets_people_mistype() -> None:
    time = Time()
    guesses = Guesses(lambda: time.now, time.sleep)
    for _ in range(20):
        guesses.failed()
    assert time.slept == []


def test_it_holds_back_the_longer_the_more_fail() -> None:
    time = Time()
    guesses = Guesses(lambda: time.now, time.sleep)
    for _ in range(60):
        guesses.failed()
    assert time.slept[:3] == [0.1, 0.2, 0.3]
    assert max(time.slept) == time.slept[-1] == 2.0


def test_it_forgets_after_a_minute() -> None:
    time = Time()
    guesses = Guesses(lambda: time.now, time.sleep)
    for _ in range(30):
        guesses.failed()
    time.now, time.slept = 61.0, []
    guesses.failed()
    assert time.slept == []


def test_it_holds_back_only_a_few_at_once() -> None:
    go = Event()

    def hold(_seconds: float) -> None:
        go.wait()

    guesses = Guesses(sleep=hold)
    for _ in range(20):
        guesses.failed()
    waiting = [Thread(target=guesses.failed) for _ in range(16)]
    for thread in waiting:
        thread.start()
    while guesses._places.acquire(blocking=False):  # noqa: SLF001 - until all have sat down
        guesses._places.release()  # noqa: SLF001
    with pytest.raises(TooManyRequests):
        guesses.failed()
    go.set()
    for thread in waiting:
        thread.join()
