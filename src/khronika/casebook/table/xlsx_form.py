"""Reads and writes XLSX through openpyxl, which comes with the extra `tables`.

Invariants:

- Values only: no formula is calculated, no macro and no link is followed. A formula whose result
  the file does not hold is a fault of its cell.
- The library is asked for when a spreadsheet is, never before: CSV needs nothing.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any

from khronika.casebook.table.guard import guarded, plain
from khronika.casebook.table.sheet import (
    MAX_COLUMNS,
    Cell,
    Sheet,
    TableUnreadable,
    sheet_of,
)
from khronika.casebook.table.xlsx_guard import LAST_ROW, check_book
from khronika.errors import KhronikaError, Problem
from khronika.values.date import PartialDate

if TYPE_CHECKING:
    from types import ModuleType

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MODIFIED = re.compile(rb"<dcterms:modified\b[^>]*>[^<]*</dcterms:modified>")
_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)  # the first a zip can tell, so that it tells none
_EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001  # a file that tells no time; zone has no meaning
_UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, IndexError, SyntaxError, OSError)


class NoSpreadsheets(KhronikaError):
    """The library that reads spreadsheets is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "Reading or writing .xlsx needs the extra `tables`: pip install 'khronika[tables]'. "
            "Or save the table as CSV in UTF-8."
        )


def read_xlsx(data: bytes, *, place: str, sheet: str = "") -> Sheet:
    """The sheet of this name, else the first visible one that holds anything."""
    check_book(data, place=place)
    openpyxl = _library()
    try:
        values, formulas = (_opened(openpyxl, data, values=only) for only in (True, False))
        name = _chosen(values, sheet, place)
        others = [one for one in values.sheetnames if one != name]
        notes = [_not_read(place, others)] if others else []
        records = _records(values[name], formulas[name])
        return sheet_of(records, place=place, name=name, notes=notes)
    except _UNREADABLE as error:
        raise TableUnreadable(place, "The spreadsheet is damaged.") from error


def write_xlsx(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The table as a spreadsheet of texts; the same table gives the same cells."""
    openpyxl = _library()
    book = openpyxl.Workbook(write_only=True)
    book.properties.creator = ""
    book.properties.created = _EPOCH
    sheet = book.create_sheet("Khronika")
    for row in (headings, *rows):
        sheet.append([guarded(_CONTROL.sub(" ", one)) for one in row])
    out = io.BytesIO()
    book.save(out)
    return _timeless(out.getvalue())


def _timeless(data: bytes) -> bytes:
    """The same spreadsheet without the minute in which it was written."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as book, zipfile.ZipFile(out, "w") as plain_book:
        for name in sorted(book.namelist()):
            part = zipfile.ZipInfo(name, _FIRST_MOMENT)
            part.compress_type = zipfile.ZIP_DEFLATED
            plain_book.writestr(part, _MODIFIED.sub(b"", book.read(name)))
    return out.getvalue()


def _library() -> "ModuleType":
    try:
        return import_module("openpyxl")
    except ImportError as error:
        raise NoSpreadsheets from error


def _opened(openpyxl: "ModuleType", data: bytes, *, values: bool) -> Any:
    return openpyxl.load_workbook(
        io.BytesIO(data), read_only=True, data_only=values, keep_vba=False, keep_links=False
    )


def _chosen(book: Any, asked: str, place: str) -> str:
    if asked in book.sheetnames:
        return asked
    if asked:
        raise TableUnreadable(place, f"The spreadsheet has no sheet {asked!r}.")
    sheets = [one for one in book.worksheets if one.sheet_state == "visible"]
    for one in sheets:
        if any(row.count(None) < len(row) for row in _walk(one)):
            return str(one.title)
    raise TableUnreadable(place, "The spreadsheet is empty.")


def _walk(sheet: Any) -> "Iterator[tuple[object, ...]]":
    sheet.reset_dimensions()  # the file's own word on its size is not believed
    yield from sheet.iter_rows(max_row=LAST_ROW, max_col=MAX_COLUMNS + 1, values_only=True)


def _records(values: Any, formulas: Any) -> Iterator[list[Cell]]:
    for row, behind in zip(_walk(values), _walk(formulas), strict=False):
        if row.count(None) == len(row) and behind.count(None) == len(behind):
            yield []
            continue
        cells = [_cell(value, formula) for value, formula in zip(row, behind, strict=False)]
        while cells and cells[-1].empty:
            cells.pop()
        yield cells


def _cell(value: object, formula: object) -> Cell:
    match value:
        case None:
            calculated = isinstance(formula, str) and formula.startswith("=")
            return Cell("", fault="formula" if calculated else "")
        case bool():
            return Cell("yes" if value else "no")
        case datetime() | date():
            day = PartialDate.of(value.date() if isinstance(value, datetime) else value)
            return Cell(str(day), day=day)
        case int():
            return Cell(str(value), number=True)
        case float():
            return Cell(str(int(value)) if value.is_integer() else repr(value), number=True)
        case str():
            text = plain(value.strip())
            return Cell(text, fault="error" if text.startswith("#") and text in _ERRORS else "")
        case _:
            return Cell(str(value), fault="unknown")


_ERRORS = frozenset(
    {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"}
)


def _not_read(place: str, others: Sequence[str]) -> Problem:
    return Problem(
        place,
        "table.other-sheets",
        f"Other sheets were not read: {len(others)}.",
        "To read one, write sheet = its name in the table's file in tables/.",
    )
