"""Panels as an edition: everybody's in one file for each language."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from khronika.clearance.publication import Publication
from khronika.editions.digest import Dependencies, all_told, digest
from khronika.editions.edition import File
from khronika.editions.panel.panel import panels
from khronika.editions.paper.trouble import troubles
from khronika.editions.paper.typeset import pdf, typesetter
from khronika.editions.reader import Reader
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Use


@dataclass(frozen=True, slots=True)
class PanelEdition:
    """A panel for each person, in every language of the publication."""

    name: str = "panel"
    uses: frozenset[Use] = frozenset({Use.PUBLIC})

    def files(self, publication: Publication) -> Iterator[File]:
        """One file of each language in which there is anybody."""
        everything = Dependencies(publication).everything()
        key = digest(everything, all_told(publication), typesetter())
        problems = troubles(publication)
        for language in publication.languages:
            reader = Reader(publication, language)
            people = [one for one in reader.names if one in publication.addresses]
            if people:
                path = f"panel/panels-a2.{language}.pdf"
                made = partial(_made, people, reader, path)
                yield File(path, made, digest(key, language), problems=problems)


def _made(people: list[SubjectId], reader: Reader, path: str) -> bytes:
    data, pictures = panels(people, reader)
    return pdf("panel/panel", data, place=path, pictures=pictures)
