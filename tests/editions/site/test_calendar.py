"""The calendar holds exact days to come, of people who are held, each with its note."""

from datetime import date

from builders import a_claim
from editions.markup import Element, parsed, rendered
from editions.publications import ALENA, REPORT, SQUARE, a_publication
from khronika.editions.site.edition import SiteEdition
from khronika.schema.claim import Claim
from khronika.solidarity.tables import observances

NAME = a_claim("name", subject=ALENA, lang="en", text="Alyona Belova")


def held(since: str = "2026-10-01") -> Claim:
    return a_claim("custody", subject=ALENA, case=SQUARE, kind_="pretrial", start=since)


def calendar(*claims: Claim, as_of: date = date(2026, 11, 22)) -> Element:
    publication = a_publication([NAME, *claims], languages=("en",), as_of=as_of)
    return parsed(rendered(SiteEdition(), publication)["en/calendar.html"])


def days_of_alena(*claims: Claim) -> list[tuple[str, str]]:
    return [
        (row.one("time").attributes["datetime"], row.one(of_class="what").text)
        for row in calendar(*claims).all("li", of_class="fact")
    ]


def test_a_birthday_a_hearing_an_order_and_an_arrest_each_stand_on_their_day() -> None:
    found = days_of_alena(
        a_claim("birth", subject=ALENA, date="1994-05-17"),
        a_claim("arrest", subject=ALENA, case=SQUARE, date="2025-02-11"),
        a_claim("hearing", subject=ALENA, case=SQUARE, date="2026-12-09"),
        a_claim(
            "custody", subject=ALENA, case=SQUARE, kind_="pretrial", start="2026-10-01",
            end="2027-01-05",
        ),
    )  # fmt: skip
    assert [(day, said.split(" Source")[0]) for day, said in found] == [
        ("2026-12-09", "Alyona Belova : Hearing"),
        ("2027-01-05", "Alyona Belova : The measure is ordered until this day"),
        ("2027-02-11", "Alyona Belova : 2 years since the arrest"),
        ("2027-05-17", "Alyona Belova : Birthday"),
    ]


def test_what_is_known_to_the_month_alone_is_on_no_day() -> None:
    assert not days_of_alena(
        held("2026-10"),
        a_claim("birth", subject=ALENA, date="1994-05"),
        a_claim("arrest", subject=ALENA, case=SQUARE, date="2025-02"),
        a_claim("hearing", subject=ALENA, case=SQUARE, date="2026-12"),
    )


def test_nobody_at_liberty_is_put_on_the_list() -> None:
    assert not days_of_alena(
        a_claim("birth", subject=ALENA, date="1994-05-17"),
        a_claim("arrest", subject=ALENA, case=SQUARE, date="2025-02-11"),
        a_claim("release", subject=ALENA, case=SQUARE, date="2026-02-11", kind_="served"),
    )


def test_two_days_named_for_one_hearing_are_said_to_be_disputed() -> None:
    found = days_of_alena(
        a_claim("hearing", subject=ALENA, case=SQUARE, date="2026-12-09", event="one"),
        a_claim(
            "hearing", subject=ALENA, case=SQUARE, date="2026-12-10", event="one", source=REPORT.id
        ),
    )
    assert [day for day, _ in found] == ["2026-12-09", "2026-12-10"]
    assert all("sources disagree" in said for _, said in found)


def test_notes_are_numbered_in_the_order_of_days() -> None:
    page = calendar(
        a_claim("birth", subject=ALENA, date="1994-12-01", section="first"),
        a_claim("hearing", subject=ALENA, case=SQUARE, date="2026-12-09", section="second"),
        held(),
    )
    refs = [one.text for one in page.one("main").all("a", of_class="ref")]
    assert refs == ["Source [1]", "Source [2]"]


def test_days_kept_in_many_countries_stand_once_in_the_coming_year() -> None:
    rows = calendar().all("li", of_class="day-of-all")
    dated = [one.one("time").attributes["datetime"] for one in rows]
    assert dated == sorted(dated)
    assert len(dated) == len(observances())
    assert all("2026-11-22" <= day < "2027-11-22" for day in dated)
    assert "Human Rights Day" in rows[0].text
