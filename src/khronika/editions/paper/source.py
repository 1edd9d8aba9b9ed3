"""The list of sources of a book: every one that a note can name."""

from dataclasses import dataclass

from khronika.editions.note import published, repeated_title
from khronika.editions.reader import Reader
from khronika.editions.show import link_to
from khronika.editions.sorting import title_order
from khronika.schema.source import Reading


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source: what it is called, who published it when, where it can be read."""

    title: str
    lang: str
    published: str
    href: str
    excerpt: bool
    repeats: str


def source_lines(reader: Reader) -> tuple[SourceLine, ...]:
    """Every open source that a claim of the publication stands in, by title."""
    publication = reader.publication
    named = {claim.passage.source for claim in publication.claims.values()}
    found = [source for one in named if (source := reader.source(one))]
    return tuple(
        SourceLine(
            title=source.title,
            lang=reader.foreign(source.lang),
            published=published(source, reader),
            href=link_to(source.url),
            excerpt=source.reading is Reading.EXCERPT,
            repeats=repeated_title(source, reader),
        )
        for source in sorted(found, key=lambda one: (title_order(one.title), one.id))
    )
