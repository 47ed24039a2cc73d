from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.settings import HOUSE, Settings, SettingsError, table


def test_it_needs_no_variable_at_all() -> None:
    settings = Settings.read({})
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.data == HOUSE / "data"
    assert settings.questions == HOUSE / "questions"
    assert not settings.secure
    assert settings.public_host == ""


def test_it_reads_every_variable() -> None:
    settings = Settings.read(
        {
            "QUIZ_HOST": "0.0.0.0",  # noqa: S104 - what a host of a workshop types
            "QUIZ_PORT": " 80 ",
            "QUIZ_DATA": "somewhere",
            "QUIZ_QUESTIONS": "/banks",
            "QUIZ_PUBLIC_URL": "https://Quiz.example.org:8443/",
            "QUIZ_PROXIES": "1",
            "QUIZ_THREADS": "16",
            "QUIZ_KEEP_DAYS": "3",
            "QUIZ_MAX_UPLOAD": "5",
            "HOME": "/home/alice",
        }
    )
    assert settings == Settings(
        host="0.0.0.0",  # noqa: S104 - the same
        port=80,
        data=Path("somewhere"),
        questions=Path("/banks"),
        public_url="https://quiz.example.org:8443",
        proxies=1,
        threads=16,
        keep_days=3,
        max_upload=5,
    )
    assert settings.secure
    assert settings.public_host == "quiz.example.org:8443"


def test_it_takes_an_empty_variable_for_none() -> None:
    assert Settings.read({"QUIZ_PORT": " ", "QUIZ_PUBLIC_URL": ""}) == Settings()


def test_it_cannot_be_changed_later() -> None:
    with pytest.raises(FrozenInstanceError):
        Settings().port = 1  # type: ignore[misc]


@pytest.mark.parametrize(
    ("variable", "text"),
    [
        ("QUIZ_PORT", "eighty"),
        ("QUIZ_PORT", "65536"),
        ("QUIZ_PORT", "-1"),
        ("QUIZ_PORT", "٨٠"),
        ("QUIZ_THREADS", "0"),
        ("QUIZ_KEEP_DAYS", "0"),
        ("QUIZ_KEEP_DAYS", "7.5"),
        ("QUIZ_PUBLIC_URL", "quiz.example.org"),
        ("QUIZ_PUBLIC_URL", "ftp://quiz.example.org"),
        ("QUIZ_PUBLIC_URL", "https://quiz.example.org/quiz"),
        ("QUIZ_PUBLIC_URL", "https://alice:secret@quiz.example.org"),
        ("QUIZ_PUBLIC_URL", "https://[quiz"),
    ],
)
def test_it_refuses_a_bad_value_in_one_sentence(variable: str, text: str) -> None:
    with pytest.raises(SettingsError) as refused:
        Settings.read({variable: text})
    sentence = str(refused.value)
    assert sentence.startswith(f"{variable} must be a")
    assert sentence.endswith(f"not “{text}”.")
    assert "\n" not in sentence


def test_it_refuses_a_setting_that_does_not_exist_and_guesses_what_was_meant() -> None:
    with pytest.raises(
        SettingsError, match=r"^There is no setting QUIZ_PROT. Is QUIZ_PORT meant\?"
    ):
        Settings.read({"QUIZ_PROT": "80"})
    with pytest.raises(SettingsError, match=r"^There is no setting QUIZ_COLOURFUL\.$"):
        Settings.read({"QUIZ_COLOURFUL": "yes"})


@given(st.sampled_from([row.variable for row in table()]), st.text())
def test_it_reads_or_refuses_any_text(variable: str, text: str) -> None:
    try:
        Settings.read({variable: text})
    except SettingsError as refused:
        assert variable in str(refused)  # noqa: PT017 - either outcome is right


def test_it_lists_each_setting_with_a_default_that_reads_back() -> None:
    assert [row.variable for row in table()][:2] == ["QUIZ_HOST", "QUIZ_PORT"]
    defaults = {row.variable: row.default for row in table()}
    assert defaults["QUIZ_DATA"] == "./data"
    assert defaults["QUIZ_QUESTIONS"] == "./questions"
    Settings.read(defaults)
    for row in table():
        assert row.help.endswith(".")
