"""Learning alone, page by page. Bob practises; Charlie is a stranger."""

import random
from collections.abc import Callable
from functools import partial

import pytest
from flask import Flask
from msgspec.structs import replace

from harness import learning
from harness.banks import asking, kratom
from harness.learning import ANSWERS, START, begin, checked, go_on, links, send
from harness.lint import words
from harness.visitor import Page, Visitor
from quiz.attempts import Form
from quiz.documents import Document, Statement
from quiz.scale import Level
from quiz.store.attempts import attempts_of
from quiz.web.services import Services

STUDIES = "what-the-studies-found"


@pytest.fixture
def house(app: Flask) -> Services:
    """What the app works with; its draws are repeatable."""
    found: Services = app.extensions["says_who"]
    found.rng = random.Random(1)
    return found


@pytest.fixture
def bob(visitor: Callable[[], Visitor]) -> Visitor:
    return visitor()


@pytest.fixture
def ask(bob: Visitor, house: Services) -> Callable[..., Page]:
    """Ask Bob about these statements and return the page of his first question."""
    return partial(learning.ask, bob, house)


def test_it_offers_sets_and_leads_to_all_around_them(client: Visitor) -> None:
    page = client.visit(START)
    assert checked(page) == {"form": "rate", "size": "6"}
    assert "Your set is still here" not in page.text
    assert "not medical advice" in page.text
    for told, address in links(page).items():
        assert address.startswith("#") or client.visit(address).status == 200, told
    assert links(page)["First, a worked example: three gates, two minutes"] == f"{START}/example"
    assert f"/documents/kratom/{STUDIES}" in links(page).values()


@pytest.mark.parametrize("bank", ["bread", "kratom2"])
def test_it_knows_no_other_bank(client: Visitor, bank: str) -> None:
    for address in (f"/practise/{bank}", f"/practise/{bank}/example"):
        assert client.visit(address).status == 404


def test_it_teaches_the_three_gates_on_the_example(client: Visitor) -> None:
    page = client.visit(f"{START}/example")
    example = kratom().statements[kratom().example]
    assert page.texts("blockquote")[0] == example.text
    assert page.texts("h2") == ["Reason", "Findable", "Fits", "Count the gates"]
    for key in example.gates.values():
        assert key.because in page.text
        assert key.words in page.texts("q")
    assert "It passes the first gate" in page.text
    assert "It does not pass the second gate" in page.text
    assert example.lift in page.text
    assert links(page)["Now try it yourself"] == START


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("size", ["6", "10", "20"])
def test_it_begins_a_set_of_the_size_and_form_chosen(
    client: Visitor, form: Form, size: str
) -> None:
    page = begin(client, form, size)
    assert (page.path, page.status) == (f"{START}/questions/1", 200)
    assert f"Question 1 of {size}" in page.text


def test_it_asks_all_there_are(client: Visitor) -> None:
    assert f"Question 1 of {len(kratom().served)}" in begin(client, size="all").text


def some(supported: int, unsupported: int, *, with_cues: bool = True) -> set[str]:
    """Return so many statements of the bank that are supported, and so many that are not."""
    names = [n for n, s in kratom().served.items() if bool(s.cues) == with_cues]
    sides = [[n for n in names if kratom().served[n].level.supported == side] for side in (1, 0)]
    return {*sides[0][:supported], *sides[1][:unsupported]}


def test_it_is_honest_about_the_sets_it_can_fill(client: Visitor, house: Services) -> None:
    house.banks["kratom"] = asking(some(3, 8))
    page = client.visit(START)
    assert page.texts("label//span[@class='hint']") == [
        Form.RATE.line,
        f"{Form.COMPARE.line} (Only all there are: this bank has too few for a balanced set.)",
        Form.SPOT.line,
    ]
    assert "A set of 6 is half backed up, half not." in page.text
    refused = client.submit(page, {"form": "compare", "size": "6"})
    assert refused.status == 422
    told = "There are too few statements for such a set: choose another"
    assert links(refused)[told] == "#size"
    assert checked(refused) == {"form": "compare", "size": "6"}
    assert "Question 1 of 3" in client.submit(refused, {"size": "all"}).text


