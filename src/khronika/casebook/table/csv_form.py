"""Reads and writes CSV, as Airtable, Google Sheets, LibreOffice and Excel of any country write it.

Invariants:

- A quote that is never closed is refused with its line: it would swallow the rows behind it.
"""

import csv
import io
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from khronika.casebook.table.guard import guarded, plain
from khronika.casebook.table.sheet import Cell, Sheet, TableUnreadable, sheet_of
from khronika.errors import Problem

DELIMITERS = (",", ";", "\t")
SAMPLE = 10_000  # bytes that are looked at to tell an encoding

_DECLARED = "sep="  # a first line that Excel writes and understands


def read_csv(data: bytes, *, place: str) -> Sheet:
    """The table in these bytes, whatever their encoding and delimiter."""
    text, encoding = _decoded(data, place)
    notes = [] if encoding == "utf-8" else [_guessed(place, encoding)]
    text, delimiter = _delimited(text)
    return sheet_of(_records(text, delimiter, place), place=place, notes=notes)


def write_csv(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The table as UTF-8 with a mark that lets Excel see so, commas, and no formula in it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([guarded(one) for one in headings])
    writer.writerows([guarded(one) for one in row] for row in rows)
    return BOM_UTF8 + out.getvalue().encode("utf-8")


def _decoded(data: bytes, place: str) -> tuple[str, str]:
    for encoding in _encodings(data):
        try:
            return data.decode(encoding), "utf-8" if encoding.startswith("utf") else encoding
        except UnicodeDecodeError:
            continue
    raise TableUnreadable(place, "Its letters cannot be read. Save it as CSV in UTF-8.")


def _encodings(data: bytes) -> tuple[str, ...]:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return ("utf-16",)
    zeros = [at % 2 for at, byte in enumerate(data[:SAMPLE]) if not byte]
    if zeros:  # no other text holds a zero byte
        return ("utf-16-le",) if sum(zeros) * 2 > len(zeros) else ("utf-16-be",)
    return ("utf-8-sig", "cp1251" if _looks_cyrillic(data) else "cp1252")


def _looks_cyrillic(data: bytes) -> bool:
    """Whether letters above ASCII stand together, as in Russian, and not alone, as in "Müller"."""
    above = [byte >= 0xC0 for byte in data]
    together = sum(one and other for one, other in pairwise(above))
    return together * 2 > sum(above)


def _guessed(place: str, encoding: str) -> Problem:
    return Problem(
        place,
        "table.encoding",
        f"The file does not say how its letters are written; it was read as {encoding}.",
        "If names look wrong, save it as CSV in UTF-8 and import it again.",
    )


def _delimited(text: str) -> tuple[str, str]:
    first, _, rest = text.partition("\n")
    declared = first.strip().removeprefix(_DECLARED)
    if first.startswith(_DECLARED) and (declared in DELIMITERS or first.rstrip("\r")[4:] == "\t"):
        return rest, declared or "\t"
    bare = "".join(first.split('"')[::2])  # what stands outside of quotes
    return text, max(DELIMITERS, key=bare.count)


def _records(text: str, delimiter: str, place: str) -> Iterator[list[Cell]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for record in reader:
            yield [Cell(plain(one.strip())) for one in record]
    except csv.Error as error:
        reason = f"Line {reader.line_num} is not CSV ({error}): check its quotes."
        raise TableUnreadable(place, reason) from error
