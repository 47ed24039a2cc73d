"""A bank's keys as W3C Web Annotations: what is said about which words of which text.

The model: https://www.w3.org/TR/annotation-model/. Each quotation is selected twice, by its words
with what stands around them (TextQuoteSelector) and by its place (TextPositionSelector, in code
points). A text is named by its content (RFC 6920), since its offsets hold for that content only.
"""

import base64
from collections.abc import Iterator
from typing import Any

import msgspec

from quiz.bank import Bank
from quiz.documents import Document, Span, Statement

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters of prefix and suffix


def annotations(bank: Bank) -> bytes:
    """Return the annotations of a bank as JSON-LD: one collection with one page."""
    items = [item for name in bank.served for item in _of_statement(bank, name)]
    home = f"urn:says-who:{bank.name}:{bank.hash}"
    page = {"id": f"{home}:page", "type": "AnnotationPage", "startIndex": 0, "items": items}
    collection = {
        "@context": _CONTEXT,
        "id": home,
        "type": "AnnotationCollection",
        "label": bank.title,
        "total": len(items),
        "first": page,
    }
    return msgspec.json.format(msgspec.json.encode(collection), indent=2)


def content_name(document: Document) -> str:
    """Return the name of a text by its content, as RFC 6920 makes it from a SHA-256."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(document.sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}?ct=text/plain"


def selectors(document: Document, span: Span) -> list[dict[str, Any]]:
    """Return the two selectors of a stretch of a text."""
    text = document.text
    return [
        {
            "type": "TextQuoteSelector",
            "exact": text[span.start : span.end],
            "prefix": text[max(0, span.start - _AROUND) : span.start],
            "suffix": text[span.end : span.end + _AROUND],
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]


def _of_statement(bank: Bank, name: str) -> Iterator[dict[str, Any]]:
    """Yield the annotation of a statement, and one for the words of each gate and cue."""
    document, statement = bank.document_of(name), bank.statements[name]
    own = f"urn:says-who:{bank.name}:{bank.hash}:{name}"
    level = _body(statement.level.title, "classifying")
    why = [_body(key.because, "describing") for key in statement.gates.values()]
    yield _annotation(own, document, statement.span, "assessing", [level, *why], bank.language)
    for part, span, words in _parts(document, statement):
        body = [_body(words, "tagging")]
        yield _annotation(f"{own}:{part}", document, span, "highlighting", body, bank.language)


def _parts(document: Document, statement: Statement) -> Iterator[tuple[str, Span, str]]:
    """Yield the words of gates and cues: a name for the part, its place, what it is."""
    for gate, key in statement.gates.items():
        if key.words:
            answer = "yes" if key.passes else "no"
            span = document.locate(statement, key.words, key.at)
            yield gate.value, span, f"{gate.value}: {answer}"
    for number, cue in enumerate(statement.cues, 1):
        yield f"cue-{number}", document.locate(statement, cue.words, cue.at), cue.kind.value


def _body(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _annotation(
    name: str,
    document: Document,
    span: Span,
    motivation: str,
    body: list[dict[str, Any]],
    language: str,
) -> dict[str, Any]:
    source = {"id": content_name(document), "type": "Text", "format": "text/plain"}
    return {
        "@context": _CONTEXT,
        "id": name,
        "type": "Annotation",
        "motivation": motivation,
        "body": [part | {"language": language} for part in body],
        "target": {
            "source": source | {"language": language},
            "selector": selectors(document, span),
        },
    }
