"""What an attempt comes to, for its page and its files."""

from hypothesis import given, settings

from harness.attempts import attempts
from harness.banks import kratom, loaf, pantry, pantry_with
from quiz.attempts import Answer, Attempt, Form, Question
from quiz.documents import Cue
from quiz.phrases import phrases
from quiz.results import Results
from quiz.scale import CueKind, Level
from quiz.scoring.spotting import KindMissed

ONE, TWO, THREE = (Question(f"loaf:s{n}") for n in (1, 2, 3))
PAIR = Question("loaf:s2", "loaf:s1")


def results(form: Form, *answered: tuple[Question, Answer]) -> Results:
    questions = tuple(question for question, _ in answered)
    answers = {n: answer for n, (_, answer) in enumerate(answered, 1)}
    return Results(pantry(), Attempt(1, "pantry", "", form, questions, answers))


def rated(*levels: int, sure: int = 3) -> Results:
    """Rate the three statements, which are Partial, None and Weak."""
    pairs = zip((ONE, TWO, THREE), levels, strict=False)
    return results(Form.RATE, *((q, Answer(sure, level=Level(n))) for q, n in pairs))


def test_it_puts_the_farthest_of_what_was_sure_but_wrong_first() -> None:
    found = rated(2, 1, 3).sure_but_wrong
    assert [(result.number, result.answer.level) for result in found] == [(3, 3), (2, 1)]
    assert rated(0, 3, 3, sure=2).sure_but_wrong == ()


def test_it_counts_a_search_for_words_that_was_sure_and_incomplete() -> None:
    found = results(Form.SPOT, (TWO, Answer(3, words=())), (THREE, Answer(2, words=())))
    assert [result.number for result in found.sure_but_wrong] == [1]


def test_it_names_what_should_give_pause_where_the_rating_was_too_high() -> None:
    assert rated(2, 3, 1).cues == (
        KindMissed(CueKind.LOADED_WORD, 1, 1),
        KindMissed(CueKind.PRESUPPOSITION, 1, 1),
    )


def test_it_names_the_support_where_the_rating_was_too_low() -> None:
    assert rated(0, 0, 1).cues == (KindMissed(CueKind.SUPPORT_SHOWN, 1, 1),)
    assert rated(2, 0, 1).cues == ()


def test_it_puts_the_kind_behind_most_slips_first() -> None:
    anecdote, hedge = Cue(CueKind.ANECDOTE, "strong"), Cue(CueKind.HEDGE, "Some")
    bank = pantry_with("s3", cues=(hedge, Cue(CueKind.PRESUPPOSITION, "argue"), anecdote))
    attempt = rated(2, 3, 3).attempt
    found = Results(bank, attempt).cues
    assert [(cue.kind, cue.missed) for cue in found] == [
        (CueKind.PRESUPPOSITION, 2),
        (CueKind.HEDGE, 1),
        (CueKind.ANECDOTE, 1),
        (CueKind.LOADED_WORD, 1),
    ]


def test_it_names_the_kinds_of_words_overlooked() -> None:
    [heart] = [p.start for p in phrases(loaf(), loaf().by_id["s2"]) if p.pause]
    found = results(Form.SPOT, (TWO, Answer(2, words=(heart,))), (THREE, Answer(2, words=())))
    assert found.cues == (KindMissed(CueKind.UNNAMED_AUTHORITY, 1, 1),)


def test_it_has_no_cues_for_pairs_but_the_share_beside_chance_first() -> None:
    found = results(Form.COMPARE, (PAIR, Answer(1, better="a")))
    assert found.cues == ()
    assert found.figures[0].name == "compared"
    [result] = found.answered
    assert (result.better, result.right) == ("b", False)
    assert [statement.id for statement, _ in result.asked] == ["s2", "s1"]


def test_it_gathers_what_is_left_out_by_its_reason() -> None:
    left_out = rated(2, 0, 1).left_out
    [few] = [names for reason, names in left_out.items() if "10 supported" in reason]
    assert [line.name for line in few] == ["sensitivity", "criterion"]


@settings(max_examples=30)
@given(attempts(kratom()))
def test_it_shows_or_explains_each_figure_of_the_form_once(attempt: Attempt) -> None:
    found = Results(kratom(), attempt)
    gone = [line.name for lines in found.left_out.values() for line in lines]
    names = [line.name for line in found.figures] + gone
    assert len(set(names)) == len(names)
    assert set(names) <= {line.name for line in found.lines}
    assert ("compared" in names) is (attempt.form is Form.COMPARE)
    assert ("recall" in names) is (attempt.form is Form.SPOT)
    assert ("agreement" in names) is (attempt.form is Form.RATE)
    assert all(result.answer.sure == 3 and not result.right for result in found.sure_but_wrong)
    assert all(0 < kind.missed <= kind.of for kind in found.cues)
    assert found.headline
