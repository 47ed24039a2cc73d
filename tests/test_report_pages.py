"""The report on a set: what it says, in which order, and to whom."""

import random
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import create_app
from harness.attempts import attempts
from harness.banks import kratom
from harness.nu import assert_valid_html
from harness.visitor import Page, Visitor
from quiz.attempts import Answer, Attempt, Form, Question
from quiz.scale import Level
from quiz.settings import Settings
from quiz.store.attempts import add_answer, begin_attempt

REPORT = "/practise/kratom/report"
DAY = date(2026, 11, 22)


def three(*, supported: bool) -> list[str]:
    served = kratom().served.items()
    return [n for n, s in served if s.level.supported is supported and not s.accept][:3]


BACKED, BARE = three(supported=True), three(supported=False)
SIX = tuple(map(Question, BACKED + BARE))
PAIRS = tuple(map(Question, BACKED, BARE))


def rate(*levels: int, sure: int = 3) -> dict[int, Answer]:
    return {n: Answer(sure, level=Level(level)) for n, level in enumerate(levels, 1)}


def sit(
    app: Flask,
    client: Visitor,
    questions: tuple[Question, ...],
    answers: dict[int, Answer],
    form: Form = Form.RATE,
) -> None:
    """Let a person have begun a set and answered some of it."""
    with client.session_transaction() as session:
        person = session.setdefault("learner", "bob")
    store = app.extensions["says_who"].store
    attempt = begin_attempt(store, person, kratom(), form, questions, today=DAY)
    for number, answer in answers.items():
        add_answer(store, attempt, number, answer, DAY)


def lead(page: Page) -> str:
    [sentence] = page.texts("p[@class='lead']")
    return sentence


@pytest.fixture
def report(app: Flask, client: Visitor) -> Callable[..., Page]:
    """Sit a set, and open the report on it."""

    def opened(
        questions: tuple[Question, ...], answers: dict[int, Answer], form: Form = Form.RATE
    ) -> Page:
        sit(app, client, questions, answers, form)
        return client.visit(REPORT)

    return opened


def test_it_begins_with_one_honest_sentence(report: Callable[..., Page]) -> None:
    page = report(SIX, rate(3, 3, 0, 0, 3, 3))
    assert lead(page) == (
        "You recognised 2 of 3 supported statements and caught 1 of 3 unsupported ones. Perhaps too"
        " trusting: with this few answers it may be chance. But guessing would tell the two apart"
        " as well."
    )
    assert "22 November 2026" in page.texts("p[@class='kicker']")[0]


def test_it_has_its_parts_in_order(report: Callable[..., Page]) -> None:
    headings = report(SIX, rate(0, 0, 0, 3, 3, 3)).texts("h2")
    assert headings == [
        "Sure but wrong",
        "In pictures",
        "What stood in the statements you misjudged",
        "All figures",
        "Your answers",
        "What now",
    ]


def test_it_shows_what_was_sure_but_wrong_with_levels_and_a_way_to_the_answer(
    report: Callable[..., Page],
) -> None:
    levels = [kratom().statements[q.statement].level for q in SIX]
    page = report(SIX, rate(3, *levels[1:5], 3) | {1: Answer(3, level=Level.NONE)})
    slips = page.tree.findall(".//section[@aria-labelledby='sure-but-wrong']//li")
    words = ["".join(slip.itertext()) for slip in slips]
    links = [slip.find(".//a") for slip in slips]
    assert len(words) == 2
    for number, said in ((1, "None"), (6, "Strong")):
        question = SIX[number - 1]
        [text] = [each for each in words if kratom().statements[question.statement].text in each]
        assert said in text
        assert kratom().statements[question.statement].level.title in text
        addresses = [link.get("href") for link in links if link is not None]
        assert f"/practise/kratom/questions/{number}/answer" in addresses


def test_it_never_headlines_raw_credit(report: Callable[..., Page]) -> None:
    page = report(SIX, rate(*[kratom().statements[q.statement].level for q in SIX]))
    assert lead(page) == (
        "You recognised 3 of 3 supported statements and caught 3 of 3 unsupported ones. Balanced so"
        " far, but this few answers could hide a lean either way."
    )
    assert "Nothing here: whenever you said you were sure, you were right." in page.text
    assert "You misjudged none." in page.text


def test_it_draws_every_picture_with_its_figures_in_a_table(report: Callable[..., Page]) -> None:
    page = report(SIX, rate(3, 3, 0, 0, 3, 3))
    figures = page.tree.findall(".//figure")
    assert len(figures) == 4
    for figure in figures:
        assert figure.find(".//table") is not None
        assert len([each for each in figure.iter() if str(each.tag).endswith("svg")]) == 1


def test_it_explains_what_is_left_out(report: Callable[..., Page]) -> None:
    page = report(SIX, rate(3, 3, 0, 0, 3, 3))
    assert "Left out, and why" in page.texts("h3")
    assert "This takes 10 supported and 10 unsupported statements; there were 3 and 3." in page.text


def test_it_sets_pairs_beside_chance(report: Callable[..., Page]) -> None:
    page = report(PAIRS, {n: Answer(3, better="b") for n in (1, 2, 3)}, Form.COMPARE)
    assert lead(page) == (
        "You found the better backed statement in 0 of 3 pairs; guessing finds half. With this few"
        " answers, it may be chance."
    )
    [figure, value] = page.texts("table[@class='figures']/tbody/tr[1]/*")
    assert (figure.partition(" found")[0], value) == ("Better backed statement", "0 of 3 (0 %)")


