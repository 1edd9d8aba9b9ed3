"""Messages between a worker process and whoever started it: a letter, a length, and bytes."""

from typing import IO

LIMITS = b"L"
READY = b"Y"
DOCUMENT = b"D"
PROGRESS = b"P"
READING = b"R"
SHOW = b"S"
PICTURE = b"I"
_LENGTH = 8
_NUMBER = 4


def send(pipe: IO[bytes], kind: bytes, body: bytes) -> None:
    """Write one message; raises `OSError` when nobody reads."""
    pipe.write(kind + len(body).to_bytes(_LENGTH, "big"))
    pipe.write(body)
    pipe.flush()


def receive(pipe: IO[bytes], *, limit: int) -> tuple[bytes, bytes] | None:
    """The next message; None at the end, and for one that is broken or beyond the limit."""
    head = pipe.read(1 + _LENGTH)
    if len(head) < 1 + _LENGTH:
        return None
    length = int.from_bytes(head[1:], "big")
    if length > limit:
        return None
    body = pipe.read(length)
    return (head[:1], body) if len(body) == length else None


def page_of(number: int, untrusted: bytes) -> bytes:
    """A document with the number of the page that is wanted of it."""
    return number.to_bytes(_NUMBER, "big") + untrusted


def wanted(body: bytes) -> tuple[int, bytes]:
    """What `page_of` said."""
    return int.from_bytes(body[:_NUMBER], "big"), body[_NUMBER:]


def progress(done: int, of: int) -> bytes:
    """How far a reading is."""
    return done.to_bytes(_NUMBER, "big") + of.to_bytes(_NUMBER, "big")


def told(body: bytes) -> tuple[int, int]:
    """What `progress` said."""
    return int.from_bytes(body[:_NUMBER], "big"), int.from_bytes(body[_NUMBER:], "big")
