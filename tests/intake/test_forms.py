"""The same text in every form gives the same running text, and what stood aside stays aside."""

from collections.abc import Callable

import pytest

from khronika.intake import Limits, PartKind, Reading, read
from typesetting import Piece, as_docx, as_epub, as_html, as_odt, as_pdf

RUNNING = (PartKind.PARAGRAPH, PartKind.HEADING)
MAKERS: dict[str, Callable[[tuple[Piece, ...]], bytes]] = {
    "pdf": lambda story: as_pdf(story, head="Lanterns of Riverside"),
    "pdf of two columns": lambda story: as_pdf(story, columns=2, head="Lanterns of Riverside"),
    "docx": as_docx,
    "odt": as_odt,
    "epub": as_epub,
    "html": lambda story: as_html(story).encode(),
}


@pytest.fixture(scope="module", params=MAKERS)
def reading(request: pytest.FixtureRequest, story: tuple[Piece, ...]) -> Reading:
    return read(MAKERS[request.param](story), limits=Limits())


def said(reading: Reading, *kinds: PartKind) -> list[str]:
    return [reading.text[part.start : part.end] for part in reading.parts if part.kind in kinds]


def test_sentences_are_whole_and_in_order(reading: Reading, story: tuple[Piece, ...]) -> None:
    expected = [piece.text for piece in story if piece.kind != "caption"]
    assert said(reading, *RUNNING) == expected


def test_captions_and_notes_are_parts_of_their_own(
    reading: Reading, story: tuple[Piece, ...]
) -> None:
    assert said(reading, PartKind.CAPTION) == [one.text for one in story if one.kind == "caption"]
    notes = [one.lstrip("0123456789 ") for one in said(reading, PartKind.FOOTNOTE)]
    assert notes == [one.note for one in story if one.note]


def test_parts_stand_in_order_with_white_space_between(reading: Reading) -> None:
    ends = [0, *(part.end for part in reading.parts)]
    starts = [*(part.start for part in reading.parts), len(reading.text)]
    assert all(not reading.text[end:start].strip() for end, start in zip(ends, starts, strict=True))
    assert reading.problems == ()
    assert reading.version
