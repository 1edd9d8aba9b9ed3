"""The file beside the record that can be deleted and made again, opened for one piece of work.

Invariants:

- Nothing here is part of the record, and nothing of it is published, packed or committed: it holds
  words of closed sources.
- What is deleted from it is overwritten.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from khronika.casebook.layout import CACHE
from khronika.errors import KhronikaError

_TABLES = """
create table if not exists suggestion (
  id text primary key, text text not null, state text not null, form text not null);
create index if not exists suggestion_text on suggestion (text);
create table if not exists proposed (text text, extractor text, primary key (text, extractor));
create table if not exists sketch (text text primary key, hashes text not null);
create table if not exists page (
  text text, number integer, start integer, finish integer, shown integer, words blob,
  primary key (text, number));
create table if not exists picture (
  bytes text, number integer, width real, height real, png blob, primary key (bytes, number));
create table if not exists indexed (text text primary key);
create virtual table if not exists said using fts5(keys, text unindexed, number unindexed);
"""
_WAIT = 30.0  # seconds for another writer to end


class CacheUnusable(KhronikaError):
    """The cache cannot be opened, read or written."""

    def __init__(self, file: Path) -> None:
        super().__init__(f"{file}: the cache cannot be used. Delete it; it is made again.")


@contextmanager
def opened(folder: Path) -> Iterator[sqlite3.Connection]:
    """The cache of the casebook in this folder, for one transaction; raises `CacheUnusable`."""
    file = folder / CACHE
    try:
        with closing(sqlite3.connect(file, timeout=_WAIT)) as store, store:
            store.execute("pragma secure_delete = on")
            store.executescript(_TABLES)
            yield store
    except sqlite3.Error as why:
        raise CacheUnusable(file) from why
