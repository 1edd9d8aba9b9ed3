from pathlib import Path

import pytest

from identity.linkage.records import ROWS, lay_out
from khronika.identity.linkage.records import read_records
from khronika.identity.people_file import NoNames


def test_records_keep_their_ids_and_their_order(tmp_path: Path) -> None:
    read = list(read_records([lay_out(tmp_path)]))
    assert [one.unique_id for one in read] == [str(number) for number in range(1, len(ROWS) + 1)]


def test_of_several_files_an_id_has_its_file_s_name_before_it(tmp_path: Path) -> None:
    files = [lay_out(tmp_path, "a.csv", ROWS[:1]), lay_out(tmp_path, "b.csv", ROWS[:1])]
    assert [one.unique_id for one in read_records(files)] == ["a/1", "b/1"]


def test_a_whole_name_is_taken_apart(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("id,name\n1,Степан Ильич Розов\n", encoding="utf-8")
    (whole,) = read_records([path])
    (parts,) = read_records([lay_out(tmp_path, "parts.csv", ["1,Розов,Степан,Ильич,,,,"])])
    assert whole == parts


def test_a_file_without_names_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("title\nx\n", encoding="utf-8")
    with pytest.raises(NoNames):
        list(read_records([path]))
