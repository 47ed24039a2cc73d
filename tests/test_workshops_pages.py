"""Workshops, page by page: Alice hosts, Bob takes part, Charlie is a stranger."""

from collections.abc import Callable

import pytest
from flask import Flask

from harness.visitor import Page, Visitor
from harness.workshop import Led, begin

Arrive = Callable[[], Visitor]
HOST_PAGES = ("host", "handout")


@pytest.fixture
def led(app: Flask, client: Visitor) -> Led:
    """A workshop of six questions that Alice leads."""
    return begin(app, client)


@pytest.fixture
def bob(led: Led, visitor: Arrive) -> Visitor:
    person = visitor()
    led.join(person)
    return person


def room_of(led: Led, visitor: Arrive, size: int) -> list[Visitor]:
    people = [visitor() for _ in range(size)]
    for person in people:
        led.join(person)
    return people


def test_it_asks_for_the_organiser_key_before_a_workshop(app: Flask, client: Visitor) -> None:
    page = client.visit("/workshops/new")
    assert page.path == "/organiser"
    again = client.submit(page, {"key": "0000-0000-0000-0000"}, "/organiser")
    assert (again.status, again.path) == (422, "/organiser")
    assert client.visit("/workshops/new").path == "/organiser"
    token = {"csrf_token": page.csrf_token}
    assert client.post("/workshops/new", data=token).location == "/organiser"
    key = app.extensions["says_who"].keys.organiser.upper().replace("-", " ")
    assert client.submit(page, {"key": key}, "/organiser").path == "/workshops/new"


def test_it_begins_the_workshop_that_was_previewed(led: Led) -> None:
    page = led.alice.visit("/workshops/new?form=B&size=10&pace=host&seed=7")
    shown = page.texts("ol[@class='answers']/li/span[1]")
    assert len(shown) == 10
    begun = led.alice.submit(page)
    code = begun.path.split("/")[2]
    paper = led.alice.visit(f"/workshops/{code}/handout")
    asked = paper.texts("div[@class='paper-question']/blockquote/p[1]")
    assert asked == shown


def test_it_draws_first_when_something_else_was_chosen_than_was_drawn(led: Led) -> None:
    page = led.alice.submit(led.alice.visit("/workshops/new"), {"pace": "self", "size": "10"})
    assert "You had chosen otherwise than was drawn" in page.text
    assert "10 questions, form A; everybody answers at their own pace" in page.text
    begun = led.alice.submit(page)
    assert begun.heading == "Join with your phone"


def test_it_draws_again_when_asked(led: Led) -> None:
    page = led.alice.visit("/workshops/new")
    again = led.alice.submit(page, {"do": "draw"})
    assert again.heading == "Set up a workshop"
    assert "You had chosen otherwise" not in again.text


def test_it_has_the_host_key_at_hand_all_the_time(led: Led) -> None:
    pages = [led.host, led.step("vote"), led.step("reveal"), led.step("pause")]
    keys = {key for page in pages for key in page.texts("p[@class='host-key']")}
    assert len(keys) == 1
    assert all(page.texts("p[@class='host-key']") for page in pages)


def test_it_begins_with_defaults_when_nothing_is_chosen(led: Led) -> None:
    token = led.host.csrf_token
    response = led.alice.post("/workshops/new", data={"csrf_token": token})
    assert response.status_code == 303
    assert led.alice.visit(response.location).heading == "Join with your phone"


@pytest.mark.parametrize(
    "wrong",
    ["size=7", "form=C", "pace=never", "bank=none", "seed=x", "size=6&seed=²", "seed=", "seed=%20"],
)
def test_it_says_what_is_wrong_with_a_setup(led: Led, wrong: str) -> None:
    page = led.alice.visit(f"/workshops/new?{wrong}")
    assert page.status == 200
    assert page.texts("div[@class='error-summary']")
    fields = dict(pair.split("=") for pair in wrong.split("&"))
    token = {"csrf_token": led.host.csrf_token}
    assert led.alice.post("/workshops/new", data={**fields, **token}).status_code == 422


