"""Banks: read, refused whole, written and hashed."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.bank import Bank, BankError, decode, encode, read_bank, read_banks, write_bank
from quiz.scale import Level

QUESTIONS = Path(__file__).parent.parent / "questions"
TEXT = "A list\n- Tea helps.\n- Tea is “hot”, says Ms Lee.\n"
HEAD = """
title = "Tea"
language = "en"
notice = "Ask somebody."
help = ["A line."]
documents = ["tea"]
"""
ENTRIES = """
[[statement]]
id = "s01"
start = 0
text = "A list"
role = "none"
reviewed = true

[[statement]]
id = "s02"
start = 9
text = "Tea helps."
role = "effect"
reviewed = true
lift = "Say who found that."
[statement.reason]
passes = false
because = "It just says so."
[[statement.link]]
to = "tea:s03"
says = "supports"

[[statement]]
id = "s03"
start = 22
text = "Tea is “hot”, says Ms Lee."
role = "fact"
accept = [0, 2]
reviewed = true
lift = "Say who Ms Lee is."
[statement.reason]
passes = true
words = "says Ms Lee"
because = "Somebody says so."
[statement.findable]
passes = false
because = "Which Ms Lee?"
[[statement.cue]]
kind = "missing citation"
words = "“hot”"
"""

Change = Callable[[str], str]


def put(folder: Path, *, head: str = HEAD, entries: str = ENTRIES, text: str = TEXT) -> Path:
    folder.mkdir()
    (folder / "bank.toml").write_text(head, encoding="utf-8")
    (folder / "tea.txt").write_bytes(text.encode())
    digest = hashlib.sha256(text.encode()).hexdigest()
    about = f'title = "On tea"\nsource = "Made up"\nsha256 = "{digest}"\n'
    (folder / "tea.toml").write_text(about + entries, encoding="utf-8")
    return folder


def refusal(folder: Path) -> BankError:
    with pytest.raises(BankError) as caught:
        read_bank(folder)
    return caught.value


def test_it_reads_a_bank_with_keys_and_links(tmp_path: Path) -> None:
    bank = read_bank(put(tmp_path / "drinks"))
    assert bank.name == "drinks"
    assert list(bank.served) == ["tea:s02", "tea:s03"]
    assert [s.level for s in bank.served.values()] == [Level.NONE, Level.WEAK]
    assert bank.served["tea:s03"].accepts(Level.PARTIAL)
    assert not bank.served["tea:s03"].accepts(Level.STRONG)


def test_it_does_not_serve_what_nobody_reviewed_nor_the_example(tmp_path: Path) -> None:
    unreviewed = ENTRIES.replace('"effect"\nreviewed = true', '"effect"\nreviewed = false')
    head = HEAD + 'example = "tea:s03"\n'
    assert not read_bank(put(tmp_path / "drinks", head=head, entries=unreviewed)).served


@pytest.mark.parametrize(
    ("before", "after", "entry", "reason"),
    [
        ("start = 9", "start = 10", "s02", "does not have this text at 10"),
        ("Tea helps.", "Tea cures.", "s02", "does not have this text"),
        ("start = 9", "start = true", "s02", "start: Expected `int`, got `bool`"),
        ('"effect"', '"efect"', "s02", "role: Invalid enum value 'efect'"),
        ('id = "s03"', 'id = "s02"', "s02", "two statements have this id"),
        ('id = "s03"', 'id = "S 3"', "S 3", "an id is made of"),
        ('"says Ms Lee"', '"says Mr Lee"', "s03", "are not in the document"),
        ("“hot”", "“cold”", "s03", "does not have this text"),
        ('words = "“hot”"', 'words = "A list"', "s03", "are not in the statement"),
        ('words = "“hot”"', 'words = "“hot”"\nat = 3', "s03", "are not at 3"),
        ('"missing citation"', '"missing"', "s03", "Invalid enum value 'missing'"),
        ("[0, 2]", "[3]", "s03", "level 3 is no neighbour of the key's level 1"),
        ("[0, 2]", "[0, 0]", "s03", "named twice"),
        ('lift = "Say who found that."', "", "s02", "what would lift it"),
        ('because = "Which Ms Lee?"', 'because = " "', "s03", "the sentence that says why"),
        ('to = "tea:s03"', 'to = "tea:s09"', "s02", "no other statement of the bank"),
        ('to = "tea:s03"', 'to = "tea:s02"', "s02", "no other statement of the bank"),
        ('words = "says Ms Lee"\n', "", "s03", "names the words that decide it"),
        ('[statement.findable]\npasses = false\nbecause = "Which Ms Lee?"', "", "s03", "missing"),
        (
            "[statement.findable]\npasses = false",
            "[statement.fits]\npasses = false",
            "s03",
            "order",
        ),
        ('role = "none"', 'role = "none"\nlift = "x"', "s01", "is not rated"),
        ('role = "fact"', 'role = "fact"\nmood = "x"', "s03", "unknown field `mood`"),
    ],
)
def test_it_refuses_the_whole_bank_with_entry_and_reason(
    tmp_path: Path, before: str, after: str, entry: str, reason: str
) -> None:
    assert before in ENTRIES
    error = refusal(put(tmp_path / "drinks", entries=ENTRIES.replace(before, after, 1)))
    assert (error.entry, Path(error.file).name) == (entry, "tea.toml")
    assert reason in error.reason


def test_it_asks_no_gate_after_one_that_fails(tmp_path: Path) -> None:
    failing = ENTRIES.replace("passes = true", "passes = false", 1)
    assert "after the first that fails" in refusal(put(tmp_path / "drinks", entries=failing)).reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (TEXT.replace("A list\n", "A list\nAnd more\n"), "does not have this text"),
        (TEXT + "And more", "stands text of no statement: “And more”"),
        (TEXT.replace("- Tea is", "= Tea is"), "stands text of no statement: “=”"),
    ],
)
def test_it_refuses_a_gap_with_text_in_it(tmp_path: Path, text: str, reason: str) -> None:
    assert reason in refusal(put(tmp_path / "drinks", text=text)).reason


def test_it_refuses_a_text_that_is_not_the_one_with_the_hash(tmp_path: Path) -> None:
    folder = put(tmp_path / "drinks")
    (folder / "tea.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    assert "sha256 is not that of tea.txt" in refusal(folder).reason


def test_it_refuses_words_that_occur_twice_without_a_place(tmp_path: Path) -> None:
    text = "Tea, tea, tea."
    entries = """
