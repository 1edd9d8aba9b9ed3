import io
import zipfile

import pytest

from khronika.casebook.table import xlsx_guard
from khronika.casebook.table.reader import read_table
from khronika.casebook.table.sheet import TableUnreadable
from khronika.casebook.table.xlsx_form import write_xlsx
from khronika.casebook.table.xlsx_guard import LAST_ROW, check_book

BOOK = {"xl/workbook.xml": b"<workbook/>"}


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return out.getvalue()


def refused(data: bytes, reason: str) -> None:
    with pytest.raises(TableUnreadable, match=reason):
        check_book(data, place="people.xlsx")


def test_a_spreadsheet_of_ours_passes() -> None:
    check_book(write_xlsx(["a"], [["x"]]), place="people.xlsx")


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zipped(BOOK | {"xl/sharedStrings.xml": b"<x>" + b" " * 2_000_000})
    assert len(bomb) < 10_000
    monkeypatch.setattr(xlsx_guard, "MAX_UNPACKED", 1_000_000)
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_: pytest.fail("it was unpacked"))
    refused(bomb, "unpacks to more")


def test_a_crowd_of_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_guard, "MAX_PARTS", 5)
    refused(zipped(BOOK | {f"xl/{n}.xml": b"" for n in range(9)}), "unpacks to more")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_that_defines_entities_is_refused(encoding: str) -> None:
    xml = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    refused(zipped(BOOK | {"xl/sharedStrings.xml": xml.encode(encoding)}), "entities")


def test_a_cell_beyond_the_last_row_is_not_lost_in_silence() -> None:
    cell = f'<c r="A{LAST_ROW + 1}" t="s"><v>0</v></c>'.encode()
    refused(zipped(BOOK | {"xl/worksheets/sheet1.xml": cell}), "beyond row")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (zipped({"readme.txt": b""}), "no spreadsheet"),
        (b"PK\x03\x04 and nothing more", "damaged"),
        (write_xlsx(["a"], [["x"]])[:-40], "damaged"),
    ],
)
def test_what_is_no_spreadsheet_is_refused(data: bytes, reason: str) -> None:
    refused(data, reason)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xd0\xcf\x11\xe0 old", "old Excel file"),
        (zipped(BOOK), "damaged"),
    ],
)
def test_the_reader_refuses_them_too(data: bytes, reason: str) -> None:
    with pytest.raises(TableUnreadable, match=reason):
        read_table(data, place="people.xls")
