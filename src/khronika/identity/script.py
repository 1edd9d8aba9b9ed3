"""From a name as somebody typed it to its words, in whatever script.

Invariants:

- Whatever is typed gives an answer: signs that are no letters fall away, and a text is read no
  further than a name could reach.
- A word that mixes the Latin and the Cyrillic alphabet is read in the one most of its letters
  belong to: a look-alike from the other (a homoglyph) is taken for what it looks like.
"""

import re
import unicodedata
from enum import IntEnum
from functools import cache, lru_cache
from typing import TypedDict, cast

from khronika.identity.table import read_table

MAX_SIGNS = 200  # no name is longer; a page pasted by mistake is
MAX_WORDS = 10
WORDS_CACHED = 65_536
ARABIC_ARTICLE = "ال"

_SILENT = re.compile("[\u0027’ʼ`ʹʺ′″´ʻ‘ˈ\u00ad\u200b-\u200f\u202a-\u202e\ufeff]")
_WORDS = re.compile(r"[^\W\d_]+(?:\.(?=\W|$|[^\W\d_]\.))?|,")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[a-z\u00df-\u024f\u1e00-\u1eff]")


class Script(IntEnum):
    """The alphabet of a word."""

    LATIN = 0
    CYRILLIC = 1
    GEORGIAN = 2
    ARMENIAN = 3
    GREEK = 4
    ARABIC = 5
    HEBREW = 6
    OTHER = 7


class Table(TypedDict):
    """The shape of `script.yaml`."""

    looks_like: dict[str, str]


_LOOKS = cast("Table", read_table("script.yaml"))["looks_like"]
_TO_CYRILLIC = str.maketrans(_LOOKS)
_TO_LATIN = str.maketrans({cyrillic: latin for latin, cyrillic in _LOOKS.items()})
_BLOCKS = (
    (0x370, 0x3FF, Script.GREEK),
    (0x400, 0x52F, Script.CYRILLIC),
    (0x530, 0x58F, Script.ARMENIAN),
    (0x590, 0x5FF, Script.HEBREW),
    (0x600, 0x6FF, Script.ARABIC),
    (0x10A0, 0x10FF, Script.GEORGIAN),
    (0x1E00, 0x1EFF, Script.LATIN),
)


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in order, as written; an abbreviation keeps its stop, a comma is one."""
    composed = unicodedata.normalize("NFKC", name[:MAX_SIGNS])
    return tuple(_WORDS.findall(_SILENT.sub("", composed)))[:MAX_WORDS]


@lru_cache(maxsize=WORDS_CACHED)
def plain(word: str) -> str:
    """The word in small letters of one alphabet."""
    lower = word.lower() if word.isascii() else unicodedata.normalize("NFC", word.casefold())
    if lower.isascii():
        return lower
    if lower.startswith(ARABIC_ARTICLE) and len(lower) > len(ARABIC_ARTICLE) + 1:
        return lower.removeprefix(ARABIC_ARTICLE)
    cyrillic, latin = len(_CYRILLIC.findall(lower)), len(_LATIN.findall(lower))
    if not cyrillic or not latin:
        return lower
    return lower.translate(_TO_CYRILLIC if cyrillic >= latin else _TO_LATIN)


def script_of(word: str) -> Script:
    """The alphabet a plain word is written in, by its first letter."""
    return _script_of_letter(word[:1])


@cache
def _script_of_letter(letter: str) -> Script:
    sign = ord(letter) if letter else 0
    if sign < 0x2B0:
        return Script.LATIN
    for first, last, script in _BLOCKS:
        if first <= sign <= last:
            return script
    return Script.OTHER
