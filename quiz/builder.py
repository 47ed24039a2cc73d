"""The builder: a text in, a draft for every statement out. It suggests; a person decides.

The rules are deterministic, need nothing but the text and grow linearly with it. They say what
evidence a text offers, never whether a statement is true.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quiz import sentences
from quiz.documents import Cue, GateKey, Statement
from quiz.rules.cues import cues_of
from quiz.rules.found import Case, Found
from quiz.rules.furniture import foreign, main_script
from quiz.rules.gates import Verdict, gates_of, leading
from quiz.rules.page import read_page
from quiz.rules.sentence import Sentence
from quiz.rules.source import Source
from quiz.rules.sources import sources_of
from quiz.rules.wording import lift
from quiz.scale import CueKind, Gate, Role, level_of


@dataclass(frozen=True)
class _Reading:
    """One statement as the rules read it."""

    sentence: Sentence
    role: Role
    sources: tuple[Source, ...]
    gates: tuple[Verdict, ...]
    cues: tuple[Found, ...]

    @property
    def level(self) -> int:
        return level_of(v.passes for v in self.gates)


def draft(text: str) -> tuple[Statement, ...]:
    """Return a draft of every statement of a text, in order, none of them reviewed.

    Role, gates with the words that decide them, cues, reasons and “what would lift it” are
    suggestions; the level follows from the gates. Offsets are code points. Never raises.
    """
    statements = []
    for number, reading in enumerate(_read(text), 1):
        statements.append(_statement(text, f"s{number:02d}", reading))
    return tuple(statements)


def _read(text: str) -> Iterator[_Reading]:
    all_of_it = tuple(_sentences(text))
    page = read_page(text, all_of_it)
    roles, setting = page.roles, page.setting
    told = [i for i, role in enumerate(roles) if role is not Role.NONE]
    entries = _references(all_of_it, roles)
    sources = sources_of(all_of_it, told, entries, setting)
    script = main_script(text)
    for i, (sentence, role) in enumerate(zip(all_of_it, roles, strict=True)):
        here = sources.get(i, ())
        gates = gates_of(sentence, role, here, text) if role.rateable else ()
        level = level_of(v.passes for v in gates)
        cues = cues_of(Case(sentence, role, here, level, setting, i))
        if role is Role.NONE and (run := foreign(sentence.text, script)) and not cues:
            cues = (Found(CueKind.ADVERT, run.start, run.end),)
        yield _Reading(sentence, role, here, gates, cues)


def _sentences(text: str) -> Iterator[Sentence]:
    paragraph, place = 0, 0
    for span in sentences.split(text):
        gap = text[place : span.start]
        paragraph += "\n" in gap or "\r" in gap
        marker = gap.strip()
        yield Sentence(span, text[span.start : span.end], paragraph, listed=bool(marker))
        place = span.end


def _references(all_of_it: Sequence[Sentence], roles: Sequence[Role]) -> dict[int, Sentence]:
    entries: dict[int, Sentence] = {}
    for sentence, role in zip(all_of_it, roles, strict=True):
        number = sentence.text[1:6].removeprefix("^").partition("]")[0]
        if role is Role.NONE and sentence.text[:1] == "[" and number.isdecimal():
            entries.setdefault(int(number), sentence)
    return entries


def _statement(text: str, name: str, reading: _Reading) -> Statement:
    sentence, role = reading.sentence, reading.role
    if not role.rateable and not reading.cues:
        return Statement(id=name, start=sentence.span.start, text=sentence.whole, role=role)
    keys = {v.gate: _key(text, sentence, v) for v in reading.gates}
    source = leading(sentence, role, reading.sources)
    return Statement(
        id=name,
        start=sentence.span.start,
        text=sentence.whole,
        role=role,
        lift=lift(role, reading.level, source) if role.rateable else "",
        reason=keys.get(Gate.REASON),
        findable=keys.get(Gate.FINDABLE),
        fits=keys.get(Gate.FITS),
        cues=tuple(_cue(sentence, cue) for cue in reading.cues),
    )


def _key(text: str, sentence: Sentence, verdict: Verdict) -> GateKey:
    if verdict.place is None:
        return GateKey(passes=verdict.passes, because=verdict.because)
    words = text[verdict.place.start : verdict.place.end]
    inside = sentence.span.start <= verdict.place.start < sentence.span.end
    plain = inside and sentence.whole.count(words) == 1
    at = None if plain else verdict.place.start - sentence.span.start
    return GateKey(passes=verdict.passes, because=verdict.because, words=words, at=at)


def _cue(sentence: Sentence, cue: Found) -> Cue:
    words = sentence.whole[cue.start : cue.end]
    at = None if sentence.whole.count(words) == 1 else cue.start
    return Cue(kind=cue.kind, words=words, at=at)
