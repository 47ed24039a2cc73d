"""Comparisons that a statement only announces: better, faster, safer than something else."""

import re
from collections.abc import Iterator

from quiz.documents import Span
from quiz.rules.sentence import Sentence
from quiz.rules.sieve import Sieve

_COMPARED = Sieve(
    r"\bas (?!well|much|many|soon|long|far|little|few|possible|a\b|an\b|the\b|if|of|such|often)\w+ as\b"
    r"|\d\s?(?:%|per ?cent) (?:less|more|fewer|faster|cheaper|better|stronger|lighter|quieter|longer|cleaner|safer|greener)\b"
    r"|\b(?:so much|far|way|even) (?:\w+ier|\w+[^aeiou]er|better|worse|more \w+)\b(?! than \d)"
    r"|\b[Uu]nlike (?:\w+ ){0,2}\w+s\b"
)
_THAN = re.compile(
    r"[^.,;]{0,40}? than (?!\d|one\b|two\b|half\b|ever\b|usual\b|expected\b|an? (?:hour|day|week|year|month|decade))"
)


def comparisons(sentence: Sentence) -> Iterator[Span]:
    """Yield where something is said to be better, faster or safer than something else."""
    for mark in sentence.marks("comparison"):
        yield Span(mark.start, mark.end)
    for found in _COMPARED.finditer(sentence.text):
        yield Span(*found.span())
    for mark in sentence.marks("comparative"):
        if than := _THAN.match(sentence.text, mark.end):
            yield Span(mark.start, than.end())
