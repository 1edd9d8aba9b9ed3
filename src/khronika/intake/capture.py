"""Saves a page of the web as it was answered; the only module that opens a socket to elsewhere.

Invariants:

- Only public addresses are asked, redirects included. A name is resolved once, and the address that
  was judged is the address that is asked, so that no second answer can lead inside.
- Nothing is sent but the question for the page: no cookies, no name of this program, no referrer.
- A page that is too large, too slow or redirected without end is refused.
"""

import hashlib
import http.client
import socket
import ssl
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import SplitResult, urldefrag, urljoin, urlsplit

from khronika.errors import KhronikaError
from khronika.intake.address import Address, is_public
from khronika.intake.capture_record import Exchange, Headers, archive

REDIRECTS = 5
_PORTS = {"http": 80, "https": 443}
_REDIRECTING = frozenset({301, 302, 303, 307, 308})
_PIECE = 65_536
# What a browser says at the least: a name of our own would mark whoever asks.
_ASKED: Headers = (
    ("User-Agent", "Mozilla/5.0"),
    ("Accept", "text/html,application/xhtml+xml,application/pdf,*/*;q=0.8"),
    ("Accept-Encoding", "identity"),
    ("Connection", "close"),
)


class NotCaptured(KhronikaError):
    """The page was not saved; nothing was recorded."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"{url}: {reason} Nothing was recorded.")


def resolved(host: str, port: int) -> Sequence[Address]:
    """The addresses the system knows for this name."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(ip_address(str(one[4][0]).partition("%")[0]) for one in found))


@dataclass(frozen=True, slots=True)
class Door:
    """Who may be asked, and how much of an answer is taken.

    `clock` counts seconds and `now` tells the time in UTC (ISO 8601); both are handed in.
    """

    now: Callable[[], str]
    clock: Callable[[], float]
    allows: Callable[[Address], bool] = is_public
    resolve: Callable[[str, int], Sequence[Address]] = resolved
    ports: frozenset[int] = frozenset(_PORTS.values())
    size: int = 50_000_000
    seconds: float = 60.0


@dataclass(frozen=True, slots=True)
class Captured:
    """A page: where it was in the end, when it answered (UTC), its bytes and their SHA-256.

    `warc` is the archive of everything that was asked and answered on the way.
    """

    url: str
    at: str
    kind: str
    body: bytes
    sha256: str
    warc: bytes


def capture(url: str, door: Door) -> Captured:
    """Fetch the page and write down how; raises `NotCaptured`."""
    until = door.clock() + door.seconds
    exchanges: list[Exchange] = []
    ahead = urldefrag(url)[0]
    while len(exchanges) <= REDIRECTS:
        exchange = _asked(ahead, door, until)
        exchanges.append(exchange)
        location = exchange.header("Location")
        if exchange.status not in _REDIRECTING or not location:
            return _captured(exchanges, url)
        ahead = urldefrag(urljoin(ahead, location))[0]
    raise NotCaptured(url, "The page is redirected again and again.")


def _captured(exchanges: Sequence[Exchange], url: str) -> Captured:
    last = exchanges[-1]
    if last.status != http.client.OK:
        raise NotCaptured(url, f"The site answered {last.status} {last.reason}.")
    if not last.body:
        raise NotCaptured(url, "The site answered with an empty page.")
    sha256 = hashlib.sha256(last.body).hexdigest()
    kind = last.header("Content-Type")
    return Captured(last.url, last.at, kind, last.body, sha256, archive(exchanges))


def _asked(url: str, door: Door, until: float) -> Exchange:
    parts, port = _checked(url, door)
    host = parts.hostname or ""
    address = _address(url, host, port, door=door)
    try:
        with closing(_connection(parts, address, port, timeout=door.seconds)) as connection:
            return _answer(connection, url, address, door=door, until=until)
    except (OSError, http.client.HTTPException, ValueError) as why:
        raise NotCaptured(url, f"The site did not answer as it should ({_named(why)}).") from why


def _named(why: Exception) -> str:
    if isinstance(why, ssl.SSLError):
        return "its certificate or encryption is not in order"
    return "it took too long" if isinstance(why, TimeoutError) else type(why).__name__


def _checked(url: str, door: Door) -> tuple[SplitResult, int]:
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError as why:
        raise NotCaptured(url, "This is no address of a page.") from why
    if parts.scheme not in _PORTS or not parts.hostname:
        raise NotCaptured(url, "Only addresses that begin with http:// or https:// are fetched.")
    if parts.username or parts.password:
        raise NotCaptured(url, "The address holds a name or password; take it out.")
    if port not in door.ports:
        raise NotCaptured(url, f"Port {port} is not one that pages are on.")
    return parts, port


def _address(url: str, host: str, port: int, *, door: Door) -> Address:
    """The one address that will be asked; every address of the name must be allowed."""
    try:
        addresses = door.resolve(host, port)
    except (OSError, UnicodeError, ValueError) as why:
        raise NotCaptured(url, "There is no such site, or no connection.") from why
    if not addresses or not all(map(door.allows, addresses)):
        raise NotCaptured(url, "This leads to a private or local address, which is never fetched.")
    return addresses[0]


def _connection(
    parts: SplitResult, address: Address, port: int, *, timeout: float
) -> http.client.HTTPConnection:
    """A connection to this very address; the name is used for the certificate and the question."""
    host = parts.hostname or ""
    connection = http.client.HTTPConnection(host, port, timeout=timeout)
    plain = socket.create_connection((str(address), port), timeout=timeout)
    if parts.scheme == "http":
        connection.sock = plain
        return connection
    try:
        connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    except OSError:
        plain.close()
        raise
    return connection


def _answer(
    connection: http.client.HTTPConnection, url: str, address: Address, *, door: Door, until: float
) -> Exchange:
    parts = urlsplit(url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    asked = (("Host", parts.netloc), *_ASKED)
    at = door.now()
    connection.putrequest("GET", path, skip_host=True, skip_accept_encoding=True)
    for name, value in asked:
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    body = _body(answer, url, door=door, until=until)
    told = tuple(answer.getheaders())
    return Exchange(url, at, str(address), asked, answer.status, answer.reason, told, body)


def _body(answer: http.client.HTTPResponse, url: str, *, door: Door, until: float) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while piece := answer.read1(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > door.size:
            raise NotCaptured(url, f"The page is larger than {door.size:,} bytes.")
        if door.clock() > until:
            raise NotCaptured(url, f"The page took longer than {door.seconds:.0f} seconds.")
    return b"".join(pieces)
