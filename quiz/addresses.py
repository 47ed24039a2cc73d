"""At which addresses a server can be reached, and by whom."""

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address

import ifaddr

Address = IPv4Address | IPv6Address

# Networks that exist only inside this computer, for its containers and virtual machines.
_INNER = ("docker", "br-", "veth", "virbr", "vboxnet", "vmnet")


def own_addresses() -> list[Address]:
    """List this computer's addresses in its networks, the likeliest for phones in a room first.

    Works without a default route; loopback and link-local addresses are left out.
    """
    found = {
        ip_address(each.ip if isinstance(each.ip, str) else each.ip[0]): adapter.nice_name
        for adapter in ifaddr.get_adapters()
        for each in adapter.ips
    }

    def unlikely(address: Address) -> tuple[int, bool, bool]:
        return address.version, found[address].startswith(_INNER), not address.is_private

    usable = (each for each in found if not (each.is_loopback or each.is_link_local))
    return sorted(usable, key=unlikely)


def url(address: Address | str, port: int) -> str:
    """Spell the address of a page's host for a browser."""
    host = f"[{address}]" if isinstance(address, IPv6Address) else str(address)
    return f"http://{host}" if port == 80 else f"http://{host}:{port}"  # noqa: PLR2004 - http's own


def local_url(bound: str, port: int) -> str:
    """Spell the address at which this computer itself reaches a server bound to ``bound``."""
    address = ip_address(bound)
    if address.is_unspecified:
        address = ip_address("::1" if address.version == 6 else "127.0.0.1")  # noqa: PLR2004 - IPv6
    return url(address, port)


def urls_for_others(bound: str, port: int, own: Iterable[Address]) -> list[str]:
    """List the addresses at which other computers reach a server bound to ``bound``.

    ``own`` are this computer's addresses. Nobody else reaches loopback: the list is empty then.
    """
    address = ip_address(bound)
    if address.is_loopback:
        return []
    if not address.is_unspecified:
        return [url(address, port)]
    return [url(each, port) for each in own if each.version <= address.version]
