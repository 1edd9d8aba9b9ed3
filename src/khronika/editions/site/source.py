"""The list of sources, each with the pages that cite it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from khronika.editions.note import published, repeated_title
from khronika.editions.path import Link
from khronika.editions.reader import Reader
from khronika.editions.show import link_to
from khronika.editions.sorting import title_order
from khronika.schema.source import Reading, Source
from khronika.schema.subject import SubjectId, slug_of


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source and where it is cited."""

    id: str
    title: str
    title_lang: str
    href: str
    published: str
    excerpt: bool
    repeats: str
    cited: tuple[Link, ...]


def source_rows(page: str, reader: Reader) -> tuple[SourceRow, ...]:
    """Every open source that a page cites, by title."""
    cited = _citing(reader)
    found = [source for one in cited if (source := reader.source(one))]
    ordered = sorted(found, key=lambda source: (title_order(source.title), source.id))
    return tuple(
        _row(number, source, page, reader, cited[source.id])
        for number, source in enumerate(ordered, start=1)
    )


def _row(
    number: int, source: Source, page: str, reader: Reader, citing: Iterable[SubjectId]
) -> SourceRow:
    names = reader.names | reader.case_names
    return SourceRow(
        id=f"source-{number}-{slug_of(source.id)}",
        title=source.title,
        title_lang=reader.foreign(source.lang),
        href=link_to(source.url),
        published=published(source, reader),
        excerpt=source.reading is Reading.EXCERPT,
        repeats=repeated_title(source, reader),
        cited=tuple(Link(names[one], reader.href(page, one)) for one in reader.with_pages(citing)),
    )


def _citing(reader: Reader) -> Mapping[SubjectId, set[SubjectId]]:
    """For each source, the people and cases whose entries rest on it."""
    publication = reader.publication
    found: dict[SubjectId, set[SubjectId]] = defaultdict(set)
    holders = [
        *((person, dossier.entries) for person, dossier in publication.people.items()),
        *((case, file.entries) for case, file in publication.cases.items()),
    ]
    for subject, entries in holders:
        if reader.path_of(subject):
            for claim in (one for entry in entries for one in entry.claims):
                found[publication.claims[claim].passage.source].add(subject)
    return found
