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
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

from khronika.casebook.cache_file import opened
from khronika.review.near import Sketch
from khronika.review.suggestion import State, Suggestion
from khronika.review.suggestion_form import from_form, to_form


class Cache:
    """The file of a casebook that holds what can be made again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

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
        asked = "select state, form from suggestion"
        with self._opened() as store:
            if text:
                rows = store.execute(f"{asked} where text = ?", (text,)).fetchall()
            else:
                rows = store.execute(asked).fetchall()
        found = (
            from_form(json.loads(form)) for state, form in rows if not states or state in states
        )
        return tuple(sorted(found, key=lambda one: (one.text, one.proposal.start, one.id())))

    def find(self, suggestion: str) -> Suggestion | None:
        """The suggestion of this id; None where there is none."""
        with self._opened() as store:
            asked = "select form from suggestion where id = ?"
            row = store.execute(asked, (suggestion,)).fetchone()
        return from_form(json.loads(row[0])) if row else None

    def last_of(self, text: str, by: str) -> Suggestion | None:
        """What this hand acted on last in the text; None where it acted on nothing."""
        asked = "select form from suggestion where text = ? and state != ? order by rowid desc"
        with self._opened() as store:
            for (form,) in store.execute(asked, (text, State.OPEN.value)):
                one = from_form(json.loads(form))
                if one.by == by:
                    return one
        return None

    def counts(self) -> Mapping[str, Mapping[State, int]]:
        """How many suggestions of each text are in each state."""
        asked = "select text, state, count(*) from suggestion group by text, state"
        counted: dict[str, dict[State, int]] = defaultdict(dict)
        with self._opened() as store:
            for text, state, many in store.execute(asked):
                counted[text][State(state)] = many
        return counted

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

    def _opened(self) -> AbstractContextManager[sqlite3.Connection]:
        return opened(self._folder)


def _row(one: Suggestion) -> tuple[str, str, str, str]:
    form = json.dumps(to_form(one), ensure_ascii=False, sort_keys=True)
    return one.id(), one.text, one.state.value, form
