"""The book as an edition: a PDF and an EPUB for each language."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from khronika.clearance.publication import Publication
from khronika.editions.book.epub import epub
from khronika.editions.digest import Dependencies, all_told, digest
from khronika.editions.edition import File
from khronika.editions.paper.footnote import with_footnotes
from khronika.editions.paper.picture import picture_files
from khronika.editions.paper.trouble import troubles
from khronika.editions.paper.typeset import pdf, typesetter
from khronika.editions.paper.volume import qr_codes, volume
from khronika.editions.paper.word import own_words
from khronika.editions.reader import Reader
from khronika.schema.visibility import Use
from khronika.values.sentence import N_

SUBTITLE = N_("The book: cases, people, sources")


@dataclass(frozen=True, slots=True)
class BookEdition:
    """A book in every language of the publication."""

    name: str = "book"
    uses: frozenset[Use] = frozenset({Use.PUBLIC})

    def files(self, publication: Publication) -> Iterator[File]:
        """By language: the PDF, then the EPUB."""
        whole = Dependencies(publication).everything()
        everything = digest(whole, all_told(publication), typesetter())
        problems = troubles(publication)
        for language in publication.languages:
            reader = Reader(publication, language)
            path = f"book/book.{language}.pdf"
            made = partial(_pdf, reader, path)
            key, own = digest(everything, language), own_words(reader)
            yield File(path, made, key, own_words=own, problems=problems)
            path = f"book/book.{language}.epub"
            made = partial(_epub, reader)
            yield File(path, made, digest(key, "epub"), own_words=own)


def _pdf(reader: Reader, path: str) -> bytes:
    made = volume(reader, reader.wording.gettext(SUBTITLE))
    pictures = {**qr_codes(made), **picture_files(reader.names, reader)}
    return pdf("book/volume", with_footnotes(made), place=path, pictures=pictures)


def _epub(reader: Reader) -> bytes:
    return epub(volume(reader, reader.wording.gettext(SUBTITLE)))
