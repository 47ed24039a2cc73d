"""Marking: what counts as right, and what comes back."""

import pytest
from msgspec.structs import replace

from harness.banks import loaf, pantry
from quiz.attempts import Answer, Attempt, Form, Question
from quiz.bank import Bank
from quiz.marking import better_of, is_right, missed, spot
from quiz.phrases import phrases
from quiz.scale import Level

ONE, TWO, THREE = (Question(f"loaf:s{n}") for n in (1, 2, 3))
PAIR = Question("loaf:s1", "loaf:s2")


def place(words: str, name: str = "s3") -> int:
    """Return where the phrase with these words starts."""
    [found] = [p.start for p in phrases(loaf(), loaf().by_id[name]) if words in p.text]
    return found


def attempt(form: Form, *answered: tuple[Question, Answer]) -> tuple[Bank, Attempt]:
    questions = tuple(question for question, _ in answered)
    answers = {n: answer for n, (_, answer) in enumerate(answered, 1)}
    return pantry(), Attempt(1, "pantry", "", form, (*questions, TWO), answers)


@pytest.mark.parametrize("level", Level)
def test_it_accepts_the_level_of_the_key(level: Level) -> None:
    assert is_right(pantry(), ONE, Answer(1, level=level)) == (level is Level.PARTIAL)


def test_it_accepts_a_neighbour_that_the_key_accepts() -> None:
    lenient = replace(loaf().by_id["s2"], accept=(Level.WEAK,))
    bank = replace(pantry(), documents=(replace(loaf(), statements=(lenient,)),))
    right = [is_right(bank, TWO, Answer(1, level=level)) for level in Level]
    assert right == [True, True, False, False]


def test_it_knows_the_better_of_two_in_either_order() -> None:
    turned = Question(PAIR.other, PAIR.statement)
    assert (better_of(pantry(), PAIR), better_of(pantry(), turned)) == ("a", "b")
    assert is_right(pantry(), PAIR, Answer(1, better="a"))
    assert not is_right(pantry(), turned, Answer(1, better="a"))


def test_it_wants_all_words_that_give_one_pause_and_no_other() -> None:
    experts, strong = place("experts"), place("strong")
    assert is_right(pantry(), THREE, Answer(1, words=(experts,)))
    for chosen in ((), (strong,), (experts, strong)):
        assert not is_right(pantry(), THREE, Answer(1, words=chosen))


def test_it_tells_found_overlooked_and_needless_words_apart() -> None:
    statement = loaf().by_id["s1"]
    days = place("ten days", "s1")
    spotted = spot(loaf(), statement, [days])
    assert [p.text for p in spotted.overlooked] == ["says that"]
    assert [p.start for p in spotted.needless] == [days]
    assert spotted.found == ()
    assert spot(loaf(), statement, [place("says", "s1")]).complete


def test_it_brings_back_what_was_missed_last() -> None:
    wrong, right = Answer(3, level=Level.STRONG), Answer(1, level=Level.WEAK)
    before = attempt(Form.RATE, (THREE, wrong), (TWO, wrong))
    assert missed([before], Form.RATE) == (THREE, TWO)
    assert missed([before, attempt(Form.RATE, (THREE, right))], Form.RATE) == (TWO,)
    assert missed([attempt(Form.RATE, (THREE, right)), before], Form.RATE) == (THREE, TWO)


def test_it_keeps_the_forms_of_question_apart() -> None:
    spotted = attempt(Form.SPOT, (THREE, Answer(1, words=())))
    assert missed([spotted], Form.RATE) == ()
    assert missed([spotted], Form.SPOT) == (THREE,)


def test_two_statements_to_compare_are_one_question_in_either_order() -> None:
    turned = Question(PAIR.other, PAIR.statement)
    wrong = attempt(Form.COMPARE, (PAIR, Answer(1, better="b")))
    assert missed([wrong], Form.COMPARE) == (PAIR,)
    assert (
        missed([wrong, attempt(Form.COMPARE, (turned, Answer(1, better="b")))], Form.COMPARE) == ()
    )


def test_a_question_without_an_answer_is_not_missed() -> None:
    assert missed([attempt(Form.RATE)], Form.RATE) == ()
