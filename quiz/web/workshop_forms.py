"""The forms of a workshop, and what each may hold."""

import re

from flask_wtf import FlaskForm
from wtforms import HiddenField, IntegerField, StringField
from wtforms.validators import InputRequired, Length, Optional, Regexp, ValidationError

from quiz.programme import Forms, Pace
from quiz.scale import Level
from quiz.sets import SIZES
from quiz.votes import Vote
from quiz.web.forms import Choice, Places
from quiz.workshop import To

_ADDRESS = re.compile(
    r"https?://([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(:(?P<port>\d{1,5}))?/?",
    re.ASCII | re.IGNORECASE,
)
_PORTS = range(1, 65536)


class JoinForm(FlaskForm):  # type: ignore[misc]
    """Take part in the workshop with a code."""

    code = StringField()


class OrganiserForm(FlaskForm):  # type: ignore[misc]
    """Type the organiser key."""

    key = StringField(validators=[InputRequired("Type the organiser key")])


class ResumeForm(FlaskForm):  # type: ignore[misc]
    """Lead a workshop that is under way from another device."""

    code = StringField(validators=[InputRequired("Type the workshop’s code")])
    key = StringField(validators=[InputRequired("Type the host key")])


class NewForm(FlaskForm):  # type: ignore[misc]
    """Set up a workshop. ``seed`` stands for the questions drawn, so that a preview holds."""

    class Meta:
        """The form is also read from an address; every POST has its token checked anyway."""

        csrf = False

    bank = StringField("Question bank")
    form = Choice(Forms, Forms, "Choose a form", label="Which questions?")
    size = Choice(SIZES, int, "Choose how many questions", label="How many?")
    pace = Choice(Pace, Pace, "Choose who moves on", label="Who moves on to the next question?")
    seed = HiddenField(validators=[Regexp("[0-9]{1,10}$", message="Draw again")])
    discuss = Places("Choose among the questions")
    drawn = HiddenField()

    @property
    def choices(self) -> str:
        """What the questions are drawn by, so that a page can tell whether it was changed since."""
        return f"{self.bank.data} {self.form.data} {self.size.data} {self.pace.data}"

    def validate_bank(self, field: StringField) -> None:
        """Refuse a bank that is not there. ``banks`` is set by whoever makes the form."""
        if field.data not in self.banks:
            raise ValidationError("Choose a question bank")

    banks: frozenset[str] = frozenset()


class VoteForm(FlaskForm):  # type: ignore[misc]
    """Answer a question in a round."""

    question = IntegerField(validators=[InputRequired()])
    round = IntegerField(validators=[InputRequired()])
    level = Choice(
        Level, lambda text: Level(int(text)), "Choose how well the text backs up the statement"
    )
    sure = Choice((1, 2, 3), int, "Choose how sure you are")

    @property
    def vote(self) -> Vote:
        return Vote(self.question.data, self.round.data, self.level.data, self.sure.data)


class PhaseForm(FlaskForm):  # type: ignore[misc]
    """Take a step from the state with this version."""

    version = IntegerField(validators=[InputRequired()])
    to = Choice(To, To, "There is no such step")


class AddressForm(FlaskForm):  # type: ignore[misc]
    """Say at which address phones reach this computer; empty means: find it out."""

    address = StringField(
        filters=[lambda text: (text or "").strip()],
        validators=[Optional(), Length(max=100, message="Use at most 100 characters")],
    )

    def validate_address(self, field: StringField) -> None:
        """Refuse what phones could not open."""
        match = _ADDRESS.fullmatch(field.data or "http://localhost")
        if not match or int(match["port"] or 80) not in _PORTS:
            raise ValidationError("An address looks like http://192.168.1.20:8000")
