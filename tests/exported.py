"""Banks that the tests of exports share: the one that comes with the quiz, and a hostile one."""

import hashlib
from pathlib import Path

from quiz.bank import Bank, read_bank
from quiz.documents import Cue, Document, GateKey, Statement
from quiz.scale import CueKind, Level, Role

KRATOM = read_bank(Path(__file__).parent.parent / "questions" / "kratom")

HOSTILE = (
    "<script>alert(1)</script> {{ 7*7 }} {~a =b #c :d} \\n \\u0041 $$x$$ ]]> &amp; \u202eabc\u202c",
    "// no comment\n::name:: [html] %50% -> =1+1;DEL \U0001f375 e\u0301",
    "$CATEGORY: elsewhere",
    "\x0b a\x0cb \x1b[31m \ufffe \u2028 end",
)


def hostile_bank() -> Bank:
    """A bank with hostile text in every field."""
    text = "\n\n".join(part.strip() for part in HOSTILE)
    document = Document(
        name="hostile",
        title=HOSTILE[0],
        source=HOSTILE[1],
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        statements=tuple(_statement(n, part.strip(), text) for n, part in enumerate(HOSTILE)),
    )
    return Bank("hostile", HOSTILE[0] + "a/b", "en", HOSTILE[1], HOSTILE[:1], (document,))


def _statement(number: int, part: str, text: str) -> Statement:
    words = part[:5]
    return Statement(
        id=f"s{number}",
        start=text.index(part),
        text=part,
        role=Role.FACT,
        accept=(Level.NONE,),
        reviewed=True,
        lift=part,
        reason=GateKey(passes=True, because=part, words=words, at=0),
        findable=GateKey(passes=False, because=part),
        cues=(Cue(kind=CueKind.HEDGE, words=words, at=0),),
    )
