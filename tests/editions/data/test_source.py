"""Only open sources that something rests on are named, and none leads to a closed one."""

import csv
import io
from dataclasses import replace

from editions.publications import ECHO, PAPER, REPORT, a_publication
from khronika.clearance.publication import Publication
from khronika.editions.data.column import table
from khronika.editions.data.source import named_sources, source_columns
from khronika.schema.source import SourceLevel


def rows(publication: Publication) -> list[dict[str, str]]:
    data = table(source_columns(publication), named_sources(publication))
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_each_open_source_has_a_row() -> None:
    found = rows(a_publication())
    assert [row["id"] for row in found] == [ECHO.id, PAPER.id, REPORT.id]
    assert found[0]["repeats"] == PAPER.id
    assert found[1]["url"] == PAPER.url
    assert found[2]["reading"] == "excerpt"


def test_a_closed_source_is_not_named_even_as_what_another_repeats() -> None:
    publication = a_publication()
    closed = replace(PAPER, level=SourceLevel.CLOSED)
    found = rows(replace(publication, sources={**publication.sources, PAPER.id: closed}))
    assert [row["id"] for row in found] == [ECHO.id, REPORT.id]
    assert found[0]["repeats"] == ""
