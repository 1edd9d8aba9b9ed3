from khronika.casebook.table.sheet import Cell, sheet_of, spaced


def headings(*texts: str, rows: int = 1) -> tuple[str, ...]:
    cells = [Cell(text) for text in texts]
    full = [Cell("x") for _ in texts]
    return sheet_of([cells, *([full] * rows)], place="x").headings


def test_a_heading_that_stands_twice_gets_a_number() -> None:
    assert headings("a", "a", "b", "a") == ("a", "a (2)", "b", "a (3)")


def test_a_column_without_a_heading_is_named_by_its_place_where_it_holds_words() -> None:
    assert headings("a", "", "b") == ("a", "column 2", "b")
    assert headings("a", "", "b", rows=0) == ("a", "b")


def test_the_first_row_that_is_not_blank_holds_the_headings() -> None:
    sheet = sheet_of([[], [Cell("")], [Cell("a")], [], [Cell("x")]], place="x")
    assert (sheet.headings, sheet.rows[0].number) == (("a",), 5)


def test_spaces_in_headings_are_one_kind() -> None:
    assert spaced(" a\u00a0 b\n") == "a b"
