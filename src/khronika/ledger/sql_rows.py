"""The rows of a ledger in one transaction, and the tally that follows them.

Invariants:

- Every change of a row goes through here, so that neither the tally nor the list of arrivals is
  ever behind.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Table, delete, select

from khronika.ledger.arrivals import begin_anew, note_arrivals
from khronika.ledger.row import (
    EntryRow,
    NamedRow,
    PointerRow,
    RecordedRow,
    TombstoneRow,
    VisibilityRow,
)
from khronika.ledger.tables import BESIDE, ENTRY, HASHED, NAMED, TOMBSTONE
from khronika.ledger.tally import Tally, read_tally, write_tally

AT_ONCE = 500  # ids in one question: SQLite takes 32,766, and longer ones are no faster

_Hashed = EntryRow | RecordedRow | VisibilityRow | PointerRow | TombstoneRow
_Item = TypeVar("_Item")


class SqlRows:
    """What a writing transaction does to the rows."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._tally = read_tally(connection)
        self._arrived: dict[str, None] = {}
        self._is_anew = False

    def insert(self, table: Table, rows: Sequence[_Hashed]) -> None:
        """Put in rows that are not there yet."""
        self._insert(table, rows)
        if table is TOMBSTONE:
            self._is_anew |= bool(rows)
        else:
            self._arrived |= dict.fromkeys(row[0] for row in rows)
        if self._tally:
            self._tally.add(table.name, (row.row_hash for row in rows))

    def insert_named(self, rows: Sequence[NamedRow]) -> None:
        """Put in what finds decisions; it is derived, so nothing counts it."""
        self._insert(NAMED, rows)

    def remove_beside(self, table: Table, entries: Collection[str]) -> None:
        """Take out the rows of this table beside these entries."""
        self._remove(table, table.c.entry, entries)

    def remove(self, entries: Collection[str]) -> None:
        """Take out these entries and all that stands beside them."""
        self._is_anew = True
        for table in BESIDE:
            self.remove_beside(table, entries)
        for some in chunks(entries):
            self.connection.execute(delete(NAMED).where(NAMED.c.decision.in_(some)))
        self._remove(ENTRY, ENTRY.c.id, entries)

    def clear(self) -> None:
        """Take out everything, and count anew."""
        self._is_anew = True
        for table in (NAMED, *reversed(HASHED)):
            self.connection.execute(delete(table))
        self._tally = Tally()

    def held(self, entries: Collection[str]) -> set[str]:
        """Those of the ids that are in the store."""
        found: set[str] = set()
        for some in chunks(entries):
            found.update(self.connection.scalars(select(ENTRY.c.id).where(ENTRY.c.id.in_(some))))
        return found

    def save(self) -> None:
        """Keep the tally and the arrivals.

        A tally that was lost stays lost, so that `verify` goes on saying so.
        """
        if self._tally:
            write_tally(self.connection, self._tally)
        if self._is_anew:
            begin_anew(self.connection)
        else:
            note_arrivals(self.connection, self._arrived)

    def _insert(self, table: Table, rows: Sequence[tuple[str | int | None, ...]]) -> None:
        if not rows:
            return
        # Plain tuples straight to the driver: a package brings tens of thousands of rows.
        quote = self.connection.dialect.identifier_preparer.quote
        names = ", ".join(quote(column.name) for column in table.columns)
        mark = "?" if self.connection.dialect.name == "sqlite" else "%s"
        marks = ", ".join([mark] * len(table.columns))
        statement = f"INSERT INTO {quote(table.name)} ({names}) VALUES ({marks})"  # noqa: S608  # our own names
        self.connection.exec_driver_sql(statement, list(rows))

    def _remove(self, table: Table, column: ColumnElement[str], entries: Collection[str]) -> None:
        for some in chunks(entries):
            if self._tally:
                hashes = select(table.c.row_hash).where(column.in_(some))
                self._tally.take(table.name, self.connection.scalars(hashes))
            self.connection.execute(delete(table).where(column.in_(some)))


def rows_beside(
    connection: Connection, table: Table, entries: Iterable[str]
) -> Iterator[tuple[Any, ...]]:
    """The rows of this table beside these entries."""
    for some in chunks(entries):
        for row in connection.execute(select(table).where(table.c.entry.in_(some))):
            yield tuple(row)


def chunks(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    """The items in lists of at most `AT_ONCE`."""
    rest = iter(items)
    while some := list(islice(rest, AT_ONCE)):
        yield some
