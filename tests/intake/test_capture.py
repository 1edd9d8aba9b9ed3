"""Pages fetched from a server on this machine, and everything that must not be fetched."""

import gzip
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from itertools import count
from types import MappingProxyType

import pytest

from khronika.intake import Limits, read
from khronika.intake.address import Address, is_public
from khronika.intake.capture import Door, NotCaptured, capture

PAGE = "<html><title>Суд</title><p>Алёну задержали на площади.".encode("cp1251")
NOW = "2026-11-28T10:00:00Z"
ANSWERS = MappingProxyType(
    {
        "/page": (200, {"Content-Type": "text/html; charset=windows-1251"}, PAGE),
        "/moved": (302, {"Location": "/page"}, b""),
        "/inside": (302, {"Location": "http://192.168.1.1/secret"}, b""),
        "/itself": (301, {"Location": "/itself"}, b""),
        "/file": (302, {"Location": "file:///etc/passwd"}, b""),
        "/large": (200, {"Content-Type": "text/html"}, b"x" * 200_000),
        "/gone": (404, {}, b"No"),
        "/empty": (200, {}, b""),
    }
)


@dataclass
class Server:
    port: int
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str) -> str:
        return f"http://lantern.example:{self.port}{path}"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    asked: list[tuple[str, dict[str, str]]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append((self.path, dict(self.headers)))
            status, headers, body = ANSWERS[self.path]
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            return

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield Server(running.server_address[1], asked)
    running.shutdown()
    running.server_close()
    thread.join()


def here(_host: str, _port: int) -> list[Address]:
    return [ip_address("127.0.0.1")]


@pytest.fixture
def door(server: Server) -> Door:
    """Lets through what is public, and this machine, under whatever name."""
    return Door(
        now=lambda: NOW,
        clock=lambda: 0.0,
        allows=lambda address: address.is_loopback or is_public(address),
        resolve=lambda host, port: (
            here(host, port) if host == "lantern.example" else [ip_address(host)]
        ),
        ports=frozenset({server.port, 80}),
    )


def test_a_page_is_kept_with_its_headers_and_time_and_read_back(server: Server, door: Door) -> None:
    captured = capture(server.url("/page#part"), door)
    assert (captured.url, captured.at, captured.body) == (server.url("/page"), NOW, PAGE)
    reading = read(captured.warc, limits=Limits())
    assert (reading.text, reading.title) == ("Алёну задержали на площади.", "Суд")


def drop_date(warc: bytes) -> list[bytes]:
    """The lines of an archive but for the server's own clock, and what is counted from it."""
    moving = (b"Date:", b"WARC-Block-Digest:")
    return [one for one in gzip.decompress(warc).splitlines() if not one.startswith(moving)]


def test_the_same_exchange_is_the_same_archive(server: Server, door: Door) -> None:
    first, again = (capture(server.url("/page"), door) for _ in range(2))
    assert b"WARC" in gzip.decompress(first.warc)
    assert drop_date(again.warc) == drop_date(first.warc)


def test_redirects_are_followed_and_kept(server: Server, door: Door) -> None:
    captured = capture(server.url("/moved"), door)
    assert captured.url == server.url("/page")
    assert read(captured.warc, limits=Limits()).text == "Алёну задержали на площади."


def test_nothing_is_sent_but_the_question(server: Server, door: Door) -> None:
    capture(server.url("/page"), door)
    _, headers = server.asked[-1]
    assert set(headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
    assert "hronika" not in str(headers)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/inside", "private or local"),
        ("/itself", "again and again"),
        ("/file", "http://"),
        ("/gone", "404"),
        ("/empty", "empty"),
    ],
)
def test_what_leads_inside_or_nowhere_is_refused(
    server: Server, door: Door, path: str, said: str
) -> None:
    with pytest.raises(NotCaptured, match=said):
        capture(server.url(path), door)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "ftp://lantern.example/", "http://", "http://[::1", "javascript:1",
        "http://boris:word@lantern.example/", "http://lantern.example:22/", "http://a:99999/",
    ],
)  # fmt: skip
def test_what_is_no_page_is_not_asked(server: Server, door: Door, url: str) -> None:
    before = len(server.asked)
    with pytest.raises(NotCaptured):
        capture(url, door)
    assert len(server.asked) == before


def test_this_machine_is_refused_unless_it_was_let_in(server: Server, door: Door) -> None:
    shut = replace(door, allows=is_public)
    for host in ("127.0.0.1", "lantern.example", "::ffff:127.0.0.1"):
        name = f"[{host}]" if ":" in host else host
        with pytest.raises(NotCaptured, match="private or local"):
            capture(f"http://{name}:{server.port}/page", shut)


def test_a_name_with_one_inner_address_among_public_ones_is_refused(door: Door) -> None:
    mixed = [ip_address("93.184.216.34"), ip_address("10.0.0.1")]
    with pytest.raises(NotCaptured, match="private or local"):
        capture("http://lantern.example/", replace(door, resolve=lambda *_: mixed))


def test_a_name_is_resolved_once_so_that_no_second_answer_leads_inside(
    server: Server, door: Door
) -> None:
    times = count(1)
    answers = {1: ip_address("127.0.0.1")}
    turning = replace(door, resolve=lambda *_: [answers[next(times)]])
    assert capture(server.url("/page"), turning).body == PAGE
    assert next(times) == 2


def test_a_page_too_large_or_too_slow_is_refused(server: Server, door: Door) -> None:
    with pytest.raises(NotCaptured, match="larger"):
        capture(server.url("/large"), replace(door, size=100_000))
    ticks = count(0, 100)
    with pytest.raises(NotCaptured, match="longer"):
        capture(server.url("/large"), replace(door, clock=lambda: float(next(ticks))))


def test_a_name_nobody_knows_is_said(door: Door) -> None:
    def unknown(*_: object) -> list[Address]:
        raise OSError

    with pytest.raises(NotCaptured, match="no such site"):
        capture("http://nowhere.example/", replace(door, resolve=unknown))
