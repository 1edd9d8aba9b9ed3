"""Tables open in spreadsheets, and nothing in them runs there."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khronika.editions.data.sheet import guarded, to_csv

CELLS = st.text(alphabet="=+-@\t\r\n,\"'ab я", max_size=8)


@pytest.mark.parametrize("cell", ["=1+1", "+7 900", "-5", "@a", "\tx", "\rx", "\nx"])
def test_a_cell_that_would_calculate_is_made_text(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "9y", "Анна", "2022-08", "a=b", "'quoted"])
def test_any_other_cell_stays_as_it_is(cell: str) -> None:
    assert guarded(cell) == cell


@given(rows=st.lists(st.lists(CELLS, min_size=2, max_size=2)))
def test_what_is_written_is_read_again(rows: list[list[str]]) -> None:
    data = to_csv(["one", "two"], rows)
    read = list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))
    assert read == [["one", "two"], *[[guarded(cell) for cell in row] for row in rows]]
    assert data.endswith(b"\r\n")
