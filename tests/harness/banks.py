"""Banks to test with: the real one, and small ones made of a few words."""

from collections.abc import Collection
from functools import cache
from hashlib import sha256
from pathlib import Path

from msgspec.structs import replace

from quiz.bank import Bank, read_bank
from quiz.documents import Cue, Document, GateKey, Link, Statement
from quiz.scale import CueKind, Role, Says

REFERENCE = "[1] Marlow, “How Long a Loaf Keeps Fresh”, Journal of Bread, 2019."
LINES = (
    "The baker says that rye keeps for ten days [1]. It is the pure heart of the kitchen.",
    "Some experts argue that it makes you strong.",
    REFERENCE,
)
TEXT = "\n".join(LINES)


@cache
def kratom() -> Bank:
    return read_bank(Path(__file__).parents[2] / "questions" / "kratom")


def statement(name: str, words: str, role: Role = Role.FACT, **key: object) -> Statement:
    """Return a statement of `TEXT`, found by its words."""
    fields = {"reviewed": role.rateable, "lift": "Say more." if role.rateable else "", **key}
    return Statement(id=name, start=TEXT.index(words), text=words, role=role, **fields)  # type: ignore[arg-type]


@cache
def loaf() -> Document:
    """A document of three lines, in which a gate of the first statement leans on the last."""
    return Document(
        name="loaf",
        title="Rye",
        source="Made up for tests.",
        text=TEXT,
        sha256=sha256(TEXT.encode()).hexdigest(),
        statements=(
            statement(
                "s1",
                "The baker says that rye keeps for ten days [1].",
                reason=GateKey(passes=True, because="He says so.", words="The baker says"),
                findable=GateKey(passes=True, because="It is listed.", words="[1]"),
                fits=GateKey(
                    passes=False, because="It is about another loaf.", words="Loaf Keeps Fresh"
                ),
                cues=(
                    Cue(CueKind.HEARSAY, "says that"),
                    Cue(CueKind.SUPPORT_SHOWN, "ten days [1]"),
                ),
                links=(Link("loaf:s3", Says.CONTRADICTS),),
            ),
            statement(
                "s2",
                "It is the pure heart of the kitchen.",
                reason=GateKey(passes=False, because="Nothing is offered."),
                cues=(
                    Cue(CueKind.LOADED_WORD, "pure heart"),
                    Cue(CueKind.PRESUPPOSITION, "heart of the kitchen"),
                ),
            ),
            statement(
                "s3",
                "Some experts argue that it makes you strong.",
                Role.EFFECT,
                reason=GateKey(passes=True, because="Experts do.", words="Some experts argue"),
                findable=GateKey(passes=False, because="Which?", words="Some experts"),
                cues=(Cue(CueKind.UNNAMED_AUTHORITY, "Some experts"),),
            ),
            statement("s4", REFERENCE, Role.NONE),
        ),
    )


@cache
def pantry() -> Bank:
    return Bank("pantry", "Bread", "en", "Not a recipe.", (), (loaf(),))


def pantry_with(name: str, **changed: object) -> Bank:
    """Return the small bank with one statement changed."""
    changes = {name: replace(loaf().by_id[name], **changed)}
    statements = tuple(changes.get(s.id, s) for s in loaf().statements)
    document = replace(loaf(), statements=statements)
    return replace(pantry(), documents=(document,))


def asking(names: Collection[str]) -> Bank:
    """Return the real bank with only these statements to ask about, and no example."""
    documents = tuple(
        replace(
            document,
            statements=tuple(
                replace(s, reviewed=f"{document.name}:{s.id}" in names) for s in document.statements
            ),
        )
        for document in kratom().documents
    )
    return replace(kratom(), documents=documents, example="")
