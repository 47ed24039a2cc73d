"""Blind second coding: a person with a code, the rules and the text, and nothing else."""

from dataclasses import dataclass

from flask import Blueprint, abort, redirect, render_template, session, url_for
from werkzeug.wrappers import Response

from quiz.codes import read_code
from quiz.documents import Document, Statement
from quiz.drafts import Draft
from quiz.scale import Level
from quiz.store.coders import Coding, Seat, codings_of, save_coding, seat_by_code
from quiz.store.drafts import get_draft
from quiz.web.services import services
from quiz.web.write_forms import CodeForm, CodingForm

blueprint = Blueprint("coding", __name__, url_prefix="/write/code")


@dataclass(frozen=True)
class Task:
    """What a coder has to do: the statements in order, and the levels given so far."""

    seat: Seat
    draft: Draft
    names: tuple[str, ...]
    given: dict[str, Level]

    @property
    def next_number(self) -> int | None:
        """The number of the first statement without a level, or None when all have one."""
        waiting = (n for n, name in enumerate(self.names, 1) if name not in self.given)
        return next(waiting, None)


@blueprint.get("")
def door() -> str:
    """Ask for the code."""
    return render_template("write/code.html", form=CodeForm(formdata=None))


@blueprint.post("")
def enter() -> Response | tuple[str, int]:
    """Let in whoever has a code."""
    form = CodeForm()
    if form.validate():
        code = read_code(form.code.data)
        if code and seat_by_code(services().store, code):
            session.permanent = True
            session["coding"] = code
            return redirect(url_for(".onward"), 303)
        services().guesses.failed()
        form.code.errors = ["No coding has this code. Look at it again, sign by sign"]
    return render_template("write/code.html", form=form), 422


@blueprint.get("/next")
def onward() -> Response:
    """Lead to the first statement that has no level yet, or to the end."""
    number = _task().next_number
    if number is None:
        return redirect(url_for(".finished"), 303)
    return redirect(url_for(".statement", place=number), 303)


@blueprint.get("/<int:place>")
def statement(place: int) -> str:
    """Show a statement in its article, and nothing of what anybody thinks of it."""
    task = _task()
    return _page(task, place, CodingForm(formdata=None, level=task.given.get(_name(task, place))))


@blueprint.post("/<int:place>")
def code(place: int) -> Response | tuple[str, int]:
    """Keep the level of the statement that the form names."""
    task, form = _task(), CodingForm()
    if not form.validate():
        return _page(task, place, form), 422
    found = task.draft.bank.served.get(form.statement.data) or abort(409)
    coding = Coding(form.statement.data, found.span, form.level.data)
    save_coding(services().store, task.seat, coding)
    return redirect(url_for(".onward"), 303)


@blueprint.get("/finished")
def finished() -> str:
    """Say that all is done, and let the coder look at it again."""
    return render_template("write/coded.html", task=_task())


def done_by(seat: Seat, draft: Draft) -> tuple[int, int]:
    """Return how many statements a coder has coded, and how many there are."""
    task = _task_of(seat, draft)
    return len(task.given), len(task.names)


def _task() -> Task:
    seat = seat_by_code(services().store, str(session.get("coding", "")))
    if seat is None:
        abort(404)
    return _task_of(seat, get_draft(services().store, seat.draft).draft)


def _task_of(seat: Seat, draft: Draft) -> Task:
    """Return the task of a coder: every confirmed statement as it reads now."""
    served = draft.bank.served
    given = {
        coding.statement: coding.level
        for coding in codings_of(services().store, seat)
        if coding.statement in served and served[coding.statement].span == coding.span
    }
    return Task(seat, draft, tuple(served), given)


def _name(task: Task, place: int) -> str:
    return task.names[place - 1] if 1 <= place <= len(task.names) else abort(404)


def _page(task: Task, place: int, form: CodingForm) -> str:
    name = _name(task, place)
    document: Document = task.draft.bank.document_of(name)
    found: Statement = task.draft.bank.statements[name]
    return render_template(
        "write/coding.html",
        task=task,
        place=place,
        name=name,
        bank=task.draft.bank,
        document=document,
        statement=found,
        form=form,
    )
