"""A page as a picture that was made anew."""

import io

import pytest
from PIL import Image

from khronika.intake.limits import Limits
from khronika.intake.showing import Picture, from_bytes, show, to_bytes
from khronika.intake.worker import Pool


def gif(width: int, height: int, pages: int = 1) -> bytes:
    file = io.BytesIO()
    rest = [Image.new("P", (width, height), one + 1) for one in range(pages - 1)]
    Image.new("P", (width, height)).save(file, "GIF", save_all=True, append_images=rest)
    return file.getvalue()


def test_a_page_of_a_document_is_drawn_as_wide_as_it_is(story_pdf: bytes) -> None:
    picture = show(story_pdf, 1, limits=Limits())
    assert picture
    assert (round(picture.width), round(picture.height)) == (420, 595)
    with Image.open(io.BytesIO(picture.png)) as drawn:
        assert drawn.format == "PNG"


def test_each_page_has_its_own(story_pdf: bytes) -> None:
    one, two = (show(story_pdf, number, limits=Limits()) for number in (1, 2))
    assert one
    assert two
    assert one.png != two.png


@pytest.mark.parametrize("number", [0, -1, 3, 10**9])
def test_a_page_that_is_not_has_none(number: int) -> None:
    assert show(gif(9, 9, pages=2), number, limits=Limits()) is None


@pytest.mark.parametrize(
    "data",
    [b"", b"words", b"<svg onload='alert(1)'/>", b"<html><script>", b"%PDF-1.4 rubbish",
     b"\x89PNG\r\n\x1a\nrubbish", b"GIF89a/*", b"PK\x03\x04"],
)  # fmt: skip
def test_what_cannot_be_drawn_has_none(data: bytes) -> None:
    assert show(data, 1, limits=Limits()) is None


def test_nothing_beside_the_points_is_in_a_picture() -> None:
    picture = show(gif(9, 9) + b"lantern-7", 1, limits=Limits())
    assert picture
    assert b"lantern" not in picture.png


def test_a_large_picture_is_made_smaller() -> None:
    picture = show(gif(4_000, 3_000), 1, limits=Limits())
    assert picture
    with Image.open(io.BytesIO(picture.png)) as drawn:
        assert drawn.width == 1_240


def test_a_process_draws_as_this_one_does(story_pdf: bytes) -> None:
    with Pool(Limits()) as pool:
        assert pool.show(story_pdf, 1) == show(story_pdf, 1, limits=Limits())
        assert pool.show(b"words", 1) is None
        assert pool.read(b"words").text == "words"


def test_what_a_process_hands_over_is_checked() -> None:
    picture = show(gif(9, 9), 1, limits=Limits())
    assert from_bytes(to_bytes(picture)) == picture
    assert from_bytes(b"") is None
    assert from_bytes(to_bytes(Picture(9.0, 9.0, b"<svg onload='alert(1)'/>"))) is None
    assert from_bytes(to_bytes(Picture(0.0, 9.0, gif(9, 9)))) is None
    assert from_bytes(b"\x00") is None