def test_it_offers_all_where_no_balanced_set_can_be_filled(
    client: Visitor, house: Services
) -> None:
    house.banks["kratom"] = asking(some(2, 8))
    page = client.visit(START)
    assert "too few statements for a balanced set" in page.text
    assert checked(page) == {"form": "rate", "size": "all"}
    assert "Question 1 of 10" in client.submit(page).text


def test_it_spots_only_where_there_are_cues(client: Visitor, house: Services) -> None:
    house.banks["kratom"] = asking(some(3, 2) | some(0, 1, with_cues=False))
    assert (
        "(Only all there are: this bank has too few for a balanced set.)"
        in client.visit(START).texts("label//span")[2]
    )
    assert "Question 1 of 5" in begin(client, Form.SPOT, "all").text
    assert "Question 1 of 6" in begin(client, Form.RATE, "6").text


def test_a_bank_without_an_example_teaches_none(client: Visitor, house: Services) -> None:
    house.banks["kratom"] = asking(some(3, 3))
    assert client.visit(f"{START}/example").status == 404
    assert f"{START}/example" not in links(client.visit(START)).values()
    assert "blockquote" not in client.visit("/").html


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"form": "rate"}, "Choose how many questions"),
        ({"form": "rate", "size": "7"}, "Choose how many questions"),
        ({"form": "guess", "size": "6"}, "Choose a form of question"),
        ({"again": "guess"}, "Choose a form of question"),
        ({"again": "rate"}, "There are too few statements for such a set: choose another"),
    ],
)
def test_it_says_what_is_wrong_with_a_set(bob: Visitor, fields: dict[str, str], error: str) -> None:
    page = send(bob, bob.visit(START), **fields)
    assert page.status == 422
    assert page.texts("div[@role='alert']//a")[0] == error
    assert page.texts("title")[0].startswith("Error: ")
    assert "Your set is still here" not in bob.visit(START).text


def test_a_question_shows_the_statement_and_nothing_of_its_key(ask: Callable[..., Page]) -> None:
    page = ask(f"{STUDIES}:s35")
    statement = kratom().statements[f"{STUDIES}:s35"]
    document = kratom().by_name[STUDIES]
    assert page.heading == "How well does this text back up this statement?"
    assert page.texts("legend")[0] == page.heading
    assert page.texts("blockquote/p")[0] == statement.text
    assert page.texts("blockquote/p[@class='reference']")[0].startswith("[6] Smith")
    assert statement.text in page.texts("details//b")
    assert checked(page) == {}
    for word in ("because", document.title, document.label, statement.lift, "mark>"):
        assert word not in page.html.replace(document.text, "")


def test_it_explains_what_it_asks_for_in_words(ask: Callable[..., Page]) -> None:
    page = ask(f"{STUDIES}:s35")
    for level in Level:
        assert f"{level.title} {level.line}" in page.text
    assert "Guessing Fairly sure Sure" in page.text


@pytest.mark.parametrize(
    ("fields", "errors"),
    [
        ({"level": "1"}, {"sure": "Choose how sure you are"}),
        ({"sure": "1"}, {"level": "Choose how well the text backs up the statement"}),
        ({"level": "4", "sure": "1"}, {"level": "Choose how well the text backs up the statement"}),
        (
            {"level": "very", "sure": "1"},
            {"level": "Choose how well the text backs up the statement"},
        ),
        (
            {"level": "-1", "sure": "3"},
            {"level": "Choose how well the text backs up the statement"},
        ),
        ({"level": "2", "sure": "0"}, {"sure": "Choose how sure you are"}),
        ({"level": "2", "sure": "²"}, {"sure": "Choose how sure you are"}),
        (
            {},
            {
                "level": "Choose how well the text backs up the statement",
                "sure": "Choose how sure you are",
            },
        ),
    ],
)
def test_it_says_first_what_is_missing_and_keeps_the_rest(
    ask: Callable[..., Page], bob: Visitor, fields: dict[str, str], errors: dict[str, str]
) -> None:
    page = send(bob, ask("kratom-heart:s01"), statement="kratom-heart:s01", **fields)
    assert page.status == 422
    assert page.texts("title")[0].startswith("Error: ")
    found = {a.get("href"): a.text for a in page.tree.findall(".//div[@role='alert']//a")}
    assert found == {f"#{name}": message for name, message in errors.items()}
    for name in errors:
        assert page.tree.find(f".//input[@id='{name}']") is not None
        assert page.tree.find(f".//p[@id='{name}-error']") is not None
    assert checked(page) == {n: v for n, v in fields.items() if n not in errors}