def test_it_leads_back_into_a_set_that_is_not_finished(report: Callable[..., Page]) -> None:
    page = report(SIX, rate(3, 0))
    assert page.heading == "Your report so far"
    assert "2 of 6 questions answered" in page.texts("h2")
    assert page.tree.find(".//a[@href='/practise/kratom/questions/3']") is not None
    assert kratom().statements[SIX[4].statement].text not in page.html


def test_it_says_that_there_is_nothing_to_report_yet(report: Callable[..., Page]) -> None:
    page = report(SIX, {})
    assert page.texts("h2") == ["None of 6 questions answered", "What now"]
    assert page.tree.find(".//a[@href='/practise/kratom/questions/1']") is not None


def test_it_practises_again_what_was_missed(client: Visitor, report: Callable[..., Page]) -> None:
    levels = [kratom().statements[q.statement].level for q in SIX]
    page = report(SIX, rate(0, *levels[1:5], 3))
    form = page.form("/practise/kratom")
    response = client.post(form.action, data={**form.values, "again": "rate"})
    assert response.status_code == 303
    assert "Question 1 of 2" in client.visit("/practise/kratom/questions/1").text


def test_it_sets_earlier_sets_of_the_same_length_and_form_side_by_side(
    app: Flask, client: Visitor, report: Callable[..., Page]
) -> None:
    sit(app, client, SIX, rate(0, 0, 0, 0, 0, 0))
    sit(app, client, SIX[:2], rate(0, 0))
    sit(app, client, SIX, rate(0))
    page = report(SIX, rate(3, 3, 3, 3, 3, 3))
    [alike] = page.texts("ul[@class='earlier']")
    assert alike.startswith("22 November 2026: You recognised 0 of 3")
    assert "2 statements to rate, 22 November 2026" in page.text
    assert "6 statements to rate, 1 answered" in page.text
    assert page.text.count("You recognised") == 2


def test_it_gives_the_files_to_keep(client: Visitor, report: Callable[..., Page]) -> None:
    report(SIX, rate(3, 3, 0, 0, 3, 3))
    csv, json = client.get(f"{REPORT}.csv"), client.get(f"{REPORT}.json")
    assert csv.content_type == "text/csv; charset=utf-8; header=present"
    assert csv.headers["Content-Disposition"] == 'attachment; filename="says-who-kratom.csv"'
    assert csv.text.count("\r\nanswer,") == 6
    assert json.content_type == "application/json"
    assert json.json is not None
    assert len(json.json["answers"]) == 6
    schema = json.headers["Link"].partition("<")[2].partition(">")[0]
    with client.get(schema) as published:
        assert published.json is not None


def test_a_stranger_finds_no_report(visitor: Callable[[], Visitor], app: Flask) -> None:
    bob, charlie = visitor(), visitor()
    sit(app, bob, SIX, rate(0, 0, 0, 0, 0, 0))
    for address in (REPORT, f"{REPORT}.csv", f"{REPORT}.json", "/practise/tea/report"):
        assert charlie.get(address).status_code == 404
    page = charlie.visit(REPORT)
    assert page.heading == "There is no set under way here"
    assert page.tree.find(".//main//a[@href='/practise/kratom']") is not None


def test_nothing_is_left_when_bob_is_forgotten(
    client: Visitor, report: Callable[..., Page]
) -> None:
    report(SIX, rate(0, 0, 0, 0, 0, 0))
    client.submit(client.visit("/forget"))
    assert client.get(REPORT).status_code == 404


def test_the_pages_of_a_finished_set_lead_to_its_report(
    client: Visitor, report: Callable[..., Page]
) -> None:
    report(SIX, rate(0, 0, 0, 0, 0, 0))
    for address in ("/practise/kratom", "/practise/kratom/questions/6/answer"):
        assert client.visit(address).tree.find(f".//a[@href='{REPORT}']") is not None


def test_it_is_valid_html(report: Callable[..., Page]) -> None:
    words = {n: Answer(3, words=()) for n in (1, 2, 3)}
    assert_valid_html(
        {
            "nothing yet": report(SIX, {}).html,
            "under way": report(SIX, rate(3, 3, 0)).html,
            "all wrong": report(SIX, rate(0, 0, 0, 3, 3, 3)).html,
            "constant": report(SIX, rate(0, 0, 0, 0, 0, 0)).html,
            "pairs": report(PAIRS, {n: Answer(3, better="b") for n in (1, 2)}, Form.COMPARE).html,
            "words": report(SIX[:3], words, Form.SPOT).html,
        }
    )


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    app = create_app(Settings(data=tmp_path_factory.mktemp("report"), port=0))
    app.testing = True
    app.test_client_class = Visitor
    yield app
    app.extensions["says_who"].store.close()


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(taken=st.lists(attempts(kratom()), min_size=1, max_size=2), seed=st.integers(0))
def test_it_renders_for_any_answers(house: Flask, taken: list[Attempt], seed: int) -> None:
    client = house.test_client()
    assert isinstance(client, Visitor)
    with client.session_transaction() as session:
        session["learner"] = f"{random.Random(seed).random()}"
    for attempt in taken:
        sit(house, client, attempt.questions, attempt.answers, attempt.form)
    assert client.visit(REPORT).status == 200
    assert client.get(f"{REPORT}.csv").status_code == 200
    assert client.get(f"{REPORT}.json").status_code == 200