[[statement]]
id = "s01"
start = 0
text = "Tea, tea, tea."
role = "fact"
reviewed = true
lift = "Say more."
[statement.reason]
passes = false
words = "tea"
because = "It only repeats itself."
"""
    error = refusal(put(tmp_path / "drinks", text=text, entries=entries))
    assert "occur 2 times" in error.reason
    placed = entries.replace('words = "tea"', 'words = "tea"\nat = 10')
    assert read_bank(put(tmp_path / "more", text=text, entries=placed)).served


@pytest.mark.parametrize(
    ("break_it", "reason"),
    [
        (lambda f: (f / "tea.txt").unlink(), "cannot be read"),
        (lambda f: (f / "tea.toml").write_bytes(b"a = \xff"), "not UTF-8 at byte 4"),
        (lambda f: (f / "tea.toml").write_text("a = = b"), "not TOML"),
        (lambda f: (f / "bank.toml").write_text(HEAD.replace('["tea"]', "[]")), "at least one"),
        (lambda f: (f / "bank.toml").write_text(HEAD.replace("tea", "../tea")), "cannot name"),
        (lambda f: (f / "bank.toml").write_text(HEAD + 'example = "tea:s01"'), "the example"),
        (lambda f: (f / "bank.toml").write_text("title = 1"), "Expected `str`, got `int`"),
        (
            lambda f: (f / "codings.toml").write_text(
                '[[coder]]\nname = "B"\nabout = "x"\nlevels = {"tea:s99" = 1}'
            ),
            "“tea:s99” is no statement",
        ),
    ],
)
def test_it_says_which_file_is_wrong(
    tmp_path: Path, break_it: Callable[[Path], object], reason: str
) -> None:
    folder = put(tmp_path / "drinks")
    break_it(folder)
    assert reason in str(refusal(folder))


def test_it_refuses_a_folder_without_banks(tmp_path: Path) -> None:
    with pytest.raises(BankError, match="there is no bank here"):
        read_banks(tmp_path)


def test_it_writes_a_bank_that_reads_back_the_same(tmp_path: Path) -> None:
    bank = read_bank(QUESTIONS / "kratom")
    folder = tmp_path / "kratom"
    write_bank(bank, folder)
    write_bank(bank, folder)
    again = read_bank(folder)
    assert again == bank
    assert again.hash == bank.hash
    assert [p.name for p in tmp_path.iterdir()] == ["kratom"]


def test_it_leaves_the_old_bank_when_the_new_one_does_not_hold(tmp_path: Path) -> None:
    old = read_bank(put(tmp_path / "drinks"))
    broken = Bank(**{n: getattr(old, n) for n in Bank.__struct_fields__} | {"example": "tea:s77"})
    with pytest.raises(BankError):
        write_bank(broken, tmp_path / "drinks")
    assert read_bank(tmp_path / "drinks") == old


def test_it_gives_another_hash_to_another_content(tmp_path: Path) -> None:
    one = read_bank(put(tmp_path / "drinks"))
    shutil.rmtree(tmp_path / "drinks")
    two = read_bank(put(tmp_path / "drinks", head=HEAD.replace("Ask somebody", "Ask anybody")))
    assert one.hash != two.hash
    assert decode(encode(one)) == one


@given(st.text(max_size=300))
def test_it_refuses_any_other_text_without_breaking(text: str) -> None:
    import tempfile  # noqa: PLC0415 - a folder for each example

    with tempfile.TemporaryDirectory() as place:
        folder = put(Path(place) / "drinks")
        (folder / "tea.toml").write_text(text, encoding="utf-8", errors="replace")
        assert refusal(folder).file == folder / "tea.toml"


def test_the_bank_of_the_house_holds_what_its_design_asks() -> None:
    bank = read_bank(QUESTIONS / "kratom")
    for document in bank.documents:
        assert all(statement.reviewed for statement in document.statements)
    between = {
        frozenset((name, link.to))
        for name, s in bank.statements.items()
        for link in s.links
        if bank.document_of(name) is not bank.document_of(link.to)
    }
    assert len(between) >= 25
    everything = [k.because for s in bank.statements.values() for k in s.gates.values()]
    assert len(set(everything)) == len(everything)
    assert bank.by_name["what-the-studies-found"].label == "Written for this quiz"
    assert [d.sha256[:8] for d in bank.documents[:2]] == ["44b7006f", "c685c76a"]
