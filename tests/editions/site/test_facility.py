"""Places of detention: who is or was there, how to write there, and never a home."""

from datetime import date

import pytest

from builders import CASEBOOK, a_claim
from editions.markup import Element, parsed, rendered
from editions.publications import ALENA, BORIS, SQUARE, VERA, a_publication, closed, names
from khronika.editions.facet import Indexes
from khronika.editions.reader import Reader
from khronika.editions.site.edition import SiteEdition
from khronika.editions.site.facility import facilities, facility_label, is_there
from khronika.schema.claim import Claim
from khronika.schema.subject import SubjectId, SubjectKind, subject_id

PRISON = "sizo-1-tyumen"
OWN = subject_id(CASEBOOK, SubjectKind.FACILITY, "ik-5-lugovsk")
OF_TABLE = subject_id(CASEBOOK, SubjectKind.FACILITY, PRISON)
ADDRESS = "Post box 5, Lugovsk"
AS_OF = date(2026, 11, 22)


def held(who: SubjectId = ALENA, **fields: object) -> Claim:
    wanted: dict[str, object] = {"kind_": "pretrial", "facility": PRISON, "start": "2026-09-01"}
    return a_claim("custody", subject=who, case=SQUARE, **(wanted | fields))  # type: ignore[arg-type]


def address(subject: SubjectId, checked: str, **fields: object) -> Claim:
    return a_claim(
        "support", subject=subject, kind_="address", address=ADDRESS, checked=checked,
        checked_by="answer", **fields,  # type: ignore[arg-type]
    )  # fmt: skip


def page_of(key: str, *claims: Claim, language: str = "en") -> Element:
    publication = a_publication([*names(), *claims], languages=(language,), as_of=AS_OF)
    return parsed(rendered(SiteEdition(), publication)[f"{language}/facilities/{key}.html"])


def groups(page: Element) -> dict[str, list[str]]:
    return {
        section.one("h2").text: [one.text for one in section.all("a", of_class="person-name")]
        for section in page.all("section")
        if section.all("li", of_class="person")
    }


def test_who_is_there_by_the_last_word_stands_apart_from_who_was() -> None:
    moved = a_claim("transfer", subject=BORIS, case=SQUARE, date="2026-10-01", to="lefortovo")
    freed = a_claim("release", subject=VERA, case=SQUARE, date="2026-10-05")
    page = page_of(PRISON, held(), held(BORIS), moved, held(VERA), freed)
    assert page.one("h1").text == "SIZO-1, Tyumen"
    assert groups(page) == {
        "There by the last word": ["Alyona Belova"],
        "There at some time": ["Vera Ezhova", "Boris Lesnoy"],
    }
    assert "Pre-trial detention, 1 September 2026" in page.text
    assert "The person may have been moved since." in page.text


def test_a_move_to_a_place_without_a_name_ends_being_there() -> None:
    on_the_way = a_claim("transfer", subject=ALENA, case=SQUARE, date="2026-10-01")
    dossier = a_publication([held(), on_the_way], as_of=AS_OF).people[ALENA]
    assert not is_there(dossier, PRISON)


def test_whoever_sources_place_in_two_prisons_stands_on_both_pages_marked() -> None:
    there = held(start="2026-09-01")
    elsewhere = held(start="2026-09-01", facility="lefortovo")
    for key in (PRISON, "lefortovo"):
        row = page_of(key, there, elsewhere).one("li", of_class="person")
        assert row.all("span", of_class="disputed-mark"), key


def test_a_prison_only_a_source_words_name_has_no_page() -> None:
    words = held(facility={"text": "a house on the hill", "lang": "en"})
    publication = a_publication([*names(), words], as_of=AS_OF)
    assert facilities(Indexes(publication)) == {}
    site = rendered(SiteEdition(), publication)
    assert not [path for path in site if "facilities" in path]
    lists = [data for path, data in site.items() if "/by/" in path]
    assert not [data for data in lists if b"house on the hill" in data]


def test_a_facility_of_the_record_has_a_page_under_its_own_name() -> None:
    named = a_claim("name", subject=OWN, text="ИК-5", lang="ru")
    page = page_of("ik-5-lugovsk", named)
    assert (page.one("h1").text, page.one("h1").attributes["lang"]) == ("ИК-5", "ru")
    assert "Persons here: 0 of 3." in page.text
    assert "Nobody is listed here." in page.text
    reader = Reader(a_publication([named]), "ru")
    assert facility_label("ik-5-lugovsk", reader).lang == ""


@pytest.mark.parametrize(
    ("checked", "printed"),
    [("2026-11-01", True), ("2026-05-27", True), ("2026-05-25", False), ("2026-12-01", False)],
)
def test_an_address_of_the_institution_prints_while_it_is_fresh(
    checked: str, *, printed: bool
) -> None:
    page = page_of(PRISON, held(), address(OF_TABLE, checked))
    assert (ADDRESS in page.text) is printed
    assert ("We have no checked address of this place." in page.text) is not printed


def test_an_address_known_from_a_closed_source_names_no_source() -> None:
    page = page_of(PRISON, held(), closed(address(OF_TABLE, "2026-11-01")))
    assert ADDRESS in page.text
    assert "Known to the editors, March 2026" in page.text


def test_a_persons_own_address_stands_on_the_persons_page_alone() -> None:
    page = page_of(PRISON, held(), address(ALENA, "2026-11-01", facility=PRISON))
    assert ADDRESS not in page.text
    door = page.one("section", of_class="support").one("a")
    assert (door.text, door.attributes["href"]) == (
        "Alyona Belova", "../people/belova-alena.html#support"
    )  # fmt: skip


def test_a_persons_old_address_is_no_door() -> None:
    page = page_of(PRISON, held(), address(ALENA, "2026-01-01", facility=PRISON))
    assert not page.one("section", of_class="support").all("a")
    assert "We have no checked address of this place." in page.text


def test_a_prison_and_its_town_lead_to_each_other() -> None:
    site = rendered(SiteEdition(), a_publication([*names(), held()], languages=("en",)))
    prison = parsed(site["en/facilities/sizo-1-tyumen.html"]).one("main")
    assert prison.all("a", href="../by/place/tyumen.html")
    assert prison.all("a", href="../by/place/ru-tyu.html")
    town = parsed(site["en/by/place/tyumen.html"]).one("main")
    assert town.all("a", href="../../facilities/sizo-1-tyumen.html")
