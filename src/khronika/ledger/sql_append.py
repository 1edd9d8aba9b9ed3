"""Puts a batch into SQL tables: what is new, and nothing that a tombstone keeps out."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Set
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import Table, select, union

from khronika.ledger.admit import Checked, check_references, refuse_sealed
from khronika.ledger.ledger import Ledger, Tombstone
from khronika.ledger.row import (
    EntryRow,
    PointerRow,
    VisibilityRow,
    named_rows,
    pointer_rows,
    recorded_rows,
    tombstone_row,
    visibility_rows,
)
from khronika.ledger.sql_read import decisions_about, read_tombstones
from khronika.ledger.sql_rows import SqlRows, chunks, rows_beside
from khronika.ledger.store import Appended
from khronika.ledger.tables import ENTRY, NAMED, POINTER, RECORDED, TOMBSTONE, VISIBILITY
from khronika.ledger.tombstone import buried_in, without_buried
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Visibility

_Beside = TypeVar("_Beside", VisibilityRow, PointerRow)


def append(rows: SqlRows, checked: Checked) -> tuple[Appended, bool]:
    """Put in what is new; raises before anything is changed when the batch cannot stand.

    The second answer is whether a tombstone of the batch destroyed something.
    """
    ours = read_tombstones(rows.connection)
    theirs = checked.ledger.tombstones - ours
    batch = without_buried(replace(checked.ledger, tombstones=ours | theirs))
    refuse_sealed(batch)
    held = rows.held(_entries(batch) | batch.recorded.keys() | batch.visibility.keys())
    check_references(batch, described=_described(rows, batch), known=held)
    appended = _append_entries(rows, batch, checked.entries, held)
    _append_beside(rows, batch, held)
    destroyed = _bury(rows, theirs)
    rows.save()
    return appended, destroyed


def insert_tombstones(rows: SqlRows, tombstones: Set[Tombstone]) -> None:
    """Put in these tombstones."""
    rows.insert(TOMBSTONE, [tombstone_row(one) for one in sorted(tombstones)])


def remove_buried(rows: SqlRows, buried: Collection[str]) -> None:
    """Take out these claims and every decision about them."""
    rows.remove(sorted({*buried, *decisions_about(rows.connection, buried)}))


def _entries(batch: Ledger) -> set[str]:
    return {*batch.sources, *batch.holdings, *batch.claims, *batch.decisions}


def _described(rows: SqlRows, batch: Ledger) -> set[SubjectId]:
    """The sources of the batch's claims that the store describes."""
    found: set[SubjectId] = set()
    for some in chunks({claim.passage.source for claim in batch.claims.values()}):
        is_one = (ENTRY.c.type == "source") & ENTRY.c.subject.in_(some)
        described = rows.connection.scalars(select(ENTRY.c.subject).where(is_one))
        found.update(SubjectId(one) for one in described)
    return found


def _append_entries(
    rows: SqlRows, batch: Ledger, entries: Mapping[str, EntryRow], held: Set[str]
) -> Appended:
    # In the order of ids, so that the index grows at its end and not all over the file.
    new = [entries[one] for one in sorted(_entries(batch) - held)]
    rows.insert(ENTRY, new)
    decisions = [one for one in sorted(batch.decisions) if one not in held]
    rows.insert_named([row for one in decisions for row in named_rows(one, batch.decisions[one])])
    count = Counter(row.type for row in new)
    return Appended(
        sources=count["source"],
        holdings=count["holding"],
        claims=count["claim"],
        decisions=count["decision"],
    )


def _append_beside(rows: SqlRows, batch: Ledger, held: Set[str]) -> None:
    connection = rows.connection
    known = set(rows_beside(connection, RECORDED, held & batch.recorded.keys()))
    recorded = sorted(recorded_rows(batch.recorded))
    rows.insert(RECORDED, [row for row in recorded if row not in known])

    levels = rows_beside(connection, VISIBILITY, held & batch.visibility.keys())
    old_levels = [VisibilityRow(*row) for row in levels]
    new_levels = visibility_rows(batch.visibility)
    _keep_greatest(rows, VISIBILITY, new_levels, old_levels, rank=_strictness)

    passages = {str(one): claim.passage for one, claim in batch.claims.items()}
    pointers = rows_beside(connection, POINTER, held & passages.keys())
    old_pointers = [PointerRow(*row) for row in pointers]
    _keep_greatest(rows, POINTER, pointer_rows(passages), old_pointers, rank=_exactness)


def _keep_greatest(
    rows: SqlRows,
    table: Table,
    new: Iterable[_Beside],
    old: Iterable[_Beside],
    *,
    rank: Callable[[_Beside], tuple[str | int, ...]],
) -> None:
    """Of two rows beside one entry the greater stays, whichever came first."""
    ranks = {row.entry: rank(row) for row in old}
    better = {row.entry: row for row in new if rank(row) > ranks.get(row.entry, ())}
    rows.remove_beside(table, better.keys() & ranks.keys())
    rows.insert(table, [better[entry] for entry in sorted(better)])


def _strictness(row: VisibilityRow) -> tuple[int]:
    return (Visibility(row.level).strictness,)


def _exactness(row: PointerRow) -> tuple[str, int, int]:
    """The order of `Ledger`'s union: a passage with offsets after the same one without."""
    return row.text, row.start or 0, row.end or 0


def _bury(rows: SqlRows, tombstones: Set[Tombstone]) -> bool:
    """Destroy what these new tombstones stand for; whether there was anything."""
    if not tombstones:
        return False
    insert_tombstones(rows, tombstones)
    claims = select(ENTRY.c.id).where(ENTRY.c.type == "claim")
    names = rows.connection.scalars(union(claims, select(NAMED.c.name)))
    buried = buried_in(names, tombstones)
    remove_buried(rows, buried)
    return bool(buried)
