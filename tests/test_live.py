"""News of a workshop: a version to poll, events that hint at it."""

from collections.abc import Callable
from itertools import islice

from flask import Flask

from harness.visitor import Visitor
from harness.workshop import begin
from quiz.web.hub import Hub
from quiz.web.live import hints


def test_it_tells_the_version_and_keeps_quiet_while_it_stays(app: Flask, client: Visitor) -> None:
    led = begin(app, client)
    address = f"/workshops/{led.code}/version"
    first = client.get(address)
    assert (first.text, first.mimetype) == ("1\n", "text/plain")
    tag = {"If-None-Match": first.headers["ETag"]}
    same = client.get(address, headers=tag)
    assert (same.status_code, same.text) == (304, "")
    led.step("vote")
    assert client.get(address, headers=tag).text == "2\n"


def test_it_knows_no_workshop_without_its_code(client: Visitor) -> None:
    for name in ("version", "events"):
        assert client.get(f"/workshops/000000/{name}").status_code == 404


def test_it_sends_events_as_soon_as_somebody_listens(app: Flask, client: Visitor) -> None:
    led = begin(app, client)
    led.step("vote")
    response = client.get(f"/workshops/{led.code}/events", buffered=False)
    assert response.mimetype == "text/event-stream"
    assert response.headers["Cache-Control"] == "no-store"
    sent = [str(part, "utf-8") for part in islice(response.iter_encoded(), 2)]
    assert sent[0].startswith("retry: ")
    assert sent[1] == "data: version 2\n\n"
    assert app.extensions["says_who"].hub._taken == 1  # noqa: SLF001 - a listener has a seat
    response.close()
    assert app.extensions["says_who"].hub._taken == 0  # noqa: SLF001 - and gives it back


def test_it_sends_people_away_to_poll_when_all_seats_are_taken(
    app: Flask, visitor: Callable[[], Visitor]
) -> None:
    led = begin(app, visitor())
    app.extensions["says_who"].hub = Hub(seats=0)
    assert visitor().get(f"/workshops/{led.code}/events").status_code == 204


def test_it_hints_at_each_move_and_at_answers() -> None:
    hub = Hub(9)
    room = hub.room("w")
    stream = hints(hub, "w", lambda: 4, host=True)
    assert next(stream).startswith("retry")
    assert next(stream) == "data: version 4\n\n"
    room.move(5)
    assert next(stream) == "data: version 5\n\n"
    room.stir()
    assert next(stream) == "event: stir\ndata: 1\n\n"
    assert next(stream) == "data: version 5\n\n"
