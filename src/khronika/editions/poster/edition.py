"""Posters as an edition: everybody's in one file for each size, and each person's own."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from khronika.clearance.publication import Publication
from khronika.editions.digest import Dependencies, digest
from khronika.editions.edition import File
from khronika.editions.paper.sheet import A3, A4
from khronika.editions.paper.trouble import troubles
from khronika.editions.paper.typeset import pdf, typesetter
from khronika.editions.poster.poster import posters
from khronika.editions.reader import Reader
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Use

SIZES = {"a4": A4, "a3": A3}


@dataclass(frozen=True, slots=True)
class PosterEdition:
    """A page for each person, in every language of the publication."""

    name: str = "poster"
    uses: frozenset[Use] = frozenset({Use.PUBLIC})

    def files(self, publication: Publication) -> Iterator[File]:
        """By language: everybody in one file for each size, then person by person."""
        dependencies = Dependencies(publication)
        problems = troubles(publication)
        for language in publication.languages:
            reader = Reader(publication, language)
            people = [one for one in reader.names if one in publication.addresses]
            if not people:
                continue
            for size in SIZES:
                path = f"poster/posters-{size}.{language}.pdf"
                key = digest(dependencies.everything(), typesetter(), language, size)
                made = partial(_made, people, reader, size, path)
                yield File(path, made, key, problems=problems)
            for person in people:
                yield _of_person(person, reader, dependencies)


def _of_person(person: SubjectId, reader: Reader, dependencies: Dependencies) -> File:
    path = f"poster/{reader.language}/poster-{reader.publication.addresses[person]}.pdf"
    day = reader.publication.as_of.isoformat()
    key = digest(dependencies.person(person), typesetter(), reader.language, day)
    return File(path, partial(_made, [person], reader, "a4", path), key)


def _made(people: list[SubjectId], reader: Reader, size: str, path: str) -> bytes:
    data, pictures = posters(people, reader, SIZES[size])
    return pdf("poster/poster", data, place=path, pictures=pictures)