def test_it_shows_the_way_in_large(led: Led) -> None:
    page = led.host
    assert page.heading == "Join with your phone"
    assert page.texts("p[@class='big-code']") == [f"{led.code[:3]} {led.code[3:]}"]
    assert page.tree.find(".//{http://www.w3.org/2000/svg}svg[@class='qr']") is not None
    assert page.texts("p[@id='count']") == ["0 are in"]


def test_it_lets_people_join_at_any_moment_with_any_way_of_typing(
    led: Led, visitor: Arrive
) -> None:
    led.step("vote", "reveal", "next")
    charlie = visitor()
    typed = f" {led.code[:3].lower()}-{led.code[3:].lower()} "
    page = charlie.submit(charlie.visit("/join"), {"code": typed})
    assert page.path == f"/workshops/{led.code}"
    assert page.texts("p[@class='kicker']") == ["Question 2 of 6"]


def test_it_helps_with_a_wrong_code(client: Visitor) -> None:
    page = client.submit(client.visit("/join"), {"code": "0000OO"})
    assert page.status == 422
    assert "There is no workshop with this code" in page.text
    assert client.visit("/workshops/000000").status == 404
    assert client.visit("/workshops/nonsense").texts("input")


def test_it_joins_once(led: Led, bob: Visitor) -> None:
    for _ in range(2):
        bob.post("/join", data={"code": led.code, "csrf_token": _token(bob)})
    assert led.host.texts("p[@id='count']") == ["1 is in"]


def _token(person: Visitor) -> str:
    return person.visit("/join").csrf_token


def test_it_changes_nothing_at_a_get(led: Led, bob: Visitor, visitor: Arrive) -> None:
    led.step("vote")
    charlie = visitor()
    for path in ("", "/host", "/version", "/handout"):
        for person in (led.alice, bob, charlie):
            person.get(f"/workshops/{led.code}{path}")
    assert led.room(bob).heading == "How well does this text back up this statement?"
    assert led.host.texts("p[@id='count']") == ["0 of 1 answered"]
    assert "Set-Cookie" not in bob.get(f"/workshops/{led.code}").headers


def test_it_keeps_an_answer_and_a_changed_mind(led: Led, bob: Visitor) -> None:
    led.step("vote")
    kept = led.vote(bob, level=1)
    assert "Your answer is kept: Weak, fairly sure" in kept.text
    assert "Your answer is kept: Strong" in led.vote(bob, level=3).text
    assert led.host.texts("p[@id='count']") == ["1 of 1 answered"]


def test_it_says_what_is_missing_and_keeps_the_rest(led: Led, bob: Visitor) -> None:
    led.step("vote")
    page = bob.submit(led.room(bob), {"level": "2"})
    assert page.status == 422
    assert "Choose how sure you are" in page.text
    chosen = page.tree.find(".//input[@name='level'][@checked]")
    assert chosen is not None
    assert chosen.get("value") == "2"


@pytest.mark.parametrize("steps", [("discuss",), ("reveal",), ("reveal", "next"), ("pause",)])
def test_it_refuses_a_late_answer_with_words(
    led: Led, bob: Visitor, steps: tuple[str, ...]
) -> None:
    led.step("vote")
    stale = led.room(bob)
    led.step(*steps)
    for fields in ({"level": "3", "sure": "3"}, {"level": "3"}):
        page = bob.submit(stale, fields)
        assert page.status == 409
        assert "not counted" in page.texts("div[@role='alert']")[0]
    if "next" in steps:
        assert led.host.texts("p[@id='count']") == ["0 of 1 answered"]
        assert "Your answer is kept" not in led.room(bob).text


@pytest.mark.parametrize(
    "broken", [{"question": ""}, {"round": "x"}, {"question": "1.5"}, {"round": ""}]
)
def test_it_refuses_a_vote_that_names_no_question_and_round(
    led: Led, bob: Visitor, broken: dict[str, str]
) -> None:
    led.step("vote")
    page = bob.submit(led.room(bob), {"level": "1", "sure": "1", **broken})
    assert page.status == 400


