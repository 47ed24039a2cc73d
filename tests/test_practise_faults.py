"""Learning alone when things go wrong: nothing is lost, counted twice or silently changed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask

from app import create_app
from harness.banks import asking, kratom
from harness.learning import ANSWERS, START, ask, begin, begin_set, go_on, links, send
from harness.visitor import Page, Visitor
from quiz.attempts import Answer, Attempt, Form
from quiz.scale import Level
from quiz.settings import Settings
from quiz.store.attempts import attempts_of
from quiz.web.services import Services

ONE, TWO, THREE = "kratom-heart:s01", "kratom-heart:s18", "combating-withdrawal:s11"
WEAK = {"level": "1", "sure": "2"}


@pytest.fixture
def bob(visitor: Callable[[], Visitor]) -> Visitor:
    return visitor()


@pytest.fixture
def charlie(visitor: Callable[[], Visitor]) -> Visitor:
    return visitor()


def kept(house: Services, name: str = "bob") -> list[Attempt]:
    return list(attempts_of(house.store, name, "kratom"))


def test_a_reload_shows_the_same_question(bob: Visitor, house: Services) -> None:
    page = ask(bob, house, ONE, TWO)
    assert bob.visit(page.path).texts("blockquote") == page.texts("blockquote")
    assert kept(house)[0].answers == {}


def test_a_reload_shows_the_same_answer_and_counts_nothing(bob: Visitor, house: Services) -> None:
    page = bob.submit(ask(bob, house, ONE, TWO), WEAK)
    before = kept(house)
    assert bob.visit(page.path).html == page.html
    assert kept(house) == before


def test_going_back_shows_the_answer_and_not_the_question(bob: Visitor, house: Services) -> None:
    question = ask(bob, house, ONE, TWO)
    answer = bob.submit(question, WEAK)
    assert bob.visit(question.path).path == answer.path


def test_nobody_runs_ahead(bob: Visitor, house: Services) -> None:
    ask(bob, house, ONE, TWO, THREE)
    for address in (f"{START}/questions/3", f"{START}/questions/3/answer"):
        assert bob.visit(address).path == f"{START}/questions/1"


@pytest.mark.parametrize("number", ["0", "3", "99999999999999999999", "one", "-1", "1.5"])
def test_a_number_out_of_range_is_no_page(bob: Visitor, house: Services, number: str) -> None:
    page = ask(bob, house, ONE, TWO)
    for address in (f"{START}/questions/{number}", f"{START}/questions/{number}/answer"):
        assert bob.visit(address).status == 404
    sent = {"csrf_token": page.csrf_token, "statement": ONE, **WEAK}
    assert bob.post(f"{START}/questions/{number}", data=sent).status_code == 404


def test_the_same_answer_twice_is_one_answer(bob: Visitor, house: Services) -> None:
    page = ask(bob, house, ONE, TWO)
    first, second = (bob.submit(page, WEAK) for _ in range(2))
    assert (second.status, second.path) == (200, first.path)
    assert kept(house)[0].answers == {1: Answer(2, level=Level.WEAK)}


@pytest.mark.parametrize("other", [{"level": "3", "sure": "2"}, {"level": "1", "sure": "3"}])
def test_a_second_tab_cannot_change_an_answer(
    bob: Visitor, house: Services, other: dict[str, str]
) -> None:
    page = ask(bob, house, ONE, TWO)
    bob.submit(page, WEAK)
    refused = bob.submit(page, other)
    assert (refused.status, refused.heading) == (409, "This page was out of date")
    assert "your earlier answer stands" in refused.text
    assert kept(house)[0].answers == {1: Answer(2, level=Level.WEAK)}
    assert "Your set is still here" in bob.visit(links(refused)["To the sets of questions"]).text


@pytest.mark.parametrize("form", Form)
def test_a_tab_of_an_earlier_set_is_refused(bob: Visitor, house: Services, form: Form) -> None:
    stale = ask(bob, house, ONE, TWO)
    begin_set(house, f"{TWO} {ONE}" if form is Form.COMPARE else TWO, form=form)
    assert bob.submit(stale, WEAK).status == 409
    assert [attempt.answers for attempt in kept(house)] == [{}, {}]


def test_a_tab_with_another_form_of_question_is_refused(bob: Visitor, house: Services) -> None:
    stale = ask(bob, house, ONE)
    begin_set(house, ONE, form=Form.SPOT)
    assert bob.submit(stale, WEAK).status == 409
    assert [attempt.answers for attempt in kept(house)] == [{}, {}]


def test_a_tab_at_another_number_is_refused(bob: Visitor, house: Services) -> None:
    page = ask(bob, house, ONE, TWO)
    sent = {"csrf_token": page.csrf_token, "statement": ONE, **WEAK}
    assert bob.post(f"{START}/questions/2", data=sent).status_code == 409
    assert kept(house)[0].answers == {}


def test_charlie_reaches_nothing_of_bobs(bob: Visitor, charlie: Visitor, house: Services) -> None:
    bob.submit(ask(bob, house, ONE, TWO), WEAK)
    for address in (f"{START}/questions/1", f"{START}/questions/1/answer", f"{START}/questions/2"):
        page = charlie.visit(address)
        assert (page.status, page.heading) == (404, "There is no set under way here")
        assert links(page)["To the sets of questions"] == START
    assert "Your set is still here" not in charlie.visit(START).text
    sent = {"csrf_token": charlie.visit(START).csrf_token, "statement": TWO, **WEAK}
    assert charlie.post(f"{START}/questions/2", data=sent).status_code == 404
    assert len(kept(house)[0].answers) == 1


def test_charlie_answers_for_himself_alone(bob: Visitor, charlie: Visitor, house: Services) -> None:
    ask(bob, house, ONE)
    charlie.submit(ask(charlie, house, ONE, name="charlie"), {"level": "3", "sure": "1"})
    assert kept(house)[0].answers == {}
    assert kept(house, "charlie")[0].answers == {1: Answer(1, level=Level.STRONG)}


def test_a_cookie_that_was_tampered_with_belongs_to_nobody(bob: Visitor, house: Services) -> None:
    bob.submit(ask(bob, house, ONE, TWO), WEAK)
    cookie = bob.get_cookie("session")
    assert cookie is not None
    bob.set_cookie("session", "x" + cookie.value[1:])
    assert bob.visit(f"{START}/questions/1").status == 404


def test_a_form_without_its_token_is_refused_kindly(bob: Visitor, house: Services) -> None:
    page = ask(bob, house, ONE, TWO)
    refused = Page(bob.post(page.path, data={"statement": ONE, **WEAK}))
    assert (refused.status, refused.heading) == (400, "This page is no longer good for sending")
    assert kept(house)[0].answers == {}


def test_a_new_set_keeps_the_answers_of_the_one_before(bob: Visitor, house: Services) -> None:
    bob.submit(ask(bob, house, ONE, TWO), {"level": "3", "sure": "2"})
    start = bob.visit(START)
    assert "1 of 2 answered." in start.text
    assert "The answer you gave is kept, and what you missed comes back." in start.text
    begin(bob)
    assert [len(attempt.answers) for attempt in kept(house)] == [1, 0]
    assert ONE in [question.statement for question in kept(house)[1].questions]


def test_what_was_missed_can_be_practised_again(bob: Visitor, house: Services) -> None:
    page = ask(bob, house, ONE, TWO, THREE)
    for level in ("3", "1", "3"):
        page = bob.submit(page, {"level": level, "sure": "2"})
        page = bob.visit(go_on(page) or START)
    assert page.texts("button[@name='again']") == ["Rate: 2 questions"]
    page = send(bob, page, again="rate")
    assert {question.statement for question in kept(house)[1].questions} == {ONE, THREE}
    right = {ONE: "0", THREE: "1"}
    while True:
        asked = page.form().values["statement"][0]
        page = bob.submit(page, {"level": right[asked], "sure": "3"})
        if go_on(page) is None:
            break
        page = bob.visit(str(go_on(page)))
    assert bob.visit(START).texts("button[@name='again']") == []


@pytest.mark.parametrize("form", [Form.COMPARE, Form.SPOT])
def test_other_forms_of_question_come_back_as_they_were(
    bob: Visitor, house: Services, form: Form
) -> None:
    missed = f"what-the-studies-found:s17 {ONE}" if form is Form.COMPARE else TWO
    wrong = {"better": "b", "sure": "1"} if form is Form.COMPARE else {"words": [], "sure": "1"}
    bob.submit(ask(bob, house, missed, form=form), wrong)
    start = bob.visit(START)
    assert start.texts("button[@name='again']") == [f"{form.capitalize()}: 1 question"]
    send(bob, start, again=form)
    assert [question.name for question in kept(house)[1].questions] == [missed]
    assert kept(house)[1].form is form


def test_a_set_goes_on_with_the_bank_it_began_with(bob: Visitor, house: Services) -> None:
    page = ask(bob, house, ONE, TWO)
    house.banks["kratom"] = asking(kratom().served.keys() - {ONE})
    answer = bob.submit(page, {"level": "3", "sure": "3"})
    assert (answer.status, answer.heading) == (200, "Look again: None")
    assert bob.visit(str(go_on(answer))).status == 200
    start = bob.visit(START)
    assert start.texts("button[@name='again']") == []
    assert "Go on with question 2" in start.text


def test_a_set_outlives_its_bank(bob: Visitor, house: Services) -> None:
    page = ask(bob, house, ONE, TWO)
    del house.banks["kratom"]
    answer = bob.submit(page, WEAK)
    assert answer.status == 200
    refused = bob.submit(page, {"level": "3", "sure": "1"})
    assert (refused.status, links(refused)["To the first page"]) == (409, "/")


@pytest.fixture
def start_again(tmp_path: Path) -> Iterator[Callable[[], Flask]]:
    """Start the app on the same data, after closing the one before."""
    running: list[Flask] = []

    def close() -> None:
        while running:
            running.pop().extensions["says_who"].store.close()

    def start() -> Flask:
        close()
        app = create_app(Settings(data=tmp_path / "kept", port=0))
        app.testing = True
        app.test_client_class = Visitor
        running.append(app)
        return app

    yield start
    close()


def test_a_set_outlives_a_closed_browser_and_a_restart(
    start_again: Callable[[], Flask],
) -> None:
    before = start_again().test_client()
    assert isinstance(before, Visitor)
    second = str(go_on(before.submit(begin(before), ANSWERS[Form.RATE])))
    asked = before.visit(second).texts("blockquote")
    cookie = before.get_cookie("session")
    assert cookie is not None
    assert cookie.expires is not None  # a browser keeps it when it is closed
    after = start_again().test_client()
    assert isinstance(after, Visitor)
    after.set_cookie("session", cookie.value)
    page = after.visit(links(after.visit(START))["Go on with question 2"])
    assert page.texts("blockquote") == asked
    assert after.submit(page, ANSWERS[Form.RATE]).status == 200


def test_forgetting_asks_first_and_deletes_all(bob: Visitor, house: Services) -> None:
    stale = ask(bob, house, ONE, TWO)
    bob.submit(stale, WEAK)
    page = bob.visit(links(bob.visit(START))["Forget me: delete all my answers"])
    assert page.heading == "Delete all your answers?"
    assert len(kept(house)) == 1
    assert bob.submit(page).heading == "Nothing of yours is kept"
    assert kept(house) == []
    assert bob.visit(f"{START}/questions/2").status == 404
    assert bob.submit(stale, WEAK).status == 400
    assert kept(house) == []


def test_forgetting_leaves_others_alone(bob: Visitor, charlie: Visitor, house: Services) -> None:
    ask(bob, house, ONE)
    ask(charlie, house, ONE, name="charlie")
    charlie.submit(charlie.visit("/forget"))
    assert (len(kept(house)), len(kept(house, "charlie"))) == (1, 0)


def test_forgetting_leaves_no_cookie_but_for_those_who_lead(bob: Visitor, house: Services) -> None:
    ask(bob, house, ONE)
    bob.submit(bob.visit("/forget"))
    with bob.session_transaction() as session:
        assert "learner" not in session
        assert not session.permanent
        session["parts"] = [["workshop", "number"]]
        session["hosting"] = [["another", "key"]]
    ask(bob, house, ONE)
    bob.submit(bob.visit("/forget"))
    with bob.session_transaction() as session:
        assert "learner" not in session
        assert "parts" not in session
        assert session["hosting"] == [["another", "key"]]


def test_charlie_has_nothing_to_forget(charlie: Visitor) -> None:
    page = charlie.visit("/forget")
    assert page.heading == "Nothing of yours is kept"
    token = charlie.visit(START).csrf_token
    assert charlie.post("/forget", data={"csrf_token": token}).status_code == 303
