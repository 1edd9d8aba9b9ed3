"""One source a line; only those that may be named and that a printed claim stands in."""

from khronika.clearance.publication import Publication
from khronika.editions.data.column import Column
from khronika.schema.source import Source, SourceLevel
from khronika.schema.subject import SubjectId


def named_sources(publication: Publication) -> list[Source]:
    """The open sources of the publication's claims, by id."""
    cited = {claim.passage.source for claim in publication.claims.values()}
    found = [publication.sources[one] for one in sorted(cited & publication.sources.keys())]
    return [source for source in found if source.level is SourceLevel.OPEN]


def source_columns(publication: Publication) -> list[Column[Source]]:
    """The columns of sources.csv; a closed source that is repeated is not named."""
    named = {source.id for source in named_sources(publication)}
    return [*_COLUMNS, Column(*_REPEATS, lambda source: _repeats(source, named))]


def _repeats(source: Source, named: set[SubjectId]) -> str:
    return source.repeats if source.repeats and source.repeats in named else ""


_REPEATS = ("repeats", "text", "id of the source it only repeats, where that one is in this table")
_COLUMNS: list[Column[Source]] = [
    Column("id", "text", "id of the source", lambda source: source.id),
    Column("title", "text", "title, in the source's language", lambda source: source.title),
    Column("publisher", "text", "who published it", lambda source: source.publisher),
    Column("date", "date", "when it appeared", lambda source: str(source.date or "")),
    Column("lang", "language", "its language", lambda source: source.lang),
    Column("url", "web address", "where it can be read", lambda source: source.url),
    Column(
        "reading",
        "choice",
        "full, or excerpt where the editors have not read all of it",
        lambda source: source.reading.value,
    ),
]