def test_it_asks_again_when_the_question_did_not_arrive(
    ask: Callable[..., Page], bob: Visitor
) -> None:
    page = send(bob, ask("kratom-heart:s01"), level="0", sure="2")
    assert page.status == 422
    assert "Your answer came without its question" in page.texts("div[@role='alert']")[0]
    assert checked(page) == {"level": "0", "sure": "2"}
    assert bob.submit(page).heading == "Yes: None"


def test_it_tells_your_level_beside_ours(ask: Callable[..., Page], bob: Visitor) -> None:
    page = bob.submit(ask("kratom-heart:s18"), {"level": "3", "sure": "3"})
    assert page.path == f"{START}/questions/1/answer"
    assert page.heading == "Look again: Weak"
    assert "You gave the text more credit than it earns here. You were sure" in page.text
    rows = page.texts("ol[@class='scale']/li")
    assert ["Our key" in row for row in rows] == [False, True, False, False]
    assert ["Your answer" in row for row in rows] == [False, False, False, True]


@pytest.mark.parametrize(
    ("statement", "level", "heading", "words"),
    [
        ("kratom-heart:s18", "1", "Yes: Weak", "You read it as our key does."),
        ("kratom-heart:s18", "0", "Look again: Weak", "The text offers more here"),
        ("combating-withdrawal:s11", "0", "Yes, that can be defended", "Our key says Weak"),
        (f"{STUDIES}:s17", "3", "Yes: Strong", "You read it as our key does."),
    ],
)
def test_it_says_how_the_answer_compares(
    ask: Callable[..., Page], bob: Visitor, statement: str, level: str, heading: str, words: str
) -> None:
    page = bob.submit(ask(statement), {"level": level, "sure": "2"})
    assert page.heading == heading
    assert words in page.text
    assert "You were sure" not in page.text


def test_it_explains_every_statement_to_those_who_were_right_too(
    ask: Callable[..., Page], bob: Visitor
) -> None:
    page = ask(*kratom().served)
    for name, statement in kratom().served.items():
        page = bob.submit(page, {"level": str(int(statement.level)), "sure": "2"})
        assert page.heading == f"Yes: {statement.level.title}"
        assert_explained(page, statement, kratom().document_of(name))
        page = bob.visit(go_on(page) or START)


def assert_explained(page: Page, statement: Statement, document: Document) -> None:
    marked = ["".join(mark.itertext()) for mark in page.tree.iter("mark")]
    assert statement.text in marked
    assert all(words in document.text for words in marked)
    for key in statement.gates.values():
        assert " ".join(key.because.split()) in page.text
        assert key.words in page.texts("ol[@class='gates']//q") or not key.words
        assert any(key.words in words for words in marked)
    for cue in statement.cues:
        assert cue.words in page.texts("dl[@class='cues']//q")
        assert cue.kind.meaning in page.texts("dl[@class='cues']//dd")
    assert " ".join(statement.lift.split()) in page.text
    for reference in document.cited_by(statement):
        assert reference.text in page.texts("p[@class='reference']")
    assert page.texts("p[@class='search']")[0]
    assert page.text.count("does not make it wrong") == (0 if statement.level.supported else 1)