@pytest.mark.parametrize(
    "broken", [{"level": "4"}, {"level": "-1"}, {"sure": "0"}, {"sure": "9"}, {"level": "x"}]
)
def test_it_refuses_a_level_that_is_none(led: Led, bob: Visitor, broken: dict[str, str]) -> None:
    led.step("vote")
    page = bob.submit(led.room(bob), {"level": "1", "sure": "1", **broken})
    assert page.status == 422
    assert led.host.texts("p[@id='count']") == ["0 of 1 answered"]


def test_it_takes_no_answer_from_who_has_not_joined(led: Led, visitor: Arrive) -> None:
    led.step("vote")
    charlie = visitor()
    sent = {"question": 1, "round": 1, "level": 1, "sure": 1, "csrf_token": _token(charlie)}
    assert charlie.post(f"/workshops/{led.code}/votes", data=sent).status_code == 403
    assert led.host.texts("p[@id='count']") == ["0 of 0 answered"]


def test_it_keeps_the_host_page_from_everybody_else(
    led: Led, bob: Visitor, visitor: Arrive, app: Flask
) -> None:
    eve = visitor()
    begin(app, eve)  # an organiser, who leads another workshop
    for person in (bob, visitor(), eve):
        token = {"csrf_token": _token(person)}
        for page in HOST_PAGES:
            assert person.get(f"/workshops/{led.code}/{page}").status_code == 404
        sent = {"version": 1, "to": "vote", **token}
        assert person.post(f"/workshops/{led.code}/phase", data=sent).status_code == 404
        sent = {"address": "http://10.0.0.1", **token}
        assert person.post(f"/workshops/{led.code}/address", data=sent).status_code == 404
    assert led.host.heading == "Join with your phone"


def test_it_moves_on_once_at_a_double_click(led: Led) -> None:
    page = led.host
    led.alice.submit(page, {"to": "vote"}, f"/workshops/{led.code}/phase")
    again = led.alice.submit(page, {"to": "vote"}, f"/workshops/{led.code}/phase")
    assert again.status == 409
    assert "moved on already" in again.texts("div[@role='alert']")[0]
    assert again.texts("p[@class='kicker']") == ["Question 1 of 6: vote now"]


def test_it_refuses_a_step_that_leads_nowhere(led: Led) -> None:
    for to in ("revote", "nonsense", ""):
        page = led.alice.submit(led.host, {"to": to}, f"/workshops/{led.code}/phase")
        assert page.status == 409
    assert led.host.heading == "Join with your phone"


def test_it_needs_a_token_for_every_post(led: Led, bob: Visitor) -> None:
    for person, path in [(bob, "votes"), (led.alice, "phase"), (led.alice, "address")]:
        assert person.post(f"/workshops/{led.code}/{path}", data={"to": "vote"}).status_code == 400


def test_it_lets_the_hosts_own_browser_not_take_part(led: Led) -> None:
    assert led.room(led.alice).heading == "You lead this workshop"
    token = {"csrf_token": led.host.csrf_token}
    led.alice.post("/join", data={"code": led.code, **token})
    assert led.host.texts("p[@id='count']") == ["0 are in"]
    led.step("vote")
    sent = {"question": 1, "round": 1, "level": 1, "sure": 1, **token}
    assert led.alice.post(f"/workshops/{led.code}/votes", data=sent).status_code == 403


def test_it_is_led_on_from_another_device_with_the_host_key(led: Led, visitor: Arrive) -> None:
    key = led.host.texts("p[@class='host-key']")[0]
    tablet = visitor()
    door = tablet.visit("/organiser")
    for wrong in ({"code": led.code, "key": "x"}, {"code": "000000", "key": key}, {"code": "x"}):
        page = tablet.submit(door, {"key": "", **wrong}, "/organiser/resume")
        assert page.status == 422
    typed = {"code": led.code.lower(), "key": key.upper()}
    page = tablet.submit(door, typed, "/organiser/resume")
    assert page.path == f"/workshops/{led.code}/host"


