import pytest
from flask import Flask, g, redirect, request
from flask_wtf import CSRFProtect
from werkzeug.wrappers import Response

from harness.visitor import Form, Visitor

PAGE = """<!doctype html><html lang="en"><head><title>A page</title></head>
<body><main>{}</main></body></html>"""
FORM = """<h1>Ask</h1><form method="post" action="/answer">
<input type="hidden" name="csrf_token" value="{token}">
<input type="hidden" name="statement" value="s1">
<label><input type="radio" name="level" value="0" checked> 0</label>
<label><input type="radio" name="level" value="1"> 1</label>
<label><input type="checkbox" name="words" value="3"> 3</label>
<label><input type="checkbox" name="words" value="4"> 4</label>
<label>Why <textarea name="why">because</textarea></label>
<label>Size <select name="size"><option value="6">6</option><option selected>10</option></select>
</label><label>File <input type="file" name="upload"></label>
<button name="go" value="1">Go</button></form>
<form method="post" action="/forget"><input type="hidden" name="csrf_token" value="{token}">
</form>"""


@pytest.fixture
def app() -> Flask:
    app = Flask(__name__)
    app.config.update(SECRET_KEY="made up", TESTING=True)
    app.test_client_class = Visitor
    CSRFProtect(app)

    @app.get("/")
    def ask() -> str:
        token = app.jinja_env.globals["csrf_token"]()  # type: ignore[operator]
        return PAGE.format(FORM.format(token=token))

    @app.post("/answer")
    def answer() -> Response:
        sent = "; ".join(
            f"{name}: {', '.join(request.form.getlist(name))}" for name in sorted(request.form)
        )
        return redirect(f"/thanks?sent={sent.partition('; ')[2]}")

    @app.get("/thanks")
    def thanks() -> str:
        return PAGE.format(
            f"<h1>Thanks</h1><p>{request.args['sent']}</p><p>{request.args['sent']}</p>"
        )

    @app.get("/careless")
    def careless() -> str:
        return PAGE.format("<p>No heading</p>")

    @app.get("/counted")
    def counted() -> dict[str, int]:
        g.visits = g.get("visits", 0) + 1
        return {"visits": g.visits}

    return app


def test_it_sends_a_form_as_a_browser_does(client: Visitor) -> None:
    page = client.visit("/")
    thanks = client.submit(page, {"level": "1", "words": ["3", "4"]}, action="/answer")
    assert (thanks.status, thanks.path, thanks.heading) == (200, "/thanks", "Thanks")
    assert thanks.texts("p")[0] == "level: 1; size: 10; statement: s1; why: because; words: 3, 4"


def test_it_leaves_what_stands_in_the_form(client: Visitor) -> None:
    thanks = client.submit(client.visit("/"), action="/answer")
    assert thanks.texts("p")[0] == "level: 0; size: 10; statement: s1; why: because"


def test_it_refuses_to_fill_in_what_is_not_there(client: Visitor) -> None:
    with pytest.raises(AssertionError, match=r"has no \{'colour'\}"):
        client.submit(client.visit("/"), {"colour": "red"}, action="/answer")
    with pytest.raises(AssertionError, match="2 forms match None"):
        client.submit(client.visit("/"))
    with pytest.raises(AssertionError, match="0 forms match /elsewhere"):
        client.submit(client.visit("/"), action="/elsewhere")


def test_it_meets_the_csrf_protection(client: Visitor) -> None:
    token = client.visit("/").csrf_token
    assert client.post("/answer", data={"csrf_token": token}).status_code == 302
    form = client.visit("/").form("/forget")
    assert form == Form("/forget", {"csrf_token": [token]}, frozenset({"csrf_token"}))


def test_it_lints_every_page(client: Visitor) -> None:
    with pytest.raises(AssertionError, match=r"^/careless: 0 h1 instead of one"):
        client.get("/careless")


def test_two_visits_share_no_context(app: Flask) -> None:
    assert [app.test_client().get("/counted").json for _ in range(2)] == [{"visits": 1}] * 2
