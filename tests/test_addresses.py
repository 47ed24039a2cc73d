from collections.abc import Iterator
from ipaddress import ip_address

import pytest
from ifaddr import IP, Adapter

from quiz.addresses import local_url, own_addresses, url, urls_for_others

OWN = [ip_address(text) for text in ("192.168.1.5", "10.8.0.2", "fd00::5")]


def adapter(name: str, *numbers: str | tuple[str, int, int]) -> Adapter:
    return Adapter(name, name, [IP(each, 24, name) for each in numbers])


def test_it_lists_the_addresses_that_phones_could_use_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def adapters() -> Iterator[Adapter]:
        yield adapter("docker0", "172.17.0.1")
        yield adapter("lo", "127.0.0.1", ("::1", 0, 0))
        yield adapter("eth0", "1.2.3.4", ("fe80::1", 0, 2), ("fd00::5", 0, 0))
        yield adapter("wlan0", "192.168.1.5", "169.254.7.7")

    monkeypatch.setattr("ifaddr.get_adapters", adapters)
    found = [str(each) for each in own_addresses()]
    assert found == ["192.168.1.5", "1.2.3.4", "172.17.0.1", "fd00::5"]


def test_it_finds_only_addresses_that_others_can_use_on_this_computer() -> None:
    assert not any(each.is_loopback or each.is_link_local for each in own_addresses())


@pytest.mark.parametrize(
    ("address", "port", "spelt"),
    [
        ("192.168.1.5", 8000, "http://192.168.1.5:8000"),
        ("192.168.1.5", 80, "http://192.168.1.5"),
        ("fd00::5", 8000, "http://[fd00::5]:8000"),
    ],
)
def test_it_spells_an_address_for_a_browser(address: str, port: int, spelt: str) -> None:
    assert url(ip_address(address), port) == spelt


@pytest.mark.parametrize(
    ("bound", "local"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000"),
        ("0.0.0.0", "http://127.0.0.1:8000"),  # noqa: S104 - nothing listens here
        ("::", "http://[::1]:8000"),
        ("192.168.1.5", "http://192.168.1.5:8000"),
    ],
)
def test_it_tells_this_computer_where_to_look(bound: str, local: str) -> None:
    assert local_url(bound, 8000) == local


@pytest.mark.parametrize(
    ("bound", "others"),
    [
        ("127.0.0.1", []),
        ("::1", []),
        ("192.168.1.5", ["http://192.168.1.5:8000"]),
        ("0.0.0.0", ["http://192.168.1.5:8000", "http://10.8.0.2:8000"]),  # noqa: S104 - the same
        (
            "::",
            ["http://192.168.1.5:8000", "http://10.8.0.2:8000", "http://[fd00::5]:8000"],
        ),
    ],
)
def test_it_tells_others_where_to_look(bound: str, others: list[str]) -> None:
    assert urls_for_others(bound, 8000, OWN) == others
