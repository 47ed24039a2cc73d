"""200 people answer at once, a real server is killed in the middle, and nothing is lost."""

import http.client
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from harness.crowd import Device, Host, Town, at_once, town
from harness.process import QuizProcess, StartServer

PEOPLE = 200
LEVELS = ("None", "Weak", "Partial", "Strong")


def answer(host: Host, number: int, person: Device) -> int:
    """Let somebody answer question 1; return the status, or 0 when the line broke."""
    try:
        path = f"/workshops/{host.code}/votes"
        return person.post(path, question=1, round=1, level=number % 4, sure=1 + number % 3)[0]
    except (OSError, http.client.HTTPException):
        return 0


def kept(host: Host, number: int, person: Device) -> bool:
    """Tell whether somebody's phone shows the answer that they gave."""
    page = person.get(f"/workshops/{host.code}")[1]
    return f"Your answer is kept:</b> {LEVELS[number % 4]}," in page


@pytest.fixture
def quiz(start_server: StartServer) -> QuizProcess:
    return start_server()


@pytest.fixture
def people(quiz: QuizProcess) -> Iterator[Town]:
    with town(quiz.url) as arrived:
        yield arrived


def test_it_stores_200_answers_of_200_given_at_once(quiz: QuizProcess, people: Town) -> None:
    host, other = (people.begin(quiz.organiser_key) for _ in range(2))
    phones = list(enumerate(people.join(host, PEOPLE)))
    host.step("vote")
    other.step("vote")
    assert Counter(at_once(lambda each: answer(host, *each), phones)) == {303: PEOPLE}
    assert host.count == f"{PEOPLE} of {PEOPLE} answered"
    assert other.count == "0 of 0 answered"
    assert all(at_once(lambda each: kept(host, *each), phones, threads=16))
    assert Counter(at_once(lambda each: answer(other, *each), phones[:9], 9)) == {403: 9}
    assert "30 %" in host.step("reveal")  # a quarter, in tenths
    assert Counter(at_once(lambda each: answer(host, *each), phones)) == {409: PEOPLE}


def test_it_loses_no_acknowledged_answer_when_killed(quiz: QuizProcess, people: Town) -> None:
    host = people.begin(quiz.organiser_key)
    phones = list(enumerate(people.join(host, PEOPLE)))
    host.step("vote")
    enough, acknowledged = Event(), set()

    def give(each: tuple[int, Device]) -> None:
        if answer(host, *each) == 303:
            acknowledged.add(each[0])
            if len(acknowledged) >= PEOPLE // 4:
                enough.set()

    def strike() -> None:
        enough.wait(60)
        quiz.kill()

    with ThreadPoolExecutor(1) as striker:
        struck = striker.submit(strike)
        at_once(give, phones)
        struck.result()
    assert PEOPLE // 4 <= len(acknowledged) < PEOPLE, "the server was killed too late to tell"
    for device in people.devices:
        device.close()
    quiz.start_again()
    assert "Question 1 of 6: vote now" in host.device.get(f"/workshops/{host.code}/host")[1]
    found = at_once(lambda each: kept(host, *each), phones, threads=16)
    assert acknowledged <= {number for number, is_kept in enumerate(found) if is_kept}
    assert set(at_once(lambda each: answer(host, *each), phones)) == {303}
    assert host.count == f"{PEOPLE} of {PEOPLE} answered"
