from msgspec.structs import replace

from quiz.documents import Document, GateKey, Statement
from quiz.missing import missing
from quiz.scale import Role

YES = GateKey(passes=True, because="It says so.", words="Tea")
NO = GateKey(passes=False, because="It just says so.")


def lacks(
    reason: GateKey | None = None,
    findable: GateKey | None = None,
    fits: GateKey | None = None,
    *,
    role: Role = Role.EFFECT,
    lift: str = "Say who.",
) -> tuple[str, ...]:
    text = "Tea helps."
    bare = Statement(id="s01", start=0, text=text, role=role, lift=lift, reviewed=True)
    found = replace(bare, reason=reason, findable=findable, fits=fits)
    return missing(Document("tea", "", "", text, "", (found,)), found)


def test_it_names_the_question_that_is_not_answered() -> None:
    assert lacks() == ("Answer question 1",)
    assert lacks(reason=YES) == ("Answer question 2 as well",)
    assert lacks(reason=YES, fits=NO) == ("Answer question 2 as well",)
    assert lacks(reason=YES, findable=YES) == ("Answer question 3 as well",)


def test_it_asks_for_words_reasons_and_what_would_lift_it() -> None:
    unplaced = GateKey(passes=True, because="", words="")
    assert lacks(reason=unplaced, findable=NO, lift="") == (
        "Give the words that decide question 1: a yes needs them",
        "Say why in question 1",
        "Say what would lift it a level",
    )


def test_it_finds_nothing_missing_in_a_complete_key() -> None:
    assert lacks(reason=NO) == ()
    assert lacks(reason=YES, findable=NO) == ()
    assert lacks(role=Role.TALK, lift="") == ()


def test_it_says_any_other_flaw_as_well() -> None:
    elsewhere = GateKey(passes=False, because="It just says so.", words="coffee")
    assert "“coffee” are not in the document" in lacks(reason=elsewhere)[0]
