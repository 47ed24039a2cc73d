"""Marks: a text cut where marks begin and end, with nothing lost between the cuts."""

from harness.banks import kratom, loaf
from quiz.documents import Span
from quiz.marks import Piece, explained, gate_spans, paragraph
from quiz.scale import CueKind, Gate


def test_it_shows_a_question_nothing_but_the_statement_in_its_paragraph() -> None:
    assert paragraph(loaf(), loaf().by_id["s2"]) == (
        Piece("The baker says that rye keeps for ten days [1]. "),
        Piece("It is the pure heart of the kitchen.", statement=True),
    )


def test_it_cuts_where_marks_overlap() -> None:
    said = [piece for piece in explained(loaf(), loaf().by_id["s1"]) if piece.statement]
    assert [(p.text, p.gates, p.ends, p.cues) for p in said] == [
        ("The baker ", (Gate.REASON,), (), ()),
        ("says", (Gate.REASON,), (Gate.REASON,), (CueKind.HEARSAY,)),
        (" that", (), (), (CueKind.HEARSAY,)),
        (" rye keeps for ", (), (), ()),
        ("ten days ", (), (), (CueKind.SUPPORT_SHOWN,)),
        ("[1]", (Gate.FINDABLE,), (Gate.FINDABLE,), (CueKind.SUPPORT_SHOWN,)),
        (".", (), (), ()),
    ]


def test_it_marks_words_that_decide_a_gate_elsewhere() -> None:
    document, statement = loaf(), loaf().by_id["s1"]
    place = gate_spans(document, statement)[Gate.FITS].start
    line = explained(document, statement, document.paragraph_of(place))
    assert [piece.text for piece in line if piece.gates] == ["Loaf Keeps Fresh"]
    assert not any(piece.statement or piece.cues for piece in line)


def test_it_names_each_kind_of_cue_once() -> None:
    heart = [p.cues for p in explained(loaf(), loaf().by_id["s2"]) if p.text == "heart"]
    assert heart == [(CueKind.LOADED_WORD, CueKind.PRESUPPOSITION)]


def test_it_gives_back_the_text_of_every_paragraph() -> None:
    for name, statement in kratom().served.items():
        document = kratom().document_of(name)
        span: Span = document.paragraph_of(statement.start)
        whole = document.text[span.start : span.end]
        for pieces in (paragraph(document, statement), explained(document, statement)):
            assert "".join(piece.text for piece in pieces) == whole
            assert "".join(p.text for p in pieces if p.statement) == statement.text


def test_it_ends_each_gate_once() -> None:
    for name, statement in kratom().served.items():
        document = kratom().document_of(name)
        spans = gate_spans(document, statement)
        lines = {document.paragraph_of(span.start): None for span in spans.values()}
        ends = [g for line in lines for p in explained(document, statement, line) for g in p.ends]
        assert sorted(ends) == sorted(spans)
