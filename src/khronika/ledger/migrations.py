"""Brings an older store forward, step by numbered step, and refuses a newer one.

A SQLite file is copied first; the copy stays beside it as `ledger.sqlite.version-1`, and `redact`
has to name it, as it still holds what was in the store then.

Invariants:

- Steps only go forward and never rewrite a body.
- All steps of one opening are one transaction.
"""

import os
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from types import MappingProxyType

from sqlalchemy import Connection, delete, insert, inspect, select

from khronika.errors import KhronikaError
from khronika.ledger.engine import Database, StoreUnavailable
from khronika.ledger.tables import ARRIVAL, META, METADATA, POINTER
from khronika.ledger.tally import Tally, write_tally

VERSION = 3


class NewerStore(KhronikaError):
    """The store was written by a later Khronika."""

    def __init__(self, place: str, version: int) -> None:
        super().__init__(
            f"{place}: this ledger has version {version} and this Khronika knows {VERSION}; "
            "update Khronika to open it."
        )


def prepare(database: Database) -> None:
    """Leave the store at this version, whether it was empty or older."""
    with database.reading() as connection:
        version = _version(connection, database.place)
    if version == 0:
        _found(database)
    elif version < VERSION:
        _migrate(database, version)


def copies_beside(file: Path) -> list[Path]:
    """The copies that migrations left beside this SQLite file, sorted."""
    return sorted(file.parent.glob(f"{file.name}.version-*"))


def _found(database: Database) -> None:
    with database.founding() as connection:
        if _version(connection, database.place) == 0:  # unless another program was quicker
            METADATA.create_all(connection)
            write_tally(connection, Tally())
            _set_version(connection)


def _migrate(database: Database, version: int) -> None:
    if database.file:
        _copy(database.file, database.file.with_name(f"{database.file.name}.version-{version}"))
    with database.writing() as connection:
        for number in range(_version(connection, database.place) + 1, VERSION + 1):
            _STEPS[number](connection)
        _set_version(connection)


def _version(connection: Connection, place: str) -> int:
    """The store's version; 0 for an empty one."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return 0
    kept = _kept_version(connection) if META.name in tables else ""
    if not kept.isdigit():
        raise StoreUnavailable(place, "this is not a ledger. Name another place for it.")
    if int(kept) > VERSION:
        raise NewerStore(place, int(kept))
    return int(kept)


def _kept_version(connection: Connection) -> str:
    return connection.scalar(select(META.c.text).where(META.c.name == "version")) or ""


def _set_version(connection: Connection) -> None:
    connection.execute(delete(META).where(META.c.name == "version"))
    connection.execute(insert(META), {"name": "version", "text": str(VERSION)})


def _copy(file: Path, copy: Path) -> None:
    """Copy the whole store, what is still in its write-ahead log included."""
    part = copy.with_name(f"{copy.name}.part")
    os.close(os.open(part, os.O_CREAT | os.O_RDWR | os.O_TRUNC, 0o600))
    with closing(sqlite3.connect(file)) as ours, closing(sqlite3.connect(part)) as theirs:
        ours.backup(theirs)
    part.replace(copy)


def _add_pointers(connection: Connection) -> None:
    """Version 2 keeps which characters of which text a passage is."""
    POINTER.create(connection)


def _add_arrivals(connection: Connection) -> None:
    """Version 3 keeps which entries came last."""
    ARRIVAL.create(connection)


_STEPS: Mapping[int, Callable[[Connection], None]] = MappingProxyType(
    {2: _add_pointers, 3: _add_arrivals}
)
