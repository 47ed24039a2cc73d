import pytest

from quiz.builder import draft
from quiz.scale import CueKind


def _kinds(text: str) -> set[CueKind]:
    return {cue.kind for statement in draft(text) for cue in statement.cues}


@pytest.mark.parametrize(
    "text",
    [
        "Gerard (1597) commended the distilled water for giddiness.",
        "The link was described later (Henley et al., N Engl J Med) and has been disputed.",
        "Bees visited fewer flowers where another bee had been attacked.⁴",
        "It was never tested by filling it with water (2).",
        "The physicist A. J. Pugsley came to the same conclusion in 1939.",
        "The method was first described by Professor Thomas Hummel and colleagues in Dresden.",
        "Public works director Len Oake put the cost at about $20,000.",
        "The Ministry acknowledges that 214 pupils reported dizziness after treatment.",
        "About half of cases clear up in that time, that's in the NICE guideline.",
        "The average fell from 4.6 to 2.7 on the ten-point scale.",
        "HiSCR75 was 48.1% (300 mg; p=0.003) and 25.6% (placebo) at week 16.",
        "The farm is mentioned in a Saxon charter of 825.",
        "Egg prices fell in April, according to the Bureau of Labor Statistics.",
        "The Welsh government said it expected companies to go further.",
    ],
)
def test_it_sees_support_that_a_statement_shows_by_itself(text: str) -> None:
    assert CueKind.SUPPORT_SHOWN in _kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "“Poor sleep is a public health crisis,” said Rory Devereux, co-founder and CEO.",
        "The tank belonged to the Purity Distilling Company.",
        "A team from the Regional Medical Research Centre is likely to visit the area this week.",
        "My antibodies went from 900 to 210.",
        "I am not aware of any decent trial of it at Oxford University.",
        "She uses it after hot training days, she says.",
    ],
)
def test_it_takes_no_company_intention_or_story_for_support(text: str) -> None:
    assert CueKind.SUPPORT_SHOWN not in _kinds(text)


@pytest.mark.parametrize(
    "line",
    [
        "My antibodies went from 900 to 210 in six months.",
        "Wife has been on it since March and her knees are better.",
        "Tried it for six weeks, no difference.",
        "Two customers have told us it prompted them to see a doctor.",
        "Our dog is back on the sofa after three weeks.",
    ],
)
def test_it_knows_a_story_by_who_tells_it_and_what_came_of_it(line: str) -> None:
    assert CueKind.ANECDOTE in _kinds(line)


@pytest.mark.parametrize(
    "line",
    [
        "I think you should ask them again.",
        "I am retired and I teach a little.",
        "We would not recommend this without a word with your doctor.",
        "In a trial of 300 patients at Leeds University, pain fell in both groups after six weeks.",
        "The tank stood fifty feet tall.",
    ],
)
def test_it_takes_no_opinion_trial_or_introduction_for_a_story(line: str) -> None:
    assert CueKind.ANECDOTE not in _kinds(line)


@pytest.mark.parametrize(
    "line",
    [
        "A bowl of beans could bring down cholesterol by a fifth, a dietitian has claimed.",
        "Witnesses told of a rumble like a passing train.",
        "Health department sources said that 42 workers had been hired.",
        "It may be lean tissue that is lost, the committee was told.",
        "Patients are often told that nothing can be done.",
        "Several uncontrolled series reported less pain with vitamin D.",
        "Recommended by occupational therapists and loved by children.",
        "Almond growers in the north-west say they are short of hives.",
        "Trials in irritable babies show no gain over milk.",
    ],
)
def test_it_sees_authorities_without_a_name(line: str) -> None:
    assert CueKind.UNNAMED_AUTHORITY in _kinds(line)


def test_it_takes_no_named_expert_for_an_unnamed_one() -> None:
    said = "Dr Jane Hill, a vet at Leeds University, said that dogs need sleep."
    assert CueKind.UNNAMED_AUTHORITY not in _kinds(said)


@pytest.mark.parametrize(
    "line",
    [
        "It raises the flow of urine.[citation needed]",
        "The signal is up to 100x stronger than at the wrist.",
        "Depression is twice as common among them.",
    ],
)
def test_it_asks_for_a_source_where_much_is_claimed(line: str) -> None:
    assert CueKind.MISSING_CITATION in _kinds(line)


@pytest.mark.parametrize(
    "line",
    [
        "“Sleep is broken,” said Rory Devereux, co-founder and CEO of the firm.",
        "The pad retails at £189 and is sold on the company's website.",
        "My osteopath swears by a special pillow, and she sells it.",
    ],
)
def test_it_points_out_the_interest_of_whoever_speaks(line: str) -> None:
    assert CueKind.ADVERT in _kinds(line)
