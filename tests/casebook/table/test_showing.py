"""What we write into a cell is read back as what it was."""

from datetime import date

import pytest

from builders import a_claim, by_id, person
from khronika.casebook.table.cell_said import Reading
from khronika.casebook.table.sheet import Cell
from khronika.casebook.table.showing import Showing
from khronika.casebook.table.slot import read_slot, slots_of
from khronika.dossier.fold import fold
from khronika.dossier.material import Material
from khronika.law.articles import is_known
from khronika.schema.claim import Claim, encode_fields
from khronika.values.language import LANGUAGES
from khronika.values.wording import Wording

TODAY = date(2026, 11, 22)
SAID = [
    ("birth.date", a_claim("birth", date="1980-05")),
    ("birth.place", a_claim("birth", place="moscow")),
    ("charge.article", a_claim("charge", article="RU-UK 205.2/2")),
    ("charge.article", a_claim("charge", article="RU-UK 205/2/a", stage="attempt")),
    ("charge.article", a_claim("charge", article="RU-UK 205/2", stage="preparation")),
    ("charge.article", a_claim("charge", article="RU-UK 281/2", role="organiser")),
    ("charge.article", a_claim("charge", article="RU-KoAP 20.3.3/1")),
    ("ruling.term", a_claim("ruling", term="7y10m")),
    ("ruling.fine", a_claim("ruling", fine="100000 RUB")),
    ("ruling.regime", a_claim("ruling", regime="strict")),
    ("ruling.articles", a_claim("ruling", articles=["RU-UK 205.2/2", "RU-UK 280.3/1"])),
    ("custody.kind", a_claim("custody", kind_="pretrial")),
    ("custody.facility", a_claim("custody", facility="sizo-1-chita")),
    ("support.address, kind=address", a_claim("support", kind_="address", address="Lane 1")),
    ("status", a_claim("custody", kind_="house-arrest")),
]


def shown(target: str, *claims: Claim, language: str = "en") -> str:
    material = Material(by_id(claims))
    dossier = fold(material, as_of=TODAY).people[person()]
    return Showing({"Column": target}, Wording.of(language), {}).row(dossier)["Column"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("target", "claim"), SAID)
def test_a_value_as_we_write_it_is_read_back(target: str, claim: Claim, language: str) -> None:
    text = shown(target, claim, language=language)
    [slot] = slots_of({"Column": target}, ["Column"])
    said = read_slot(slot, {"Column": Cell(text)}, Reading(TODAY, is_known))
    assert said.troubles == ()
    [one] = said.statements
    assert (one.kind, encode_fields(one.fields)) == (claim.kind, encode_fields(claim.fields))


def test_a_dispute_shows_all_its_values() -> None:
    claims = (a_claim("ruling", term="9y"), a_claim("ruling", term="6y", section="p. 2"))
    assert shown("ruling.term", *claims) == "6 years | 9 years"


def test_several_entries_stand_beside_each_other() -> None:
    claims = (
        a_claim("charge", article="RU-UK 205.2/2"),
        a_claim("charge", article="RU-UK 280.3/1"),
    )
    assert shown("charge.article", *claims) == "art. 205.2 part 2; art. 280.3 part 1"


def test_nothing_known_is_an_empty_cell() -> None:
    assert shown("birth.date", a_claim("age", value=4)) == ""
    assert shown("status", a_claim("age", value=4)) == ""


def test_only_entries_of_the_columns_sort_are_shown() -> None:
    fund = a_claim("support", kind_="fund", url="https://example.org")
    assert shown("support.address, kind=address", fund) == ""
