"""Names compared by the million: the scores of `compare.py`, reckoned in columns by numpy.

Invariants:

- For any two names the score is that of `compare`, to the bit: both add up the same whole points.
- Nothing is kept by person: what two names share is what their words share.
"""

from collections.abc import Iterable, Sequence
from itertools import islice, permutations
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from khronika.identity.align import FATHERS_POINTS
from khronika.identity.compare import NOTHING
from khronika.identity.prepared import MAX_FREE, Prepared, prepare
from khronika.identity.token_columns import TokenColumns
from khronika.identity.weights import WEIGHTS, score_of

if TYPE_CHECKING:
    from khronika.identity.token import Token

Numbers = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float64]

_NONE = -1
_PATRONYMIC, _COUNT, _FREE = 0, 1, 2  # columns of a name; the free words from the third on
_FATHERS = np.array(FATHERS_POINTS, dtype=np.int64)


class Names:
    """Names made ready and laid out in columns; grows as names are added."""

    __slots__ = ("_columns", "_ids", "_numbers", "_rows", "_table")

    def __init__(self) -> None:
        self._ids: dict[Token, int] = {}
        self._numbers: dict[str, int] = {}
        self._rows: list[tuple[int, ...]] = []
        self._columns = TokenColumns()
        self._table: Numbers = np.zeros((0, _FREE + MAX_FREE), dtype=np.int64)

    def add(self, names: Iterable[str]) -> Numbers:
        """The numbers of these names; a name that was added before has the number it had."""
        known = self._numbers
        found = [known[name] if name in known else self._new(name) for name in names]
        return np.array(found, dtype=np.int64)

    def rows(self) -> Numbers:
        """The names by number: patronymic, how many free words, and those, as numbers of words."""
        if len(self._table) < len(self._rows):
            new = np.array(self._rows[len(self._table) :], dtype=np.int64)
            self._table = np.concatenate((self._table, new))
        return self._table

    def words(self) -> TokenColumns:
        """The words of all names in columns."""
        if self._columns.size < len(self._ids):
            self._columns.add(list(islice(self._ids, self._columns.size, None)))
        return self._columns

    def free_words(self, names: Numbers) -> Numbers:
        """For each name, how many words it has beside the patronymic."""
        counts: Numbers = self.rows()[names, _COUNT]
        return counts

    def patronymics(self, names: Numbers) -> tuple[Numbers, Numbers]:
        """For each name, 1 if it has a patronymic, and 1 if that is of a name in the table."""
        fathers = self.rows()[names, _PATRONYMIC]
        known = self.words().is_fathered(fathers) & (fathers >= 0)
        return (fathers >= 0).astype(np.int64), known.astype(np.int64)

    def _new(self, name: str) -> int:
        number = self._numbers[name] = len(self._rows)
        self._rows.append(self._row(prepare(name)))
        return number

    def _row(self, name: Prepared) -> tuple[int, ...]:
        ids = self._ids
        free = [ids.setdefault(one, len(ids)) for one in name.free]
        last = name.patronymic
        patronymic = _NONE if last is None else ids.setdefault(last, len(ids))
        return (patronymic, len(free), *free, *[_NONE] * (MAX_FREE - len(free)))


def compare_many(ours: Sequence[str], theirs: Sequence[str]) -> Scores:
    """The score of each name with the one beside it."""
    names = Names()
    return compare_numbered(names, names.add(ours), names.add(theirs))


def compare_numbered(names: Names, ours: Numbers, theirs: Numbers) -> Scores:
    """The same for names that were added before, by their numbers."""
    points = points_of(names, ours, theirs)
    kinds, places = np.unique(points, return_inverse=True)
    return np.array([score_of(int(one)) for one in kinds], dtype=np.float64)[places]


def points_of(names: Names, ours: Numbers, theirs: Numbers) -> Numbers:
    """The points of each name with the one beside it."""
    rows = names.rows()
    one, other = rows[ours], rows[theirs]
    swap = one[:, _COUNT] > other[:, _COUNT]  # the name with fewer words first
    one, other = np.where(swap[:, None], other, one), np.where(swap[:, None], one, other)
    points = np.full(len(one), NOTHING, dtype=np.int64)
    shape = one[:, _COUNT] * (MAX_FREE + 1) + other[:, _COUNT]
    groups = [np.flatnonzero(shape == kind) for kind in np.unique(shape)]
    groups = [group for group in groups if one[group[0], _COUNT]]
    for group, found in zip(groups, _words(names, one, other, groups), strict=True):
        points[group] = found
    both = (one[:, _PATRONYMIC] >= 0) & (other[:, _PATRONYMIC] >= 0)
    pairs = np.flatnonzero(both)
    said = names.words().fathers(one[pairs, _PATRONYMIC], other[pairs, _PATRONYMIC])
    points[pairs] += _FATHERS[said]
    return points


def _words(
    names: Names, one: Numbers, other: Numbers, groups: Sequence[Numbers]
) -> Iterable[Numbers]:
    """What the free words count, for each group of pairs with equally many words."""
    tables = [_table_of(one[group], other[group]) for group in groups]
    if not tables:
        return
    left, right = (np.concatenate([table[side].reshape(-1) for table in tables]) for side in (0, 1))
    counted = names.words().points(left, right)
    start = 0
    for table in tables:
        shape = table[0].shape
        size = int(np.prod(shape))
        yield _best(counted[start : start + size].reshape(shape)) + _base(*shape[1:])
        start += size


def _table_of(one: Numbers, other: Numbers) -> tuple[Numbers, Numbers]:
    """Every word of a name beside every word of the other, as two tables a pair."""
    count, other_count = int(one[0, _COUNT]), int(other[0, _COUNT])
    left = np.repeat(one[:, _FREE : _FREE + count, None], other_count, axis=2)
    right = np.repeat(other[:, None, _FREE : _FREE + other_count], count, axis=1)
    return left, right


def _best(tables: Numbers) -> Numbers:
    """What the best alignment counts: its two weakest pairs, and of others what they take away."""
    count, other_count = tables.shape[1:]
    best: Numbers | None = None
    for chosen in permutations(range(other_count), count):
        found = tables[:, np.arange(count), list(chosen)]
        if count > 2:
            found = np.sort(found, axis=1)
            total = found[:, :2].sum(axis=1) + np.minimum(found[:, 2:], 0).sum(axis=1)
        else:
            total = found.sum(axis=1)
        best = total if best is None else np.maximum(best, total)
    assert best is not None  # noqa: S101 - a group has at least one word on each side
    return best


def _base(count: int, other_count: int) -> int:
    """What counts whatever the words are: how many there are, and how many are left over."""
    alone = WEIGHTS["one_word"] if count == 1 else 0
    return WEIGHTS["bias"] + alone + (other_count - count) * WEIGHTS["left_over"]
