"""Banks in work: every operation, and that offsets stay exact whatever is done."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz import sentences
from quiz.checks import check_document, flaws_of
from quiz.documents import Cue, Document, GateKey, Link, Statement
from quiz.drafts import (
    Draft,
    KeyFlawsError,
    UnknownStatementError,
    accept,
    add_document,
    change_role,
    confirm,
    describe,
    drop,
    new_draft,
    remove_document,
    set_cues,
    set_gate,
    set_lift,
    set_links,
    settled,
    statement_of,
    take_up,
)
from quiz.fields import DraftError, TextError, free_name, plain
from quiz.placing import WordsError
from quiz.readiness import (
    balance,
    next_to_review,
    obstacles,
    progress,
    proposals,
    publishable,
)
from quiz.reshaping import MergeError, SplitError, merge, split
from quiz.scale import CueKind, Gate, Level, Role, Says

TEXT = (
    "Tea facts\n\nTea helps people sleep. Many people say that tea helps, and people agree.\n\n"
    "Dr Ann Lee of Leeds found in a trial of 90 people that tea did not help. Drink tea."
)


def begun(text: str = TEXT, role: Role = Role.EFFECT) -> Draft:
    """A draft with one text, every statement of the same role and without a key."""
    statements = tuple(
        Statement(id=f"s{n:02d}", start=s.start, text=text[s.start : s.end], role=role)
        for n, s in enumerate(sentences.split(text), 1)
    )
    return add_document(new_draft("tea", "Tea", "en", ""), "Tea", "", text, statements)


def says_no(draft: Draft, name: str) -> Draft:
    key = GateKey(passes=False, because="It just says so.")
    return set_lift(set_gate(draft, name, Gate.REASON, key), name, "Say who found it.")


def says_yes(draft: Draft, name: str) -> Draft:
    """A statement at Strong, decided by its own first word each time."""
    word = draft.bank.statements[name].text.split()[0]
    for gate in Gate:
        draft = set_gate(draft, name, gate, GateKey(passes=True, because="It does.", words=word))
    return draft


def test_it_confirms_a_key_that_holds_and_serves_it() -> None:
    draft = confirm(says_no(begun(), "tea:s02"), "tea:s02")
    assert list(draft.bank.served) == ["tea:s02"]


def test_it_says_everything_that_is_missing_before_a_key_can_be_confirmed() -> None:
    key = GateKey(passes=True, because="It says so.")
    with pytest.raises(KeyFlawsError) as caught:
        confirm(set_gate(begun(), "tea:s02", Gate.REASON, key), "tea:s02")
    assert len(caught.value.reasons) == 3
    assert "Answer question 2 as well" in str(caught.value)


def test_it_takes_back_the_confirmation_when_a_key_changes_and_only_then() -> None:
    draft = confirm(says_no(begun(), "tea:s02"), "tea:s02")
    assert says_no(draft, "tea:s02").bank.served
    assert not set_lift(draft, "tea:s02", "Name a study.").bank.served


def test_it_keeps_gates_after_a_no_and_the_key_of_a_changed_role_until_confirmed() -> None:
    draft = says_yes(begun(), "tea:s02")
    draft = set_gate(draft, "tea:s02", Gate.REASON, GateKey(passes=False, because="No."))
    assert len(draft.bank.statements["tea:s02"].gates) == 3
    assert len(settled(draft.bank.statements["tea:s02"]).gates) == 1
    away = change_role(draft, "tea:s02", Role.ADVICE)
    assert not settled(away.bank.statements["tea:s02"]).gates
    back = change_role(away, "tea:s02", Role.EFFECT)
    assert back.bank.statements["tea:s02"] == draft.bank.statements["tea:s02"]


@pytest.mark.parametrize(
    ("words", "at", "place"),
    [
        ("Tea helps", None, (0, None)),
        ("helps", None, (4, None)),
        ("people", 10, (10, None)),
        ("people \n sleep", None, (10, None)),
        ("Dr Ann Lee", None, (75, None)),
        ("Tea", -11, (-11, -11)),
    ],
)
def test_it_finds_the_words_that_were_meant(
    words: str, at: int | None, place: tuple[int, int | None]
) -> None:
    draft = set_gate(
        begun(), "tea:s02", Gate.REASON, GateKey(passes=True, because="x", words=words, at=at)
    )
    document, statement = statement_of(draft, "tea:s02")
    key = statement.gates[Gate.REASON]
    assert document.locate(statement, key.words, key.at).start - statement.start == place[0]
    assert key.at == place[1]


def test_it_takes_the_first_of_words_that_occur_twice_unless_told() -> None:
    for at, found in ((None, 5), (36, 36)):
        key = GateKey(passes=True, because="x", words="people", at=at)
        draft = set_gate(begun(), "tea:s03", Gate.REASON, key)
        assert draft.bank.statements["tea:s03"].gates[Gate.REASON].at == found


def test_it_refuses_words_that_are_not_in_the_text() -> None:
    key = GateKey(passes=True, because="x", words="coffee")
    with pytest.raises(WordsError, match="“coffee” are not in the text"):
        set_gate(begun(), "tea:s02", Gate.REASON, key)
    with pytest.raises(WordsError, match="not in the statement"):
        set_cues(begun(), "tea:s02", [Cue(kind=CueKind.HEDGE, words="Dr Ann Lee")])


def test_it_accepts_only_the_levels_next_to_the_key() -> None:
    draft = accept(says_no(begun(), "tea:s02"), "tea:s02", [-1, 1])
    assert draft.bank.statements["tea:s02"].accept == (Level.WEAK,)
    assert accept(draft, "tea:s02", []).bank.statements["tea:s02"].accept == ()


def test_it_drops_and_takes_up_a_statement_with_its_key() -> None:
    ready = confirm(says_no(begun(), "tea:s02"), "tea:s02")
    dropped = drop(ready, "tea:s02")
    assert not dropped.bank.served
    assert progress(dropped).dropped == 1
    again = confirm(take_up(dropped, "tea:s02"), "tea:s02")
    assert again.bank.served == ready.bank.served


def test_it_links_statements_that_are_there() -> None:
    link = Link("tea:s03", Says.SUPPORTS)
    draft = set_links(begun(), "tea:s02", [link, Link("tea:s02", Says.SUPPORTS)])
    assert draft.bank.statements["tea:s02"].links == (link,)
    with pytest.raises(UnknownStatementError):
        set_links(draft, "tea:s02", [Link("tea:s99", Says.SUPPORTS)])


def test_it_splits_before_a_word_and_keeps_what_was_marked() -> None:
    draft = set_cues(begun(), "tea:s03", [Cue(kind=CueKind.POPULARITY, words="people agree")])
    text = draft.bank.statements["tea:s03"].text
    parts = split(draft, "tea:s03", text.index("and people")).bank.statements
    assert parts["tea:s03"].text == "Many people say that tea helps,"
    assert parts["tea:s03b"].text == "and people agree."
    assert not parts["tea:s03"].cues
    assert parts["tea:s03b"].cues[0].words == "people agree"


@pytest.mark.parametrize("at", [-3, 0, 2, 3, 99])
def test_it_splits_nowhere_but_before_a_word(at: int) -> None:
    with pytest.raises(SplitError):
        split(begun(), "tea:s02", at)


def test_it_joins_neighbours_of_one_paragraph_only() -> None:
    draft = set_links(begun(), "tea:s05", [Link("tea:s03", Says.SUPPORTS)])
    joined = merge(draft, "tea:s02")
    assert joined.bank.statements["tea:s02"].text.endswith("people agree.")
    assert joined.bank.statements["tea:s05"].links == (Link("tea:s02", Says.SUPPORTS),)
    with pytest.raises(MergeError, match="another paragraph"):
        merge(joined, "tea:s02")
    with pytest.raises(MergeError, match="last statement"):
        merge(joined, "tea:s05")


def test_it_names_every_part_of_a_statement_split_many_times() -> None:
    text = " ".join(f"w{n}" for n in range(40))
    many = begun(text, Role.FACT)
    for n in range(39, 0, -1):
        many = split(many, "tea:s01", text.index(f" w{n}") + 1)
    assert len(many.bank.statements) == 40


@st.composite
def doings(draw: st.DrawFn) -> tuple[str, list[tuple[str, int, int]]]:
    text = draw(st.text(alphabet="ab .\n\U0001f375\u200fé1-", min_size=1, max_size=80))
    steps = st.tuples(st.sampled_from("split merge gate cue".split()), st.integers(0, 20))
    doing = st.lists(st.tuples(steps, st.integers(0, 80)), max_size=12)
    return text, [(what, which, at) for (what, which), at in draw(doing)]


@given(doings())
def test_it_keeps_every_offset_exact_whatever_is_done(
    case: tuple[str, list[tuple[str, int, int]]],
) -> None:
    text, steps = case
    draft = begun(text)
    for what, which, at in steps:
        names = list(draft.bank.statements)
        if not names:
            return
        try:
            draft = done(draft, names[which % len(names)], what, at)
        except DraftError:
            continue
        document = draft.bank.documents[0]
        assert document.text == text
        check_document(settled_document(draft))


def done(draft: Draft, name: str, what: str, at: int) -> Draft:
    if what == "split":
        return split(draft, name, at)
    if what == "merge":
        return merge(draft, name)
    text = draft.bank.documents[0].text if what == "gate" else draft.bank.statements[name].text
    words = text[at : at + 3]
    if what == "gate":
        key = GateKey(passes=False, because="x", words=words, at=None if at % 2 else at)
        return set_gate(draft, name, Gate.REASON, key)
    return set_cues(draft, name, [Cue(kind=CueKind.HEDGE, words=words)])


def settled_document(draft: Draft) -> Document:
    return publishable(draft).documents[0]


def test_it_proposes_supported_and_clear_cases_in_turn_until_a_set_is_whole() -> None:
    draft = begun("\n".join(f"Statement {n} says that tea number {n} helps." for n in range(30)))
    for n in (20, 21, 22):
        draft = says_yes(draft, f"tea:s{n}")
    proposed = proposals(draft)
    assert len(proposed) == 8
    assert set(proposed[0:5:2]) == {"tea:s20", "tea:s21", "tea:s22"}
    assert next_to_review(draft, proposed[0]) == proposed[1]


def test_it_goes_on_in_the_order_of_the_text_when_nothing_is_proposed() -> None:
    draft = begun("One is good.\nTwo is good.\nThree is good.")
    for name in list(draft.bank.statements):
        draft = says_no(draft, name)
    draft = drop(confirm(draft, "tea:s01"), "tea:s02")
    assert next_to_review(draft, "tea:s01") == "tea:s03"
    assert next_to_review(confirm(draft, "tea:s03"), "tea:s03") is None


def test_it_says_what_is_missing_for_a_balanced_set() -> None:
    text = "\n".join(f"W{n} says that tea number {n} helps." for n in range(20))
    draft = begun(text)
    names = list(draft.bank.statements)
    for name in names[:4]:
        draft = confirm(says_yes(draft, name), name)
    for name in names[4:10]:
        draft = confirm(says_no(draft, name), name)
    assert balance(draft).words == ("4 supported, 6 not; for a set of 10 one supported is missing.")
    draft = confirm(says_yes(draft, names[10]), names[10])
    assert "set of 20 five supported and four unsupported are missing" in balance(draft).words


def test_it_publishes_only_keys_that_hold_and_serves_only_confirmed_ones() -> None:
    draft = confirm(says_no(begun(), "tea:s02"), "tea:s02")
    draft = set_gate(draft, "tea:s03", Gate.REASON, GateKey(passes=True, because=""))
    bank = publishable(draft, version=3)
    assert bank.version == 3
    assert not bank.statements["tea:s03"].gates
    check_document(bank.documents[0])
    assert list(bank.served) == ["tea:s02"]
    assert not obstacles(draft)


def test_it_names_what_stands_in_the_way_of_publishing() -> None:
    assert obstacles(new_draft("tea", "Tea", "en", "")) == ("There is no text yet.",)
    assert "No statement is confirmed" in obstacles(begun())[0]


def test_it_refuses_a_statement_too_long_for_a_question() -> None:
    draft = says_no(begun("word " * 400), "tea:s01")
    with pytest.raises(KeyFlawsError, match="split it"):
        confirm(draft, "tea:s01")


def test_it_removes_a_document_and_what_leads_into_it() -> None:
    draft = add_document(
        begun(), "Tea", "", "More tea.", begun("More tea.").bank.documents[0].statements
    )
    draft = set_links(draft, "tea:s02", [Link("tea-2:s01", Says.SUPPORTS)])
    left = remove_document(draft, "tea-2")
    assert list(left.bank.by_name) == ["tea"]
    assert not left.bank.statements["tea:s02"].links


@pytest.mark.parametrize(
    ("title", "language", "notice"),
    [
        ("", "en", ""),
        ("T", "English", ""),
        ("T", "", ""),
        ("T", "en", "x" * 1001),
        ("a\0b", "en", ""),
    ],
)
def test_it_refuses_fields_that_cannot_stand(title: str, language: str, notice: str) -> None:
    with pytest.raises(TextError):
        describe(begun(), title, language, notice, [])


def test_it_takes_hostile_text_as_text_and_refuses_what_is_none() -> None:
    hostile = "<script>alert(1)</script> {{ 7*7 }} \u202e =1+1 é"
    assert plain(f"  {hostile}\n", 300) == hostile
    for none in ("\0", "\x1b[31m", "\ud800"):
        with pytest.raises(TextError, match="no text"):
            plain(f"a{none}b", 300)


def test_it_makes_names_for_addresses_from_any_title() -> None:
    assert free_name("Äpfel & Tee!", ()) == "apfel-tee"
    assert free_name("茶", ("text",)) == "text-2"
    assert len(free_name("x" * 500, ())) == 40


def test_it_finds_no_flaw_in_a_suggestion_that_says_nothing() -> None:
    document, statement = statement_of(begun(), "tea:s02")
    assert not list(flaws_of(document, statement))
