"""Slides as an edition: a PDF for each case with people in it, in every language."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from khronika.clearance.publication import Publication
from khronika.editions.digest import Dependencies, all_told, digest
from khronika.editions.edition import File
from khronika.editions.paper.trouble import troubles
from khronika.editions.paper.typeset import pdf, typesetter
from khronika.editions.paper.word import own_words
from khronika.editions.reader import Reader
from khronika.editions.slides.slides import slides
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Use


@dataclass(frozen=True, slots=True)
class SlidesEdition:
    """Twelve pages for each case in which somebody with a page is."""

    name: str = "slides"
    uses: frozenset[Use] = frozenset({Use.PUBLIC})

    def files(self, publication: Publication) -> Iterator[File]:
        """By language, then case by case."""
        everything = Dependencies(publication).everything()
        key = digest(everything, all_told(publication), typesetter())
        problems = troubles(publication)
        for language in publication.languages:
            reader = Reader(publication, language)
            own = own_words(reader)
            for case in _cases(reader):
                path = f"slides/{language}/slides-{publication.addresses[case]}.pdf"
                made = partial(_made, case, reader, path)
                yield File(path, made, digest(key, language), own_words=own, problems=problems)


def _cases(reader: Reader) -> Iterator[SubjectId]:
    publication = reader.publication
    for case in reader.case_names:
        if case in publication.addresses and reader.with_pages(publication.cases[case].people):
            yield case


def _made(case: SubjectId, reader: Reader, path: str) -> bytes:
    data, pictures = slides(case, reader)
    return pdf("slides/slides", data, place=path, pictures=pictures)
