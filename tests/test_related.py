"""Related statements: what else speaks of the same thing, for it or against it."""

from quiz.builder import draft
from quiz.documents import Link
from quiz.related import related
from quiz.scale import Says

FIRST = "Green tea helps people fall asleep faster. The canal was dug in 1793."
SECOND = (
    "Green tea does not help people fall asleep. Trams run all night in Halden.\n\n"
    "Drinking green tea helps people to fall asleep at night. Ask your doctor about green tea."
)


def links(first: str, second: str) -> dict[str, tuple[Link, ...]]:
    return related({"a": draft(first), "b": draft(second)})


def test_it_finds_what_agrees_and_what_disagrees() -> None:
    found = {link.to: link.says for link in links(FIRST, SECOND)["a:s01"]}
    assert found == {"b:s01": Says.CONTRADICTS, "b:s03": Says.SUPPORTS}


def test_it_links_nothing_to_another_matter_or_to_advice() -> None:
    found = links(FIRST, SECOND)
    assert "a:s02" not in found
    assert "b:s04" not in found
    assert all(link.to not in {"b:s02", "b:s04"} for ls in found.values() for link in ls)


def test_it_puts_other_documents_first_and_keeps_to_a_few() -> None:
    same = "Green tea helps people fall asleep. " * 5
    (first, *_) = links(FIRST, SECOND + " " + same)["b:s01"]
    assert first.to == "a:s01"
    assert all(len(ls) <= 3 for ls in links(same, same).values())


def test_it_is_the_same_every_time() -> None:
    assert links(FIRST, SECOND) == links(FIRST, SECOND)
