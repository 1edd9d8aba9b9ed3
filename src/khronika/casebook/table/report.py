"""What an import of a table did, row by row: for the terminal, for machines, for the next import.

Invariants:

- A problem names file, row and column and never repeats what a cell holds: a table is the team's.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from khronika.casebook.table.cell_said import Trouble
from khronika.casebook.table.people import Placed
from khronika.errors import Problem
from khronika.ledger.store import Appended
from khronika.schema.subject import SubjectId


class Outcome(StrEnum):
    """What became of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    WAITING = "waiting"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class RowReport:
    """One row: its number and key, who it is, how many claims it added and put aside.

    `emptied` counts claims of cells that are empty now; `looks_like` are ids.
    """

    number: int
    key: str
    outcome: Outcome
    person: SubjectId | None = None
    added: int = 0
    replaced: int = 0
    emptied: int = 0
    looks_like: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnReport:
    """One column: what it says (empty where it is not recorded) and why not."""

    heading: str
    target: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class TableReport:
    """What was done with one table. `gone` are the keys of rows that are no longer in it."""

    table: str
    file: str
    columns: tuple[ColumnReport, ...]
    rows: tuple[RowReport, ...]
    appended: Appended = field(default_factory=Appended)
    gone: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()

    @property
    def counts(self) -> Mapping[str, int]:
        """How many rows came to what, and how many claims were added, put aside, or are emptied."""
        outcomes = Counter(row.outcome for row in self.rows)
        return {
            "rows": len(self.rows),
            **{one.value: outcomes[one] for one in Outcome},
            "gone": len(self.gone),
            "claims": sum(row.added for row in self.rows),
            "put-aside": sum(row.replaced for row in self.rows),
            "emptied": sum(row.emptied for row in self.rows),
        }


def cell_problem(place: str, row: int, heading: str, trouble: Trouble) -> Problem:
    """The trouble of one cell, where a person finds it."""
    where = f"{place}, row {row}, column {heading}"
    return Problem(where, f"table.{trouble.code}", trouble.message, trouble.remedy)


def row_problem(place: str, placed: Placed, table_file: str) -> Problem:
    """Why a row was not taken."""
    where = f"{place}, row {placed.row.number}"
    match placed.trouble:
        case "looks-like":
            near = ", ".join(placed.looks_like)
            return Problem(
                where,
                "table.looks-like",
                f"Probably already here: {near}. The row waits.",
                f'In {table_file} under [rows], write beside it who it is, or "new".',
            )
        case "unknown-person":
            message = "The person named for this row is not in the record."
            remedy = f'Mend the id in {table_file} under [rows], or write "new".'
            return Problem(where, "table.unknown-person", message, remedy)
        case "same-person":
            message = "An earlier row is this person already; this one was not taken."
            return Problem(where, "table.same-person", message, "Make one row of the two.")
        case "same-key":
            message = "An earlier row has the same key; this one was not taken."
            remedy = f"In {table_file}, add a column to `key` that tells them apart."
            return Problem(where, "table.same-key", message, remedy)
        case _:
            message = "The row has no name, or not all of what names it; it was not taken."
            return Problem(where, "table.no-key", message, "Fill in the cells of its key.")


def column_notes(place: str, columns: Sequence[ColumnReport]) -> Iterator[Problem]:
    """A note for each column that is not recorded, with what could be done about it."""
    for column in columns:
        if column.why in _WHY:
            message, remedy = _WHY[column.why]
            where = f"{place}, column {column.heading}"
            yield Problem(where, f"table.column-{column.why}", message, remedy)


_KEPT = "Its cells stay in the table, which is kept whole."
_WHY = {
    "unknown": (
        "It is not known what this column says; it is not recorded.",
        "Write what it says into the table's file in tables/, or leave it.",
    ),
    "no-field": ("Nothing in the record holds this; it is not recorded.", _KEPT),
    "several-meanings": (
        "This can mean several things; it is not recorded.",
        "If it says where somebody was arrested, write arrest.place into the table's file.",
    ),
    "computed": (
        "This changes by itself; it is not recorded.",
        "Record the date of birth.",
    ),
    "bookkeeping": ("This is the table's own business; it is not recorded.", _KEPT),
    "new": (
        "This column is new and was not read.",
        "Write what it says into the table's file in tables/, and import again.",
    ),
    "gone": (
        "This column is gone; what was read from it stays.",
        "If it has another heading now, write that into the table's file in tables/.",
    ),
}