def test_it_hides_the_first_votes_until_the_second_are_in(led: Led, visitor: Arrive) -> None:
    people = room_of(led, visitor, 6)
    led.step("vote")
    for person in people:
        led.vote(person, level=1, sure=3)
    for to in ("discuss", "revote"):
        assert led.step(to).texts("figure") == led.room(people[0]).texts("figure") == []
    for person in people:
        led.vote(person, level=2)
    shown = led.step("reveal")
    for page in (shown, led.room(people[0])):
        assert page.texts("tbody/tr[2]/td")[:3] == ["100 %", "0 %", "−100"]
        assert page.texts("tbody/tr[3]/td")[:3] == ["0 %", "100 %", "+100"]


def test_it_shows_shares_in_tenths_from_five_answers(led: Led, visitor: Arrive) -> None:
    people = room_of(led, visitor, 7)
    led.step("vote")
    for person in people[:4]:
        led.vote(person, level=0)
    assert "from five answers" in led.step("reveal").text
    led.step("next")
    for person in people:
        led.vote(person, level=0)
    led.vote(people[0], level=3)
    page = led.step("reveal")
    assert page.texts("tbody/tr/td[1]") == ["90 %", "0 %", "0 %", "10 %"]


def test_it_says_first_how_many_were_sure_and_wrong(led: Led, visitor: Arrive) -> None:
    people = room_of(led, visitor, 5)
    led.step("vote")
    for person in people:
        led.vote(person, level=3, sure=3)
    page = led.step("reveal")
    verdict = page.texts("p[@class='verdict']")[0]
    assert "% were sure, and wrong" in verdict
    assert page.text.index(verdict) < page.text.index(page.heading)


def test_it_explains_in_the_source_text_at_the_end_of_a_question(led: Led, bob: Visitor) -> None:
    led.step("vote")
    asked = led.room(bob).texts("blockquote/p[1]")[0]
    led.vote(bob, level=0)
    for page in (led.step("reveal"), led.room(bob)):
        marked = " ".join(page.texts("mark"))
        assert asked[:30] in marked
        assert "not medical advice" in page.text


def test_it_looks_back_without_opening_anything(led: Led, bob: Visitor) -> None:
    led.step("vote", "reveal", "next")
    stale = led.room(bob)
    page = led.step("back")
    assert page.texts("p[@class='kicker']")[0] == "Question 1 of 6: what the text offers"
    assert led.room(bob).texts("mark")
    assert bob.submit(stale, {"level": "1", "sure": "1"}).status == 409
    assert led.step("next").texts("p[@class='kicker']")[0] == "Question 2 of 6: vote now"


def test_it_gives_everybody_their_own_report_at_the_end(led: Led, bob: Visitor) -> None:
    led.step("vote")
    asked = led.room(bob).texts("blockquote/p[1]")[0]
    led.vote(bob, level=1, sure=3)
    led.step("close")
    page = led.room(bob)
    assert page.heading == "Thank you for taking part"
    assert "of 1 right" in page.text
    answer = bob.visit(f"/workshops/{led.code}?question=1")
    assert asked in answer.text
    assert answer.texts("mark")
    assert bob.visit(f"/workshops/{led.code}?question=2").heading == page.heading
    assert "over" in led.host.heading


def test_it_lets_nobody_join_after_the_end(led: Led, visitor: Arrive) -> None:
    led.step("close")
    charlie = visitor()
    assert led.room(charlie).heading == "This workshop is over"
    page = charlie.submit(charlie.visit("/join"), {"code": led.code})
    assert page.status == 409
    assert "over" in page.text


def test_it_lets_people_go_on_alone(app: Flask, client: Visitor, visitor: Arrive) -> None:
    led = begin(app, client)
    page = client.submit(client.visit("/workshops/new?size=6&pace=self"))
    led = Led(client, page.path.split("/")[2])
    bob = visitor()
    led.join(bob)
    led.step("vote")
    for number in range(1, 7):
        asked = led.room(bob)
        assert asked.texts("p[@class='kicker']") == [f"Question {number} of 6"]
        answer = bob.submit(asked, {"level": "1", "sure": "1"})
        assert answer.texts("mark")
        assert bob.submit(asked, {"level": "1", "sure": "1"}).status == 200
        changed = bob.submit(asked, {"level": "2", "sure": "1"})
        assert changed.status == 409
        assert "your first answer stands" in changed.text
    assert led.room(bob).heading == "You have answered all 6"
    assert led.host.texts("p[@id='count']") == ["1 of 1 are through"]
    assert led.step("close").heading == "Thank you. The workshop is over."


