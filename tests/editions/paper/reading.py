"""Reads printed matter back, as a reader's program would."""

from contextlib import closing

import pypdfium2


def pages_of(pdf: bytes) -> list[str]:
    """The text of every page, words whole."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    return [" ".join(text.replace("\ufffe", "").split()) for text in texts]


def headings_of(pdf: bytes) -> list[str]:
    """The headings a reader's program lists."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [" ".join(one.get_title().split()) for one in document.get_toc()]
