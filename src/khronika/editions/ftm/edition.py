"""The FollowTheMoney edition: one file of entities, links after what they link."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from khronika.clearance.publication import Publication
from khronika.editions.digest import Dependencies, digest
from khronika.editions.edition import File
from khronika.editions.ftm.case import case_entity, party_entities
from khronika.editions.ftm.document import article_entity, documentation_entities, open_sources
from khronika.editions.ftm.entity import Entity, case_entity_id, person_entity_id
from khronika.editions.ftm.person import person_entity
from khronika.schema.source import Source
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Use

PATH = "ftm/entities.ftm.json"


@dataclass(frozen=True, slots=True)
class FtmEdition:
    """People, cases, the accused in them, and the open sources, as FollowTheMoney entities."""

    name: str = "ftm"
    uses: frozenset[Use] = frozenset(Use)

    def files(self, publication: Publication) -> Iterator[File]:
        """The one file, a line for each entity."""
        key = digest(Dependencies(publication).everything(), PATH)
        yield File(PATH, partial(entities_jsonl, publication), key)


def entities_jsonl(publication: Publication) -> bytes:
    """Every entity on a line: people, cases, links between them, sources, links from these."""
    lines = (entity.line() for entity in _entities(publication))
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _entities(publication: Publication) -> Iterator[Entity]:
    people = [one for one in sorted(publication.people) if one in publication.addresses]
    cases = [one for one in sorted(publication.cases) if one in publication.addresses]
    yield from (person_entity(publication, one) for one in people)
    yield from (case_entity(publication, one) for one in cases)
    for person in people:
        yield from party_entities(publication, person)
    documents = dict(_documents(publication, people, cases))
    sources = {source.id: source for found in documents.values() for source in found}
    yield from (article_entity(sources[one]) for one in sorted(sources))
    for about, found in documents.items():
        yield from documentation_entities(found, about)


def _documents(
    publication: Publication, people: list[SubjectId], cases: list[SubjectId]
) -> Iterator[tuple[str, list[Source]]]:
    """The id of each entity with the sources of its facts."""
    for person in people:
        entries = publication.people[person].entries
        yield person_entity_id(publication, person), open_sources(publication, entries)
    for case in cases:
        entries = publication.cases[case].entries
        yield case_entity_id(publication, case), open_sources(publication, entries)
