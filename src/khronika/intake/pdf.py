"""Reads PDF; a page without a text layer is handed to the recogniser.

The date a file was made is no date of a document, so none is taken from it.
"""

from collections.abc import Iterator

import pypdfium2 as pdfium

from khronika.errors import Problem
from khronika.intake.composing import Composer, Said
from khronika.intake.limits import Limits, Tell, tell_nobody
from khronika.intake.page import Page
from khronika.intake.page_text import compose_pages
from khronika.intake.pdf_page import PdfPage
from khronika.intake.reading import Reading
from khronika.intake.unreadable import locked, too_much

FORMAT = "pdf"
VERSION = f"1, pypdfium2 {pdfium.version.PYPDFIUM_INFO.version}"
_PASSWORD = 4  # the engine's number for a document that asks for one


def read(untrusted: bytes, *, limits: Limits, tell: Tell = tell_nobody) -> Reading:
    """The text of all pages; a page that cannot be read is a problem of its own."""
    document = _opened(untrusted)
    if len(document) > limits.pages:
        raise too_much()
    problems: list[Problem] = []
    pages = list(_pages(document, problems, tell))
    composer = Composer(limits)
    compose_pages(pages, composer)
    title = document.get_metadata_value("Title")
    return composer.reading(form=FORMAT, version=VERSION, said=Said(title), problems=problems)


def _opened(untrusted: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(untrusted)
    except pdfium.PdfiumError as why:
        if why.err_code == _PASSWORD:
            raise locked() from why
        raise


def _pages(document: pdfium.PdfDocument, problems: list[Problem], tell: Tell) -> Iterator[Page]:
    for index in range(len(document)):
        try:
            yield PdfPage(document[index], index + 1).page()
        except pdfium.PdfiumError:
            problems.append(_page_lost(index + 1))
        tell(index + 1, len(document))


def _page_lost(number: int) -> Problem:
    return Problem(
        f"p. {number}",
        "intake.page-lost",
        "The page cannot be read.",
        "Look at the page and type what it says, or look for another copy.",
    )
