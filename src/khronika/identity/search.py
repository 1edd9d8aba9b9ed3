"""A name looked up in a list of a hundred thousand, in any script and with a slip.

Invariants:

- The same list and the same name give the same answer: best score first, then the smaller place.
- Scores are those of `compare`; only names that share a key are compared (`keys.py`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

import numpy as np
import numpy.typing as npt

from khronika.identity.batch import Names, points_of
from khronika.identity.keys import keys_of
from khronika.identity.prepared import prepare
from khronika.identity.weights import score_of

Numbers = npt.NDArray[np.int64]

MOST = 10
CROWD = 300  # names behind one key; more tell little, and rarer keys find them
MANY = 3_000  # names behind the rarest key of a name that has none but crowded ones
NEAREST = 300  # names that share the most keys; more are not compared
FULLER = 200  # points: of names as good as equal, the one with a patronymic comes first,
COMMON = 100  # and before others the one whose father's name is a common one
CHUNK = 256  # names looked up together


@dataclass(frozen=True, slots=True)
class Found:
    """A place in the list, and how likely the name there is the one asked for."""

    place: int
    score: float


class NameIndex:
    """A list of names that can be searched; `place` is the place in the list it was made of."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = Names()
        self._listed = self._names.add(names)
        codes, owners = _keyed(names)
        order = np.argsort(codes, kind="stable")
        self._codes, self._owners = codes[order], owners[order]

    def find(self, name: str, *, most: int = MOST) -> tuple[Found, ...]:
        """Those of the list whose name this could be, best first."""
        return next(self.find_many([name], most=most))

    def find_many(self, names: Sequence[str], *, most: int = MOST) -> Iterator[tuple[Found, ...]]:
        """The same for each of many names, in their order."""
        for start in range(0, len(names), CHUNK):
            yield from self._find(names[start : start + CHUNK], most)

    def _find(self, names: Sequence[str], most: int) -> Iterator[tuple[Found, ...]]:
        asked, places = self._candidates(names)
        ours = self._names.add(names)
        points = points_of(self._names, ours[asked], self._listed[places])
        order = np.lexsort((places, -points - self._fullness(ours[asked], places), asked))
        edges = np.searchsorted(asked[order], np.arange(len(names) + 1))
        for first, last in pairwise(edges):
            best = order[first : min(last, first + most)]
            yield tuple(Found(int(places[one]), score_of(int(points[one]))) for one in best)

    def _fullness(self, asked: Numbers, places: Numbers) -> Numbers:
        """What a name is worth for what it says of the father, beside its points.

        Nothing where it has no place for a word that was asked for.
        """
        listed = self._listed[places]
        has_patronymic, is_common = self._names.patronymics(listed)
        has_room = self._names.free_words(asked) <= self._names.free_words(listed)
        return has_room * (FULLER * has_patronymic + COMMON * is_common)

    def _candidates(self, names: Sequence[str]) -> tuple[Numbers, Numbers]:
        """Whom to compare with whom: the numbers of the names asked for, and places in the list."""
        asked, places = self._behind_keys(names)
        size = max(len(self._listed), 1)
        pairs, shared = np.unique(asked * size + places, return_counts=True)
        asked, places = pairs // size, pairs % size
        order = np.lexsort((places, -shared, asked))
        first = np.searchsorted(asked, np.arange(len(names)))
        rank = np.arange(len(order)) - first[asked[order]]
        kept = np.sort(order[rank < NEAREST])
        return asked[kept], places[kept]

    def _behind_keys(self, names: Sequence[str]) -> tuple[Numbers, Numbers]:
        codes, askers = _keyed(names)
        first = np.searchsorted(self._codes, codes, side="left")
        count = np.searchsorted(self._codes, codes, side="right") - first
        count = _uncrowded(count, askers, len(names))
        asked = np.repeat(askers, count)
        within = np.arange(len(asked)) - np.repeat(np.cumsum(count) - count, count)
        return asked, self._owners[np.repeat(first, count) + within]


def _uncrowded(count: Numbers, askers: Numbers, names: int) -> Numbers:
    """How many names to take behind each key: none behind a crowded one, unless all are."""
    kept = np.where(count > CROWD, 0, count)
    found = np.bincount(askers, weights=kept, minlength=names)
    for name in np.flatnonzero(found == 0):
        keys = np.flatnonzero((askers == name) & (count > 0))
        if len(keys):
            rarest = keys[np.argmin(count[keys])]
            kept[rarest] = min(count[rarest], MANY)
    return kept


def _keyed(names: Sequence[str]) -> tuple[Numbers, Numbers]:
    """The keys of all names as numbers, and for each the place of its name."""
    codes: list[int] = []
    owners: list[int] = []
    for place, name in enumerate(names):
        keys = sorted(keys_of(prepare(name)))
        codes += [crc32(key.encode()) for key in keys]
        owners += [place] * len(keys)
    return np.array(codes, dtype=np.int64), np.array(owners, dtype=np.int64)
