"""What came of each answer, in the terms of the scoring."""

from harness.banks import loaf, pantry, pantry_with
from quiz.attempts import Answer, Attempt, Form, Question
from quiz.documents import Cue
from quiz.outcomes import outcome, outcomes
from quiz.phrases import phrases
from quiz.scale import CueKind, Level
from quiz.scoring import Comparison, Rating, Spotting, Sure

ONE, TWO = Question("loaf:s1"), Question("loaf:s2")
PAIR = Question("loaf:s2", "loaf:s1")


def test_it_sets_a_rating_beside_the_key() -> None:
    found = outcome(pantry(), ONE, Answer(3, level=Level.STRONG))
    assert found == Rating(Level.STRONG, Level.PARTIAL, (), Sure.SURE)


def test_it_tells_whether_the_better_of_two_was_found() -> None:
    assert outcome(pantry(), PAIR, Answer(1, better="b")) == Comparison(
        right=True, sure=Sure.GUESSING
    )
    assert not outcome(pantry(), PAIR, Answer(1, better="a")).right


def test_it_counts_as_cues_what_gives_one_pause_and_not_what_reassures() -> None:
    says, days = (
        next(p.start for p in phrases(loaf(), loaf().by_id["s1"]) if words in p.text)
        for words in ("says that", "ten days")
    )
    found = outcome(pantry(), ONE, Answer(2, words=(says, days)))
    assert isinstance(found, Spotting)
    assert found.cues == {(says, CueKind.HEARSAY)}
    assert (found.found, found.false_alarms) == (frozenset({says}), frozenset({days}))
    assert found.sure is Sure.FAIRLY
    assert not found.right
    assert outcome(pantry(), ONE, Answer(2, words=(says,))).right


def test_it_tells_which_neighbours_are_accepted() -> None:
    lenient = pantry_with("s1", accept=(Level.WEAK,))
    assert outcome(lenient, ONE, Answer(1, level=Level.WEAK)).right
    assert not outcome(pantry(), ONE, Answer(1, level=Level.WEAK)).right


def test_it_keeps_reassurance_out_of_words_that_do_both() -> None:
    cues = (Cue(CueKind.HEARSAY, "says that rye"), Cue(CueKind.SUPPORT_SHOWN, "rye keeps"))
    found = outcome(pantry_with("s1", cues=cues), ONE, Answer(1, words=()))
    assert isinstance(found, Spotting)
    assert [kind for _, kind in found.cues] == [CueKind.HEARSAY]


def test_it_takes_choosing_nothing_as_an_answer() -> None:
    found = outcome(pantry(), TWO, Answer(1, words=()))
    assert isinstance(found, Spotting)
    assert found.chosen == frozenset()
    assert found.missed


def test_it_follows_the_order_of_the_questions_and_leaves_open_ones_out() -> None:
    answers = {3: Answer(1, level=Level.NONE), 1: Answer(2, level=Level.WEAK)}
    attempt = Attempt(1, "pantry", "", Form.RATE, (ONE, TWO, TWO), answers)
    found = outcomes(pantry(), attempt)
    assert [each.sure for each in found] == [Sure.FAIRLY, Sure.GUESSING]
    assert outcomes(pantry(), Attempt(1, "pantry", "", Form.RATE, (ONE,))) == ()
