"""Where a request comes from. What a header says of it is believed only of proxies that are ours."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest

NOWHERE = "an unknown address"


def address_of(request: HttpRequest) -> str:
    """The client's address; of an IPv6 one its network, since a household has 2⁶⁴ of them.

    Each proxy adds the address of who spoke to it at the end of `X-Forwarded-For`: with PROXIES of our own
    the client is that many places from the end, and whatever stands before was typed by the client.
    """
    hops = [word.strip() for word in request.headers.get("X-Forwarded-For", "").split(",")]
    told = request.META.get("REMOTE_ADDR", "")
    if 0 < settings.PROXIES <= len(hops):
        told = _place(hops[-settings.PROXIES]) or told
    return _place(told) or NOWHERE


def _place(word: str) -> str:
    try:
        address = ipaddress.ip_address(word)
    except ValueError:
        return ""
    if address.version == 6 and address.ipv4_mapped:
        address = address.ipv4_mapped
    if address.version == 4:
        return str(address)
    return str(ipaddress.ip_network((address.packed[:8] + bytes(8), 64)))
