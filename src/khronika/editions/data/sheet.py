"""Tables as CSV that spreadsheets open without running anything in them.

Invariants:

- UTF-8, RFC 4180: commas, CRLF, quotes doubled.
- A cell that a spreadsheet would take for a formula begins with a single quote instead.
"""

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def to_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The table with its header line."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8")


def guarded(cell: str) -> str:
    """The cell, made plain text where a spreadsheet would calculate.

    >>> guarded("=1+1"), guarded("9y")
    ("'=1+1", '9y')
    """
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
