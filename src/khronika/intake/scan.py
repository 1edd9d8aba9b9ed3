"""Reads pictures of pages: scans and photographs, one page or many to a file."""

import io
from collections.abc import Iterator

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from khronika.errors import Problem
from khronika.intake.composing import Composer
from khronika.intake.limits import Limits, Tell, tell_nobody
from khronika.intake.page import Page
from khronika.intake.page_text import compose_pages
from khronika.intake.reading import Reading
from khronika.intake.recogniser import POINTS, recognised, recogniser, unsure
from khronika.intake.unreadable import damaged, too_much

FORMAT = "image"
VERSION = "1"
LARGEST = 120_000_000  # dots; a page of A2 at 600 dpi is 140 million, one of A3 70
_PAGE_WIDTH = 595  # points of an A4 page: what a picture without a measure is taken for
_LIKELY = range(70, 1_201)  # dots per inch that a scanner tells


def read(untrusted: bytes, *, limits: Limits, tell: Tell = tell_nobody) -> Reading:
    """The words on the pictures."""
    problems: list[Problem] = []
    program = recogniser()
    pages = list(_pages(untrusted, problems, limits=limits, tell=tell))
    composer = Composer(limits)
    compose_pages(pages, composer)
    version = f"{VERSION}, {program}"
    return composer.reading(form=FORMAT, version=version, problems=problems)


def _pages(
    untrusted: bytes, problems: list[Problem], *, limits: Limits, tell: Tell
) -> Iterator[Page]:
    try:
        with Image.open(io.BytesIO(untrusted)) as picture:
            count = getattr(picture, "n_frames", 1)
            if count > limits.pages or picture.width * picture.height > LARGEST:
                raise too_much()
            for number, frame in enumerate(ImageSequence.Iterator(picture), start=1):
                page = _page(frame, number, limits)
                problems += filter(None, [unsure(page)])
                yield page
                tell(number, count)
    except Image.DecompressionBombError as why:
        raise too_much() from why
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as why:
        raise damaged() from why


def _page(frame: Image.Image, number: int, limits: Limits) -> Page:
    if frame.width * frame.height > LARGEST:
        raise too_much()
    upright = ImageOps.exif_transpose(frame)
    return recognised(upright, number=number, dpi=dpi_of(upright), limits=limits)


def dpi_of(picture: Image.Image) -> float:
    """How many dots of the picture an inch of the page has, as far as it tells."""
    told = picture.info.get("dpi", (0,))[0]
    likely = round(float(told)) in _LIKELY
    return float(told) if likely else picture.width * POINTS / _PAGE_WIDTH
