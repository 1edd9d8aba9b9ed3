import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from khronika.casebook.table.guard import guarded, plain

CELLS = st.text(alphabet="'=+-@\t\r\n aЯ1", max_size=6)


@pytest.mark.parametrize("text", ["=1+1", "+7", "-1", "@x", "\t=1", "\r=1", "\n=1", "'=1"])
def test_what_a_spreadsheet_would_calculate_begins_with_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"


@given(CELLS)
@example("''=x")
def test_the_guard_comes_off_again(text: str) -> None:
    assert plain(guarded(text)) == text


@given(CELLS)
def test_nothing_guarded_begins_as_a_formula(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@pytest.mark.parametrize("text", ["", "Anna", "'Anna", "O'Hara", "2022-01"])
def test_all_else_stands_as_it_is(text: str) -> None:
    assert guarded(text) == plain(text) == text
