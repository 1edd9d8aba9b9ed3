"""From the bytes of a file to a table, by what the bytes are and not by what the file is called."""

from pathlib import Path

from khronika.casebook.table.csv_form import read_csv
from khronika.casebook.table.sheet import MAX_BYTES, Sheet, TableUnreadable
from khronika.casebook.table.xlsx_form import read_xlsx
from khronika.casebook.table.xlsx_guard import is_old_excel, is_zip

SUFFIXES = frozenset({".csv", ".tsv", ".xlsx", ".xlsm"})
_OTHERS = frozenset({".xls", ".ods"})


def is_table(path: Path) -> bool:
    """Whether a file is meant to be read as a table."""
    return path.suffix.lower() in SUFFIXES | _OTHERS and not path.is_dir()


def table_bytes(path: Path) -> bytes:
    """The file's bytes; raises `TableUnreadable` when it is too large or not there."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise TableUnreadable(str(path), f"It is larger than {MAX_BYTES:,} bytes. Divide it.")
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise TableUnreadable(str(path), f"It cannot be opened: {reason}.") from error


def read_table(data: bytes, *, place: str, sheet: str = "") -> Sheet:
    """The table in these bytes; raises `TableUnreadable` or `NoSpreadsheets`."""
    if is_zip(data):
        return read_xlsx(data, place=place, sheet=sheet)
    if is_old_excel(data):
        reason = "This is an old Excel file, or one with a password. Save it as .xlsx or CSV."
        raise TableUnreadable(place, reason)
    return read_csv(data, place=place)
