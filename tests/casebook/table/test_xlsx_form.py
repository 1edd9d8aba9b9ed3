import io
from datetime import date, datetime, time
from importlib import import_module
from typing import Any

import pytest

from khronika.casebook.table import xlsx_form
from khronika.casebook.table.sheet import Cell, Sheet, TableUnreadable
from khronika.casebook.table.xlsx_form import NoSpreadsheets, read_xlsx, write_xlsx

openpyxl = import_module("openpyxl")


def book(*rows: list[Any], title: str = "People") -> Any:
    made = openpyxl.Workbook()
    made.active.title = title
    for row in rows:
        made.active.append(row)
    return made


def saved(made: Any) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def read(made: Any, sheet: str = "") -> Sheet:
    return read_xlsx(saved(made), place="people.xlsx", sheet=sheet)


def cell(value: Any) -> Cell:
    return read(book(["a", "b"], [value, "x"])).rows[0].cells["a"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Анна", "Анна"),
        (45, "45"),
        (45.0, "45"),
        (205.2, "205.2"),
        (True, "yes"),
        (datetime(2022, 1, 2), "2022-01-02"),  # noqa: DTZ001  # a spreadsheet knows no zone
        (date(1950, 1, 1), "1950-01-01"),
        ("'=1+1", "=1+1"),
    ],
)
def test_every_sort_of_cell_becomes_its_text(value: object, text: str) -> None:
    assert cell(value).text == text


def test_a_number_is_known_to_have_been_one() -> None:
    assert cell(20.1).number
    assert not cell("20.10").number


@pytest.mark.parametrize(
    ("value", "fault"), [("=A1+1", "formula"), ("#REF!", "error"), (time(3, 4), "unknown")]
)
def test_what_cannot_be_read_is_a_fault_of_its_cell(value: object, fault: str) -> None:
    assert cell(value).fault == fault


def test_rows_keep_their_numbers_across_blank_ones() -> None:
    made = book(["a"], [None], ["x"])
    assert [row.number for row in read(made).rows] == [3]


def test_the_first_visible_sheet_that_holds_something_is_read_and_the_others_are_told() -> None:
    made = book()
    hidden = made.create_sheet("Secret")
    hidden.append(["no"])
    hidden.sheet_state = "hidden"
    made.create_sheet("People 2").append(["a"])
    sheet = read(made)
    assert (sheet.name, [note.code for note in sheet.notes]) == ("People 2", ["table.other-sheets"])
    assert "Secret" not in str(sheet.notes)


def test_another_sheet_is_read_by_its_name() -> None:
    made = book(["a"], ["x"])
    made.create_sheet("Old").append(["b"])
    assert read(made, "Old").headings == ("b",)
    with pytest.raises(TableUnreadable, match="no sheet 'New'"):
        read(made, "New")


def test_an_empty_spreadsheet_is_refused() -> None:
    with pytest.raises(TableUnreadable, match="empty"):
        read(book())


def test_what_is_written_is_read_back_and_calculates_nothing() -> None:
    rows = [["=1+1", "Анна\x01", ""], ["", "two\nlines", "'=x"]]
    data = write_xlsx(["a", "b", "c"], rows)
    written = openpyxl.load_workbook(io.BytesIO(data)).active
    assert {one.data_type for row in written.iter_rows() for one in row} <= {"s", "n", "inlineStr"}
    back = read_xlsx(data, place="x")
    assert [{h: c.text for h, c in row.cells.items()} for row in back.rows] == [
        {"a": "=1+1", "b": "Анна"}, {"b": "two\nlines", "c": "'=x"},
    ]  # fmt: skip


def test_the_same_table_is_the_same_bytes_and_tells_no_time_and_no_author() -> None:
    data = write_xlsx(["a"], [["x"]])
    assert data == write_xlsx(["a"], [["x"]])
    again = openpyxl.load_workbook(io.BytesIO(data)).properties
    assert again.creator in {None, ""}
    assert again.created.year == 2000


def test_without_the_library_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(xlsx_form, "import_module", missing)
    for use in (lambda: write_xlsx(["a"], []), lambda: read(book(["a"], ["x"]))):
        with pytest.raises(NoSpreadsheets, match=r"khronika\[tables\]"):
            use()
