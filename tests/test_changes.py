from msgspec.structs import replace

from quiz.bank import Bank
from quiz.changes import Changes
from quiz.documents import Document, GateKey, Statement
from quiz.scale import Role


def bank(*statements: Statement) -> Bank:
    text = "Tea helps. Tea calms."
    document = Document("tea", "", "", text, "", statements)
    return Bank("tea", "", "", "", (), (document,))


def statement(entry: str, *, reviewed: bool = True) -> Statement:
    key = GateKey(passes=False, because="It just says so.")
    text, role = "Tea helps.", Role.EFFECT
    return Statement(id=entry, start=0, text=text, role=role, reason=key, reviewed=reviewed)


def test_it_counts_what_comes_changes_and_leaves() -> None:
    before = bank(statement("a"), statement("b"), statement("c"))
    changed = replace(statement("b"), lift="Say who.")
    after = bank(statement("a"), changed, statement("c", reviewed=False), statement("d"))
    assert Changes.between(before, after) == Changes(come=1, change=1, leave=1)
    assert Changes.between(None, after) == Changes(come=3, change=0, leave=0)


def test_it_says_changes_in_a_sentence() -> None:
    assert Changes(0, 0, 0).words == "No statement comes, changes or leaves."
    assert Changes(2, 0, 0).words == "2 statements come."
    assert Changes(2, 1, 0).words == "2 statements come and 1 statement changes."
