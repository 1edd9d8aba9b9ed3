"""A record of a person as columns that a database can compare: keys of the name, and the rest.

Invariants:

- A column says the same of every spelling, so that equality in SQL is likeness of names.
- What is not known is None, and None is like nothing.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from khronika.identity.given import key_of, readings, stem_of
from khronika.identity.keys import skeletons
from khronika.identity.script import words_of
from khronika.identity.sounds import VOWELS, WORDS_CACHED
from khronika.identity.token import Token, token_of

_DAY = len("1990-06-15")
_GLIDE = re.compile("^[j9i](?=[aeouEOA134])")  # written, or not, before a first vowel
_FIRST = str.maketrans({"A": "e", "E": "e", "O": "o", "3": "o", "4": "a", "1": "u", "2": "i"})


class Columns(NamedTuple):
    """What is compared of a record. A letter stands for a name that is abbreviated, too."""

    unique_id: str
    surname: str | None
    surname_key: str | None
    given: str | None
    given_letter: str | None
    father: str | None
    father_letter: str | None
    day: str | None
    day_swapped: str | None
    year: str | None
    place: str | None
    article: str | None
    arrest_year: str | None


def columns_of(number: str, record: Mapping[str, str]) -> Columns:
    """The columns of a record; its fields are those of `people_file.yaml`, a day as 1990-06-15."""
    surname, given, patronymic = (
        _token(record.get(part, "")) for part in ("surname", "given", "patronymic")
    )
    born = record.get("born", "")
    day = born if len(born) == _DAY else None
    return Columns(
        number,
        surname=_certain(surname.stem) if surname else None,
        surname_key=skeletons(surname)[0] if surname else None,
        given=_given(given) if given else None,
        given_letter=_letter(given) if given else None,
        father=_father(patronymic) if patronymic else None,
        father_letter=_letter(patronymic) if patronymic else None,
        day=day,
        day_swapped=f"{day[:4]}-{day[8:]}-{day[5:7]}" if day else None,
        year=born[:4] or None,
        place=record.get("place") or None,
        article=record.get("article") or None,
        arrest_year=record.get("arrest_year") or None,
    )


def _token(text: str) -> Token | None:
    """A name of several words ("Петрова-Белова") as one word."""
    words = [one for one in words_of(text) if one != ","]
    return token_of("".join(words)) if words else None


@lru_cache(maxsize=WORDS_CACHED)
def _certain(sounds: str) -> str:
    """The sounds in their likeliest reading, without what conventions differ in."""
    return stem_of(key_of(next(readings(sounds)))) or sounds


@lru_cache(maxsize=WORDS_CACHED)
def _given(token: Token) -> str | None:
    """The given name as its number in the table, else by its sounds; None for an initial."""
    if token.is_initial:
        return None
    return f"#{min(token.names)}" if token.names else _certain(token.stem)


@lru_cache(maxsize=WORDS_CACHED)
def _father(token: Token) -> str | None:
    if token.is_initial:
        return None
    if token.fathers:
        return f"#{min(token.fathers)}"
    return _certain(token.father or token.stem)


@lru_cache(maxsize=WORDS_CACHED)
def _letter(token: Token) -> str | None:
    """The class of its first sound, which every spelling and the initial share."""
    first = _GLIDE.sub("", token.sounds)[:1]
    if first in VOWELS:
        return first.translate(_FIRST) or None
    return skeletons(token)[0][:1]
