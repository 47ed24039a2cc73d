"""Waiting rooms: everybody is woken by a move, the host's screens by every answer."""

from concurrent.futures import ThreadPoolExecutor

from quiz.web.hub import Hub, News, Room


def test_it_wakes_everybody_when_the_workshop_moves() -> None:
    room = Room()
    with ThreadPoolExecutor(8) as people:
        waiting = [people.submit(room.wait, room.news, 10, host=n % 2 == 0) for n in range(8)]
        room.move(2)
        assert [each.result().version for each in waiting] == [2] * 8


def test_it_wakes_a_host_and_no_phone_when_somebody_answers() -> None:
    room = Room()
    with ThreadPoolExecutor(2) as people:
        host = people.submit(room.wait, room.news, 10, host=True)
        phone = people.submit(room.wait, room.news, 0.2, host=False)
        room.stir()
        assert host.result() == News(0, 1)
        assert phone.result() == News(0, 1)  # told when its own wait was over


def test_it_does_not_wait_for_news_that_is_there() -> None:
    room = Room()
    room.move(3)
    room.stir()
    assert room.wait(News(2, 1), 10, host=False) == News(3, 1)
    assert room.wait(News(3, 0), 10, host=True) == News(3, 1)


def test_it_never_goes_back_to_an_older_version() -> None:
    room = Room()
    room.move(3)
    room.move(2)
    assert room.news.version == 3


def test_it_has_one_room_for_each_workshop_and_seats_for_so_many() -> None:
    hub = Hub(seats=1)
    assert hub.room("a") is hub.room("a") is not hub.room("b")
    full = [hub.full]
    with hub.seat():
        full.append(hub.full)
    assert [*full, hub.full] == [False, True, False]
