import http.client
import urllib.request

import pytest
from playwright.sync_api import Browser, Page

from harness.chromium import OpenPage, Watch, assert_accessible, weigh
from harness.nu import assert_valid_html, errors
from harness.process import QuizProcess, StartServer

GOOD = """<!doctype html><html lang="en"><head><title>A page</title></head>
<body><main><h1>A page</h1>
<button type="button">Go</button></main></body></html>"""


def test_nu_finds_errors_with_their_documents() -> None:
    bad = GOOD.replace("<button", '<button href="/"')
    (found,) = errors({"good": GOOD, "the bad page": bad})
    assert found.startswith("the bad page, line 3: Attribute “href” not allowed")
    with pytest.raises(AssertionError, match="the bad page"):
        assert_valid_html({"the bad page": bad})


def test_axe_finds_what_hides_from_some_people(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(GOOD)
    assert_accessible(page)
    page.set_content(GOOD.replace(">Go<", "><"))
    with pytest.raises(AssertionError, match=r"(?s)in light: .*button-name"):
        assert_accessible(page)
    dark = "<style>@media (prefers-color-scheme: dark) { h1 { color: #eee } }</style>"
    page.set_content(GOOD.replace("</head>", f"{dark}</head>"))
    with pytest.raises(AssertionError, match=r"(?s)in dark: .*color-contrast"):
        assert_accessible(page)
    page.close()


def watched(browser: Browser, server: QuizProcess, script: str) -> list[str]:
    """What a watch says of a script in a page of the quiz."""
    watch = Watch(server.url)
    context = browser.new_context()
    watch.over(context)
    page = context.new_page()
    page.goto(server.url)
    page.evaluate(script)
    for _ in range(200):  # what the script does comes when it comes
        if watch.flaws:
            break
        page.wait_for_timeout(50)
    context.close()
    return watch.flaws


@pytest.mark.parametrize(
    ("script", "flaw"),
    [
        ("console.error('oh')", "console: oh"),
        ("setTimeout(() => { throw new Error('oh') })", "script error: oh"),
        ("fetch('/static/not-there.css')", "404 for http://"),
        ("location = 'http://192.0.2.1/'", "request to another host: http://192.0.2.1/"),
        ("document.head.innerHTML += '<style>p {}</style>'", "Content Security Policy"),
    ],
)
def test_a_watch_sees_what_goes_wrong(
    browser: Browser, server: QuizProcess, script: str, flaw: str
) -> None:
    found = watched(browser, server, script)
    assert any(flaw in each for each in found), found


def test_a_watch_has_nothing_against_a_page_that_is_not_there(page: Page) -> None:
    answer = page.goto("/nowhere")
    assert answer is not None
    assert answer.status == 404


def test_each_page_is_another_person(open_page: OpenPage) -> None:
    bob, charlie = open_page(), open_page(java_script_enabled=False)
    bob.goto("/")
    charlie.goto("/")
    bob.context.add_cookies([{"name": "mine", "value": "1", "url": bob.url}])
    assert not any(cookie.get("name") == "mine" for cookie in charlie.context.cookies())
    with pytest.raises(AssertionError, match="axe needs JavaScript"):
        assert_accessible(charlie)


def test_a_page_is_weighed_on_the_wire(page: Page, server: QuizProcess) -> None:
    weight = weigh(page, "/")
    connection = http.client.HTTPConnection(server.url.removeprefix("http://"))
    connection.request("GET", "/", headers={"Accept-Encoding": "gzip"})
    least = len(connection.getresponse().read())
    connection.close()
    assert least < weight.bytes["Document"] < least + 2000
    assert weight.bytes["Stylesheet"] > 0
    assert (
        weight.total
        >= weight.page
        == sum(weight.bytes.get(kind, 0) for kind in ("Document", "Stylesheet", "Script"))
    )
    assert weight.requests >= 2


def get(address: str) -> int:
    with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own server
        return int(answer.status)


def test_a_server_survives_a_power_cut_and_starts_again(start_server: StartServer) -> None:
    quiz = start_server(QUIZ_KEEP_DAYS="3")
    assert get(quiz.url + "/health") == 200
    quiz.kill()
    with pytest.raises(OSError, match="Connection refused"):
        get(quiz.url + "/health")
    quiz.start_again()
    assert get(quiz.url + "/health") == 200
    assert f"Organiser key: {quiz.organiser_key}\n" in quiz.log
    assert quiz.stop() == 0


def test_a_server_that_cannot_start_says_so_in_one_sentence(start_server: StartServer) -> None:
    with pytest.raises(AssertionError) as refused:
        start_server(QUIZ_QUESTIONS="/nowhere")
    assert str(refused.value).count("\n") == 1
