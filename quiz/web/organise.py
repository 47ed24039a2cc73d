"""The organiser's door: the organiser key, and setting up a workshop behind it."""

import random

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from quiz import programme, sets
from quiz.codes import read_code
from quiz.programme import Programme
from quiz.store.workshops import begin_workshop, find_workshop, is_host_key
from quiz.web import people
from quiz.web.services import services
from quiz.web.workshop_forms import NewForm, OrganiserForm, ResumeForm
from quiz.workshop import Part

blueprint = Blueprint("organise", __name__)

_DOORS = {"workshops": "/workshops/new", "write": "/write", "months": "/organiser/months"}


@blueprint.get("/organiser")
def organiser() -> str:
    """Ask for the organiser key, or for the host key of a workshop under way."""
    return _door(OrganiserForm(), ResumeForm(formdata=None))


@blueprint.post("/organiser")
def open_door() -> Response | tuple[str, int]:
    """Let in whoever has the organiser key, to what they came for."""
    form = OrganiserForm()
    if form.validate() and services().keys.is_organiser(form.key.data):
        people.make_organiser()
        return redirect(_DOORS.get(request.args.get("for", ""), _DOORS["workshops"]), 303)
    if not form.errors:
        services().guesses.failed()
        form.key.errors = ["That is not the organiser key. The console shows it at each start"]
    return _door(form, ResumeForm(formdata=None)), 422


@blueprint.post("/organiser/resume")
def resume() -> Response | tuple[str, int]:
    """Let another device lead a workshop, by its code and host key."""
    form = ResumeForm()
    if form.validate():
        code = read_code(form.code.data)
        workshop = find_workshop(services().store, code) if code else None
        if workshop and is_host_key(workshop, form.key.data):
            people.make_host(workshop, form.key.data)
            return redirect(url_for("host.stage", code=workshop.code), 303)
        services().guesses.failed()
        form.code.errors = ["No workshop has this code and this host key"]
    return _door(OrganiserForm(formdata=None), form), 422


@blueprint.get("/workshops/new")
def new() -> str | Response:
    """Show how a workshop is set up, with the questions drawn for it and their keys."""
    if not people.is_organiser():
        return redirect(url_for(".organiser"), 303)
    form = _form(request.args)
    return _setup(form, _drawn(form))


@blueprint.post("/workshops/new")
def begin() -> Response | tuple[str, int]:
    """Begin a workshop with the questions that were previewed.

    When something else is chosen by now, those are drawn and shown first.
    """
    if not people.is_organiser():
        return redirect(url_for(".organiser"), 303)
    form = _form(request.form)
    drawn = _drawn(form)
    if drawn is None:
        return _setup(form, None), 422
    changed = form.drawn.data not in {None, "", form.choices}
    if changed or request.form.get("do") == "draw":
        return redirect(_preview(form, changed=changed), 303)
    bank = services().bank(form.bank.data)
    workshop, key = begin_workshop(
        services().store, bank, drawn, services().rng, services().today()
    )
    people.make_host(workshop, key)
    return redirect(url_for("host.stage", code=workshop.code), 303)


def _door(form: OrganiserForm, resuming: ResumeForm) -> str:
    door = {"for": request.args["for"]} if request.args.get("for") in _DOORS else {}
    return render_template("workshops/organiser.html", form=form, resuming=resuming, door=door)


def _form(values: MultiDict[str, str]) -> NewForm:
    """Read the form from an address or a POST; what is left out has its default."""
    banks = services().banks
    seed = str(services().rng.getrandbits(31))
    usual = {"bank": next(iter(banks)), "form": "A", "size": "6", "pace": "host", "seed": seed}
    form = NewForm(formdata=MultiDict([*values.items(multi=True), *usual.items()]))
    form.banks = frozenset(banks)
    form.discuss.values = frozenset(range(1, max(sets.SIZES) + 1))
    return form


def _drawn(form: NewForm) -> Programme | None:
    """Return the programme that the form stands for: the same seed draws the same."""
    if not form.validate():
        return None
    try:
        return programme.draw(
            services().bank(form.bank.data),
            form.form.data,
            form.size.data,
            random.Random(int(form.seed.data)),  # noqa: S311 - drawing questions, not secrets
            pace=form.pace.data,
            discuss=form.discuss.data or (),
        )
    except sets.TooFewStatementsError:
        form.size.errors = ["This bank has too few statements for that. Choose another number"]
        return None


def _preview(form: NewForm, *, changed: bool) -> str:
    """Return the address that shows what a form stands for; ``changed``: by mistake, perhaps."""
    chosen = {"bank": form.bank.data, "form": form.form.data, "size": form.size.data}
    chosen |= {"pace": form.pace.data} | ({"changed": 1} if changed else {})
    return url_for(".new", **chosen)


def _setup(form: NewForm, drawn: Programme | None) -> str:
    return render_template(
        "workshops/new.html",
        form=form,
        drawn=drawn,
        banks=services().banks.values(),
        bank=services().banks.get(form.bank.data),
        Part=Part,
    )
