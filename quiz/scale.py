"""The vocabulary: levels, gates, roles and cues, with their wording for people.

The scale rates what a text offers for a statement, never whether the statement is true.
A level is not a judgement somebody types in: it is the number of gates passed in order.
"""

from collections.abc import Iterable
from enum import IntEnum, StrEnum
from itertools import takewhile
from typing import Self

QUESTION = "How well does this text back up this statement?"


class Level(IntEnum):
    """How many gates a statement passes in order, from 0 to 3."""

    NONE = 0
    WEAK = 1
    PARTIAL = 2
    STRONG = 3

    @property
    def title(self) -> str:
        return self.name.capitalize()

    @property
    def line(self) -> str:
        """The level in one line."""
        return _LINES[self]

    @property
    def supported(self) -> bool:
        """Whether a reader could find a source for the statement: Partial or Strong."""
        return self >= Level.PARTIAL


_LINES = {
    Level.NONE: "The text just says it.",
    Level.WEAK: "A reason you cannot check.",
    Level.PARTIAL: "A source you could find, but limited, indirect or stretched.",
    Level.STRONG: "A source you could find, of the right kind, and not overstated.",
}


class _Worded(StrEnum):
    """A string with a sentence that explains it to a reader."""

    meaning: str

    def __new__(cls, value: str, meaning: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member


class Gate(_Worded):
    """One of three yes/no checks, in the order in which they are asked."""

    REASON = "reason", "Does the text give any reason or source for this statement?"
    FINDABLE = "findable", "Could you find that source?"
    FITS = "fits", "Is it the right kind of evidence, and does the statement stay within it?"

    @property
    def number(self) -> int:
        """Its place in the order, from 1."""
        return list(Gate).index(self) + 1


class Role(_Worded):
    """What a statement does in its text."""

    EFFECT = "effect", "says that something works, helps, harms or causes"
    FACT = "fact", "says any other thing that can be checked"
    EVIDENCE = "evidence", "says how much is known"
    ADVICE = "advice", "says what to do"
    TALK = "talk", "is about the article itself, or an opinion"
    NONE = "none", "is a heading, a menu, a byline or an advert"

    @property
    def rateable(self) -> bool:
        """Whether statements of this role carry a key and are asked about."""
        return self in {Role.EFFECT, Role.FACT, Role.EVIDENCE}


class CueKind(_Worded):
    """What words in a statement give away. Cues explain; they never set the level."""

    HEDGE = "hedge", "A word that softens the claim: it says less than it seems to."
    UNNAMED_AUTHORITY = (
        "unnamed authority",
        "Experts, studies or research that nobody names, so nobody can look them up.",
    )
    HEARSAY = "hearsay", "Something is “said” or “believed”, without saying by whom."
    ANECDOTE = "anecdote", "What some people report of themselves."
    POPULARITY = "popularity", "Attention or many users, offered as if they were evidence."
    APPEAL_TO_NATURE = (
        "appeal to nature",
        "“Natural” used to sell, though natural is not safe.",
    )
    MECHANISM_AS_PROOF = (
        "mechanism as proof",
        "How it might work in the body, offered as proof that it does work for people.",
    )
    LOADED_WORD = (
        "loaded word or metaphor",
        "A word or picture that makes you feel something instead of showing you something.",
    )
    PRESUPPOSITION = "presupposition", "Takes for granted what would have to be shown first."
    UNSUPPORTED_COMPARISON = (
        "unsupported comparison",
        "“Safer”, “better” or “more” than something else, with no comparison made.",
    )
    CAUSAL_UPGRADE = (
        "causal upgrade",
        "Turns “goes together with” or “may” into “causes” or “does”.",
    )
    FALSE_BALANCE = (
        "false balance",
        "Sets two sides side by side as if equally much spoke for each.",
    )
    MISSING_CITATION = (
        "missing citation",
        "Speaks of a result or a literature without saying where to find it.",
    )
    SELF_CONTRADICTION = (
        "self-contradiction",
        "Disagrees with what the same text says elsewhere.",
    )
    ADVERT = "advert or interest", "Sells something, or speaks for someone who does."
    CAVEAT = "caveat", "Says openly what is not known or does not follow."
    PROFESSIONAL = "advice to ask a professional", "Sends you to someone who can advise you."
    SUPPORT_SHOWN = (
        "support shown",
        "Shows its support: a named source, numbers, or the limits of what was found.",
    )

    @property
    def reassuring(self) -> bool:
        """Whether these words speak for the statement; all others are reasons to pause."""
        return self in {CueKind.SUPPORT_SHOWN, CueKind.CAVEAT, CueKind.PROFESSIONAL}


class Says(StrEnum):
    """What one statement says about another."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"


def level_of(passes: Iterable[bool]) -> Level:
    """Return the level of a statement from its gates, in the order reason, findable, fits.

    A gate after the first that fails no longer counts.
    """
    return Level(sum(takewhile(bool, passes)))
