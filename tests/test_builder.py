"""The builder: it suggests, exactly and the same each time; how well stands in bench/builder.py."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.builder import Tally, from_bank, from_corpus, measure
from quiz.builder import draft
from quiz.checks import check_document
from quiz.documents import Document, Statement
from quiz.scale import CueKind, Gate, Level, Role

SLEPT = (
    "A study of 4,000 nurses in Denmark found that those who drank tea slept longer than the rest."
)
NAMED = "A trial of 400 adults at the University of Leeds found that tea lowered blood pressure. "


def only(text: str) -> Statement:
    (statement,) = draft(text)
    return statement


def last(text: str) -> Statement:
    return draft(text)[-1]


def kinds(statement: Statement) -> set[CueKind]:
    return {cue.kind for cue in statement.cues}


def document(text: str) -> Document:
    return Document(name="d", title="d", source="", text=text, sha256="", statements=draft(text))


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Tea helps you sleep.", 0),
        ("Tea was drunk by 4,000 people in 1850.", 0),
        ("Some experts say that tea helps you sleep.", 1),
        ("Studies suggest that tea may help you sleep.", 1),
        ("Tea is believed to help people sleep.", 1),
        ("Tea helps you sleep because it calms the nerves.", 1),
        ("I drank tea for a week and my sleep got better.", 1),
        ("Dr Ruth Adeyemi, a sleep specialist in Leeds, said that tea helps people sleep.", 2),
        ("The Tea Council says that tea helps people sleep.", 2),
        ("A study at the University of Leeds found that tea cures insomnia.", 2),
        (SLEPT, 3),
        ("According to the Office for National Statistics, 40 per cent of adults drink tea.", 3),
    ],
)
def test_it_suggests_a_level_from_what_the_text_offers(text: str, level: int) -> None:
    assert only(text).level == level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        (NAMED + "Those who drank it also slept 20 minutes longer.", 3),
        (NAMED + "The researchers found that it lowered the risk of stroke, too.", 3),
        (NAMED + "Tea may also lead to stained teeth.", 0),
        (NAMED + "A recent study found that coffee raises it.", 1),
        ("Dr Ruth Adeyemi, a cardiologist, said tea was safe. She said it helps the heart.", 2),
        ("The Tea Council opened in 1901. Tea keeps you awake.", 0),
    ],
)
def test_it_carries_a_source_over_only_where_the_wording_does(text: str, level: int) -> None:
    assert last(text).level == level


def test_it_does_not_take_the_word_study_for_a_result() -> None:
    text = "Tea helps the heart, said Maria Venturi, the lead author of the study."
    assert only(text).level == Level.PARTIAL
    assert only(text).findable is not None
    assert only(text).findable.words == "Maria Venturi"  # type: ignore[union-attr]


RELEASE = "Press release\n\nBrackwell Foods today opened a plant. "


@pytest.mark.parametrize(
    ("text", "level"),
    [
        (NAMED + "They also slept 20 minutes longer than before.", 3),
        (NAMED + "It is not known whether tea helps.", 0),
        (NAMED + "Blood pressure was measured by a nurse.", 3),
        ("“We saw it twice,” said Dr Ruth Adeyemi, a cardiologist. “The pulse fell in both.”", 2),
        (RELEASE + "Brackwell Foods has 320 staff.\n\nNotes to editors", 3),
        ("Police said the driver had left.", 3),
        ("Tea fell by 7%, according to research by Material Focus.", 3),
        ("In our own survey of 112 customers, 91% liked it.", 2),
    ],
)
def test_it_follows_who_speaks(text: str, level: int) -> None:
    rated = [s for s in draft(text) if s.role.rateable]
    assert rated[-1].level == level


NEWS = "Tea is grown in Devon. "
ANNOUNCED = "LEEDS, 3 May 2025 – Acme Mills today announced a plant.\n\n{}\n\nMedia contact: 0113"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        (NEWS + "Dr Ruth Adeyemi, a cardiologist, said: 'Tea is safe. It cost us ten pence.'", 2),
        (NEWS + 'Jane Hill, a farmer in Leeds, has ten cows. "They drank it," Hill said.', 2),
        (NEWS + "Mill owner Jane Hill said the tea was sold in 1990.", 2),
        (NEWS + "Acme Mills, the Leeds firm behind the tea, told us it had sold 300 tons.", 2),
        (NAMED + "The average pulse fell from 82 to 79.", 3),
        (
            NEWS
            + "The Leeds study of 90 adults found:\n\n- 44% had slept well enough\n- 9% had not",
            3,
        ),
        (NEWS + "Official statistics show that rents rose by 9% last year.", 3),
        (NEWS + "The town council approved the plan by nine votes to four.", 3),
        (NEWS + "A survey found that 8 in 10 dentists use it.", 1),
        (NEWS + "Villagers near the mill say that it smells.", 1),
        (NEWS + "The loss has been attributed to rain.", 1),
        (NEWS + "A dietitian in the town has claimed that tea lowers blood pressure.", 1),
        (NEWS + "Alder and colleagues found that tea grew in Kent.", 3),
        (NEWS + "It was drunk by 300 monks (Alder, Journal of Tea, 1998).", 3),
        (ANNOUNCED.format("A pilot of the mill ran for six weeks and 300 people took part."), 3),
    ],
)
def test_it_finds_who_stands_behind_a_statement(text: str, level: int) -> None:
    rated = [s for s in draft(text) if s.role.rateable]
    assert rated[-1].level == level


def test_it_takes_a_post_for_its_writers_report() -> None:
    head = "\n\nbob{}\n2 May 2020, 21:14\n\n"
    posts = ("Dad drank tea for a year.", "Switched to tea in March.", "Tea grows in Kent.")
    text = "Is tea safe?" + "".join(head.format(i) + p for i, p in enumerate(posts))
    rated = [s for s in draft(text) if s.role.rateable]
    assert [s.level for s in rated] == [Level.WEAK, Level.WEAK, Level.NONE]


def test_it_lets_nothing_carry_over_from_one_post_to_the_next() -> None:
    head = "\n\n{} wrote on 2 May 2020, 21:14\n\n"
    posts = ("The NHS says that tea is safe.", "They say it stains teeth.", "It does.")
    text = "Is tea safe?" + "".join(head.format(f"bob{i}") + p for i, p in enumerate(posts))
    assert [s.level for s in draft(text) if s.role.rateable][1:2] == [Level.WEAK]


def test_it_asks_for_the_source_of_a_figure_and_shows_the_one_that_is_given() -> None:
    bare = only("About 40 per cent of adults drink tea.")
    assert CueKind.MISSING_CITATION in kinds(bare)
    given = only("The Office for National Statistics says 40 per cent of adults drink tea.")
    shown = [cue.words for cue in given.cues if cue.kind is CueKind.SUPPORT_SHOWN]
    assert len(shown) == 2
    assert "40 per cent" in shown[1]


def test_it_names_an_earlier_study_that_a_later_sentence_names() -> None:
    text = (
        "Tea drinkers have a lower risk of stroke, a new study has found.\n\n"
        "The study, published in the Lancet, followed 40,000 people."
    )
    assert draft(text)[0].level == Level.STRONG


@pytest.mark.parametrize("heading", ["References", "## Sources", "Bibliography:", "4. Notes"])
@pytest.mark.parametrize("mark", ["1.", "1)", ""])
def test_it_takes_everything_under_a_heading_of_sources_for_furniture(
    heading: str, mark: str
) -> None:
    entry = f"{mark} Lund J. Tea helps people sleep. A trial found that it lowers stress.\n"
    text = f"Tea helps you sleep.\n\n{heading}\n\n{entry}{entry}\n## Effects\n\nTea boosts sleep."
    roles = [s.role for s in draft(text)]
    assert roles[0].rateable
    assert roles[-1].rateable
    assert set(roles[1:-1]) == {Role.NONE}


def test_it_reads_a_text_that_begins_with_such_a_heading() -> None:
    assert last("Notes\n\nTea helps you sleep.").role.rateable


def test_it_shows_a_reference_with_what_it_leads_to() -> None:
    text = (
        "Tea lowers blood pressure by 2 mmHg.[1]\n\nReferences\n"
        "[1] Lund J. Tea and blood pressure: a systematic review of randomised trials. BMJ 2019."
    )
    first = draft(text)[0]
    assert first.level == Level.STRONG
    assert "Lund J" in first.findable.because  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Home / Tea / Green tea", Role.NONE),
        ("By Lena Hartwell, Health Correspondent", Role.NONE),
        ("Leave a Comment", Role.NONE),
        ("Related posts", Role.NONE),
        ("£24.99 Add to basket", Role.NONE),
        ("For me information on 광양출장안마 contact us anytime.", Role.NONE),
        ("Why tea matters", Role.NONE),
        ("Speak to your doctor before you drink it.", Role.ADVICE),
        ("In this article, we will look at tea.", Role.TALK),
        ("More research is needed.", Role.EVIDENCE),
        ("Tea causes headaches.", Role.EFFECT),
        ("The canal was dug in 1793.", Role.FACT),
    ],
)
def test_it_tells_roles_apart(line: str, role: Role) -> None:
    text = f"Tea is grown in many countries.\n\n{line}\n\nIt is drunk hot."
    assert [s.role for s in draft(text) if s.text == line] == [role]


def test_it_calls_natural_an_appeal_only_where_it_sells() -> None:
    sells = only("This natural remedy helps you sleep.")
    tells = only("Natural gas supplies a third of the town.")
    assert CueKind.APPEAL_TO_NATURE in kinds(sells)
    assert CueKind.APPEAL_TO_NATURE not in kinds(tells)


def test_it_does_not_take_the_month_of_may_for_a_hedge() -> None:
    assert CueKind.HEDGE not in kinds(only("The canal was dug in May 1793."))
    assert CueKind.HEDGE in kinds(only("Tea may help you sleep."))


def test_it_explains_each_gate_with_the_words_it_found() -> None:
    statement = only("Some experts say that tea helps you sleep.")
    assert list(statement.gates) == [Gate.REASON, Gate.FINDABLE]
    assert all(key.words in key.because for key in statement.gates.values())
    assert statement.lift


@pytest.mark.parametrize("part", ["Aaaa", "Abc Def ", "(Abc, ", "'a b ", "the Xy ", "a-b-"])
def test_it_comes_to_an_end_on_awkward_sentences(part: str) -> None:
    assert len(draft((part * 500)[:1900] + ".")) >= 1


def test_it_leaves_everything_unreviewed() -> None:
    assert not any(s.reviewed for s in draft(NAMED))


fragments = st.lists(
    st.sampled_from(
        [
            "Dr Ruth Adeyemi, a doctor in Leeds, ", "said ", "the study ", "A trial ", "found ",
            "may ", "natural ", "I ", "my doctor ", "because ", "[1] ", "[2]\n", "“", "”", '"',
            ". ", "\n\n", "\n", "- ", "? ", "NHS ", "people who ", "was ", "1,200 ", "% ", "© ",
            "광양출장", "\u200f", "{{ x }}", "<script>", "they ", "the researchers ", "et al. ",
        ]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@settings(max_examples=150)
@given(st.one_of(st.text(max_size=120), fragments))
def test_it_drafts_any_text_so_that_a_bank_would_take_it(text: str) -> None:
    """Offsets, words, order of gates: everything holds that a published document must hold."""
    drafted = document(text)
    check_document(drafted)
    assert draft(text) == drafted.statements


def total(texts: object) -> Tally:
    tally = Tally()
    for _, text, coded in texts:  # type: ignore[attr-defined]
        tally.add(measure(text, coded))
    return tally


@pytest.mark.parametrize("half", ["development", "held-out", "bank"])
def test_it_agrees_with_the_coded_texts(half: str) -> None:
    tally = total(from_bank() if half == "bank" else from_corpus(half))
    assert tally.kappa is not None
    assert tally.kappa >= 0.85
    assert tally.f1 >= 0.8
