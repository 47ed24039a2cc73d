"""Taking part: join with a code, and then always the page of what is happening now."""

from flask import Blueprint, abort, redirect, render_template, request
from werkzeug.exceptions import Forbidden, NotFound
from werkzeug.wrappers import Response

from quiz.codes import read_code
from quiz.programme import Workshop
from quiz.store.votes import KnownAnswerError, RoundOverError, cast_vote
from quiz.store.workshops import WorkshopOverError, find_workshop, join_workshop
from quiz.web import people
from quiz.web.phone_screens import Phone
from quiz.web.screens import current_page, find, me_in, screen_of
from quiz.web.services import services
from quiz.web.workshop_forms import JoinForm, VoteForm
from quiz.workshop import Phase

blueprint = Blueprint("phone", __name__)

_NO_SUCH = "There is no workshop with this code. Look at the screen again"


@blueprint.get("/join")
def join_page() -> str:
    """Ask for a code."""
    return render_template("workshops/join.html", form=JoinForm())


@blueprint.post("/join")
def join() -> Response | tuple[str, int]:
    """Take part in the workshop with this code; who takes part already goes on."""
    form = JoinForm()
    code = read_code(form.code.data or "")
    workshop = find_workshop(services().store, code) if code else None
    if workshop is None:
        services().guesses.failed()
        return _join_page(_NO_SUCH, 422)
    if not people.host_key(workshop) and not me_in(workshop):
        person = join_workshop(services().store, workshop)
        people.make_participant(workshop, person.id)
        services().hub.room(workshop.id).stir()
    return redirect(current_page(workshop), 303)


@blueprint.get("/workshops/<code>")
def room(code: str) -> str:
    """Show what is happening now, or offer to join."""
    workshop = find(code)
    with services().store.read():  # a room of phones asks at once: one reading for the whole page
        return _now(workshop)


@blueprint.post("/workshops/<code>/votes")
def vote(code: str) -> Response | tuple[str, int]:
    """Keep an answer to the question and round that it names."""
    workshop = find(code)
    me = me_in(workshop)
    if me is None or people.host_key(workshop):
        abort(403)
    form = VoteForm()
    if form.question.data is None or form.round.data is None:
        abort(400)
    phone = Phone(screen_of(workshop), me, form.question.data)
    if not form.validate():
        return _unfinished(phone, form)
    cast_vote(services().store, workshop, me, form.vote)
    services().hub.room(workshop.id).stir()
    seen = f"?question={form.question.data}" if phone.screen.phase is Phase.ALONE else ""
    return redirect(current_page(workshop) + seen, 303)


@blueprint.errorhandler(RoundOverError)
def too_late(_error: RoundOverError) -> tuple[str, int]:
    """Say that the round was over, on the page of what is happening now."""
    return _refused("That round is over, so this answer was not counted. Here is where we are now.")


@blueprint.errorhandler(KnownAnswerError)
def known(_error: KnownAnswerError) -> tuple[str, int]:
    """Say that an answer stands once it has been explained."""
    return _refused("You have seen this question explained: your first answer stands.")


@blueprint.errorhandler(WorkshopOverError)
def over(_error: WorkshopOverError) -> tuple[str, int]:
    """Say that nobody can join any more."""
    return _join_page("That workshop is over: nobody can join it any more", 409)


@blueprint.errorhandler(NotFound)
def no_such(_error: NotFound) -> tuple[str, int]:
    """Help somebody who mistyped the address."""
    return _join_page(_NO_SUCH, 404)


@blueprint.errorhandler(Forbidden)
def stranger(_error: Forbidden) -> tuple[str, int]:
    """Ask somebody who answers without taking part to join first."""
    return _join_page("Join the workshop first: only then does an answer count", 403)


def _now(workshop: Workshop) -> str:
    screen, me = screen_of(workshop), me_in(workshop)
    if me is None or people.host_key(workshop):
        hosting = people.host_key(workshop) is not None
        return render_template(
            "workshops/arrive.html", screen=screen, bank=screen.bank, hosting=hosting
        )
    phone = Phone(screen, me, request.args.get("question", type=int))
    if phone.seen_alike is None:
        return _page(phone)
    return services().prints.copy(phone.seen_alike, lambda: _page(phone))


def _join_page(trouble: str, status: int) -> tuple[str, int]:
    form = JoinForm(formdata=None, code=request.form.get("code", "")[:40])
    form.code.errors = [trouble]
    return render_template("workshops/join.html", form=form), status


def _unfinished(phone: Phone, form: VoteForm) -> tuple[str, int]:
    """Ask for what is missing, as long as the round is open."""
    named = (form.question.data, form.round.data)
    if phone.asked is None or named != (phone.asked.number, phone.round):
        raise RoundOverError
    return _page(phone, form), 422


def _refused(why: str) -> tuple[str, int]:
    workshop = find((request.view_args or {})["code"])
    me = me_in(workshop)
    return _page(Phone(screen_of(workshop), me or abort(404)), notice=why), 409


def _page(phone: Phone, form: VoteForm | None = None, notice: str = "") -> str:
    if form is None:
        form = VoteForm(formdata=None, data=_given(phone))
    return render_template(
        "workshops/phone.html",
        phone=phone,
        screen=phone.screen,
        bank=phone.screen.bank,
        form=form,
        notice=notice,
    )


def _given(phone: Phone) -> dict[str, int]:
    """Return the answer that this person gave in the open round."""
    if phone.asked is None or phone.round is None:
        return {}
    vote = phone.votes.get((phone.asked.number, phone.round))
    return {"level": vote.level, "sure": vote.sure} if vote else {}
