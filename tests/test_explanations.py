"""Explanations: everything a page says about a statement, from its key and its source."""

from harness.banks import REFERENCE, kratom, loaf, pantry
from quiz.documents import Document, GateKey, Statement
from quiz.explanations import explain, nearby_references, references
from quiz.scale import CueKind, Gate, Role, Says


def test_it_tells_each_gate_also_those_not_asked() -> None:
    notes = explain(pantry(), loaf(), loaf().by_id["s3"]).gates
    assert [(n.gate, n.key and n.key.passes) for n in notes] == [
        (Gate.REASON, True),
        (Gate.FINDABLE, False),
        (Gate.FITS, None),
    ]


def test_it_shows_the_reference_with_the_words_marked_that_decide() -> None:
    explanation = explain(pantry(), loaf(), loaf().by_id["s1"])
    [line] = explanation.elsewhere
    assert "".join(piece.text for piece in line) == REFERENCE
    assert [piece.text for piece in line if piece.gates] == ["Loaf Keeps Fresh"]


def test_it_shows_no_line_twice_and_none_where_there_is_none() -> None:
    assert explain(pantry(), loaf(), loaf().by_id["s2"]).elsewhere == ()
    for name, statement in kratom().served.items():
        shown = explain(kratom(), kratom().document_of(name), statement)
        lines = ["".join(p.text for p in pieces) for pieces in shown.elsewhere]
        assert len(set(lines)) == len(lines)
        assert "".join(p.text for p in shown.paragraph) not in lines


def test_it_tells_every_cue_with_its_words_kind_by_kind() -> None:
    told = explain(pantry(), loaf(), loaf().by_id["s1"]).cues
    assert [(note.kind, note.words) for note in told] == [
        (CueKind.HEARSAY, ("says that",)),
        (CueKind.SUPPORT_SHOWN, ("ten days [1]",)),
    ]
    for name, statement in kratom().served.items():
        told = explain(kratom(), kratom().document_of(name), statement).cues
        assert sorted(w for note in told for w in note.words) == sorted(
            cue.words for cue in statement.cues
        )
        assert len({note.kind for note in told}) == len(told)


def test_it_quotes_what_other_statements_say() -> None:
    [link] = explain(pantry(), loaf(), loaf().by_id["s1"]).links
    assert (link.says, link.statement, link.document) == (
        Says.CONTRADICTS,
        loaf().by_id["s3"],
        loaf(),
    )


def test_it_finds_the_references_a_statement_rests_on() -> None:
    studies = kratom().by_name["what-the-studies-found"]
    same_survey = studies.by_id["s33"]
    assert studies.cited_by(same_survey) == ()
    assert [r.text[:3] for r in references(studies, same_survey)] == ["[1]"]
    same_report = studies.by_id["s41"]
    assert [r.text[:3] for r in references(studies, same_report)] == ["[8]"]
    assert "[6]" in {r.text[:3] for r in nearby_references(studies, same_survey)}
    assert nearby_references(loaf(), loaf().by_id["s1"]) == ()
    assert nearby_references(loaf(), loaf().by_id["s2"]) == (loaf().by_id["s4"],)


def test_the_same_source_is_the_one_named_last() -> None:
    lines = ("Rye keeps [1]. Wheat does not [2]. The same study asked bakers.", "[1] A.", "[2] B.")
    text = "\n".join(lines)
    asked = Statement(
        "s1",
        text.index("The same"),
        "The same study asked bakers.",
        Role.FACT,
        reason=GateKey(passes=True, because="", words="The same study"),
        findable=GateKey(passes=True, because="", words="The same study"),
    )
    entries = tuple(
        Statement(f"s{n}", text.index(line), line, Role.NONE) for n, line in enumerate(lines[1:], 2)
    )
    document = Document("loaf", "Rye", "", text, "", (asked, *entries))
    assert [entry.text for entry in references(document, asked)] == ["[2] B."]
