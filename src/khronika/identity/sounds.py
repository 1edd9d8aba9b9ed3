"""How a word sounds, as a row of signs that is nearly the same in every spelling of a name.

The letters, the signs and what it costs to take one for another are data (`sounds.yaml`).

Invariants:

- Where a spelling could mean several sounds ("ch", "z", "j"), its sign says so, and costs little
  beside each of them. The sounds of an alphabet that is sure stay apart.
- All costs are whole hundredths of a letter, so that every way of reckoning agrees to the bit.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from itertools import product
from typing import TypedDict, cast

from khronika.identity.script import Script, script_of
from khronika.identity.table import read_table

LETTER = 100
VOWEL = 60
WORDS_CACHED = 262_144
LONGEST = 24  # sounds of one word; what comes later tells nobody apart


class Initials(TypedDict):
    """What a name may be abbreviated to."""

    latin: Mapping[str, str]
    together: list[str]


class Table(TypedDict):
    """The shape of `sounds.yaml`."""

    vowels: str
    may_be: Mapping[str, Mapping[str, int]]
    near: list[tuple[str, int]]
    left_out: Mapping[str, int]
    letters: Mapping[str, Mapping[str, str]]
    before: Mapping[str, list[tuple[str, str]]]
    initials: Initials


TABLE = cast("Table", read_table("sounds.yaml"))
VOWELS = frozenset(TABLE["vowels"])
_NAMES = {script: script.name.lower() for script in Script}
_LETTERS = {
    script: dict(TABLE["letters"][name])
    for script, name in _NAMES.items()
    if name in TABLE["letters"]
}
_BEFORE = {
    script: tuple((re.compile(f), to) for f, to in TABLE["before"].get(name, ()))
    for script, name in _NAMES.items()
}


# Most words have none of them, and one look tells.
_BEFORE_ANY = {
    script: re.compile("|".join(found.pattern for found, _ in rules) or "(?!)")
    for script, rules in _BEFORE.items()
}


def _chunks(letters: Mapping[str, str]) -> re.Pattern[str]:
    longest_first = sorted(letters, key=lambda one: (-len(one), one))
    return re.compile("|".join(map(re.escape, longest_first)) + "|.")


_CHUNKS = {script: _chunks(letters) for script, letters in _LETTERS.items()}
_VOWEL_LETTERS = "aeiouyаеёиоуыэюяіїє"
_DOUBLED = re.compile(r"(.)\1+")
_TWICE = re.compile(r"([^eijE])\1+")


@lru_cache(maxsize=WORDS_CACHED)
def sounds_of(word: str) -> str:
    """The sounds of a plain word; of a script not in the table, its letters' Unicode names."""
    script = script_of(word)
    letters = _LETTERS.get(script)
    if letters is None:
        return _TWICE.sub(r"\1", _by_unicode_name(word))[:LONGEST]
    if _BEFORE_ANY[script].search(word):
        for found, becomes in _BEFORE[script]:
            word = found.sub(becomes, word)
    word = _DOUBLED.sub(_once, word)
    chunks = _CHUNKS[script].findall(word)
    said = "".join([letters[one] if one in letters else _bare(one, letters) for one in chunks])
    return _TWICE.sub(r"\1", said)[:LONGEST]


def _once(found: re.Match[str]) -> str:
    """A doubled letter once, but for those whose doubling is a sound of its own."""
    return found[0] if found[1] in _VOWEL_LETTERS else found[1]


def _bare(letter: str, letters: Mapping[str, str]) -> str:
    """The sound of a letter without its accents."""
    return letters.get(unicodedata.normalize("NFKD", letter)[0], "")


def _by_unicode_name(word: str) -> str:
    """Hangul and kana by the names of their letters; a Chinese sign stands for itself."""
    said = []
    for sign in word:
        name = unicodedata.name(sign, "")
        is_sign = "CJK" in name or not name
        said.append(sign if is_sign else sounds_of(name.rsplit(" ", 1)[-1].lower()))
    return "".join(said)


def _certain() -> str:
    return "".join(
        sorted({one for row in TABLE["letters"].values() for s in row.values() for one in s})
    )


_NEAR = {frozenset(pair): cost for pair, cost in TABLE["near"]}


def _between(one: str, other: str) -> int:
    """What it costs to take one sign for the other, by what each may be."""
    if one == other:
        return 0
    ours = {one: 0, **TABLE["may_be"].get(one, {})}
    theirs = {other: 0, **TABLE["may_be"].get(other, {})}
    return min(
        LETTER,
        *(
            cost
            + their_cost
            + (0 if sound == their_sound else _NEAR.get(frozenset((sound, their_sound)), LETTER))
            for (sound, cost), (their_sound, their_cost) in product(ours.items(), theirs.items())
        ),
    )


SIGNS = _certain()
INSTEAD: Mapping[str, Mapping[str, int]] = {
    one: {other: _between(one, other) for other in SIGNS} for one in SIGNS
}
LEFT_OUT: Mapping[str, int] = {
    one: TABLE["left_out"].get(one, VOWEL if one in VOWELS else LETTER) for one in SIGNS
}


def distance(one: str, other: str) -> int:
    """What separates two rows of sounds, in hundredths of a letter; symmetric.

    The least cost of leaving out, taking for another and swapping two neighbours.
    """
    before: list[int] = []
    above = [0]
    for sound in other:
        above.append(above[-1] + LEFT_OUT.get(sound, LETTER))
    for row, sound in enumerate(one, 1):
        costs, out = INSTEAD.get(sound, {}), LEFT_OUT.get(sound, LETTER)
        line = [above[0] + out]
        for col, their in enumerate(other, 1):
            instead = 0 if sound == their else costs.get(their, LETTER)
            best = min(
                above[col - 1] + instead,
                above[col] + out,
                line[col - 1] + LEFT_OUT.get(their, LETTER),
            )
            if row > 1 and col > 1 and sound == other[col - 2] and one[row - 2] == their:
                best = min(best, before[col - 2] + LETTER)
            line.append(best)
        before, above = above, line
    return above[-1]
