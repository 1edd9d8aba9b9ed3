"""The brochure as an edition: one PDF for each language."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from khronika.clearance.publication import Publication
from khronika.editions.brochure.brochure import brochure
from khronika.editions.digest import Dependencies, all_told, digest
from khronika.editions.edition import File
from khronika.editions.paper.trouble import troubles
from khronika.editions.paper.typeset import pdf, typesetter
from khronika.editions.paper.word import own_words
from khronika.editions.reader import Reader
from khronika.schema.visibility import Use


@dataclass(frozen=True, slots=True)
class BrochureEdition:
    """A brochure in every language of the publication."""

    name: str = "brochure"
    uses: frozenset[Use] = frozenset({Use.PUBLIC})

    def files(self, publication: Publication) -> Iterator[File]:
        """The PDF of each language."""
        everything = Dependencies(publication).everything()
        key = digest(everything, all_told(publication), typesetter())
        problems = troubles(publication)
        for language in publication.languages:
            path = f"brochure/brochure.{language}.pdf"
            reader = Reader(publication, language)
            made, own = partial(_made, reader, path), own_words(reader)
            yield File(path, made, digest(key, language), own_words=own, problems=problems)


def _made(reader: Reader, path: str) -> bytes:
    data, pictures = brochure(reader)
    return pdf("brochure/brochure", data, place=path, pictures=pictures)
