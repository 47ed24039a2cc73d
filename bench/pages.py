"""How long the pages of learning alone take, beside a page of the same app that does nothing.

Run: .venv/bin/python -m bench.pages
"""

import re
import statistics
import tempfile
import time
from pathlib import Path

from flask.testing import FlaskClient

from app import create_app
from quiz.settings import Settings

ROUNDS = 200
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_STATEMENT = re.compile(r'name="statement" value="([^"]+)"')


def main() -> None:
    """Print median and 95th percentile of each page, in milliseconds, and its weight."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings(data=Path(folder)))
        client = app.test_client()
        answered(client)
        print(f"{'page':<44}{'median ms':>10}{'p95 ms':>10}{'KB gzip':>10}")
        for name, address in {
            "floor: /health": "/health",
            "home": "/",
            "start of a set": "/practise/kratom",
            "question": "/practise/kratom/questions/2",
            "answer, explained": "/practise/kratom/questions/1/answer",
            "document, every sentence shown": "/documents/kratom/kratom-heart?show=all",
            "about the bank": "/documents/kratom",
        }.items():
            measure(client, name, address)
        app.extensions["says_who"].store.close()


def answered(client: FlaskClient) -> None:
    """Begin a set and answer its first question."""
    page = client.get("/practise/kratom").text
    token = _found(_TOKEN, page)
    client.post("/practise/kratom", data={"csrf_token": token, "size": "20", "form": "rate"})
    page = client.get("/practise/kratom/questions/1").text
    answer = {"statement": _found(_STATEMENT, page), "level": "0", "sure": "1"}
    sent = client.post("/practise/kratom/questions/1", data={"csrf_token": token, **answer})
    assert sent.status_code == 303


def measure(client: FlaskClient, name: str, address: str) -> None:
    """Fetch a page again and again, as a browser that takes gzip."""
    times = []
    weight = 0
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        response = client.get(address, headers={"Accept-Encoding": "gzip"})
        times.append((time.perf_counter() - begin) * 1000)
        assert response.status_code == 200
        weight = len(response.data)
    p95 = statistics.quantiles(times, n=20)[-1]
    print(f"{name:<44}{statistics.median(times):>10.2f}{p95:>10.2f}{weight / 1000:>10.1f}")


def _found(pattern: re.Pattern[str], page: str) -> str:
    match = pattern.search(page)
    assert match, f"the page has no {pattern.pattern}"
    return match[1]


if __name__ == "__main__":
    main()
