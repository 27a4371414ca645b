"""Telling another machine something over HTTP, without being led astray.

The address is resolved once, what it leads to is judged, and exactly that is called: a name that changes its mind
in between leads nowhere else. No redirect is followed, and nobody keeps us waiting.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
from contextlib import suppress
from urllib.parse import urlsplit

from django.conf import settings

TIMEOUT = 10  # seconds without a word
LONGEST = 20  # seconds in all
PORTS = {"http": 80, "https": 443}
# Addresses that carry another one within: what they lead to is not what they look like.
WRAPPING = [ipaddress.ip_network(net) for net in ("64:ff9b::/96", "2002::/16", "2001::/32")]

Place = tuple[str, int]


class Unreachable(Exception):
    """It did not work this time; the words may be shown on the desk."""


class Forbidden(Exception):
    """It is not to be called at all."""


def fault_of(url: str) -> str:
    """Why an address can't be told anything, as far as it can be seen without asking; empty where it may."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "This address can't be read."
    if parts.username or parts.password:
        return "No name and no password in an address: the signature says who is calling."
    if parts.scheme not in PORTS or not parts.hostname or port == 0:
        return "Give a web address that begins with http(s)://."
    is_named_home = parts.hostname.rstrip(".").rpartition(".")[2] in ("localhost", "local", "internal")
    if not settings.PRIVATE_WEBHOOKS and (is_named_home or _is_literal_private(parts.hostname)):
        return "This address lies within a private network: choose one that the world can reach."
    return ""


def post(url: str, body: bytes, headers: dict[str, str], may_be_private: bool = False) -> int:
    """Send it and give the status of the answer. Raises Unreachable and Forbidden, in words."""
    parts = urlsplit(url)
    place = _place(parts.hostname, parts.port or PORTS[parts.scheme], may_be_private)
    connection = _TO[parts.scheme](parts.hostname, place[1], timeout=TIMEOUT)
    connection.place = place
    timer = threading.Timer(LONGEST, _hang_up, [connection])
    timer.start()
    try:
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("POST", path, body, {"User-Agent": "Newsroom", "Connection": "close", **headers})
        return connection.getresponse().status
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise Unreachable(_said(error)) from None
    finally:
        timer.cancel()
        connection.close()


def _place(host: str, port: int, may_be_private: bool) -> Place:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Unreachable("the name leads nowhere") from None
    places = [address[:2] for *_, address in found]
    if not may_be_private and any(_is_private(place[0]) for place in places):
        raise Forbidden("the name leads into a private network")
    return places[0]


def _is_literal_private(host: str) -> bool:
    try:
        return _is_private(host)
    except ValueError:
        return False


def _is_private(address: str) -> bool:
    """Anything but an address of the open internet."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if ip.version == 6 and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    is_wrapping = ip.version == 6 and any(ip in net for net in WRAPPING)
    return not ip.is_global or ip.is_multicast or is_wrapping


def _said(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return f"no answer within {TIMEOUT} seconds"
    if isinstance(error, ssl.SSLError):
        return f"no secure connection ({error.reason or 'unknown reason'})"
    return f"no answer ({type(error).__name__})"


def _hang_up(connection) -> None:
    """Whoever answers a word a second is not waited for."""
    if connection.sock:
        with suppress(OSError):
            connection.sock.shutdown(socket.SHUT_RDWR)


class _Plain(http.client.HTTPConnection):
    place: Place

    def connect(self):
        self.sock = socket.create_connection(self.place, self.timeout)


class _Secure(http.client.HTTPSConnection):
    place: Place

    def connect(self):
        sock = socket.create_connection(self.place, self.timeout)
        self.sock = self._context.wrap_socket(sock, server_hostname=self.host)


_TO = {"http": _Plain, "https": _Secure}
