"""The words of many names in columns, and what pairs of them count: `align.py` by numpy.

Invariants:

- The same whole points as `aligned` and the same answers as `fathers`.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from khronika.identity.align import (
    CLASH,
    OTHER_CASE,
    OTHER_ENDING,
    OTHER_FATHER,
    SAME_FATHER,
    SHORTEST,
    Fathers,
    aligned,
    fathers,
    is_unsure,
    writes_no_vowels,
)
from khronika.identity.given import Names as GivenNames
from khronika.identity.script import Script
from khronika.identity.sounds import LETTER
from khronika.identity.sounds_many import codes_of, distances
from khronika.identity.token import Token
from khronika.identity.weights import ALIKE, WEIGHTS

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Bits = npt.NDArray[np.uint64]

_ALIKE = np.array(ALIKE, dtype=np.int64)
_WORD = 64  # names of the table in one number
_WORDS = 8  # numbers for a set of names


class TokenColumns:
    """Words by number, each property a column; grows as words are added."""

    def __init__(self) -> None:
        self._tokens: list[Token] = []
        self._sound_numbers: dict[str, int] = {}
        self._ending_numbers: dict[str, int] = {}
        self._odd = self._sure = self._surname = self._cyrillic = self._unsure = _flags([])
        self._names = self._fathers = _bits([])
        self._stems = self._whole = self._father = codes_of([])
        self._long = self._father_long = self._sounds = self._ending = _numbers([])
        self._between_endings = _between([])
        self._named: Flags = _flags([])
        self._fathered: Flags = _flags([])

    @property
    def size(self) -> int:
        """How many words there are."""
        return len(self._tokens)

    def add(self, tokens: Sequence[Token]) -> None:
        """Put more words behind those that are there."""
        self._tokens += tokens
        odd = [
            one.is_initial or not one.sounds.isascii() or writes_no_vowels(one) for one in tokens
        ]
        cyrillic = [one.script is Script.CYRILLIC for one in tokens]
        self._cyrillic = np.concatenate((self._cyrillic, _flags(cyrillic)))
        self._odd = np.concatenate((self._odd, _flags(odd)))
        self._sure = np.concatenate((self._sure, _flags([one.is_sure for one in tokens])))
        self._surname = np.concatenate((self._surname, _flags([one.is_surname for one in tokens])))
        self._names = np.concatenate((self._names, _bits([one.names for one in tokens])))
        self._fathers = np.concatenate((self._fathers, _bits([one.fathers for one in tokens])))
        self._named = _meet(self._names, self._names)
        self._fathered = _meet(self._fathers, self._fathers)
        self._add_sounds(tokens)

    def _add_sounds(self, tokens: Sequence[Token]) -> None:
        long = _numbers([len(one.sounds) for one in tokens])
        father_long = _numbers([len(one.father) for one in tokens])
        sounds = _numbered([one.sounds for one in tokens], self._sound_numbers)
        ending = _numbered([one.ending for one in tokens], self._ending_numbers)
        self._stems = np.concatenate((self._stems, codes_of([_ascii(t.stem) for t in tokens])))
        self._father = np.concatenate((self._father, codes_of([_ascii(t.father) for t in tokens])))
        unsure = _flags([is_unsure(one.ending) for one in tokens])
        self._unsure = np.concatenate((self._unsure, unsure))
        self._whole = np.concatenate((self._whole, codes_of([_ascii(t.sounds) for t in tokens])))
        self._long = np.concatenate((self._long, long))
        self._father_long = np.concatenate((self._father_long, father_long))
        self._sounds = np.concatenate((self._sounds, sounds))
        self._ending = np.concatenate((self._ending, ending))
        if len(self._between_endings) < len(self._ending_numbers):
            self._between_endings = _between(list(self._ending_numbers))

    def is_fathered(self, words: Numbers) -> Flags:
        """Whether each word is a patronymic of a father's name in the table."""
        return self._fathered[words] if self.size else np.zeros(len(words), dtype=np.bool_)

    def points(self, ours: Numbers, theirs: Numbers) -> Numbers:
        """What each word counts with the one beside it."""
        codes, places = np.unique(ours * self.size + theirs, return_inverse=True)
        return self._points(codes // self.size, codes % self.size)[places]

    def _points(self, ours: Numbers, theirs: Numbers) -> Numbers:
        near = self._alike(ours, theirs)
        points = _ALIKE[near]
        both = self._named[ours] & self._named[theirs]
        meet = both & _meet(self._names[ours], self._names[theirs])
        sure = self._sure[ours] & self._sure[theirs]
        other = both & ~meet & sure & (near < LETTER)
        clash = (self._named[ours] & self._surname[theirs]) | (
            self._named[theirs] & self._surname[ours]
        )
        clashed = _ALIKE[np.maximum(0, near - CLASH)]
        points = np.where(clash, clashed, points)
        points = np.where(meet, np.maximum(WEIGHTS["same_name"], _ALIKE[near]), points)
        points = np.where(other, np.minimum(WEIGHTS["other_name"], _ALIKE[near]), points)
        for place in np.flatnonzero(self._odd[ours] | self._odd[theirs]):
            pair = aligned(self._tokens[ours[place]], self._tokens[theirs[place]])
            points[place] = pair.points
        return points

    def _alike(self, ours: Numbers, theirs: Numbers) -> Numbers:
        near = np.full(len(ours), LETTER, dtype=np.int64)
        odd = self._odd[ours] | self._odd[theirs]
        rows = np.flatnonzero((self._sounds[ours] != self._sounds[theirs]) & ~odd)
        one, other = ours[rows], theirs[rows]
        apart = distances(self._stems[one], self._stems[other])
        most = np.where(self._cyrillic[one] | self._cyrillic[other], OTHER_CASE, OTHER_ENDING)
        between = self._between_endings[self._ending[one], self._ending[other]]
        apart += np.minimum(between, most)
        self._by_whole_words(apart, one, other)
        longest = np.maximum(np.maximum(self._long[one], self._long[other]), SHORTEST)
        near[rows] = np.maximum(0, LETTER - apart // longest)
        return near

    def _by_whole_words(self, apart: Numbers, ours: Numbers, theirs: Numbers) -> None:
        """Where an ending is so long that it may belong to the word, let whole words count."""
        rows = np.flatnonzero(self._unsure[ours] | self._unsure[theirs])
        whole = distances(self._whole[ours[rows]], self._whole[theirs[rows]])
        apart[rows] = np.minimum(apart[rows], whole)

    def fathers(self, ours: Numbers, theirs: Numbers) -> Numbers:
        """What the patronymics say, each with the one beside it."""
        meet = _meet(self._fathers[ours], self._fathers[theirs])
        said = np.where(meet, Fathers.SAME, Fathers.APART).astype(np.int64)
        known = self._fathered[ours] & self._fathered[theirs]
        odd = self._odd[ours] | self._odd[theirs]
        rows = np.flatnonzero(~known & ~odd)
        said[rows] = self._fathers_by_sound(ours[rows], theirs[rows])
        for place in np.flatnonzero(odd):
            said[place] = fathers(self._tokens[ours[place]], self._tokens[theirs[place]])
        return said

    def _fathers_by_sound(self, ours: Numbers, theirs: Numbers) -> Numbers:
        apart = distances(self._father[ours], self._father[theirs])
        longest = np.maximum(self._father_long[ours], self._father_long[theirs])
        near = np.maximum(0, LETTER - apart // np.maximum(longest, SHORTEST))
        unsure = np.where(near < OTHER_FATHER, Fathers.APART, Fathers.NOTHING)
        return np.where(near >= SAME_FATHER, Fathers.SAME, unsure).astype(np.int64)


def _flags(values: list[bool]) -> Flags:
    return np.array(values, dtype=np.bool_)


def _meet(ours: Bits, theirs: Bits) -> Flags:
    """Whether each set has something in common with the one beside it."""
    found: Flags = np.any(np.bitwise_and(ours, theirs), axis=1)
    return found


def _bits(sets: Sequence[GivenNames]) -> Bits:
    bits = np.zeros((len(sets), _WORDS), dtype=np.uint64)
    for place, names in enumerate(sets):
        for name in names:
            bits[place, name // _WORD] |= np.uint64(1 << name % _WORD)
    return bits


def _numbers(values: list[int]) -> Numbers:
    return np.array(values, dtype=np.int64)


def _ascii(sounds: str) -> str:
    """The sounds if they can be a row of codes; else nothing, and the word is an odd one."""
    return sounds if sounds.isascii() else ""


def _numbered(values: Sequence[str], known: dict[str, int]) -> Numbers:
    """Each value as its number in the order of first appearance; puts new ones among the known."""
    return _numbers([known.setdefault(one, len(known)) for one in values])


def _between(endings: Sequence[str]) -> Numbers:
    """What separates every two endings."""
    codes, count = codes_of(list(endings)), len(endings)
    one, other = np.repeat(np.arange(count), count), np.tile(np.arange(count), count)
    return distances(codes[one], codes[other]).reshape(count, count)
