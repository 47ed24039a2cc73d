"""The address that a room's phones type or scan."""

from flask import request
from segno import make_qr

from quiz import addresses
from quiz.programme import Workshop
from quiz.web.services import services

_LOOPBACK = ("127.", "localhost", "[::1]")


def root_for(workshop: Workshop) -> str:
    """Return the first part of the address that phones use, the likeliest to be right first.

    That is what the host says, the installation's public address, the address under which the
    host opened this page, or one of this computer's addresses in its networks.
    """
    known = workshop.address or services().settings.public_url
    if known:
        return known.rstrip("/")
    here = request.host_url.rstrip("/")
    if not request.host.startswith(_LOOPBACK):
        return here
    return next(iter(others()), here)


def others() -> list[str]:
    """List the addresses at which other computers reach this one; none if they cannot."""
    _, _, port = request.host.rpartition(":")
    number = int(port) if port.isdecimal() else 80
    try:
        own = addresses.own_addresses()
        return addresses.urls_for_others(services().settings.host, number, own)
    except ValueError:  # QUIZ_HOST is a name
        return []


def is_private(root: str) -> bool:
    """Whether an address can be opened on this computer alone."""
    return root.partition("://")[2].startswith(_LOOPBACK)


def qr(address: str) -> str:
    """Return the QR code of an address as SVG, with its quiet zone and its own white."""
    return make_qr(address).svg_inline(light="#fff", border=3, omitsize=True, svgclass="qr")
