"""Sieves: what a pattern needs, and that none of its matches is lost."""

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz import rules
from quiz.rules.sieve import Sieve
from quiz.sentences import split

PATTERNS = (
    r"\b(?:said|says|declar(?:es|ed|ing)|point(?:s|ed) out)\b",
    r"\b(?:study|trial) (?:\w+ ){0,2}(?:of|in) \d+",
    r"(?:\A|[.,;] )[Tt]he (?:[a-z]+ ){0,3}?(?:police|court) (?:has |had ){0,2}ruled\b",
    r"(?<=[,;] )(?:although|albeit)\b|though(?=[.!])",
    r"don['’]t (?:need|have) to\b|\bno need to|[£$€]\d|½",
    r"\b(?:of|in) \d{1,3}(?:st|nd)?|per ?cent",
    r"(?:ab|cd)+ef\b|\bgh{3}i",
    r"\bone(?: |-)two\B|\W(?!three)[^\W\d]four\Z",
    r"is sold (?:on|at)",
)
CORPUS = Path(__file__).parent / "corpus" / "development"
SIEVES = {
    f"{room.name}.{name}": value
    for room in iter_modules(rules.__path__)
    for name, value in vars(import_module(f"quiz.rules.{room.name}")).items()
    if isinstance(value, Sieve)
}


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\b(?:said|says)\b", {"said", "says"}),
        (r"\bstud(?:y|ies) (?:of|in)\b", {"study", "studies"}),
        (r"\b(?:\w+ ){0,3}vets?\b", {"vet", "vets"}),
        (r"[Aa] court ruled", {"court"}),
        (r"\d+ of", {"0-9"}),
        (r"£\w+|\bfree\b", {"£", "free"}),
        (r"(?<=, )albeit\b", {"albeit"}),
        (r"\bthe(?: old)? \w+ology\b", {"the", "old"}),
    ],
)
def test_it_reads_the_words_off_the_pattern(pattern: str, needs: set[str]) -> None:
    assert Sieve(pattern).needs == needs


@pytest.mark.parametrize(
    "pattern", ["said", r"\bsaid", r"\w+ologist\b", r"\bsaid\b|\w", r"(?:said )?\w"]
)
def test_it_needs_nothing_where_a_word_may_go_on_or_be_missing(pattern: str) -> None:
    sieve = Sieve(pattern)
    assert not sieve.needs
    assert sieve.search("Aftersaids, saids: ecologist")


def test_it_searches_only_texts_with_a_word_that_is_needed() -> None:
    sieve = Sieve(r"\bsaid (?:it|so)\b", re.IGNORECASE)
    assert sieve.search("Alice SAID so.")
    assert not sieve.search("Alice said so.", 8)
    assert not sieve.search("Alice has aftersaid so.")
    assert [m[0] for m in sieve.finditer("Bob ſaid it, Alice said so.")] == ["ſaid it", "said so"]
    assert not list(sieve.finditer("Nobody spoke."))


@given(st.sampled_from(PATTERNS).flatmap(lambda p: st.tuples(st.just(p), st.from_regex(p))))
def test_it_loses_no_match(case: tuple[str, str]) -> None:
    pattern, text = case
    assert Sieve(pattern).search(text)
    assert list(map(str, Sieve(pattern).finditer(text))) == list(
        map(str, re.finditer(pattern, text))
    )


@given(st.sampled_from(PATTERNS), st.data())
def test_it_loses_no_match_of_any_case(pattern: str, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(re.compile(pattern, re.IGNORECASE)))
    assert Sieve(pattern, re.IGNORECASE).search(text)


@pytest.mark.parametrize("name", SIEVES)
def test_it_finds_in_the_coded_texts_what_the_pattern_finds(name: str) -> None:
    sieve = SIEVES[name]
    for path in sorted(CORPUS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        for span in split(text):
            words = text[span.start : span.end]
            assert bool(sieve.search(words)) is bool(sieve.pattern.search(words))
