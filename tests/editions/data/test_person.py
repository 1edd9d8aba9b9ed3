"""One person a line, disputed values beside each other and named as such."""

import csv
import io

from builders import a_claim
from editions.publications import ALENA, SQUARE, a_publication
from khronika.clearance.publication import Publication
from khronika.editions.data.column import table
from khronika.editions.data.person import person_columns, person_rows


def rows(publication: Publication) -> dict[str, dict[str, str]]:
    data = table(person_columns(publication.languages), person_rows(publication))
    return {row["id"]: row for row in csv.DictReader(io.StringIO(data.decode(), newline=""))}


def test_a_row_holds_what_tables_are_made_from() -> None:
    row = rows(a_publication())["belova-alena"]
    assert row == {
        "id": "belova-alena",
        "subject": "examples/person/belova-alena",
        "name_en": "Alyona Belova",
        "name_ru": "Алёна Белова",
        "name_de": "Aljona Belowa",
        "name_fr": row["name_fr"],
        "status": "serving",
        "status_since": "2024-03-01",
        "cases": "square",
        "articles": "RU-UK 205.2/2",
        "first_detention": "2023-02-11",
        "verdict_date": "2024-03-01",
        "court": "Lugovsk court",
        "term": "6y | 9y",
        "regime": "general",
        "recognition": (
            "Support for Political Prisoners. Memorial, political-prisoner, 2024-06-01"
        ),
        "sources": "examples/source/paper; examples/source/report",
        "last_changed": "2026-10-01",
        "disputed_fields": "ruling.term",
    }


def test_a_closed_source_is_not_among_the_sources() -> None:
    row = rows(a_publication())["lesnoy-boris"]
    assert row["sources"] == "examples/source/echo; examples/source/paper"
    assert row["status"] == "released"


def test_what_is_not_known_is_an_empty_cell() -> None:
    row = rows(a_publication([a_claim("name", subject=ALENA, text="A B")], changed={}))[
        "belova-alena"
    ]
    known = {name for name, cell in row.items() if cell}
    assert known == {"id", "subject", "name_en", "name_ru", "name_de", "name_fr", "status",
                     "sources"}  # fmt: skip


def test_of_several_verdicts_the_latest_of_first_instance_counts() -> None:
    claims = [
        a_claim("ruling", subject=ALENA, case=SQUARE, date="2020-01-01", term="1y", event="a"),
        a_claim("ruling", subject=ALENA, case=SQUARE, date="2023-01-01", term="2y", event="b"),
        a_claim("ruling", subject=ALENA, case=SQUARE, instance="appeal", date="2024-01-01",
                term="3y"),
    ]  # fmt: skip
    row = rows(a_publication(claims))["belova-alena"]
    assert (row["verdict_date"], row["term"]) == ("2023-01-01", "2y")


def test_a_name_that_begins_like_a_formula_is_text() -> None:
    row = rows(a_publication([a_claim("name", subject=ALENA, text="=cmd()")]))["belova-alena"]
    assert row["name_en"] == "'=cmd()"


def test_a_person_without_a_public_address_has_no_row() -> None:
    publication = a_publication()
    assert len(person_rows(publication)) == 3
    hidden = Publication(
        **{
            name: getattr(publication, name)
            for name in Publication.__slots__
            if name != "addresses"
        },
        addresses={},
    )
    assert person_rows(hidden) == []
