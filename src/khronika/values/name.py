"""People's names: how they print in a language, and how spellings of one name meet.

The conventions are data (`transliteration.yaml`); here is only how they are applied.

Invariants:

- A name that is not Cyrillic is printed as it is written: the person's own spelling stands.
- `fold_name` proposes, it never decides: one key may hold different people.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypedDict, cast

from khronika.errors import KhronikaError
from khronika.values.table import read_table

CYRILLIC_WORD = re.compile(r"[\u0400-\u04ff](?:[\u0400-\u04ff'’ʼ]*[\u0400-\u04ff])?")
APOSTROPHES = re.compile(r"['’ʼ`ʹʺ′″´]")
LETTERS = re.compile(r"[^\W\d_]+")
NAMES_CACHED = 65_536
NEVER = "(?!)"  # as a pattern


class UnknownConvention(KhronikaError):
    """Names were to be printed by a convention that the table does not hold."""

    def __init__(self, convention: str) -> None:
        known = ", ".join(sorted(TABLE["conventions"]))
        super().__init__(f"No convention {convention!r} for names; the table holds {known}.")
        self.convention = convention


class Neighbour(TypedDict):
    """What letters become next to one of these."""

    letters: str
    becomes: Mapping[str, str]


class Convention(TypedDict, total=False):
    """One way to write Cyrillic in Latin letters."""

    words: Mapping[str, str]
    endings: Mapping[str, str]
    clusters: Mapping[str, str]
    start: Mapping[str, str]
    after: Sequence[Neighbour]
    before: Sequence[Neighbour]
    between_vowels: Mapping[str, str]
    letters: Mapping[str, str]


class Fold(TypedDict):
    """How spellings are made one key."""

    letters: Mapping[str, str]
    steps: Sequence[tuple[str, str]]


class Table(TypedDict):
    """The shape of `transliteration.yaml`."""

    conventions: Mapping[str, Convention]
    vowels: str
    fold: Fold


TABLE = cast("Table", read_table("transliteration.yaml"))
FOLD_LETTERS = str.maketrans(dict(TABLE["fold"]["letters"]))
FOLD_STEPS = tuple((re.compile(found), becomes) for found, becomes in TABLE["fold"]["steps"])


@dataclass(frozen=True, slots=True, order=True)
class PersonName:
    """A person's name in its parts, in the script in which it was recorded."""

    family: str
    given: str = ""
    patronymic: str = ""


def print_name(name: PersonName, language: str, *, full: bool = False) -> str:
    """The name as readers of a language expect it, with the patronymic only in full."""
    parts = (name.given, name.patronymic if full else "", name.family)
    written = " ".join(part for part in parts if part)
    return written if language == "ru" else transliterate(written, language)


@lru_cache(maxsize=NAMES_CACHED)
def transliterate(text: str, convention: str) -> str:
    """The Cyrillic words of a text in Latin letters; everything else as it stands."""
    if convention not in TABLE["conventions"]:
        raise UnknownConvention(convention)
    composed = unicodedata.normalize("NFC", text)
    return CYRILLIC_WORD.sub(lambda found: _word(found[0], convention), composed)


@lru_cache(maxsize=NAMES_CACHED)  # a name is written in several orders
def _word(word: str, convention: str) -> str:
    rules = TABLE["conventions"][convention]
    word = APOSTROPHES.sub("", word)
    lower = word.lower()
    whole = rules.get("words", {}).get(lower)
    chunks = [(word, whole)] if whole else _chunks(word, lower, convention)
    if len(word) > 1 and word.isupper():
        return "".join(latin.upper() for _, latin in chunks)
    return "".join(_cased(latin, like=source) for source, latin in chunks)


def _chunks(word: str, lower: str, convention: str) -> Iterator[tuple[str, str]]:
    """What is taken of the word at a time, and what it becomes."""
    rules = TABLE["conventions"][convention]
    for found in _pieces(convention).finditer(lower):
        start, end, piece = found.start(), found.end(), found[0]
        if found.lastgroup == "ending":
            latin = rules["endings"][piece]
        elif found.lastgroup == "cluster":
            latin = rules["clusters"][piece]
        else:
            latin = _letter(lower[:start][-1:], piece, lower[end : end + 1], convention=convention)
        yield word[start:end], latin


@cache
def _pieces(convention: str) -> re.Pattern[str]:
    """An ending behind other letters, a cluster anywhere, or one letter, in this order."""
    rules = TABLE["conventions"][convention]
    endings, clusters = (
        "|".join(map(re.escape, listed)) or NEVER
        for listed in (rules.get("endings", {}), rules.get("clusters", {}))
    )
    return re.compile(rf"(?!\A)(?P<ending>{endings})\Z|(?P<cluster>{clusters})|.")


@cache  # an alphabet has few neighbours, and every name is made of them
def _letter(before: str, letter: str, after: str, *, convention: str) -> str:
    """What the letter becomes where it stands."""
    rules = TABLE["conventions"][convention]
    is_between_vowels = _is_vowel(before) and _is_vowel(after)
    return (
        ("" if before else rules.get("start", {}).get(letter, ""))
        or (rules.get("between_vowels", {}).get(letter, "") if is_between_vowels else "")
        or _neighbour(letter, before, rules.get("after", ()))
        or _neighbour(letter, after, rules.get("before", ()))
        or rules["letters"].get(letter, letter)
    )


def _is_vowel(letter: str) -> bool:
    return bool(letter) and letter in TABLE["vowels"]


def _neighbour(letter: str, side: str, neighbours: Sequence[Neighbour]) -> str:
    for neighbour in neighbours:
        if side and side in neighbour["letters"] and letter in neighbour["becomes"]:
            return neighbour["becomes"][letter]
    return ""


def _cased(latin: str, *, like: str) -> str:
    return latin[:1].upper() + latin[1:] if like[0].isupper() else latin


@lru_cache(maxsize=NAMES_CACHED)
def fold_name(text: str) -> str:
    """A rough key that the usual spellings of a name share, whatever the order of its words."""
    plain = APOSTROPHES.sub("", unicodedata.normalize("NFC", text).casefold())
    return " ".join(sorted(filter(None, map(_folded, LETTERS.findall(plain)))))


def _folded(word: str) -> str:
    latin = unicodedata.normalize("NFKD", word.translate(FOLD_LETTERS))
    latin = "".join(letter for letter in latin if not unicodedata.combining(letter))
    for found, becomes in FOLD_STEPS:
        latin = found.sub(becomes, latin)
    return latin
