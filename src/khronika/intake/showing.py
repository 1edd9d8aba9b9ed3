"""Makes a picture of one page, so that people see beside the text what it was read from.

Invariants:

- A picture is made anew from its points: nothing of the file that came in is in it.
- What has no pages, or cannot be drawn, has no picture; that is no trouble of the document.
"""

import io
import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from khronika.intake.form import Form, form_of
from khronika.intake.limits import Limits

WIDEST = 1_240  # dots; a line of an A4 page can be read on any screen
LARGEST = 120_000_000  # dots of what comes in
_POINTS = 72
_BEGINNING = b"\x89PNG\r\n\x1a\n"
_SIZE = struct.Struct(">dd")


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as PNG, and how wide and high the page is in points, as boxes count."""

    width: float
    height: float
    png: bytes


def show(untrusted: bytes, number: int, *, limits: Limits) -> Picture | None:
    """The picture of this page (they count from 1); None where there is none to be had."""
    form = form_of(untrusted)
    if len(untrusted) > limits.size or form not in {Form.PDF, Form.IMAGE}:
        return None
    with suppress(Exception):  # other people's parsers on hostile bytes raise anything
        return next(
            _of_pdf(untrusted, number) if form is Form.PDF else _of_image(untrusted, number)
        )
    return None


def to_bytes(picture: Picture | None) -> bytes:
    """The picture as it comes out of a worker process; empty for none."""
    return _SIZE.pack(picture.width, picture.height) + picture.png if picture else b""


def from_bytes(untrusted: bytes) -> Picture | None:
    """The picture these bytes are; None for none, and for what is no PNG."""
    png = untrusted[_SIZE.size :]
    if not png.startswith(_BEGINNING):
        return None
    width, height = _SIZE.unpack(untrusted[: _SIZE.size])
    return Picture(width, height, png) if 0 < width < LARGEST and 0 < height < LARGEST else None


def _of_pdf(untrusted: bytes, number: int) -> Iterator[Picture]:
    import pypdfium2 as pdfium  # noqa: PLC0415 - asked for when a document needs it

    document = pdfium.PdfDocument(untrusted)
    if 1 <= number <= len(document):
        page = document[number - 1]
        width, height = page.get_size()
        scale = min(2.0, WIDEST / width, WIDEST * 2 / height)
        yield Picture(width, height, _png(page.render(scale=scale).to_pil()))


def _of_image(untrusted: bytes, number: int) -> Iterator[Picture]:
    from PIL import Image, ImageOps  # noqa: PLC0415 - as above

    from khronika.intake.scan import dpi_of  # noqa: PLC0415 - as above

    with Image.open(io.BytesIO(untrusted)) as picture:
        picture.seek(number - 1)
        if picture.width * picture.height <= LARGEST:
            upright = ImageOps.exif_transpose(picture)
            scale = _POINTS / dpi_of(upright)
            width, height = upright.width * scale, upright.height * scale
            plain = upright.convert("RGB")
            plain.thumbnail((WIDEST, WIDEST * 2))
            yield Picture(width, height, _png(plain))


def _png(picture: object) -> bytes:
    from PIL import Image  # noqa: PLC0415 - as above

    assert isinstance(picture, Image.Image)  # noqa: S101 - both libraries hand over such
    points = Image.new("RGB", picture.size)
    points.paste(picture)
    file = io.BytesIO()
    points.save(file, "PNG")
    return file.getvalue()
