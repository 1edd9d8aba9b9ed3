"""Draws the README's pictures from the example casebook: a page of the book, a poster, a person.

Everybody in them is invented. `python docs/draw_print.py` draws them anew into `docs/images`; the
person's page is taken in Chromium.
"""

import shutil
import subprocess
import sys
import tempfile
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
from khronika.editions.site.edition import SiteEdition
from khronika.errors import KhronikaError

IMAGES = Path(__file__).parent / "images"
PERSON = "ladogin-arseny"
WIDTH, HEIGHT = 900, 1273  # pixels, as tall as a sheet
SHOWN = ("style.css", f"pictures/{PERSON}.png", f"en/people/{PERSON}.html")


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


def photograph(name: str) -> Path:
    """The upper part of the person's page as a browser shows it."""
    target = IMAGES / name
    with tempfile.TemporaryDirectory() as folder:
        for file in SiteEdition().files(example()):
            if file.path in SHOWN:
                written = Path(folder, file.path)
                written.parent.mkdir(parents=True, exist_ok=True)
                written.write_bytes(file.render())
        page = Path(folder, SHOWN[-1]).as_uri()
        size = f"--window-size={WIDTH},{HEIGHT}"
        command = [_browser(), "--headless", "--no-sandbox", "--hide-scrollbars", size]
        command += [f"--screenshot={target}", page]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own words
    return target


def _browser() -> str:
    found = shutil.which("chromium") or shutil.which("google-chrome")
    return found or sys.exit("The person's page is taken in Chromium (Debian: chromium).")


def main() -> None:
    """All three pictures."""
    IMAGES.mkdir(exist_ok=True)
    drawn = (
        draw(BookEdition(), "book/book.en.pdf", "book-page.png", words="Cases\r\nArseny Ladogin"),
        draw(PosterEdition(), f"poster/en/poster-{PERSON}.pdf", "poster.png", words="POLITICAL"),
    )
    for path in (*drawn, photograph("person-page.png")):
        print(path)


if __name__ == "__main__":
    main()
