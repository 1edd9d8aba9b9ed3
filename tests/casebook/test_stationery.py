"""What a group brings to petitions is read, and what could harm is left out and named."""

from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest

from khronika.casebook.stationery import read_stationery
from khronika.solidarity.addressee import Addressee, Role

HEAD = "role,language,name,address,salutation,checked\n"


def written(tmp_path: Path, rows: str) -> Path:
    (tmp_path / "petitions").mkdir(exist_ok=True)
    (tmp_path / "petitions" / "addressees.csv").write_text(HEAD + rows, encoding="utf-8")
    return tmp_path


def template(*paragraphs: str) -> bytes:
    document, made = docx.Document(), BytesIO()
    for one in paragraphs:
        document.add_paragraph(one)
    document.save(made)
    return made.getvalue()


def test_a_casebook_without_any_has_none(tmp_path: Path) -> None:
    stationery, problems = read_stationery(tmp_path)
    assert not stationery.addressees
    assert not stationery.template
    assert not problems


def test_an_office_is_read_with_the_lines_of_its_address(tmp_path: Path) -> None:
    row = "embassy,en,Embassy of Nowhere,1 Invented Street | Townville,Excellency,2026-10-01\n"
    stationery, problems = read_stationery(written(tmp_path, row))
    assert not problems
    assert stationery.addressees == (
        Addressee(
            Role.EMBASSY, "en", "Embassy of Nowhere", ("1 Invented Street", "Townville"),
            "Excellency", date(2026, 10, 1),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ('minister,en,"=HYPERLINK(""http://x"",""y"")",,,\n', "petition.formula"),
        ('minister,en,Minister,"\'=1+1",,\n', "petition.formula"),
        ("minister,en,Minister,@SUM(A1),,\n", "petition.formula"),
        ("king,en,King,,,\n", "petition.addressee"),
        ("minister,xx,Minister,,,\n", "petition.addressee"),
        ("minister,en,,,,\n", "petition.addressee"),
        ("minister,en,Minister,,,soon\n", "petition.addressee"),
        ('minister,en,"Minister\n', "petition.unreadable"),
    ],
)
def test_a_row_that_cannot_be_used_is_left_out_and_named(
    tmp_path: Path, row: str, code: str
) -> None:
    stationery, problems = read_stationery(written(tmp_path, row))
    assert not stationery.addressees
    assert [one.code for one in problems] == [code]
    assert "HYPERLINK" not in str(problems[0])


def test_a_bad_row_keeps_no_good_one_out(tmp_path: Path) -> None:
    rows = "king,en,King,,,\nombudsman,ru,Уполномоченный,,,\n"
    stationery, problems = read_stationery(written(tmp_path, rows))
    assert [one.name for one in stationery.addressees] == ["Уполномоченный"]
    assert "row 2" in problems[0].place


GOOD = template("{%p for one in blocks %}", "{{ one.text }}", "{%p endfor %}")


@pytest.mark.parametrize(
    "data",
    [
        b"no zip",
        template("{%p for one in blocks %}"),
        template("{{ missing }}"),
        template("{{ title.__class__.__mro__ }}"),
    ],
)
def test_a_template_that_cannot_be_filled_is_named_and_not_used(
    tmp_path: Path, data: bytes
) -> None:
    folder = written(tmp_path, "")
    (folder / "petitions" / "petition.docx").write_bytes(data)
    stationery, problems = read_stationery(folder)
    assert not stationery.template
    assert [one.code for one in problems] == ["petition.template"]


def test_a_template_that_can_be_filled_is_taken(tmp_path: Path) -> None:
    folder = written(tmp_path, "embassy,en,Embassy,,,\n")
    (folder / "petitions" / "petition.docx").write_bytes(GOOD)
    stationery, problems = read_stationery(folder)
    assert stationery.template == GOOD
    assert not problems
