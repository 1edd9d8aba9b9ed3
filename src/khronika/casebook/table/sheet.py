"""A table as it was read: headings, and rows of cells that remember where they stood.

Invariants:

- A table is bounded before it is walked: a file made to fill the memory is refused by its size.
- A heading stands once; blank rows and columns without a heading and without words are nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from khronika.errors import KhronikaError, Problem
from khronika.values.date import PartialDate

MAX_BYTES = 20_000_000  # 10,000 people with long texts are 8 MB
MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_CELL = 20_000  # a spreadsheet itself allows 32,767 characters


class TableUnreadable(KhronikaError):
    """A file is no table that can be read; nothing of it was taken."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason} Nothing was taken from it.")


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell holds: its text; the day if the spreadsheet itself said that it is one.

    `number` is true where the spreadsheet kept a number, `fault` a code where nothing can be read.
    """

    text: str
    day: PartialDate | None = None
    number: bool = False
    fault: str = ""

    @property
    def empty(self) -> bool:
        """Whether nobody wrote anything here."""
        return not self.text and not self.fault


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as a spreadsheet shows it, and its cells that are not empty."""

    number: int
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The table: the name of its sheet (empty in CSV), headings in order, rows, and notes."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[Problem, ...] = ()


def sheet_of(
    records: Iterable[Sequence[Cell]], *, place: str, name: str = "", notes: Sequence[Problem] = ()
) -> Sheet:
    """The table these records make: the first that is not blank holds the headings."""
    written = (
        (number, record)
        for number, record in enumerate(records, start=1)
        if any(not cell.empty for cell in record)
    )
    numbered = list(islice(written, MAX_ROWS + 2))
    if not numbered:
        raise TableUnreadable(place, "The table is empty.")
    if len(numbered) > MAX_ROWS + 1:
        raise TableUnreadable(place, f"The table has more than {MAX_ROWS:,} rows. Divide it.")
    _, first = numbered[0]
    headings = _headings(first, max(len(record) for _, record in numbered), place)
    rows = tuple(_row(number, record, headings) for number, record in numbered[1:])
    used = {heading for row in rows for heading in row.cells}
    named = tuple(
        heading
        for at, heading in enumerate(headings)
        if heading in used or (at < len(first) and first[at].text)
    )
    return Sheet(name, named, rows, tuple(notes))


def spaced(text: str) -> str:
    """The text with one kind of space, as headings and keys are compared."""
    return " ".join(text.split())


def _headings(first: Sequence[Cell], width: int, place: str) -> tuple[str, ...]:
    if width > MAX_COLUMNS:
        raise TableUnreadable(place, f"The table has more than {MAX_COLUMNS} columns.")
    texts = [spaced(cell.text) for cell in first] + [""] * (width - len(first))
    headings: list[str] = []
    for at, text in enumerate(texts, start=1):
        written = text or f"column {at}"
        count = sum(one == written or one.startswith(f"{written} (") for one in headings)
        headings.append(f"{written} ({count + 1})" if written in headings else written)
    return tuple(headings)


def _row(number: int, record: Sequence[Cell], headings: Sequence[str]) -> Row:
    cells = {
        heading: _bounded(cell)
        for heading, cell in zip(headings, record, strict=False)
        if not cell.empty
    }
    return Row(number, cells)


def _bounded(cell: Cell) -> Cell:
    return Cell(cell.text[:80], fault="too-long") if len(cell.text) > MAX_CELL else cell
