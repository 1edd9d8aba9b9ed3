"""Zips of XML: what they unpack to is known before they are unpacked."""

import io
import zipfile

import pytest

from khronika.intake import Limits, Reading, read
from typesetting import Piece, as_docx, as_epub, as_odt, packed

PIECES = [Piece("paragraph", "Alena Belova was arrested on 5 May 2022.")]
MAKERS = {"docx": as_docx, "odt": as_odt, "epub": as_epub}
MAIN = {"docx": "word/document.xml", "odt": "content.xml", "epub": "OPS/book.opf"}
SMALL = Limits(unpacked=5_000_000, members=100)
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    "<a>&b;</a>"
)


def codes(reading: Reading) -> list[str]:
    return [one.code for one in reading.problems]


def repacked(document: bytes, **changed: bytes) -> bytes:
    """The same zip with some files replaced or added."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return packed({**files, **changed})


@pytest.fixture(params=MAKERS)
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_a_bomb_is_not_unpacked(form: str) -> None:
    bomb = repacked(MAKERS[form](PIECES), **{MAIN[form]: b"<a>" + bytes(6_000_000)})
    assert len(bomb) < 60_000
    assert codes(read(bomb, limits=SMALL)) == ["intake.too-much"]


def test_a_zip_of_too_many_files_is_not_opened(form: str) -> None:
    many = repacked(MAKERS[form](PIECES), **{f"x{n}": b"" for n in range(101)})
    assert codes(read(many, limits=SMALL)) == ["intake.too-much"]


def test_entities_are_refused(form: str) -> None:
    evil = repacked(MAKERS[form](PIECES), **{MAIN[form]: LAUGHS.encode()})
    assert codes(read(evil, limits=SMALL)) == ["intake.entities"]


def test_entities_in_a_wide_encoding_are_refused(form: str) -> None:
    wide = LAUGHS.replace("1.0", '1.0" encoding="utf-16').encode("utf-16")
    evil = repacked(MAKERS[form](PIECES), **{MAIN[form]: wide})
    assert codes(read(evil, limits=SMALL)) == ["intake.entities"]


def test_a_truncated_document_is_damaged(form: str) -> None:
    document = MAKERS[form](PIECES)
    assert codes(read(document[: len(document) // 2], limits=SMALL)) == ["intake.damaged"]


def test_a_document_with_a_password_is_told(form: str) -> None:
    document = bytearray(MAKERS[form](PIECES))
    at = document.index(b"PK\x01\x02")
    while at >= 0:
        document[at + 8] |= 1  # the bit that says the file is encrypted
        at = document.find(b"PK\x01\x02", at + 4)
    assert codes(read(bytes(document), limits=SMALL)) == ["intake.locked"]


def test_xml_that_is_none_is_damaged(form: str) -> None:
    broken = repacked(MAKERS[form](PIECES), **{MAIN[form]: b"<a><b></a>"})
    assert codes(read(broken, limits=SMALL)) == ["intake.damaged"]


def test_a_chapter_that_is_missing_is_a_problem_and_the_rest_is_read() -> None:
    book = as_epub([PIECES[0], Piece("paragraph", "Boris Ladogin was let go.")])
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if "one" not in name}
    reading = read(packed(files), limits=SMALL)
    assert reading.text == "Boris Ladogin was let go."
    assert [(one.place, one.code) for one in reading.problems] == [
        ("chapter 1", "intake.page-lost")
    ]
