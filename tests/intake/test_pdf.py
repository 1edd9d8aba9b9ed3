"""PDF: whole sentences, and every word back to its page and box."""

import io
import re

import pypdf
import pypdfium2 as pdfium
import pytest

from khronika.intake import Box, Limits, PartKind, Reading, read
from typesetting import Piece, as_pdf


def codes(reading: Reading) -> list[str]:
    return [one.code for one in reading.problems]


def words_in(document: pdfium.PdfDocument, box: Box) -> str:
    """What the engine itself finds inside the box."""
    page = document[box.page - 1]
    height = page.get_height()
    found = page.get_textpage().get_text_bounded(box.x0, height - box.y1, box.x1, height - box.y0)
    return " ".join(found.split())


def test_the_box_of_every_word_holds_the_word(story_pdf: bytes) -> None:
    reading = read(story_pdf, limits=Limits())
    document = pdfium.PdfDocument(story_pdf)
    checked = 0
    for found in re.finditer(r"\w{4,}", reading.text):
        boxes = reading.boxes(*found.span())
        if len(boxes) == 1:
            checked += 1
            assert found[0] in words_in(document, boxes[0]), found[0]
    assert checked > 300


def test_a_sentence_over_two_pages_is_whole_and_leads_to_both() -> None:
    counted = Piece("paragraph", ", ".join(f"lantern {number}" for number in range(900)) + ".")
    reading = read(as_pdf([counted], head="Lanterns of Riverside"), limits=Limits())
    assert reading.text[: reading.parts[0].end] == counted.text
    pages = [box.page for box in reading.boxes(0, len(counted.text))]
    assert pages == sorted(pages)
    assert len(set(pages)) > 2


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_boxes_of_a_turned_page_are_those_of_the_page_as_shown(turn: int, story_pdf: bytes) -> None:
    document = pdfium.PdfDocument(story_pdf)
    upright = read(story_pdf, limits=Limits()).places
    document[0].set_rotation(turn)
    kept = io.BytesIO()
    document.save(kept)
    first = read(kept.getvalue(), limits=Limits()).places
    width, height = document[0].get_size()
    corners = list(zip(*[iter(first.corners)] * 4, strict=True))
    on_page = [box for box, page in zip(corners, first.pages, strict=True) if page == 1]
    assert len(on_page) > 100
    assert all(0 <= x0 <= x1 <= width and 0 <= y0 <= y1 <= height for x0, y0, x1, y1 in on_page)
    assert len(upright.pages) > 100


def test_a_figure_that_calls_a_note_is_no_part_of_a_year() -> None:
    noted = Piece(
        "paragraph", "She was held until March 2022 and then let go home", note="So they say."
    )
    text = read(as_pdf([noted, noted]), limits=Limits()).text
    assert "2022 and" in text
    assert "20221" not in text


def test_what_runs_along_the_edges_stands_at_the_end_once(story_pdf: bytes) -> None:
    reading = read(story_pdf, limits=Limits())
    margins = [part for part in reading.parts if part.kind is PartKind.MARGIN]
    assert [reading.text[part.start : part.end] for part in margins] == ["Lanterns of Riverside"]
    assert reading.parts[-1] is margins[0]


def test_a_word_cut_at_a_line_is_whole_and_keeps_both_boxes() -> None:
    long = "The investigators internationally acknowledged unconstitutional counterdemonstrations "
    piece = Piece("paragraph", long * 6 + "by the well-known representatives.")
    reading = read(as_pdf([piece], columns=3), limits=Limits())
    assert reading.text == piece.text
    assert any(
        len(reading.boxes(*found.span())) == 2 for found in re.finditer(r"\w{9,}", reading.text)
    )


def test_a_truncated_pdf_is_a_problem(story_pdf: bytes) -> None:
    for share in (0.1, 0.5, 0.9):
        cut = read(story_pdf[: int(len(story_pdf) * share)], limits=Limits())
        assert cut.text or codes(cut) == ["intake.damaged"]
    assert codes(read(story_pdf[: len(story_pdf) // 2], limits=Limits())) == ["intake.damaged"]


def test_a_locked_pdf_is_a_problem_with_a_remedy(story_pdf: bytes) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(story_pdf))
    writer.encrypt("lantern", algorithm="RC4-128")
    kept = io.BytesIO()
    writer.write(kept)
    reading = read(kept.getvalue(), limits=Limits())
    assert codes(reading) == ["intake.locked"]
    assert "without one" in reading.problems[0].remedy


def test_a_pdf_of_too_many_pages_is_a_problem(story_pdf: bytes) -> None:
    assert codes(read(story_pdf, limits=Limits(pages=1))) == ["intake.too-much"]


def test_pages_read_are_told(story_pdf: bytes) -> None:
    told: list[tuple[int, int]] = []
    read(story_pdf, limits=Limits(), tell=lambda done, of: told.append((done, of)))
    assert told == [(number, len(told)) for number in range(1, len(told) + 1)]
