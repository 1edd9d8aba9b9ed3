"""Which letters our fonts have, and texts made such that they can be set and read.

PDF for everybody (PDF/A, PDF/UA) must not hold a sign that no font has, and a word as long as a
page runs off it. Both come from material, so neither may stop an edition.

Invariants:

- What is printed differs from the text only in signs that no font has, in unseen signs, and in
  places where a very long word may break.
"""

import re
import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib import resources

MISSING = "\u25ca"  # a lozenge, which both families have and no text of ours uses
LONGEST_NAME = 120  # signs; the longest names in use have 60
_LONG_WORD = re.compile(r"\w{40}(?=\w{20})")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAK = "\u200b"  # a place to break that nobody sees
_GONE = {*range(0x20), 0x7F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)} - {0x0A}
_UNSEEN = {0x0A, 0x00A0, 0x00AD, 0x200B, 0x200C, 0x200D, 0x202F, 0x2009, 0x2060}  # set by rule


def settable(text: str) -> str:
    """The text as it can be set: a lozenge for what no font has, breaks in endless words."""
    whole = unicodedata.normalize("NFC", text).translate(_signs())
    return _LONG_WORD.sub(lambda found: found[0] + _BREAK, whole)


def readable(text: str) -> str:
    """The text without the signs that XML does not allow; every letter stays."""
    return _NOT_IN_XML.sub("", text)


def cut_short(name: str) -> str:
    """The name, or as much of it as a line of print has room for."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def lacking(text: str) -> list[str]:
    """The signs of the text that no font has, each once, in order."""
    signs = dict.fromkeys(unicodedata.normalize("NFC", text))
    return [sign for sign in signs if _signs()[ord(sign)] == MISSING and sign != MISSING]


class _Signs(dict[int, str]):
    """What each sign becomes; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = self._made(code)
        return self[code]

    def _made(self, code: int) -> str:
        if code in _GONE:
            return " " if code == 0x09 else ""
        return chr(code) if code in _UNSEEN or code in covered() else MISSING


@cache
def _signs() -> _Signs:
    return _Signs()


@cache
def covered() -> frozenset[int]:
    """The signs that every one of our fonts has."""
    folder = resources.files("khronika.editions.paper") / "fonts"
    fonts = [one.read_bytes() for one in folder.iterdir() if one.name.endswith(".ttf")]
    return frozenset.intersection(*(frozenset(_mapped(font)) for font in fonts))


def _mapped(font: bytes) -> Iterator[int]:
    """The signs for which the font's Unicode table (OpenType, cmap, format 4 or 12) has a glyph."""
    table = _table(font, b"cmap")
    count = struct.unpack_from(">H", font, table + 2)[0]
    for record in range(count):
        start = table + struct.unpack_from(">I", font, table + 8 + 8 * record)[0]
        form = struct.unpack_from(">H", font, start)[0]
        if form == 4:
            yield from _segments(font, start)
        elif form == 12:
            yield from _groups(font, start)


def _table(font: bytes, name: bytes) -> int:
    count = struct.unpack_from(">H", font, 4)[0]
    for record in range(12, 12 + 16 * count, 16):
        if font[record : record + 4] == name:
            return int(struct.unpack_from(">I", font, record + 8)[0])
    raise ValueError(name)  # our own fonts have it


def _segments(font: bytes, start: int) -> Iterator[int]:
    doubled = struct.unpack_from(">H", font, start + 6)[0]
    count = doubled // 2
    ends = struct.unpack_from(f">{count}H", font, start + 14)
    starts = struct.unpack_from(f">{count}H", font, start + 16 + doubled)
    for first, last in zip(starts, ends, strict=True):
        yield from range(first, min(last, 0xFFFE) + 1)


def _groups(font: bytes, start: int) -> Iterator[int]:
    count = struct.unpack_from(">I", font, start + 12)[0]
    for group in range(count):
        first, last, _ = struct.unpack_from(">3I", font, start + 16 + 12 * group)
        yield from range(first, last + 1)
