"""How tests learn alone: sets that ask what a test wants asked, and what pages say."""

from typing import Any

from harness.lint import words
from harness.visitor import Page, Visitor
from quiz.attempts import Attempt, Form, Question
from quiz.store.attempts import begin_attempt
from quiz.web.services import Services

START = "/practise/kratom"
ANSWERS: dict[Form, dict[str, Any]] = {
    Form.RATE: {"level": "1", "sure": "2"},
    Form.COMPARE: {"better": "a", "sure": "3"},
    Form.SPOT: {"words": ["0"], "sure": "1"},
}


def ask(
    person: Visitor, house: Services, *questions: str, form: Form = Form.RATE, name: str = "bob"
) -> Page:
    """Begin a set of these statements, or pairs of them, and return its first page."""
    with person.session_transaction() as session:
        session["learner"] = name
    begin_set(house, *questions, form=form, name=name)
    return person.visit(f"{START}/questions/1")


def begin_set(
    house: Services, *questions: str, form: Form = Form.RATE, name: str = "bob"
) -> Attempt:
    """Begin a set of these statements as another tab of that person would."""
    asked = tuple(Question(*question.split()) for question in questions)
    bank, today = house.bank("kratom"), house.today()
    return begin_attempt(house.store, name, bank, form, asked, today=today)


def begin(person: Visitor, form: Form = Form.RATE, size: str = "6") -> Page:
    """Begin a set by the form of the start page."""
    return person.submit(person.visit(START), {"form": form, "size": size})


def send(person: Visitor, page: Page, **fields: object) -> Page:
    """Send to the address of a page what its form would not."""
    data = {"csrf_token": page.csrf_token, **fields}
    return Page(person.post(page.path, data=data, follow_redirects=True))


def links(page: Page) -> dict[str, str]:
    """Return where the links of a page lead, by their words."""
    return {words(a): a.get("href", "") for a in page.tree.iter("a")}


def go_on(page: Page) -> str | None:
    """Return where an answer page leads on to a question, if it does."""
    return next((to for told, to in links(page).items() if told.startswith("Continue")), None)


def checked(page: Page) -> dict[str, str]:
    """Return what is chosen on a page, by field."""
    return {
        control.get("name", ""): control.get("value", "")
        for control in page.tree.iter("input")
        if control.get("checked") is not None
    }
