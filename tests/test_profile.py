"""What is in a bank, counted, and how far its codings agree."""

from pathlib import Path

import msgspec
import pytest

from quiz.bank import Coder, read_bank
from quiz.documents import Document
from quiz.profile import KEY, agreements, differing, profile
from quiz.scale import Level, Role

BANK = read_bank(Path(__file__).parent.parent / "questions" / "kratom")


def test_it_counts_roles_of_all_and_levels_of_what_can_be_rated() -> None:
    counted = profile(BANK.documents[0].statements)
    assert counted.roles.total() == len(BANK.documents[0].statements)
    assert counted.rated == sum(counted.roles[r] for r in (Role.EFFECT, Role.FACT, Role.EVIDENCE))
    assert counted.levels == {Level.NONE: 11, Level.WEAK: 7, Level.PARTIAL: 1}


def test_it_compares_the_key_and_each_coding_in_pairs_per_document() -> None:
    found = agreements(BANK)
    assert [a.name for a in found] == [*(d.title for d in BANK.documents), "The whole bank"]
    pairs = [(KEY, "Coder B"), (KEY, "Coder C"), ("Coder B", "Coder C")]
    assert all(list(a.kappas) == pairs for a in found)
    assert sum(a.statements for a in found[:-1]) == found[-1].statements == 84
    every = [k for a in found for k in a.kappas.values()]
    assert all(isinstance(kappa, float) and kappa >= 0.80 for kappa in every)


def test_it_lists_statements_by_how_far_codings_are_apart() -> None:
    one, two = list(BANK.served)[:2]
    levels = {n: BANK.served[n].level for n in BANK.served}
    coder = Coder("X", "made up", levels | {one: Level.STRONG, two: Level.WEAK})
    changed = msgspec.structs.replace(BANK, coders=(coder,))
    apart = {n: abs(levels[n] - coder.levels[n]) for n in (one, two)}
    expected = sorted((n for n in apart if apart[n]), key=lambda n: -apart[n])
    assert [name for name, _ in differing(changed)] == expected
    assert differing(changed)[0][1] == {KEY: levels[one], "X": Level.STRONG}


def test_a_bank_that_nobody_coded_has_no_agreement() -> None:
    assert agreements(msgspec.structs.replace(BANK, coders=())) == ()


@pytest.mark.parametrize("document", BANK.documents, ids=lambda d: d.name)
def test_it_counts_the_cues_of_a_document(document: Document) -> None:
    marked = [c.kind for s in document.statements if s.role.rateable for c in s.cues]
    assert profile(document.statements).cues.total() == len(marked) > 0
