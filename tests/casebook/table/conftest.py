"""A way to take rows in as a file."""

from datetime import date
from pathlib import Path

import pytest

from khronika.casebook.casebook import Casebook
from khronika.casebook.table.csv_form import write_csv
from khronika.casebook.table.report import TableReport
from khronika.casebook.table.taking import Asked, import_table
from khronika.casebook.table.xlsx_form import write_xlsx
from khronika.ledger.ledger import Recorded
from tabled import HEADINGS, Rows, Take, people

TODAY = date(2026, 11, 22)


@pytest.fixture
def rows() -> Rows:
    """A hundred people, to be changed by a test."""
    return people()


@pytest.fixture
def take(tmp_path: Path) -> Take:
    """Take rows in as a file of this name; CSV or XLSX by its suffix."""

    def taken(
        casebook: Casebook,
        rows: Rows,
        *,
        file: str = "people.csv",
        headings: list[str] = HEADINGS,
        today: date = TODAY,
        at: str = "2026-11-22T10:00:00Z",
        **asked: object,
    ) -> TableReport:
        path = tmp_path / file
        write = write_xlsx if path.suffix == ".xlsx" else write_csv
        path.write_bytes(write(headings, rows))
        recorded = Recorded(at, "editors")
        return import_table(casebook, path, asked=Asked(today, recorded, **asked))  # type: ignore[arg-type]

    return taken
