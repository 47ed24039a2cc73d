"""How a workshop of 200 phones fares: ``python bench/workshop.py [people]``, on loopback alone.

Prints answers a second and their 95th percentile beside those of a request that does nothing in
the same server; what a phone transfers from the code to its first answer; and the time from the
host's click until 95 % of the phones have the next question, with events and with polls. The
phones are threads of this process, so that both share the machine's cores.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

HOUSE = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(HOUSE), str(HOUSE / "tests")]

from harness.crowd import Device, Host, at_once, town
from harness.process import QuizProcess

PEOPLE = int(sys.argv[1]) if len(sys.argv) > 1 else 200
POLL = 2.0  # seconds between two polls of static/live.js
_RNG = Random(1)  # noqa: S311 - spreads the polls


def main() -> None:
    """Start a server, lead one workshop through two questions, print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        quiz = QuizProcess(Path(folder), {})
        try:
            with town(quiz.url) as people:
                host = people.begin(quiz.organiser_key)
                phones = people.join(host, PEOPLE)
                host.step("vote")
                print(f"{PEOPLE} phones")
                first = people.arrive()
                weigh(host, first)
                burst("floor: GET /health", phones, lambda p: p.get("/health")[0] == 200)
                burst("answers at once", phones, lambda p: vote(host, p, 1))
                host.step("reveal")
                asyncio.run(spread(host, phones, "events", hear))
                host.step("reveal")
                asyncio.run(spread(host, phones, "polls", poll))
        finally:
            quiz.stop()


def vote(host: Host, person: Device, question: int) -> bool:
    """Send an answer; tell whether it was acknowledged."""
    path = f"/workshops/{host.code}/votes"
    return person.post(path, question=question, round=1, level=1, sure=2)[0] == 303


def burst(name: str, phones: list[Device], do: Callable[[Device], bool]) -> None:
    """Let every phone do the same at once; print the rate and the 95th percentile."""

    def timed(person: Device) -> float:
        begin = time.perf_counter()
        assert do(person), name
        return time.perf_counter() - begin

    begin = time.perf_counter()
    took = sorted(at_once(timed, phones))
    rate = len(phones) / (time.perf_counter() - begin)
    print(f"{name:<36}{rate:>8.0f} a second, 95 % within {_p95(took):.2f} s")


def weigh(host: Host, phone: Device) -> None:
    """Print what a first answer takes: the pages, a style sheet, a script, the events, the vote."""
    for path in (f"/workshops/{host.code}", "/static/style.css", "/static/icon.svg"):
        phone.get(path)
    phone.follow("/join", code=host.code)
    phone.get("/static/live.js")
    assert vote(host, phone, 1)
    kilobytes = phone.received / 1000
    print(f"from the code to the first answer   {phone.requests + 1} requests, {kilobytes:.1f} KB")


async def spread(host: Host, phones: list[Device], name: str, learn: Callable) -> None:  # type: ignore[type-arg]
    """Print how long after the host's click 95 % of the phones have the next question."""
    version = int(phones[0].get(f"/workshops/{host.code}/version")[1])
    ready = [asyncio.Event() for _ in phones]
    waiting = [
        asyncio.create_task(_next(host, phone, learn, version, event))
        for phone, event in zip(phones, ready, strict=True)
    ]
    await asyncio.gather(*(event.wait() for event in ready))
    await asyncio.sleep(1)
    begin = time.perf_counter()
    await asyncio.to_thread(host.step, "next")
    clicked = time.perf_counter() - begin
    took = sorted(when - begin for when in await asyncio.gather(*waiting))
    print(f"next question, with {name:<16}  95 % within {_p95(took):.2f} s (click {clicked:.2f} s)")


async def _next(
    host: Host,
    phone: Device,
    learn: Callable,  # type: ignore[type-arg]
    version: int,
    ready: asyncio.Event,
) -> float:
    await learn(host, phone, version, ready)
    page = await _fetch(phone, f"/workshops/{host.code}")
    assert "Send my answer" in page
    return time.perf_counter()


async def hear(host: Host, phone: Device, version: int, ready: asyncio.Event) -> None:
    """Listen until an event names a newer version."""
    reader, writer = await _ask(phone, f"/workshops/{host.code}/events")
    ready.set()
    while line := await reader.readline():
        if line.startswith(b"data: version") and int(line.split()[2]) > version:
            break
    writer.close()


async def poll(host: Host, phone: Device, version: int, ready: asyncio.Event) -> None:
    """Ask for the version now and then, as the script does, until there is a newer one."""
    ready.set()
    while True:
        await asyncio.sleep(POLL * _RNG.uniform(0.7, 1.2))
        text = await _fetch(phone, f"/workshops/{host.code}/version")
        if int(text.rstrip().splitlines()[-1]) > version:
            return


async def _fetch(phone: Device, path: str) -> str:
    reader, writer = await _ask(phone, path, "Connection: close\r\n")
    text = (await reader.read()).decode()
    writer.close()
    return text


async def _ask(
    phone: Device, path: str, more: str = ""
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    host, _, port = phone.url.removeprefix("http://").partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    head = f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nCookie: {phone.cookie}\r\n{more}\r\n"
    writer.write(head.encode())
    return reader, writer


def _p95(values: list[float]) -> float:
    return values[max(0, -(-95 * len(values) // 100) - 1)]


if __name__ == "__main__":
    main()
