"""The forms people send, and what each may hold."""

from collections.abc import Callable, Iterable
from typing import Any

from flask import request
from flask_wtf import FlaskForm
from wtforms import Field, HiddenField
from wtforms.validators import InputRequired, Length, ValidationError

from quiz.attempts import Answer, Form
from quiz.scale import Level
from quiz.sets import SIZES

ALL = "all"


def at_most(characters: int, where: str) -> Length:
    """Return the check of a field's length; ``where`` ends its sentence: “for the title”."""
    return Length(max=characters, message=f"Use at most {characters} characters {where}")


class Choice(Field):  # type: ignore[misc]
    """One of several values; anything else, or nothing, is met with one sentence that helps."""

    data: Any

    def __init__(
        self,
        values: Iterable[Any],
        read: Callable[[str], Any],
        sentence: str,
        **kwargs: Any,  # noqa: ANN401 - what WTForms adds
    ) -> None:
        super().__init__(**kwargs)
        self.values, self.read, self.sentence = tuple(values), read, sentence

    def process_formdata(self, valuelist: list[str]) -> None:
        """Keep what was chosen; what cannot be read counts as nothing."""
        try:
            self.data = self.read(valuelist[0]) if valuelist else None
        except ValueError:
            self.data = None

    def pre_validate(self, form: FlaskForm) -> None:  # noqa: ARG002 - as WTForms calls it
        """Refuse what is none of the values."""
        if self.data not in self.values:
            raise ValidationError(self.sentence)


class Places(Field):  # type: ignore[misc]
    """Any of several offsets in a statement, or none; ``values`` are set for each statement."""

    data: tuple[int, ...] | None

    def __init__(self, sentence: str, **kwargs: Any) -> None:  # noqa: ANN401 - as above
        super().__init__(**kwargs)
        self.values: frozenset[int] = frozenset()
        self.sentence = sentence

    def process_formdata(self, valuelist: list[str]) -> None:
        """Keep what was chosen as numbers, each once; None when one cannot be read."""
        try:
            self.data = tuple(sorted({int(value) for value in valuelist}))
        except ValueError:
            self.data = None

    def pre_validate(self, form: FlaskForm) -> None:  # noqa: ARG002 - as WTForms calls it
        """Refuse what is none of the values."""
        if self.data is None or not self.values.issuperset(self.data):
            raise ValidationError(self.sentence)


class SetForm(FlaskForm):  # type: ignore[misc]
    """Begin a set: how many questions, and in which form."""

    form = Choice(Form, Form, "Choose a form of question", default=Form.RATE)
    size = Choice((*map(str, SIZES), ALL), str, "Choose how many questions", default=str(SIZES[0]))

    @property
    def number(self) -> int | None:
        """How many questions, or None for all there are."""
        return None if self.size.data == ALL else int(self.size.data)


def _sure() -> Choice:
    return Choice((1, 2, 3), int, "Choose how sure you are")


class AnswerForm(FlaskForm):  # type: ignore[misc]
    """What the three forms of question have in common."""

    own = ""
    statement = HiddenField(
        validators=[InputRequired("Your answer came without its question: please send it again")]
    )

    @property
    def foreign(self) -> bool:
        """Whether it was filled in on a page with another form of question."""
        return any(name in request.form for name in _OWN - {self.own})


class RateForm(AnswerForm):
    """Answer how well the text backs up a statement."""

    own = "level"
    level = Choice(
        Level, lambda text: Level(int(text)), "Choose how well the text backs up the statement"
    )
    sure = _sure()

    @property
    def answer(self) -> Answer:
        return Answer(sure=self.sure.data, level=self.level.data)


class CompareForm(AnswerForm):
    """Answer which of two statements is better backed up."""

    own = "better"
    better = Choice(("a", "b"), str, "Choose the statement that its text backs up better")
    sure = _sure()

    @property
    def answer(self) -> Answer:
        return Answer(sure=self.sure.data, better=self.better.data)


class SpotForm(AnswerForm):
    """Answer which words should make one pause. None of them is an answer too."""

    own = "words"
    words = Places("Choose among the words of this statement")
    sure = _sure()

    @property
    def answer(self) -> Answer:
        return Answer(sure=self.sure.data, words=self.words.data)


_OWN = frozenset(("level", "better", "words"))
FORMS: dict[Form, type[AnswerForm]] = {
    Form.RATE: RateForm,
    Form.COMPARE: CompareForm,
    Form.SPOT: SpotForm,
}
