"""One word of a name: how it sounds, what it may be, and what it was before any case ending."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypedDict, cast

from khronika.identity.given import (
    NOBODY,
    Names,
    fathers_meant,
    names_in_case,
    names_meant,
    names_nearly_meant,
)
from khronika.identity.script import WORDS_CACHED, Script, plain, script_of
from khronika.identity.sounds import TABLE as SOUNDS
from khronika.identity.sounds import sounds_of
from khronika.identity.table import read_table


class Table(TypedDict):
    """The shape of `endings.yaml`."""

    patronymic: dict[str, str]
    case: str
    case_abroad: str
    bare: str
    surname: str
    given_in_case: list[str]
    open: list[str]
    initials: list[str]
    son_of: list[str]
    daughter_of: list[str]
    joined_to_next: list[str]
    particles: list[str]


_TABLE = cast("Table", read_table("endings.yaml"))
_PATRONYMIC = {name: re.compile(ending) for name, ending in _TABLE["patronymic"].items()}
_ANY_PATRONYMIC = re.compile("|".join(_TABLE["patronymic"].values()))  # most words are none
_CASE = {
    Script.CYRILLIC: re.compile(_TABLE["case"]),
    Script.LATIN: re.compile(_TABLE["case_abroad"]),
}
_BARE = re.compile(_TABLE["bare"])
_SURNAME = re.compile(_TABLE["surname"])
CHILD_OF = frozenset(map(plain, (*_TABLE["son_of"], *_TABLE["daughter_of"])))
PARTICLES = frozenset(map(plain, _TABLE["particles"]))
JOINED_TO_NEXT = frozenset(map(plain, _TABLE["joined_to_next"]))
_SHORTEST_STEM = 2
_IN_CASE = frozenset(_TABLE["given_in_case"])
_OPEN = frozenset(_TABLE["open"])
_INITIALS = frozenset(_TABLE["initials"])


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """A word of a name.

    `stem` and `ending` are its sounds, parted where cases and genders differ. `names` are the given
    names it stands for, `is_sure` says that the table has it so. `father` is what is left of a
    patronymic, `fathers` the names that may be.
    """

    shown: str
    word: str
    sounds: str
    stem: str
    ending: str
    script: Script
    is_initial: bool = False
    names: Names = NOBODY
    is_sure: bool = False
    father: str = ""
    fathers: Names = NOBODY
    is_surname: bool = False

    @property
    def letter(self) -> frozenset[str]:
        """Its first letter, and those of its alphabet that stand for the same."""
        return _letters(self.word[:1])

    @property
    def latin(self) -> frozenset[str]:
        """The Latin letters it may be abbreviated to."""
        return _latin(self.word[:1])


@cache
def _letters(letter: str) -> frozenset[str]:
    together = (one for one in SOUNDS["initials"]["together"] if letter in one)
    return frozenset(letter).union(*together)


@cache
def _latin(letter: str) -> frozenset[str]:
    bare = unicodedata.normalize("NFKD", letter)[:1]
    return frozenset(SOUNDS["initials"]["latin"].get(letter, bare))


@lru_cache(maxsize=WORDS_CACHED)
def token_of(shown: str) -> Token:
    """The word as written, read; a stop behind it marks an abbreviation."""
    stopped = shown.endswith(".")
    word = plain(shown.rstrip("."))
    script, sounds = script_of(word), sounds_of(word)
    if len(word) == 1 or (stopped and len(word) <= 2) or (stopped and word in _INITIALS):
        return Token(shown, word, sounds, sounds, "", script, is_initial=script is not Script.OTHER)
    stem, ending = _parted(sounds, script)
    names = names_meant(sounds)
    if script is Script.CYRILLIC and ending in (_OPEN if names else _IN_CASE):
        names |= names_in_case(stem)
    is_sure = bool(names)
    if not names and script is Script.LATIN:
        names = names_nearly_meant(sounds)
    father = _father(sounds, script)
    return Token(
        shown,
        word,
        sounds,
        stem,
        ending,
        script,
        names=names,
        is_sure=is_sure,
        father=father,
        fathers=fathers_meant(father) if father else NOBODY,
        is_surname=not names and bool(_SURNAME.search(sounds)),
    )


def _parted(sounds: str, script: Script) -> tuple[str, str]:
    if script not in _CASE:
        return sounds, ""
    stem = _CASE[script].sub("", sounds)
    stem = _BARE.sub("", stem) or stem
    if len(stem) < _SHORTEST_STEM:
        stem = _BARE.sub("", sounds)
    if len(stem) < _SHORTEST_STEM:
        return sounds, ""
    return stem, sounds[len(stem) :]


def _father(sounds: str, script: Script) -> str:
    """The father's name in a patronymic, by its sounds; empty for another word."""
    if not _ANY_PATRONYMIC.search(sounds):
        return ""
    for name, ending in _PATRONYMIC.items():
        if name.endswith("in_case") and script is not Script.CYRILLIC:
            continue
        found = ending.search(sounds)
        if found and found.start() >= 1:
            return sounds[: found.start()]
    return ""
