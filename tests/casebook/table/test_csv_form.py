import pytest
from hypothesis import given
from hypothesis import strategies as st

from khronika.casebook.table.csv_form import read_csv, write_csv
from khronika.casebook.table.sheet import MAX_CELL, MAX_ROWS, TableUnreadable

ROW = {"Имя": "Анна Белова", "Дата": "01.02.2022"}
TEXTS = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=8
).map(lambda text: " ".join(text.split()))


def cells(data: bytes) -> list[dict[str, str]]:
    sheet = read_csv(data, place="people.csv")
    return [{one: cell.text for one, cell in row.cells.items()} for row in sheet.rows]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251"]
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_usual_encoding_and_delimiter_is_read(encoding: str, delimiter: str) -> None:
    text = f"Имя{delimiter}Дата\r\nАнна Белова{delimiter}01.02.2022\r\n"
    assert cells(text.encode(encoding)) == [ROW]


def test_western_letters_are_not_taken_for_cyrillic_ones() -> None:
    assert cells("Name;Ort\nMüller;Köln\n".encode("cp1252")) == [{"Name": "Müller", "Ort": "Köln"}]


def test_a_guessed_encoding_is_told() -> None:
    guessed = read_csv("Имя\nАнна\n".encode("cp1251"), place="people.csv")
    assert [note.code for note in guessed.notes] == ["table.encoding"]
    assert read_csv("Имя\nАнна\n".encode(), place="people.csv").notes == ()


def test_a_line_that_names_the_delimiter_is_believed_and_is_no_row() -> None:
    assert cells(b'sep=;\r\n"a, b";c\r\n1;2\r\n') == [{"a, b": "1", "c": "2"}]


def test_delimiters_in_quotes_do_not_count() -> None:
    assert cells(b'"a, b, c";d\n1;2\n') == [{"a, b, c": "1", "d": "2"}]


def test_a_cell_may_hold_lines_and_the_row_keeps_the_number_a_spreadsheet_shows() -> None:
    sheet = read_csv(b'a,b\n"1\n2",3\n4,5\n', place="x")
    assert [(row.number, row.cells["a"].text) for row in sheet.rows] == [(2, "1\n2"), (3, "4")]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\n,,\n", "empty"),
        (b'a,b\n"x,2\n3,4\n', "Line 3 is not CSV"),
        (b"\x00\xd8\x01", "letters cannot be read"),
        (b"a\n" + b"x\n" * (MAX_ROWS + 1), "more than"),
        (b"," * 300 + b"x", "columns"),
    ],
)
def test_what_is_no_table_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(TableUnreadable, match=reason):
        read_csv(data, place="people.csv")


def test_a_cell_made_to_fill_the_memory_is_a_fault_of_its_own() -> None:
    sheet = read_csv(b"a,b\n" + b"x" * (MAX_CELL + 1) + b",2\n", place="x")
    assert (sheet.rows[0].cells["a"].fault, sheet.rows[0].cells["b"].text) == ("too-long", "2")


@given(st.lists(st.lists(TEXTS, min_size=3, max_size=3), min_size=1, max_size=4))
def test_what_is_written_is_read_back(rows: list[list[str]]) -> None:
    headings = ["one", "two", "three"]
    full = [row for row in rows if any(row)]
    read = cells(write_csv(headings, rows))
    assert read == [{h: t for h, t in zip(headings, row, strict=True) if t} for row in full]


def test_nothing_a_spreadsheet_would_calculate_is_written() -> None:
    assert b"\r\n'=1+1\r\n" in write_csv(["a"], [["=1+1"]])
    assert cells(write_csv(["a"], [["=1+1"]])) == [{"a": "=1+1"}]
