"""A reading as bytes: how it comes out of a worker process, and how it can be kept.

Invariants:

- What is taken in is checked: a worker that a document has got hold of can at worst hand over a
  wrong text, never an object of its own making.
- The same reading gives the same bytes on the same kind of machine.
"""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from khronika.errors import KhronikaError, Problem
from khronika.intake.reading import Part, PartKind, Places, Reading
from khronika.values.date import PartialDate

if TYPE_CHECKING:
    from array import array

    Packed = array[int] | array[float]

_LENGTH = 8  # bytes that tell how long the head is
_CORNERS = 4


class Garbled(KhronikaError):
    """These bytes are no reading."""

    def __init__(self) -> None:
        super().__init__("What the reader handed over is no reading.")


def to_bytes(reading: Reading) -> bytes:
    """The reading with all its parts, places and problems."""
    head = json.dumps(
        [
            [reading.text, reading.format, reading.reader, reading.version, reading.title],
            [str(reading.date or ""), reading.lang, len(reading.places.starts)],
            [[one.kind, one.start, one.end, str(one.date or ""), one.by] for one in reading.parts],
            [[one.place, one.code, one.message, one.remedy] for one in reading.problems],
        ],
        ensure_ascii=False,
        separators=(",", ":"),
    ).encode("utf-8", "surrogatepass")
    arrays = (one.tobytes() for one in _arrays(reading.places))
    return b"".join((len(head).to_bytes(_LENGTH, "big"), head, *arrays))


def from_bytes(untrusted: bytes) -> Reading:
    """The reading these bytes are; raises `Garbled` for any that are none."""
    try:
        return _reading(untrusted)
    except (ValueError, TypeError, KeyError, IndexError, RecursionError, KhronikaError) as why:
        raise Garbled from why


def _reading(untrusted: bytes) -> Reading:
    end = _LENGTH + int.from_bytes(untrusted[:_LENGTH], "big")
    (strings, (date, lang, count), parts, problems) = json.loads(untrusted[_LENGTH:end])
    text, form, reader, version, title = map(_text, strings)
    places = _places(untrusted[end:], count, len(text))
    return Reading(
        text=text,
        format=form,
        reader=reader,
        version=version,
        title=title,
        date=_date(date),
        lang=_text(lang),
        parts=tuple(_parts(parts, places, len(text))),
        problems=tuple(Problem(*map(_text, row)) for row in problems),
        places=places,
    )


def _parts(rows: Sequence[Sequence[object]], places: Places, length: int) -> Iterator[Part]:
    for kind, start, end, date, by in rows:
        if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= length):
            raise Garbled
        boxes = places.boxes(start, end)
        yield Part(PartKind(_text(kind)), start, end, boxes, date=_date(date), by=_text(by))


def _places(untrusted: bytes, count: int, length: int) -> Places:
    places = Places()
    at = 0
    for one in _arrays(places):
        items = count * (_CORNERS if one is places.corners else 1)
        size = items * one.itemsize
        one.frombytes(untrusted[at : at + size])
        at += size
        if len(one) != items:
            raise Garbled
    if at != len(untrusted) or max(places.ends, default=0) > length:
        raise Garbled
    return places


def _arrays(places: Places) -> "tuple[Packed, ...]":
    return (places.starts, places.ends, places.pages, places.corners, places.sureness)


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise Garbled
    return found


def _date(found: object) -> PartialDate | None:
    return PartialDate.parse(_text(found)) if found else None
