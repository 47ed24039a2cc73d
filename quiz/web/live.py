"""News of a workshop: a plain version to poll, and events that hint at a new one.

An event carries no contents: “version 17” tells a page to fetch itself again.
"""

import random
from collections.abc import Callable, Iterator

from flask import Blueprint, Response, request

from quiz.store.workshops import find_workshop
from quiz.web import people
from quiz.web.hub import Hub, News, Room
from quiz.web.screens import find
from quiz.web.services import services

blueprint = Blueprint("live", __name__)

_BEAT = 10.0  # seconds after which something is sent anyway, so that a dead line is noticed
_CALM = 1.0  # seconds between two signs of life for a host's screen


@blueprint.get("/workshops/<code>/version")
def version(code: str) -> Response:
    """Tell which version of the workshop is current, for whoever cannot hear events."""
    response = Response(f"{find(code).state.version}\n", mimetype="text/plain")
    response.set_etag(response.get_data(as_text=True).strip())
    response.make_conditional(request)
    return response


@blueprint.get("/workshops/<code>/events")
def events(code: str) -> Response:
    """Hint at each new version as long as somebody listens, or send them away to poll."""
    workshop = find(code)
    hub, store = services().hub, services().store
    if hub.full:
        return Response(
            status=204, mimetype="text/plain"
        )  # an event source does not come back after this

    def now() -> int:
        found = find_workshop(store, workshop.code)
        return found.state.version if found else 0

    stream = hints(hub, workshop.id, now, host=people.host_key(workshop) is not None)
    return Response(stream, mimetype="text/event-stream", headers={"X-Accel-Buffering": "no"})


def hints(hub: Hub, workshop: str, now: Callable[[], int], *, host: bool) -> Iterator[str]:
    """Yield events for one listener, without end. ``now`` reads the version from the store."""
    room = hub.room(workshop)
    with hub.seat():
        yield f"retry: {random.randint(1000, 4000)}\n\n"  # noqa: S311 - spreads people out
        stirs = room.news.stirs
        room.move(now())
        while True:
            news = room.news
            if news.stirs != stirs:
                yield f"event: stir\ndata: {news.stirs}\n\n"
            yield f"data: version {news.version}\n\n"
            stirs = news.stirs
            if _next(room, news, host=host) == news:
                room.move(now())  # another process may have moved it


def _next(room: Room, seen: News, *, host: bool) -> News:
    """Wait for news. Whatever stirs a host's screen does so once a second at most."""
    if not host:
        return room.wait(seen, _BEAT, host=False)
    news = room.wait(seen, _CALM, host=False)
    return news if news != seen else room.wait(seen, _BEAT, host=True)
