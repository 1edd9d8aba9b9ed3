"""Looks at an XLSX file before anything reads it: it is a zip of XML, and both can be traps.

Invariants:

- Nothing is unpacked before its size is known; what unpacks to more than a table is refused.
- XML that defines entities of its own is refused; macros and links are never looked at.
"""

import io
import re
import zipfile
import zlib

from khronika.casebook.table.sheet import TableUnreadable

MAX_PARTS = 2_000
MAX_UNPACKED = 100_000_000  # 20,000 rows of 20 columns are 40 MB of XML
LAST_ROW = 25_000  # blank rows between people are walked too, up to here
_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_BOOK = "xl/workbook.xml"
_DEFINES = "<!DOCTYPE"
_SHEETS = "xl/worksheets/"
_FILLED = re.compile(rb'<(?:\w+:)?c [^>]*?r="[A-Z]+(\d{5,})"[^>]*>\s*<(?:\w+:)?(?:v|is|f)\b')
_HEAD = 4_000  # a definition of entities stands before the first element


def is_zip(data: bytes) -> bool:
    """Whether these bytes begin as a zip does."""
    return data.startswith(_ZIP)


def is_old_excel(data: bytes) -> bool:
    """Whether this is an .xls of before 2007, or an XLSX with a password."""
    return data.startswith(_OLD_EXCEL)


def check_book(data: bytes, *, place: str) -> None:
    """Raise `TableUnreadable` unless this is a spreadsheet that can be opened safely."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            _check_parts(book, place)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise TableUnreadable(place, "The spreadsheet is damaged.") from error


def _check_parts(book: zipfile.ZipFile, place: str) -> None:
    parts = book.infolist()
    if _BOOK not in {part.filename for part in parts}:
        raise TableUnreadable(place, "This zip holds no spreadsheet.")
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise TableUnreadable(place, "The spreadsheet unpacks to more than a table holds.")
    for part in parts:
        if part.flag_bits & 1:
            raise TableUnreadable(place, "The spreadsheet has a password. Save it without one.")
        if part.filename.endswith((".xml", ".rels")):
            _check_xml(book, part, place)
        if part.filename.startswith(_SHEETS) and part.filename.endswith(".xml"):
            _check_rows(book.read(part), place)


def _check_xml(book: zipfile.ZipFile, part: zipfile.ZipInfo, place: str) -> None:
    with book.open(part) as stream:
        head = stream.read(_HEAD)
    if any(_DEFINES in head.decode(form, "ignore").upper() for form in ("utf-8", "utf-16")):
        raise TableUnreadable(place, "The spreadsheet defines entities; no real one does.")


def _check_rows(xml: bytes, place: str) -> None:
    """Raise if a cell beyond the last row that is walked holds anything: it would be lost."""
    if any(int(found[1]) > LAST_ROW for found in _FILLED.finditer(xml)):
        raise TableUnreadable(place, f"The spreadsheet goes beyond row {LAST_ROW:,}. Divide it.")