def test_it_marks_the_deciding_words_where_they_stand(
    ask: Callable[..., Page], bob: Visitor
) -> None:
    page = bob.submit(ask(f"{STUDIES}:s35"), {"level": "2", "sure": "1"})
    [line] = [
        p
        for p in page.tree.iter("p")
        if p.get("class") == "reference" and p.find(".//mark") is not None
    ]
    assert "".join(line.itertext()).startswith("[6] Smith and others")
    assert [("".join(b.itertext()), b.get("data-gates")) for b in line.iter("b")] == [
        ("Online Convenience Sample", "3")
    ]


def test_it_tells_only_afterwards_where_a_statement_comes_from(
    ask: Callable[..., Page], bob: Visitor
) -> None:
    page = bob.submit(ask(f"{STUDIES}:s18"), {"level": "2", "sure": "1"})
    document = kratom().by_name[STUDIES]
    assert links(page)[document.title] == f"/documents/kratom/{STUDIES}#s18"
    assert page.texts("figcaption")[0] == f"From {document.title}. {document.label}"


def test_it_quotes_what_others_say_without_their_level(
    ask: Callable[..., Page], bob: Visitor
) -> None:
    statement = kratom().statements[f"{STUDIES}:s19"]
    page = bob.submit(ask(f"{STUDIES}:s19"), {"level": "2", "sure": "1"})
    items = page.tree.findall(".//ul[@class='links']/li")
    assert len(items) == len(statement.links) > 0
    for link, item in zip(statement.links, items, strict=True):
        other = kratom().statements[link.to]
        told = words(item)
        assert told.startswith(f"{link.says.capitalize()} it: {other.text} Read it in ")
        assert not any(level.title in told.replace(other.text, "") for level in Level)
        [address] = [a.get("href", "") for a in item.iter("a")]
        assert address == "/documents/kratom/" + link.to.replace(":", "#")


def test_gates_are_told_by_sign_and_word(ask: Callable[..., Page], bob: Visitor) -> None:
    page = bob.submit(ask("kratom-heart:s18"), {"level": "1", "sure": "1"})
    gates = page.texts("ol[@class='gates']/li")
    assert [gate.split(".")[0] for gate in gates] == [
        "✓ Reason: passes",
        "✗ Findable: does not pass",
        "– Fits: not asked",
    ]
    assert "A gate is asked only when the one before it passes" in page.text


@pytest.mark.parametrize(
    ("chosen", "heading"),
    [("b", "Yes: B is better backed up"), ("a", "Look again: B is better backed up")],
)
def test_it_explains_both_statements_compared(
    ask: Callable[..., Page], bob: Visitor, chosen: str, heading: str
) -> None:
    pair = ("kratom-heart:s01", f"{STUDIES}:s17")
    question = ask(" ".join(pair), form=Form.COMPARE)
    for name in pair:
        assert any(kratom().statements[name].text in words for words in question.texts("label"))
    assert checked(question) == {}
    page = bob.submit(question, {"better": chosen, "sure": "1"})
    assert page.heading == heading
    assert page.texts("h2") == ["A: None", "B: Strong"]
    assert f"{chosen.upper()}, your answer" in page.texts("ol[@class='scale']//a")
    for name in pair:
        for key in kratom().statements[name].gates.values():
            assert key.because in page.text


def test_it_shows_a_statement_to_search_in_phrases(ask: Callable[..., Page]) -> None:
    statement = kratom().statements["kratom-heart:s23"]
    page = ask("kratom-heart:s23", form=Form.SPOT)
    assert page.heading == "Which of these words should make you pause?"
    assert page.texts("p[@id='statement']") == [statement.text]
    phrases = page.texts("p[@class='phrases']/label")
    assert "".join("".join(phrases).split()) == "".join(statement.text.split())
    assert checked(page) == {}


