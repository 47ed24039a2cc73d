"""Chores are done at the start and once a day."""

import threading

from quiz.housekeeping import Housekeeping


def test_it_does_the_chore_once_a_day() -> None:
    days = iter(["Monday", "Monday", "Tuesday"])
    done: list[str] = []
    house = Housekeeping(lambda: done.append("swept"), lambda: next(days), BlockingIOError)
    for expected in (1, 1, 2):
        house.do()
        assert len(done) == expected


def test_it_looks_again_and_again_whether_a_new_day_has_come() -> None:
    day, swept = [0], threading.Semaphore(0)

    def today() -> int:
        day[0] += 1
        return day[0]

    house = Housekeeping(swept.release, today, BlockingIOError)
    house.start(every=0.001)
    assert all(swept.acquire(timeout=10) for _ in range(3))
    house.stop()


def test_it_tries_again_when_the_store_was_busy() -> None:
    tried = threading.Semaphore(0)

    def chore() -> None:
        tried.release()
        raise BlockingIOError

    house = Housekeeping(chore, lambda: "Monday", BlockingIOError)
    house.start(every=0.001)
    assert all(tried.acquire(timeout=10) for _ in range(2))
    house.stop()
