"""Scans: recognised words with their boxes and how sure they are. Tesseract is called for real."""

import io
import re
from difflib import SequenceMatcher

import pytest
from PIL import Image

from khronika.intake import Limits, Reading, read, recogniser
from khronika.intake.unreadable import Unreadable
from typesetting import Piece, as_pdf, as_scanned_pdf, as_scans, huge_png

ENGLISH = "Alena Belova was arrested on 5 May 2022 in Riverside and taken to the harbour."
RUSSIAN = "Суд назначил ему шесть лет колонии строгого режима 30 августа 2022 года."


def codes(reading: Reading) -> list[str]:
    return [one.code for one in reading.problems]


@pytest.fixture(scope="module")
def set_pdf() -> bytes:
    return as_pdf([Piece("paragraph", ENGLISH), Piece("paragraph", RUSSIAN)])


@pytest.fixture(scope="module")
def scan(set_pdf: bytes) -> bytes:
    return as_scans(set_pdf)[0]


@pytest.fixture(scope="module")
def reading(scan: bytes) -> Reading:
    return read(scan, limits=Limits())


def test_both_languages_are_recognised(reading: Reading) -> None:
    assert reading.format == "image"
    assert "tesseract" in reading.version
    said = " ".join(reading.text.split())
    assert SequenceMatcher(None, f"{ENGLISH} {RUSSIAN}", said).ratio() > 0.95


def test_the_box_of_a_word_holds_it(reading: Reading, scan: bytes) -> None:
    found = re.search("Riverside", reading.text)
    assert found
    [box] = reading.boxes(*found.span())
    dots = recogniser.DPI / recogniser.POINTS
    picture = Image.open(io.BytesIO(scan))
    room = 12
    cut = picture.crop(
        (int(box.x0 * dots) - room, int(box.y0 * dots) - room, int(box.x1 * dots) + room,
         int(box.y1 * dots) + room)
    )  # fmt: skip
    kept = io.BytesIO()
    cut.save(kept, "PNG", dpi=(recogniser.DPI, recogniser.DPI))
    assert "Riverside" in read(kept.getvalue(), limits=Limits()).text


def test_how_sure_a_word_is_stays_with_it(reading: Reading) -> None:
    assert 0 < reading.sure(0, len(reading.text)) < 100


def test_a_pdf_of_pictures_is_recognised_page_by_page(set_pdf: bytes) -> None:
    reading = read(as_scanned_pdf(set_pdf), limits=Limits())
    assert "Riverside" in reading.text
    assert reading.boxes(0, 5)[0].page == 1
    assert "tesseract" in reading.version


def test_where_there_is_no_recogniser_the_remedy_is_said(
    monkeypatch: pytest.MonkeyPatch, scan: bytes, set_pdf: bytes
) -> None:
    monkeypatch.setattr(recogniser, "_told", lambda _: "")
    with pytest.raises(Unreadable):
        recogniser.recogniser()
    for document in (scan, as_scanned_pdf(set_pdf)):
        reading = read(document, limits=Limits())
        assert codes(reading) == ["intake.no-recogniser"]
        assert "apt install" in reading.problems[0].remedy


def test_a_picture_that_claims_to_be_huge_is_too_much() -> None:
    assert codes(read(huge_png(60_000, 60_000), limits=Limits())) == ["intake.too-much"]


def test_a_broken_picture_is_damaged_and_a_blank_page_told() -> None:
    assert codes(read(b"\x89PNG\r\n\x1a\n rubbish", limits=Limits())) == ["intake.damaged"]
    kept = io.BytesIO()
    Image.new("L", (800, 800), 255).save(kept, "PNG")
    assert codes(read(kept.getvalue(), limits=Limits())) == ["intake.unsure-page"]
