"""Learning alone: begin a set, answer, see the answer explained."""

from dataclasses import dataclass
from functools import cached_property

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quiz import marking, marks, sets
from quiz.attempts import Answer, Attempt, Form, Question
from quiz.bank import Bank
from quiz.documents import Document, Statement
from quiz.store.attempts import (
    StaleAnswerError,
    add_answer,
    attempts_of,
    begin_attempt,
    current_attempt,
    forget_learner,
)
from quiz.web import people
from quiz.web.forms import FORMS, AnswerForm, SetForm
from quiz.web.services import services

blueprint = Blueprint("practise", __name__)


@dataclass(frozen=True)
class Place:
    """Where a person stands: question ``number`` of their attempt in a version of a bank."""

    attempt: Attempt
    bank: Bank
    number: int

    @property
    def question(self) -> Question:
        return self.attempt.questions[self.number - 1]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statement asked about, or the two to compare."""
        names = filter(None, (self.question.statement, self.question.other))
        return tuple(self.bank.statements[name] for name in names)

    @property
    def documents(self) -> tuple[Document, ...]:
        names = filter(None, (self.question.statement, self.question.other))
        return tuple(map(self.bank.document_of, names))

    @cached_property
    def answer(self) -> Answer | None:
        return self.attempt.answers.get(self.number)


@blueprint.get("/practise/<bank>")
def start(bank: str) -> str:
    """Show what the sets are, and the one under way."""
    return _start_page(services().bank(bank), SetForm())


@blueprint.post("/practise/<bank>")
def begin(bank: str) -> Response | tuple[str, int]:
    """Begin a set. With ``again``, one of the statements missed before."""
    found = services().bank(bank)
    form = SetForm()
    if not form.validate():
        return _start_page(found, form), 422
    person = people.make_learner()
    missed = _missed(person, found)
    among = missed & set(found.served) if request.form.get("again") else None
    kind = Form(form.form.data)
    size = None if among is not None else form.number
    try:
        questions = sets.draw(found, size, kind, services().rng, first=missed, among=among)
    except sets.TooFewStatementsError:
        form.size.errors = ["This bank has too few statements for such a set. Choose another"]
        return _start_page(found, form), 422
    begin_attempt(services().store, person, found, kind, questions)
    return redirect(url_for(".question", bank=bank, number=1), 303)


@blueprint.get("/practise/<bank>/questions/<int:number>")
def question(bank: str, number: int) -> str | Response:
    """Ask the question, or lead to where this person is in the set."""
    place = _place(bank, number)
    if place.answer is not None:
        return redirect(url_for(".answer", bank=bank, number=number), 303)
    if number != place.attempt.next_number:
        return redirect(url_for(".question", bank=bank, number=place.attempt.next_number), 303)
    return _question_page(place, FORMS[place.attempt.form]())


@blueprint.post("/practise/<bank>/questions/<int:number>")
def give_answer(bank: str, number: int) -> Response | tuple[str, int]:
    """Keep the answer; what is wrong with it is said above the question."""
    place = _place(bank, number)
    form = FORMS[place.attempt.form]()
    if form.statement.data != place.question.name:
        raise StaleAnswerError
    _offer_words(place, form)
    if not form.validate():
        return _question_page(place, form), 422
    add_answer(services().store, place.attempt, number, form.answer, services().today())
    return redirect(url_for(".answer", bank=bank, number=number), 303)


@blueprint.get("/practise/<bank>/questions/<int:number>/answer")
def answer(bank: str, number: int) -> str | Response:
    """Explain the answer with the source text."""
    place = _place(bank, number)
    if place.answer is None:
        return redirect(url_for(".question", bank=bank, number=number), 303)
    return render_template(f"practise/{place.attempt.form}_answer.html", place=place, marks=marks)


@blueprint.post("/forget")
def forget() -> Response:
    """Delete all that this person answered alone, and the number that stands for them."""
    if person := people.learner():
        forget_learner(services().store, person)
    people.forget()
    return redirect(url_for("pages.home"), 303)


def _place(bank: str, number: int) -> Place:
    """Return where this person is; nobody else's attempt can be named."""
    person = people.learner()
    attempt = current_attempt(services().store, person, bank) if person else None
    if attempt is None or not 1 <= number <= len(attempt.questions):
        abort(404)
    return Place(attempt, services().bank_version(bank, attempt.bank_hash), number)


def _missed(person: str, bank: Bank) -> set[str]:
    """Return the statements whose latest answer was not right."""
    return marking.missed(
        (services().bank_version(bank.name, attempt.bank_hash), attempt)
        for attempt in attempts_of(services().store, person, bank.name)
    )


def _start_page(bank: Bank, form: SetForm) -> str:
    person = people.learner()
    attempt = current_attempt(services().store, person, bank.name) if person else None
    return render_template(
        "practise/start.html",
        bank=bank,
        form=form,
        attempt=attempt,
        sizes=sets.sizes(bank),
        missed=_missed(person, bank) & set(bank.served) if person else set(),
    )


def _offer_words(place: Place, form: AnswerForm) -> None:
    """Tell a spot form which words can be chosen."""
    if place.attempt.form is Form.SPOT:
        pieces = marking.spot_pieces(place.documents[0], place.statements[0])
        form.words.choices = [(piece.start, piece.text) for piece in pieces]


def _question_page(place: Place, form: AnswerForm) -> str:
    _offer_words(place, form)
    return render_template(
        f"practise/{place.attempt.form}.html", place=place, form=form, marks=marks
    )
