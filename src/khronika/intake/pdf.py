"""Reads PDF; a page without a text layer is handed to the recogniser.

The date a file was made is no date of a document, so none is taken from it.
"""

from collections.abc import Iterator
from dataclasses import replace
from math import sqrt

import pypdfium2 as pdfium

from khronika.errors import Problem
from khronika.intake.composing import Composer, Said
from khronika.intake.limits import Limits, Tell, tell_nobody
from khronika.intake.page import Page
from khronika.intake.page_text import compose_pages
from khronika.intake.pdf_page import PdfPage
from khronika.intake.reading import Reading
from khronika.intake.recogniser import DPI, POINTS, recognised, recogniser, unsure
from khronika.intake.unreadable import Unreadable, locked, too_much

FORMAT = "pdf"
VERSION = f"1, pypdfium2 {pdfium.version.PYPDFIUM_INFO.version}"
LARGEST = 60_000_000  # dots of a page made a picture; an A3 page at 300 dpi has 17 million
_PASSWORD = 4  # the engine's number for a document that asks for one


def read(untrusted: bytes, *, limits: Limits, tell: Tell = tell_nobody) -> Reading:
    """The text of all pages; a page that cannot be read is a problem of its own."""
    document = _opened(untrusted)
    if len(document) > limits.pages:
        raise too_much()
    problems: list[Problem] = []
    pages = list(_pages(document, problems, limits=limits, tell=tell))
    composer = Composer(limits)
    compose_pages(pages, composer)
    program = f", {recogniser()}" if any(page.is_scan for page in pages) else ""
    said = Said(document.get_metadata_value("Title"))
    version = f"{VERSION}{program}"
    return composer.reading(form=FORMAT, version=version, said=said, problems=problems)


def _opened(untrusted: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(untrusted)
    except pdfium.PdfiumError as why:
        if why.err_code == _PASSWORD:
            raise locked() from why
        raise


def _pages(
    document: pdfium.PdfDocument, problems: list[Problem], *, limits: Limits, tell: Tell
) -> Iterator[Page]:
    for index in range(len(document)):
        number = index + 1
        try:
            page = PdfPage(document[index], number).page()
            if page.pictures and not page.lines:
                page = _recognised(document[index], number, problems, limits)
            yield page
        except Unreadable as why:
            problems.append(replace(why.problem, place=f"p. {number}"))
        except pdfium.PdfiumError:
            problems.append(_page_lost(number))
        tell(number, len(document))


def _recognised(
    shown: pdfium.PdfPage, number: int, problems: list[Problem], limits: Limits
) -> Page:
    """The words of a page that is a picture; boxes as on the page itself."""
    recogniser()
    dpi = min(DPI, POINTS * sqrt(LARGEST / max(1.0, shown.get_width() * shown.get_height())))
    picture = shown.render(scale=dpi / POINTS, grayscale=True).to_pil()
    page = recognised(picture, number=number, dpi=dpi, limits=limits)
    problems += filter(None, [unsure(page)])
    return page


def _page_lost(number: int) -> Problem:
    return Problem(
        f"p. {number}",
        "intake.page-lost",
        "The page cannot be read.",
        "Look at the page and type what it says, or look for another copy.",
    )
