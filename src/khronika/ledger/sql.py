"""A ledger in a SQL database: a SQLite file of its own, or a schema of its own in PostgreSQL.

Invariants:

- An append is all or nothing, and what was acknowledged survives a power cut.
- Rows are only ever added, but for `redact` (and `replace`, for a store that is a cache).
- Nothing sealed is kept here: rows are not encrypted.
"""

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from sqlalchemy import delete, insert, select, union_all

from khronika.errors import Problem
from khronika.ledger.admit import check
from khronika.ledger.arrivals import Mark, arrived_after, mark_of
from khronika.ledger.engine import SCHEMA, Database
from khronika.ledger.ledger import Ledger, Tombstone
from khronika.ledger.migrations import copies_beside, prepare
from khronika.ledger.scrub import WordsRemain, empty_log, mark_due, scrub_if_due
from khronika.ledger.sql_append import append, insert_tombstones, remove_buried
from khronika.ledger.sql_read import read_about, read_entries, read_tombstones, read_whole
from khronika.ledger.sql_rows import SqlRows
from khronika.ledger.sql_verify import problems_of
from khronika.ledger.state import state_of
from khronika.ledger.store import Appended, Later
from khronika.ledger.tables import HASHED, META
from khronika.ledger.tombstone import bury, tombstone_of
from khronika.schema.claim import ClaimId
from khronika.schema.subject import SubjectId


class SqlStore:
    """The ledger at this database URL; `sqlite:///ledger.sqlite` is made where it is missing."""

    def __init__(self, url: str, *, schema: str = SCHEMA) -> None:
        self._database = Database(url, schema=schema)
        prepare(self._database)
        with suppress(WordsRemain):  # `verify` says so as long as it is due
            scrub_if_due(self._database)

    def append(self, batch: Ledger) -> Appended:
        """Add what is new, all or nothing; what lies under a tombstone is dropped."""
        checked = check(batch)
        with self._database.writing() as connection:
            appended, destroyed = append(SqlRows(connection), checked)
            if destroyed:
                mark_due(connection)
        if destroyed:
            scrub_if_due(self._database)
        return appended

    def replace(self, ledger: Ledger) -> None:
        """Hold this ledger and nothing else; only for a store that is a cache of files."""
        checked = check(ledger)
        with self._database.writing() as connection:
            rows = SqlRows(connection)
            rows.clear()
            append(rows, checked)
        if self._database.file:
            empty_log(self._database)

    def read(self, *, subjects: Collection[SubjectId] | None = None) -> Ledger:
        """The whole ledger, or what concerns these subjects."""
        with self._database.reading() as connection:
            return read_whole(connection) if subjects is None else read_about(connection, subjects)

    def later(self, mark: str = "") -> Later:
        """What was added since the mark; None after anything was taken out, or too much came."""
        before = Mark.parse(mark)
        with self._database.reading() as connection:
            now = mark_of(connection)
            entries = arrived_after(connection, before, now=now) if before else None
            added = None if entries is None else read_entries(connection, entries)
        return Later(str(now), added)

    def state(self) -> str:
        """The ledger state: 64 hex digits."""
        hashes = union_all(*(select(table.c.row_hash) for table in HASHED))
        with self._database.reading() as connection:
            return state_of(connection.scalars(hashes))

    def redact(self, claim: ClaimId, *, reason: str, on: str, salt: str) -> Tombstone:
        """Destroy the claim and every decision that names it, in the files too.

        Raises `WordsRemain` where another program keeps the file from being cleaned; the same call
        again goes on from there. `copies` still hold the words.
        """
        tombstone = bury(claim, salt=salt, reason=reason, on=on)
        with self._database.writing() as connection:
            rows = SqlRows(connection)
            if rows.held([claim]):
                insert_tombstones(rows, {tombstone})
                remove_buried(rows, [claim])
                rows.save()
            else:
                tombstone = tombstone_of(claim, read_tombstones(connection))
            mark_due(connection)
        scrub_if_due(self._database)
        return tombstone

    def verify(self) -> list[Problem]:
        """Every damaged or missing row, sorted."""
        return problems_of(self._database)

    def copies(self) -> list[Path]:
        """The files beside this one in which migrations kept its earlier forms, sorted."""
        return copies_beside(self._database.file) if self._database.file else []

    def note(self, name: str, text: str) -> None:
        """Keep a small text beside the ledger that is no part of it."""
        row = {"name": f"note/{name}", "text": text}
        with self._database.writing() as connection:
            connection.execute(delete(META).where(META.c.name == row["name"]))
            connection.execute(insert(META), row)

    def noted(self, name: str) -> str:
        """The text noted under this name; empty when there is none."""
        noted = select(META.c.text).where(META.c.name == f"note/{name}")
        with self._database.reading() as connection:
            return connection.scalar(noted) or ""

    def close(self) -> None:
        """Let go of files and connections."""
        self._database.close()
