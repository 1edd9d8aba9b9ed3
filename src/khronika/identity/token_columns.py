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
    OTHER_FATHER,
    SAME_FATHER,
    SHORTEST,
    Fathers,
    aligned,
    fathers,
)
from khronika.identity.given import Names as GivenNames
from khronika.identity.sounds import LETTER, distance
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
    """Words by number, each property a column."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self.size = len(tokens)
        self._odd = _flags([one.is_initial or not one.sounds.isascii() for one in tokens])
        self._sure = _flags([one.is_sure for one in tokens])
        self._surname = _flags([one.is_surname for one in tokens])
        self._names = _bits([one.names for one in tokens])
        self._named: Flags = _meet(self._names, self._names)
        self._fathers = _bits([one.fathers for one in tokens])
        self._fathered: Flags = _meet(self._fathers, self._fathers)
        self._stems = codes_of([one.stem if one.stem.isascii() else "" for one in tokens])
        self._father = codes_of([one.father if one.father.isascii() else "" for one in tokens])
        self._long = np.array([len(one.sounds) for one in tokens], dtype=np.int64)
        self._father_long = np.array([len(one.father) for one in tokens], dtype=np.int64)
        self._sounds = _numbered([one.sounds for one in tokens])
        endings = [one.ending for one in tokens]
        self._ending = _numbered(endings)
        self._between_endings = _between(sorted(set(endings), key=endings.index))

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
        apart += self._between_endings[self._ending[one], self._ending[other]]
        longest = np.maximum(np.maximum(self._long[one], self._long[other]), SHORTEST)
        near[rows] = np.maximum(0, LETTER - apart // longest)
        return near

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


def _numbered(values: Sequence[str]) -> Numbers:
    """Each value as its number in the order of first appearance."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(one, len(numbers)) for one in values], dtype=np.int64)


def _between(endings: Sequence[str]) -> Numbers:
    """What separates every two endings, at most what another case does."""
    table = np.zeros((len(endings), len(endings)), dtype=np.int64)
    for row, one in enumerate(endings):
        for col, other in enumerate(endings[:row]):
            table[row, col] = table[col, row] = min(OTHER_CASE, distance(one, other))
    return table
