"""Files of pairs of names to be scored: `pair_id,name1,name2` and whatever else they hold.

With numpy the pairs are scored in columns, without it one by one: the scores are the same.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from itertools import islice

from khronika.errors import KhronikaError
from khronika.identity.compare import compare

COLUMNS = ("pair_id", "name1", "name2")
CHUNK = 50_000  # pairs held in memory at once


class NoPairs(KhronikaError):
    """A file of pairs lacks a column."""

    def __init__(self, place: str, missing: Sequence[str]) -> None:
        super().__init__(
            f"{place}: the first row names no column {', '.join(missing)}. A file of pairs needs "
            f"{', '.join(COLUMNS)}; other columns are passed over."
        )


def scored_pairs(lines: Iterable[str], place: str) -> Iterator[tuple[str, float]]:
    """Each pair's id and its score, in the order of the file; raises `NoPairs`."""
    rows = csv.DictReader(lines)
    missing = [one for one in COLUMNS if one not in (rows.fieldnames or ())]
    if missing:
        raise NoPairs(place, missing)
    while chunk := list(islice(rows, CHUNK)):
        ids = [row["pair_id"] or "" for row in chunk]
        ours, theirs = ([row[name] or "" for row in chunk] for name in ("name1", "name2"))
        yield from zip(ids, scores_of(ours, theirs), strict=True)


def scores_of(ours: Sequence[str], theirs: Sequence[str]) -> Sequence[float]:
    """The score of each name with the one beside it."""
    if find_spec("numpy") is None:
        return [compare(one, other).score for one, other in zip(ours, theirs, strict=True)]
    from khronika.identity.batch import compare_many  # noqa: PLC0415 - numpy is an extra

    return [float(score) for score in compare_many(ours, theirs)]
