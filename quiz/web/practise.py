"""Learning alone: the worked example, a set, its questions, and each answer explained."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quiz import sets
from quiz.attempts import Form, Question
from quiz.bank import Bank
from quiz.store.attempts import StaleAnswerError, add_answer, begin_attempt, forget_learner
from quiz.store.workshops import forget_participant
from quiz.web import people
from quiz.web.forms import FORMS, AnswerForm, SetForm
from quiz.web.places import Place, attempt_in, missed_in, place_at
from quiz.web.services import services

blueprint = Blueprint("practise", __name__)


@blueprint.get("/practise/<bank>")
def start(bank: str) -> str:
    """Show what the sets are, and the one under way."""
    return _start_page(services().bank(bank), SetForm())


@blueprint.get("/practise/<bank>/example")
def example(bank: str) -> str:
    """Teach the three gates on one statement, step by step."""
    found = services().bank(bank)
    if not found.example:
        abort(404)
    return render_template("practise/example.html", bank=found)


@blueprint.post("/practise/<bank>")
def begin(bank: str) -> Response | tuple[str, int]:
    """Begin a set; ``again`` names the form of question in which to ask what was missed."""
    found = services().bank(bank)
    form = SetForm()
    kind = next((k for k in Form if k == request.form.get("again")), None)
    if kind is None and not form.validate():
        return _start_page(found, form), 422
    questions = _missed(found, kind) if kind else _drawn(found, form)
    if not questions:
        form.size.errors = ["There are too few statements for such a set: choose another"]
        return _start_page(found, form), 422
    person, today = people.make_learner(), services().today()
    begin_attempt(services().store, person, found, kind or form.form.data, questions, today=today)
    return redirect(url_for(".question", bank=bank, number=1), 303)


@blueprint.get("/practise/<bank>/questions/<int:number>")
def question(bank: str, number: int) -> str | Response:
    """Ask the question, or lead to where this person is in the set."""
    place = place_at(bank, number)
    if place.answer is not None:
        return redirect(url_for(".answer", bank=bank, number=number), 303)
    if number != place.attempt.next_number:
        return redirect(url_for(".question", bank=bank, number=place.attempt.next_number), 303)
    return _question_page(place, FORMS[place.attempt.form]())


@blueprint.post("/practise/<bank>/questions/<int:number>")
def give_answer(bank: str, number: int) -> Response | tuple[str, int]:
    """Keep the answer; what is wrong with it is said above the question."""
    place = place_at(bank, number)
    form = FORMS[place.attempt.form]()
    if form.foreign or form.statement.data not in (None, "", place.question.name):
        raise StaleAnswerError
    _offer_words(place, form)
    if not form.validate():
        return _question_page(place, form), 422
    add_answer(services().store, place.attempt, number, form.answer, services().today())
    return redirect(url_for(".answer", bank=bank, number=number), 303)


@blueprint.get("/practise/<bank>/questions/<int:number>/answer")
def answer(bank: str, number: int) -> str | Response:
    """Explain the answer with the source text."""
    place = place_at(bank, number)
    if place.answer is None:
        return redirect(url_for(".question", bank=bank, number=number), 303)
    return render_template(f"practise/{place.attempt.form}_answer.html", place=place)


@blueprint.get("/forget")
def confirm_forget() -> str:
    """Ask once more before everything is deleted; afterwards, say that nothing is left."""
    known = bool(people.learner() or people.parts())
    return render_template("practise/forget.html", known=known)


@blueprint.post("/forget")
def forget() -> Response:
    """Delete all that this person answered, and the numbers that stand for them."""
    if person := people.learner():
        forget_learner(services().store, person)
    for workshop, number in people.parts():
        forget_participant(services().store, workshop, number)
    people.forget()
    return redirect(url_for(".confirm_forget"), 303)


def _missed(bank: Bank, form: Form) -> tuple[Question, ...]:
    """Return what this person missed in a form of question, in a new order."""
    missed = missed_in(bank)[form]
    return tuple(services().rng.sample(missed, len(missed)))


def _drawn(bank: Bank, form: SetForm) -> tuple[Question, ...]:
    """Draw the questions that the form asks for; none when there are too few statements."""
    kind = form.form.data
    first = {name for question in missed_in(bank)[kind] for name in question.name.split()}
    try:
        return sets.draw(bank, form.number, kind, services().rng, first=first)
    except sets.TooFewStatementsError:
        return ()


def _start_page(bank: Bank, form: SetForm) -> str:
    return render_template(
        "practise/start.html",
        bank=bank,
        form=form,
        attempt=attempt_in(bank.name),
        offers={kind: sets.sizes(bank, form=kind) for kind in Form},
        missed={kind: questions for kind, questions in missed_in(bank).items() if questions},
    )


def _offer_words(place: Place, form: AnswerForm) -> None:
    """Tell a spot form which words can be chosen."""
    if place.attempt.form is Form.SPOT:
        form.words.values = frozenset(phrase.start for phrase in place.phrases)


def _question_page(place: Place, form: AnswerForm) -> str:
    return render_template(f"practise/{place.attempt.form}.html", place=place, form=form)