def test_it_tells_found_overlooked_and_needless_words(
    ask: Callable[..., Page], bob: Visitor
) -> None:
    page = ask(f"{STUDIES}:s12", form=Form.SPOT)
    values = {
        words(label): control.get("value", "")
        for label in page.tree.findall(".//p[@class='phrases']/label")
        for control in label.iter("input")
    }
    page = bob.submit(
        page, {"words": [values["Many users say"], values["with kratom."]], "sure": "3"}
    )
    assert page.heading == "You found 1 of 2"
    assert page.texts("dl[@class='spotted']/dt") == [
        "✓ Found",
        "○ Overlooked",
        "✗ Chosen without need",
    ]
    assert page.texts("dl[@class='spotted']/dd") == [
        "Many users say anecdote",
        "more gently unsupported comparison",
        "with kratom. plain words",
    ]
    assert "this statement is ●○○ Weak" in page.text


@pytest.mark.parametrize(
    ("statement", "words", "heading", "lead"),
    [
        (f"{STUDIES}:s17", [], "Yes: nothing to pause at", "where our key does"),
        (f"{STUDIES}:s17", ["0"], "There was nothing to pause at", "need no suspicion"),
        (f"{STUDIES}:s12", [], "You found 0 of 2", "slipped past you."),
        (f"{STUDIES}:s12", ["0"], "You found 1 of 2", "slipped past you."),
    ],
)
def test_choosing_no_words_is_an_answer_too(
    ask: Callable[..., Page],
    bob: Visitor,
    statement: str,
    words: list[str],
    heading: str,
    lead: str,
) -> None:
    page = bob.submit(ask(statement, form=Form.SPOT), {"words": words, "sure": "1"})
    assert page.heading == heading
    assert lead in page.texts("p[@class='lead']")[0]


@pytest.mark.parametrize("words", [["1"], ["0", "9999"], ["first"], ["-1"]])
def test_it_takes_no_words_that_are_not_offered(
    ask: Callable[..., Page], bob: Visitor, words: list[str]
) -> None:
    page = ask(f"{STUDIES}:s12", form=Form.SPOT)
    page = send(bob, page, statement=f"{STUDIES}:s12", words=words, sure="1")
    assert page.status == 422
    assert links(page)["Choose among the words of this statement"] == "#words"


def test_it_says_in_which_language_a_source_is(bob: Visitor, house: Services) -> None:
    house.banks["kratom"] = replace(kratom(), language="de")
    page = begin(bob)
    answer = bob.submit(page, ANSWERS[Form.RATE])
    for shown, path in ((page, ".//blockquote"), (answer, ".//figure/blockquote")):
        [quoted] = shown.tree.findall(path)
        assert (shown.tree.get("lang"), quoted.get("lang")) == ("en", "de")
        [notice] = shown.tree.findall(".//aside[@id='notice']")
        assert notice.get("lang") == "de"


@pytest.mark.parametrize("form", Form)
def test_bob_goes_through_a_whole_set(bob: Visitor, house: Services, form: Form) -> None:
    page, seen = begin(bob, form), 0
    while True:
        seen += 1
        page = bob.submit(page, ANSWERS[form])
        assert page.path == f"{START}/questions/{seen}/answer"
        if (further := go_on(page)) is None:
            break
        page = bob.visit(further)
    assert seen == 6
    last = page.tree.find(".//nav[@class='actions']/a")
    assert last is not None
    assert bob.visit(last.get("href", "")).status == 200
    start = bob.visit(START)
    assert "All 6 questions are answered." in start.text
    with bob.session_transaction() as session:
        [attempt] = attempts_of(house.store, session["learner"], "kratom")
    assert attempt.finished
    assert len(attempt.answers) == 6


def test_it_leads_back_through_the_answers(bob: Visitor) -> None:
    second = bob.visit(str(go_on(bob.submit(begin(bob), ANSWERS[Form.RATE]))))
    page = bob.submit(second, ANSWERS[Form.RATE])
    first = bob.visit(links(page)["Back to answer 1"])
    assert first.path == f"{START}/questions/1/answer"
    assert go_on(first) == f"{START}/questions/3"
