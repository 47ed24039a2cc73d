"""Web Annotations: every selector leads back to the words it quotes."""

import base64
import hashlib
import json
from typing import Any

import pytest
from exported import KRATOM, hostile_bank

from quiz.bank import Bank
from quiz.exports.annotations import annotations, content_name

BANKS = [KRATOM, hostile_bank()]


def items(bank: Bank) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(annotations(bank))["first"]["items"]
    return found


@pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.name)
def test_it_selects_words_by_quotation_and_by_place_and_both_agree(bank: Bank) -> None:
    texts = {content_name(document): document.text for document in bank.documents}
    for item in items(bank):
        text = texts[item["target"]["source"]["id"]]
        quote, place = item["target"]["selector"]
        assert (quote["type"], place["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        start, end = place["start"], place["end"]
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])


def test_it_names_a_text_by_its_content() -> None:
    for document in KRATOM.documents:
        digest = content_name(document).removeprefix("ni:///sha-256;").partition("?")[0]
        padded = base64.urlsafe_b64decode(digest + "=")
        assert padded == hashlib.sha256(document.text.encode()).digest()


@pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.name)
def test_it_annotates_every_statement_that_may_be_asked_once(bank: Bank) -> None:
    found = items(bank)
    assessed = [item for item in found if item["motivation"] == "assessing"]
    assert [item["id"].rpartition(f"{bank.hash}:")[2] for item in assessed] == list(bank.served)
    levels = [item["body"][0]["value"] for item in assessed]
    assert levels == [s.level.title for s in bank.served.values()]
    assert len({item["id"] for item in found}) == len(found)


def test_it_is_a_collection_as_the_standard_has_it() -> None:
    collection = json.loads(annotations(KRATOM))
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    assert collection["first"]["type"] == "AnnotationPage"
    assert collection["total"] == len(collection["first"]["items"])
