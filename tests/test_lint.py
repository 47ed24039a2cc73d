import pytest

from harness.lint import flaws

GOOD = """<!doctype html><html lang="en"><head><title>A page</title>
<link rel="stylesheet" href="/static/style.css"><link rel="icon" href="data:,"></head><body><main>
<h1>A page</h1><p id="hint">Say it.</p><a href="#hint">Skip</a>
<form method="post"><input type="hidden" name="csrf_token" value="x">
<label for="a">A</label><input id="a" aria-describedby="hint"><label><input type="radio"> B</label>
<select aria-label="C"><option>1</option></select><textarea aria-labelledby="hint"></textarea>
<button>Go</button></form></main><script src="/static/page.js"></script></body></html>"""


def test_it_finds_nothing_wrong_with_a_good_page() -> None:
    assert flaws(GOOD) == []


@pytest.mark.parametrize(
    ("part", "instead", "flaw"),
    [
        ("<!doctype html>", "", "not well written"),
        ("</main>", "", "not well written"),
        (' lang="en"', "", "the page names no language"),
        ("<title>A page</title>", "<title> </title>", "the page has no title"),
        ("<title>A page</title>", "", "the page has no title"),
        ("<h1>A page</h1>", "", "0 h1 instead of one"),
        ("<h1>A page</h1>", "<h1>A</h1><h1>B</h1>", "2 h1 instead of one"),
        ('<a href="#hint">', '<a href="#hint" id="hint">', "id hint stands 2 times"),
        ('href="#hint"', 'href="#there"', "a points to there, which is not there"),
        ('aria-describedby="hint"', 'aria-describedby="x"', "input points to x, which is not"),
        ('<label for="a">A</label>', "", "input None has no label"),
        ('<label for="a">A</label>', '<label for="a"></label>', "input None has no label"),
        (
            '<label><input type="radio"> B</label>',
            '<input type="radio">',
            "input None has no label",
        ),
        (' aria-label="C"', "", "select None has no label"),
        (' aria-labelledby="hint"', "", "textarea None has no label"),
        ("<button>Go</button>", "<button></button>", "a button has no words"),
        ("<h1>", '<h1 style="color: red">', "h1 has a style of its own"),
        ("</head>", "<style>p {}</style></head>", "style has a style of its own"),
        ("<h1>", '<h1 onclick="go()">', "h1 has onclick"),
        ('href="#hint"', 'href="JavaScript:go()"', "a runs a script"),
        (' src="/static/page.js">', ">go()", "a script stands in the page"),
        ("/static/page.js", "//cdn.example.org/page.js", "script comes from cdn.example.org"),
        ("/static/style.css", "https://cdn.example.org/a.css", "link comes from cdn.example.org"),
        ('<input type="hidden" name="csrf_token" value="x">', "", "the form to None has no CSRF"),
        ('method="post"', 'method="get"', "puts its CSRF token into an address"),
    ],
)
def test_it_finds_each_flaw(part: str, instead: str, flaw: str) -> None:
    assert part in GOOD
    (found,) = flaws(GOOD.replace(part, instead, 1))
    assert flaw in found
