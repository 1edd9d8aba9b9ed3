"""A publication as one language prints it."""

from dataclasses import replace

from editions.publications import ALENA, BORIS, PAPER, SQUARE, VERA, a_publication
from khronika.editions.reader import Reader
from khronika.schema.source import SourceLevel
from khronika.schema.subject import SubjectId

READER = Reader(a_publication(), "ru")


def test_people_come_before_cases_and_in_the_order_of_printed_names() -> None:
    assert READER.with_pages([SQUARE, BORIS, VERA, ALENA]) == [ALENA, VERA, BORIS, SQUARE]


def test_what_has_no_page_has_no_link() -> None:
    stranger = SubjectId("examples/person/nobody")
    assert READER.href("ru/index.html", stranger) == ""
    assert READER.with_pages([stranger]) == []


def test_an_address_of_somebody_who_is_not_published_leads_nowhere() -> None:
    publication = replace(READER.publication, people={})
    assert Reader(publication, "ru").href("ru/index.html", ALENA) == ""


def test_a_closed_source_is_not_given_out() -> None:
    closed = replace(PAPER, level=SourceLevel.CLOSED)
    publication = replace(READER.publication, sources={PAPER.id: closed})
    assert Reader(publication, "ru").source(PAPER.id) is None
    assert READER.source(PAPER.id) == PAPER
