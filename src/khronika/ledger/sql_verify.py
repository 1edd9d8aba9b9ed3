"""Finds every damaged or missing row of a SQL store.

It works on rows, not on the ledger they make, so that one damaged row hides no other.
"""

import json
from collections.abc import Iterator

from sqlalchemy import Connection, Table, select

from khronika.errors import KhronikaError, Problem
from khronika.ledger.engine import Database, StoreUnavailable
from khronika.ledger.row import (
    EntryRow,
    NamedRow,
    claim_row,
    decision_row,
    entry_hash,
    holding_row,
    named_rows,
    row_hash,
    source_row,
)
from khronika.ledger.scrub import is_due
from khronika.ledger.tables import BESIDE, ENTRY, HASHED, NAMED, TOMBSTONE
from khronika.ledger.tally import Tally, read_tally
from khronika.schema.decode import decode_claim, decode_decision, decode_holding, decode_source

_RESTORE = "Restore the ledger from a backup."


def problems_of(database: Database) -> list[Problem]:
    """Every problem of this store, sorted."""
    try:
        with database.reading() as connection:
            found = {*_of_file(connection), *_Inspection(connection).problems()}
    except StoreUnavailable as error:
        return [Problem("ledger", "ledger.unreadable", str(error), _RESTORE)]
    return sorted(found)


def _of_file(connection: Connection) -> Iterator[Problem]:
    if is_due(connection):
        yield Problem(
            "ledger",
            "ledger.words-remain",
            "The file may still hold words that were destroyed in it.",
            "Close every other program that uses it, then open it again.",
        )
    if connection.dialect.name == "sqlite":
        for said in connection.exec_driver_sql("PRAGMA integrity_check").scalars():
            if said != "ok":
                yield Problem(
                    "ledger", "ledger.damaged-file", "SQLite finds the file damaged.", _RESTORE
                )


class _Inspection:
    """Goes through all rows once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._found = Tally()
        self._entries: set[str] = set()
        self._described: set[str] = set()
        self._stands_in: dict[str, str] = {}
        self._named: set[NamedRow] = set()

    def problems(self) -> Iterator[Problem]:
        """What is wrong, in no order."""
        for row in self._connection.execute(select(ENTRY)):
            yield from self._of_entry(EntryRow(*row))
        for table in (*BESIDE, TOMBSTONE):
            yield from self._of_table(table)
        yield from self._of_named()
        yield from self._of_sources()
        yield from self._of_tally()

    def _of_entry(self, row: EntryRow) -> Iterator[Problem]:
        self._entries.add(row.id)
        self._found.add(ENTRY.name, [row.row_hash])
        place = f"ledger: {row.type} {row.id}"
        if entry_hash(row.id, row.type, row.body) != row.row_hash:
            yield _damaged(place)
            return
        try:
            written = self._read(row)
        except (KhronikaError, ValueError, KeyError, TypeError, AttributeError):
            yield Problem(
                place,
                "ledger.unreadable-entry",
                "The schema does not know what this entry says.",
                "Update Khronika, or restore the ledger from a backup.",
            )
            return
        if written != row:
            yield _damaged(place)

    def _read(self, row: EntryRow) -> EntryRow:
        """The row that this body makes."""
        body = json.loads(row.body)
        match row.type:
            case "source":
                source = decode_source(body)
                self._described.add(source.id)
                return source_row(source)
            case "holding":
                return holding_row(decode_holding(body))
            case "claim":
                claim = decode_claim(body)
                self._stands_in[row.id] = claim.passage.source
                return claim_row(claim)
            case _:
                decision = decode_decision(body)
                self._named.update(named_rows(row.id, decision))
                return decision_row(decision)

    def _of_table(self, table: Table) -> Iterator[Problem]:
        for *parts, kept in self._connection.execute(select(table)):
            self._found.add(table.name, [kept])
            place = f"ledger: {table.name} of {parts[0]}"
            if row_hash(table.name, *parts) != kept:
                yield _damaged(place)
            if table in BESIDE and parts[0] not in self._entries:
                yield Problem(
                    place, "ledger.missing-entry", "The entry it belongs to is missing.", _RESTORE
                )

    def _of_named(self) -> Iterator[Problem]:
        kept = {NamedRow(*row) for row in self._connection.execute(select(NAMED))}
        for row in kept ^ self._named:
            yield Problem(
                f"ledger: decision {row.decision}",
                "ledger.damaged-index",
                "It is not found by exactly what it names.",
                _RESTORE,
            )

    def _of_sources(self) -> Iterator[Problem]:
        for claim, source in self._stands_in.items():
            if source not in self._described:
                yield Problem(
                    f"ledger: claim {claim}",
                    "ledger.missing-source",
                    "The source it stands in is not described.",
                    "Add the source, or restore the ledger from a backup.",
                )

    def _of_tally(self) -> Iterator[Problem]:
        kept = read_tally(self._connection)
        if not kept:
            yield Problem(
                "ledger",
                "ledger.lost-tally",
                "The count of rows is lost, so a missing row would not be seen.",
                "Compare with a backup, then import an export of this ledger into a new one.",
            )
            return
        for table in HASHED:
            yield from self._of_count(table.name, kept)

    def _of_count(self, table: str, kept: Tally) -> Iterator[Problem]:
        missing = kept.counts[table] - self._found.counts[table]
        if missing > 0:
            said = f"{missing} of {kept.counts[table]} rows are missing."
        elif missing < 0:
            said = f"{-missing} rows are there that Khronika did not write."
        elif kept.sums[table] != self._found.sums[table]:
            said = "A row is not the one that was written."
        else:
            return
        yield Problem(f"ledger: table {table}", "ledger.missing-rows", said, _RESTORE)


def _damaged(place: str) -> Problem:
    return Problem(place, "ledger.damaged-row", "The row is not what was written.", _RESTORE)