def answer_all(led: Led, person: Visitor) -> tuple[list[str], Page]:
    asked, page = [], led.room(person)
    while page.tree.find(".//form[@data-send]") is not None:
        asked += page.texts("blockquote/p[1]")
        page = person.submit(page, {"level": "1", "sure": "1"})
        assert not page.texts("mark")
    return asked, page


def test_it_measures_before_and_after(app: Flask, client: Visitor, visitor: Arrive) -> None:
    begin(app, client)
    led = Led(
        client, client.submit(client.visit("/workshops/new?form=both&size=6")).path.split("/")[2]
    )
    people = room_of(led, visitor, 2)
    led.step("vote")
    before = [answer_all(led, person)[0] for person in people]
    assert led.host.texts("p[@id='count']") == ["2 of 2 are through"]
    again = people[0].visit(led.room(people[0]).path + "?question=7")
    assert "Your answer is kept" in again.text
    led.step("next")
    for _ in range(5):
        led.step("reveal", "next")
    led.step("reveal", "next")
    after = [answer_all(led, person)[0] for person in people]
    assert (before[0], before[1]) == (after[1], after[0])
    assert not set(before[0]) & set(before[1])
    led.step("close")
    report = led.room(people[0])
    assert [h.split(":")[0] for h in report.texts("h2")][-2:] == ["Before", "After"]


def test_it_takes_the_address_that_the_host_gives(led: Led) -> None:
    path = f"/workshops/{led.code}/address"
    page = led.alice.submit(led.host, {"address": "http://192.168.7.9:8000/"}, path)
    assert "192.168.7.9:8000/join" in page.text
    for wrong in ("javascript:alert(1)", "192.168.7.9", "http://a b", "http://x/path?y"):
        page = led.alice.submit(led.host, {"address": wrong}, path)
        assert page.status == 422
        assert "An address looks like" in page.text
    assert "localhost/join" in led.alice.submit(led.host, {"address": ""}, path).text


def test_it_says_when_only_this_computer_can_open_the_address(led: Led) -> None:
    assert "Only this computer can open that address" in led.host.text


def test_it_prints_questions_first_and_then_their_key(led: Led) -> None:
    page = led.alice.visit(f"/workshops/{led.code}/handout")
    assert len(page.texts("div[@class='paper-question']")) == 6
    assert len(page.texts("div[@class='paper-answer']")) == 6
    questions, key = page.html.split('class="paper-key"')
    assert "<mark>" not in questions
    assert key.count("<mark>") >= 6


def test_it_remembers_only_the_latest_workshops(
    app: Flask, client: Visitor, visitor: Arrive
) -> None:
    begin(app, client)
    bob = visitor()
    for _ in range(8):
        code = client.submit(client.visit("/workshops/new")).path.split("/")[2]
        Led(client, code).join(bob)
    cookie = bob.get_cookie("session")
    assert cookie is not None
    assert len(cookie.value) < 2000
    assert Led(client, code).room(bob).heading == "You are in"


@pytest.mark.parametrize("wrong", ["http://x:99999", "http://x:0", "http://-", "http://a-", "x"])
def test_it_refuses_an_address_that_no_phone_can_open(led: Led, wrong: str) -> None:
    page = led.alice.submit(led.host, {"address": wrong}, f"/workshops/{led.code}/address")
    assert page.status == 422
    assert "An address looks like" in page.text


def test_a_browser_leads_many_workshops(app: Flask, client: Visitor) -> None:
    codes = [begin(app, client).code for _ in range(8)]
    assert [client.visit(f"/workshops/{code}/host").status for code in codes] == [200] * 8
