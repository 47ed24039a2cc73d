"""The forms people send, and what each may hold."""

from flask_wtf import FlaskForm
from wtforms import HiddenField, RadioField, SelectMultipleField
from wtforms.validators import InputRequired

from quiz.attempts import Answer, Form
from quiz.scale import Level
from quiz.sets import SIZES

ALL = "all"
_SURE = RadioField(
    "How sure are you?",
    choices=[(step, step) for step in (1, 2, 3)],
    coerce=int,
    validators=[InputRequired("Say how sure you are")],
)


class SetForm(FlaskForm):  # type: ignore[misc]
    """Begin a set: how many questions, and in which form."""

    size = RadioField(choices=[*map(str, SIZES), ALL], default=str(SIZES[0]))
    form = RadioField(choices=[form.value for form in Form], default=Form.RATE.value)

    @property
    def number(self) -> int | None:
        """How many questions, or None for all there are."""
        return None if self.size.data == ALL else int(self.size.data)


class AnswerForm(FlaskForm):  # type: ignore[misc]
    """What the three forms of question have in common."""

    statement = HiddenField(validators=[InputRequired()])
    sure = _SURE


class RateForm(AnswerForm):
    """Answer how well the text backs up a statement."""

    level = RadioField(
        choices=[(level.value, level.title) for level in Level],
        coerce=int,
        validators=[InputRequired("Choose how well the text backs up the statement")],
    )

    @property
    def answer(self) -> Answer:
        return Answer(sure=self.sure.data, level=Level(self.level.data))


class CompareForm(AnswerForm):
    """Answer which of two statements is better backed up."""

    better = RadioField(
        choices=[("a", "A"), ("b", "B")],
        validators=[InputRequired("Choose the statement with better backing")],
    )

    @property
    def answer(self) -> Answer:
        return Answer(sure=self.sure.data, better=self.better.data)


class SpotForm(AnswerForm):
    """Answer which words should make one pause. None of them is an answer too."""

    words = SelectMultipleField(coerce=int)

    @property
    def answer(self) -> Answer:
        return Answer(sure=self.sure.data, words=tuple(sorted(set(self.words.data or ()))))


FORMS: dict[Form, type[AnswerForm]] = {
    Form.RATE: RateForm,
    Form.COMPARE: CompareForm,
    Form.SPOT: SpotForm,
}
