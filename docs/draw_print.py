"""Draws the pictures of the README from the example casebook: a page of the book and a poster.

Everybody in them is invented. `python docs/draw_print.py` draws them anew into `docs/images`.
"""

from contextlib import closing
from pathlib import Path

import pypdfium2

from khronika.casebook.demonstration import demonstrated
from khronika.casebook.example import EXAMPLE_DAY
from khronika.casebook.publishing import Proposal, Request, publish
from khronika.clearance.publication import Publication
from khronika.editions.book.edition import BookEdition
from khronika.editions.edition import Edition
from khronika.editions.poster.edition import PosterEdition
from khronika.errors import KhronikaError

IMAGES = Path(__file__).parent / "images"
PERSON = "ladogin-arseny"
WIDTH = 900  # pixels


class _Seen(KhronikaError):
    """The publication was looked at; nothing is to be written."""


def example() -> Publication:
    """What the example casebook publishes."""
    found: list[Publication] = []

    def look(proposal: Proposal) -> None:
        found.append(proposal.publication)
        raise _Seen

    with demonstrated(None, {}) as casebook:
        try:
            publish(casebook, Request(out=IMAGES / "nowhere"), today=EXAMPLE_DAY, agree=look)
        except _Seen:
            return found[0]
    raise AssertionError


def draw(edition: Edition, path: str, name: str, *, words: str) -> Path:
    """The first page of a file that holds the words, as a picture."""
    (file,) = [one for one in edition.files(example()) if one.path == path]
    target = IMAGES / name
    with closing(pypdfium2.PdfDocument(file.render())) as document:
        texts = [page.get_textpage().get_text_bounded() for page in document]
        number = max(n for n, text in enumerate(texts) if text.strip().startswith(words))
        page = document[number]
        page.render(scale=WIDTH / page.get_width()).to_pil().save(target, optimize=True)
    return target


def main() -> None:
    """Both pictures."""
    IMAGES.mkdir(exist_ok=True)
    drawn = (
        draw(BookEdition(), "book/book.en.pdf", "book-page.png", words="Cases\r\nArseny Ladogin"),
        draw(PosterEdition(), f"poster/en/poster-{PERSON}.pdf", "poster.png", words="POLITICAL"),
    )
    for path in drawn:
        print(path)


if __name__ == "__main__":
    main()
