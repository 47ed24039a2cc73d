"""Leading a workshop: the projector's page, the steps, the address, the hand-out.

Only the browser that leads finds these pages; for everybody else they are not there.
"""

from flask import Blueprint, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from quiz.programme import Workshop
from quiz.store.workshops import correct_address, move
from quiz.web import people, reach
from quiz.web.screens import current_page, find_hosted, screen_of
from quiz.web.services import services
from quiz.web.workshop_forms import AddressForm, PhaseForm
from quiz.workshop import ImpossibleStepError, StaleStepError, To, steps, suggested

blueprint = Blueprint("host", __name__, url_prefix="/workshops/<code>")


@blueprint.get("/host")
def stage(code: str) -> str:
    """Show the projector's page, with the steps that lead on."""
    return _stage(find_hosted(code))


@blueprint.post("/phase")
def phase(code: str) -> Response:
    """Take a step from the state that the host saw."""
    workshop = find_hosted(code)
    form = PhaseForm()
    if not form.validate():
        raise ImpossibleStepError
    moved = move(services().store, workshop, form.version.data, form.to.data, services().today())
    services().hub.room(workshop.id).move(moved.state.version)
    return redirect(url_for(".stage", code=workshop.code), 303)


@blueprint.post("/address")
def address(code: str) -> Response | tuple[str, int]:
    """Keep the address that the host says phones can reach."""
    workshop = find_hosted(code)
    form = AddressForm()
    if not form.validate():
        return _stage(workshop, form=form), 422
    correct_address(services().store, workshop, form.address.data.rstrip("/"))
    return redirect(url_for(".stage", code=workshop.code), 303)


@blueprint.get("/handout")
def handout(code: str) -> str:
    """Show the questions for paper, and then their key."""
    screen = screen_of(find_hosted(code))
    bank = screen.bank
    return render_template("workshops/handout.html", screen=screen, bank=bank)


@blueprint.errorhandler(StaleStepError)
def stale(_error: StaleStepError) -> tuple[str, int]:
    """Say that the step was taken already, on the page of where the workshop is."""
    why = "The workshop had moved on already when this was sent, so nothing was done twice."
    return _refused(why)


@blueprint.errorhandler(ImpossibleStepError)
def impossible(_error: ImpossibleStepError) -> tuple[str, int]:
    """Say that there is no such step, on the page of where the workshop is."""
    return _refused("There is no such step from here, so nothing was changed.")


def _refused(why: str) -> tuple[str, int]:
    return _stage(find_hosted((request.view_args or {})["code"]), notice=why), 409


def _stage(workshop: Workshop, notice: str = "", form: AddressForm | None = None) -> str:
    screen, state = screen_of(workshop), workshop.state
    course, asked = workshop.programme.course, workshop.programme.question(state.question)
    root = reach.root_for(workshop)
    return render_template(
        "workshops/host.html",
        screen=screen,
        bank=screen.bank,
        steps=steps(state, course),
        suggested=suggested(state, course, discuss=bool(asked and asked.discuss)),
        notice=notice,
        root=root,
        private=reach.is_private(root),
        others=reach.others(),
        qr=Markup(reach.qr(root + current_page(workshop))),  # noqa: S704 - segno's own SVG
        key=people.host_key(workshop),
        form=form or AddressForm(formdata=None, address=workshop.address),
        To=To,
    )
