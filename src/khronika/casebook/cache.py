"""What can be deleted and made again: suggestions that wait for a person, and sketches of texts.

Invariants:

- Nothing here is part of the record. Without the file, texts are read and proposed anew; only who
  rejected what is forgotten.
- What people did with a suggestion is kept when its text is proposed again.
- A suggestion holds words of closed sources: the file is never published, packed or committed, and
  what is deleted from it is overwritten.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from khronika.casebook.layout import CACHE
from khronika.errors import KhronikaError
from khronika.review.near import Sketch
from khronika.review.suggestion import State, Suggestion
from khronika.review.suggestion_form import from_form, to_form

_TABLES = """
create table if not exists suggestion (
  id text primary key, text text not null, state text not null, form text not null);
create index if not exists suggestion_text on suggestion (text);
create table if not exists proposed (text text, extractor text, primary key (text, extractor));
create table if not exists sketch (text text primary key, hashes text not null);
"""
_WAIT = 30.0  # seconds for another writer to end


class CacheUnusable(KhronikaError):
    """The cache cannot be opened, read or written."""

    def __init__(self, file: Path) -> None:
        super().__init__(f"{file}: the cache cannot be used. Delete it; it is made again.")


class Cache:
    """The file of a casebook that holds what can be made again."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / CACHE

    def is_proposed(self, text: str, extractor: str) -> bool:
        """Whether this extractor has read this text."""
        with self._opened() as store:
            row = "select 1 from proposed where text = ? and extractor = ?"
            return store.execute(row, (text, extractor)).fetchone() is not None

    def propose(self, text: str, extractor: str, suggestions: Iterable[Suggestion]) -> None:
        """Keep what an extractor found in a text, in place of what others left open there."""
        with self._opened() as store:
            store.execute(
                "delete from suggestion where text = ? and state = ?", (text, State.OPEN.value)
            )
            for one in suggestions:
                store.execute("insert or ignore into suggestion values (?, ?, ?, ?)", _row(one))
            store.execute("insert or ignore into proposed values (?, ?)", (text, extractor))

    def save(self, suggestion: Suggestion) -> None:
        """Keep what somebody did with a suggestion."""
        with self._opened() as store:
            store.execute("insert or replace into suggestion values (?, ?, ?, ?)", _row(suggestion))

    def suggestions(self, *states: State, text: str = "") -> tuple[Suggestion, ...]:
        """The suggestions in these states (in any, if none is named), of one text or of all."""
        with self._opened() as store:
            rows = store.execute("select text, state, form from suggestion").fetchall()
        found = (
            from_form(json.loads(form))
            for held, state, form in rows
            if text in ("", held) and (not states or state in states)
        )
        return tuple(sorted(found, key=lambda one: (one.text, one.proposal.start, one.id())))

    def sketches(self) -> dict[str, Sketch]:
        """The sketch of every text that has one, by the text's hash."""
        with self._opened() as store:
            rows = store.execute("select text, hashes from sketch order by text").fetchall()
        return {text: Sketch(tuple(json.loads(hashes))) for text, hashes in rows}

    def keep_sketch(self, text: str, sketch: Sketch) -> None:
        """Keep the sketch of a text under the text's hash."""
        with self._opened() as store:
            row = (text, json.dumps(sketch.hashes))
            store.execute("insert or replace into sketch values (?, ?)", row)

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self._file, timeout=_WAIT)) as store, store:
                store.execute("pragma secure_delete = on")
                store.executescript(_TABLES)
                yield store
        except sqlite3.Error as why:
            raise CacheUnusable(self._file) from why


def _row(one: Suggestion) -> tuple[str, str, str, str]:
    form = json.dumps(to_form(one), ensure_ascii=False, sort_keys=True)
    return one.id(), one.text, one.state.value, form
