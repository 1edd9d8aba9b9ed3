from pathlib import Path

import pytest

from khronika.casebook.table import reader
from khronika.casebook.table.csv_form import write_csv
from khronika.casebook.table.reader import is_table, read_table, table_bytes
from khronika.casebook.table.sheet import TableUnreadable
from khronika.casebook.table.xlsx_form import write_xlsx


@pytest.mark.parametrize("name", ["a.csv", "a.CSV", "a.tsv", "a.xlsx", "a.xls", "a.ods"])
def test_tables_are_known_by_their_ending(name: str) -> None:
    assert is_table(Path(name))


def test_all_else_is_none(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    assert not is_table(tmp_path / "folder.csv")
    assert not any(map(is_table, map(Path, ["a.yaml", "a.zip", "csv", "a.txt"])))


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_what_a_file_is_decides_and_not_its_name(write: object) -> None:
    data = write(["a"], [["x"]])  # type: ignore[operator]
    assert read_table(data, place="whatever.txt").headings == ("a",)


def test_a_file_too_large_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "MAX_BYTES", 3)
    (tmp_path / "a.csv").write_bytes(b"abcd")
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    with pytest.raises(TableUnreadable, match="larger"):
        table_bytes(tmp_path / "a.csv")


def test_a_file_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(TableUnreadable, match="cannot be opened"):
        table_bytes(tmp_path / "a.csv")
