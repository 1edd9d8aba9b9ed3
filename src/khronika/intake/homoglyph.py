"""Mends letters of one alphabet that were recognised as those of another that look the same.

A recogniser of Russian and English reads "He" now in Latin, now in Cyrillic letters. Nobody sees
the difference, and no search finds the word.

Invariants:

- A letter is only ever exchanged for one of the same shape.
"""

import re
from collections.abc import Sequence

_LATIN = "ABCEHKMOPTXYaceopxyi"
_CYRILLIC = "АВСЕНКМОРТХУасеорхуі"
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_TO_CYRILLIC = str.maketrans(_LATIN[:-1], _CYRILLIC[:-1])
_ONLY_LATIN = re.compile(f"[A-Za-z](?<![{_LATIN}])")
_ONLY_CYRILLIC = re.compile(f"[А-Яа-яЁё](?<![{_CYRILLIC}])")


def mended(words: Sequence[str]) -> list[str]:
    """The words of a line, each in one alphabet: its own, or else that of the line."""
    line = " ".join(words)
    latin, cyrillic = len(_ONLY_LATIN.findall(line)), len(_ONLY_CYRILLIC.findall(line))
    return [_mended(word, is_latin=latin > cyrillic, is_told=latin != cyrillic) for word in words]


def _mended(word: str, *, is_latin: bool, is_told: bool) -> str:
    """The word in the alphabet its own letters tell, else the line's; as it is where none tells."""
    latin, cyrillic = bool(_ONLY_LATIN.search(word)), bool(_ONLY_CYRILLIC.search(word))
    if latin == cyrillic:
        if latin or not is_told:
            return word
        latin = is_latin
    return word.translate(_TO_LATIN if latin else _TO_CYRILLIC)
