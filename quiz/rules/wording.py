"""The drafted explanations: a plain sentence for each gate, about the words that were found.

They speak of what this text offers, never of what is true. A person edits them.
"""

from quiz.documents import Span
from quiz.rules.phrases import Mark
from quiz.rules.sentence import Sentence
from quiz.rules.source import Kind, Source
from quiz.scale import Role

_LONGEST = 90


def quoted(words: str) -> str:
    """Return words of the text between quotation marks, shortened in the middle when long."""
    flat = " ".join(words.split())
    if len(flat) > _LONGEST:
        flat = f"{flat[:50].rstrip()} … {flat[-30:].lstrip()}"
    bare = flat.strip('“”"')
    return f"“{bare}”"


def _mark(sentence: Sentence, mark: Mark) -> str:
    return quoted(sentence.text[mark.start : mark.end])


def nothing_offered(sentence: Sentence) -> tuple[str, Span | None]:
    """Return why the first gate fails, and the place of the words that show it, if any do."""
    for label, because in (
        (
            "popularity",
            "{} tells of attention or of many people, which is no reason to believe it.",
        ),
        ("nature", "{} praises where it comes from; that is no reason to believe the claim."),
        ("loaded", "{} is a strong word, not a reason, and the text offers no source here."),
        ("comparison", "{} announces a comparison that nobody is said to have made."),
        ("evidence", "{} speaks of how much is known, but no review or body is named for it."),
        ("hedge", "{} softens the claim; a softer claim still needs a source, and none is given."),
    ):
        if mark := sentence.first(label):
            place = Span(sentence.span.start + mark.start, sentence.span.start + mark.end)
            return because.format(_mark(sentence, mark)), place
    return "The text states this on its own word: no source and no reason stands beside it.", None


def reason(source: Source, words: str) -> str:
    """Return why the first gate is passed."""
    start = "Carried over from nearby, {}" if source.carried else "{}"
    tail = {
        Kind.STUDY: "puts a study behind the statement.",
        Kind.REFERENCE: "points to a source for the statement.",
        Kind.BODY: "gives an organisation as the source.",
        Kind.PERSON: "gives a person as the source.",
        Kind.UNNAMED: "calls on people or studies that are said to know.",
        Kind.ANECDOTE: "passes on what somebody reports, which counts as a reason.",
        Kind.HEARSAY: "passes on what is said or believed, which counts as a thin reason.",
        Kind.MECHANISM: "offers a way in which it might work as the reason.",
    }[source.kind]
    return f"{start.format(quoted(words))} {tail}"


def not_findable(source: Source, words: str) -> str:
    """Return why the second gate fails."""
    tail = {
        Kind.UNNAMED: "has no name, place or title by which you could look it up.",
        Kind.ANECDOTE: "cannot be traced: you cannot find these people and ask them.",
        Kind.HEARSAY: "does not tell whose words these are.",
        Kind.MECHANISM: "names nobody who has observed it, so there is nothing to look up.",
    }.get(source.kind, "is not named clearly enough to be found.")
    return f"{quoted(words)} {tail}"


def findable(source: Source, words: str) -> str:
    """Return why the second gate is passed."""
    if source.kind is Kind.REFERENCE and source.about:
        return f"The reference leads to {quoted(source.about)}, which you could look up."
    if source.about:
        return f"{quoted(words)} is named nearby as {quoted(source.about)}, so you could find it."
    where = "was named just before" if source.carried else "is named"
    return f"{quoted(words)} {where}, so you could look for it."


def fact_fits(source: Source, passes: bool) -> str:  # noqa: FBT001
    """Return why a fact or a statement about the evidence passes the third gate or fails it."""
    if passes and source.kind in {Kind.STUDY, Kind.REFERENCE}:
        return "A specific study or publication is the right place to check this."
    if passes:
        return "This is a matter that the source itself decides, counts or knows at first hand."
    if source.kind is Kind.REFERENCE:
        return "It can be followed up, but nothing shows that it is the authority for this."
    return "The source can be found, but it is not the authority for this fact."


def only_said(source: Source) -> str:
    """Return why the word of a person or a body does not carry an effect."""
    who = "A person’s" if source.kind is Kind.PERSON else "An organisation’s"
    return f"{who} word is not a comparison in people; no study of the effect is shown here."


def laboratory(sentence: Sentence, mark: Mark | None) -> str:
    """Return why a study without people does not carry an effect in people."""
    words = _mark(sentence, mark) if mark else "The study"
    return f"{words}: this does not compare people who had it with people who did not."


def overstated(sentence: Sentence, mark: Mark) -> str:
    """Return why a claim goes beyond its source."""
    return f"{_mark(sentence, mark)} says more than such a source can show."


def compared(sentence: Sentence, mark: Mark | None) -> str:
    """Return why a study carries the effect."""
    words = _mark(sentence, mark) if mark else "The result"
    return f"{words} keeps to what was compared in people."


def no_comparison(source: Source) -> str:
    """Return why a study does not carry the effect."""
    thing = "reference" if source.kind is Kind.REFERENCE else "study"
    return f"The {thing} is named, but no comparison in people is shown for so firm a claim."


def lift(role: Role, level: int, source: Source | None) -> str:
    """Return what would lift a statement by one level; nothing for the highest."""
    match level:
        case 0:
            return "Say what this rests on: who found or reported it."
        case 1:
            return _NAME.get(source.kind if source else None, _NAME[None])
        case 2 if role is Role.EFFECT:
            return "Show a comparison in people, and claim no more than it found."
        case 2:
            return "Point to the body responsible for this, or to a specific study or review."
    return ""


_NAME = {
    None: "Name the source: who said or found it, where and when.",
    Kind.ANECDOTE: "Name the survey or the people whose reports these are.",
    Kind.MECHANISM: "Name a study of what happened to people, not only of how it might work.",
}
