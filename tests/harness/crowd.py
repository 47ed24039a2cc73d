"""A room full of phones that speak HTTP to a real server, over loopback alone."""

import gzip
import http.client
import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar
from urllib.parse import urlencode, urlsplit

_T = TypeVar("_T")
_R = TypeVar("_R")
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_VERSION = re.compile(r'name="version" value="(\d+)"')


@dataclass
class Device:
    """A browser without a screen: one connection that is kept, a cookie, a token."""

    url: str
    cookie: str = ""
    token: str = ""
    received: int = 0
    requests: int = 0
    connection: http.client.HTTPConnection | None = field(default=None, repr=False)

    def get(self, path: str) -> tuple[int, str]:
        """Fetch a page; return its status and text, and remember its token."""
        return self._send("GET", path, None)

    def post(self, path: str, **fields: object) -> tuple[int, str]:
        """Send a form with the latest token; return the status and where it leads."""
        return self._send("POST", path, urlencode({"csrf_token": self.token, **fields}))

    def follow(self, path: str, **fields: object) -> str:
        """Send a form and return the page that it leads to."""
        status, location = self.post(path, **fields)
        assert status == 303, (status, location)
        return self.get(location)[1]

    def close(self) -> None:
        """Hang up."""
        if self.connection:
            self.connection.close()
        self.connection = None

    def _send(self, method: str, path: str, body: str | None) -> tuple[int, str]:
        if self.connection is None:
            self.connection = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=60)
        headers = {"Accept-Encoding": "gzip", "Cookie": self.cookie}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
            content = answer.read()
        except (OSError, http.client.HTTPException):
            self.close()
            raise
        self.requests += 1
        self.received += len(content) + len(str(answer.headers))
        for value in answer.headers.get_all("Set-Cookie", ()):
            self.cookie = value.partition(";")[0]
        if answer.headers.get("Content-Encoding") == "gzip":
            content = gzip.decompress(content)
        text = content.decode()
        if found := _TOKEN.search(text):
            self.token = found[1]
        return answer.status, answer.headers.get("Location") or text


@dataclass
class Host:
    """Alice's laptop, leading one workshop."""

    device: Device
    code: str

    def step(self, to: str) -> str:
        """Take a step from her current page and return the next one."""
        path = f"/workshops/{self.code}"
        found = _VERSION.search(self.device.get(f"{path}/host")[1])
        assert found is not None
        return self.device.follow(f"{path}/phase", version=found[1], to=to)

    @property
    def count(self) -> str:
        """What her page says of joined and answered."""
        page = self.device.get(f"/workshops/{self.code}/host")[1]
        found = re.search(r'id="count">(.*?)</p>', page, re.DOTALL)
        return re.sub("<[^>]+>", "", found[1]) if found else ""


@dataclass
class Town:
    """Everybody with a device, at one server."""

    url: str
    devices: list[Device] = field(default_factory=list)

    def arrive(self) -> Device:
        """Let somebody come with a fresh browser."""
        self.devices.append(Device(self.url))
        return self.devices[-1]

    def begin(self, organiser_key: str) -> Host:
        """Begin a workshop with the usual settings."""
        device = self.arrive()
        device.get("/organiser")
        device.follow("/organiser", key=organiser_key)
        status, location = device.post("/workshops/new")
        assert status == 303, location
        return Host(device, location.split("/")[2])

    def join(self, host: Host, size: int) -> list[Device]:
        """Let so many people join a workshop."""

        def enter(person: Device) -> Device:
            person.get(f"/workshops/{host.code}")
            person.follow("/join", code=host.code)
            return person

        return at_once(enter, [self.arrive() for _ in range(size)], threads=16)


@contextmanager
def town(url: str) -> Iterator[Town]:
    """Open a server to people whose connections are closed in the end."""
    people = Town(url)
    try:
        yield people
    finally:
        for device in people.devices:
            device.close()


def at_once(do: Callable[[_T], _R], items: Iterable[_T], threads: int = 200) -> list[_R]:
    """Do something for all items at the same time, and return what came of it."""
    with ThreadPoolExecutor(threads) as people:
        return list(people.map(do, items))
