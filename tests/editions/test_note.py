"""Notes are numbered as a reader meets them, and tell of a closed source the month alone."""

from dataclasses import replace

from builders import a_claim, by_id
from editions.publications import ALENA, PAPER, REPORT, a_publication, closed
from khronika.clearance.publication import Publication
from khronika.editions.note import Notes
from khronika.editions.reader import Reader
from khronika.schema.source import SourceLevel


def notes_of(publication: Publication) -> Notes:
    return Notes(Reader(publication, "en"))


def test_one_passage_has_one_number_however_many_facts_it_holds() -> None:
    claims = [a_claim(subject=ALENA), a_claim("search", subject=ALENA)]
    notes = notes_of(a_publication(claims))
    first = notes.backing([claims[0].id()])
    assert notes.backing([claims[1].id()])[0].notes == first[0].notes == (1,)
    assert len(notes.rows()) == 1


def test_older_sources_come_first() -> None:
    claims = [
        a_claim("search", subject=ALENA, source=REPORT.id),
        a_claim("search", subject=ALENA, source=PAPER.id),
    ]
    notes = notes_of(a_publication(claims))
    assert notes.backing(by_id(claims))[0].notes == (1, 2)
    assert [row.title for row in notes.rows()] == [PAPER.title, REPORT.title]


def test_closed_sources_of_one_month_are_one_note() -> None:
    claims = [closed(a_claim(subject=ALENA)), closed(a_claim("search", subject=ALENA))]
    notes = notes_of(a_publication(claims))
    notes.backing(by_id(claims))
    (row,) = notes.rows()
    assert row.known == "Known to the editors, March 2026"
    assert (row.title, row.section, row.quote, row.href) == ("", "", "", "")


def test_a_source_that_is_closed_or_not_there_is_never_named() -> None:
    claim = a_claim(subject=ALENA, source=PAPER.id, quote="the very words")
    open_one = a_publication([claim])
    for sources in ({}, {PAPER.id: replace(PAPER, level=SourceLevel.CLOSED)}):
        notes = notes_of(replace(open_one, sources=sources))
        notes.backing([claim.id()])
        (row,) = notes.rows()
        assert row.known == "Known to the editors"
        assert (row.title, row.quote) == ("", "")
