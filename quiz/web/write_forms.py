"""The forms of the writing room, and what each may hold."""

from collections.abc import Iterable
from pathlib import PurePath

from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField, IntegerField, StringField, TextAreaField
from wtforms.validators import InputRequired

from quiz.fields import LONGEST_LINE, LONGEST_NOTE
from quiz.scale import Level
from quiz.web.forms import Choice, at_most

_TITLE = "Give it a title"


class TextForm(FlaskForm):  # type: ignore[misc]
    """Bring an article: pasted, or as a file."""

    title = StringField(validators=[at_most(LONGEST_LINE, "for the title")])
    language = StringField(default="en", validators=[InputRequired("Say which language it is in")])
    source = StringField(validators=[at_most(LONGEST_NOTE, "for where it comes from")])
    text = TextAreaField()
    file = FileField()

    @property
    def upload(self) -> tuple[str, bytes] | None:
        """The uploaded file's name and content, or None when nothing was uploaded."""
        sent = self.file.data
        return (PurePath(sent.filename).name, sent.read()) if sent and sent.filename else None


class DetailsForm(FlaskForm):  # type: ignore[misc]
    """What stands around the questions."""

    version = IntegerField(validators=[InputRequired()])
    title = StringField(validators=[InputRequired(_TITLE), at_most(LONGEST_LINE, "for the title")])
    language = StringField(validators=[InputRequired("Say which language it is in")])
    notice = TextAreaField(validators=[at_most(LONGEST_NOTE, "for the notice")])
    help = TextAreaField(validators=[at_most(4 * LONGEST_NOTE, "for the lines of help")])

    @property
    def lines(self) -> Iterable[str]:
        return str(self.help.data or "").splitlines()


class ImportForm(FlaskForm):  # type: ignore[misc]
    """Bring a bank as one file."""

    archive = FileField(validators=[FileRequired("Choose the file of a bank")])


class CodeForm(FlaskForm):  # type: ignore[misc]
    """Open a blind coding with a code."""

    code = StringField(validators=[InputRequired("Type the code you were given")])


class CodingForm(FlaskForm):  # type: ignore[misc]
    """Code one statement."""

    statement = HiddenField(validators=[InputRequired()])
    level = Choice(
        tuple(Level), lambda typed: Level(int(typed)), "Choose how far the statement gets"
    )
