"""Calendars hold exact days of people who are held, keep their names, and are read by others."""

from dataclasses import replace
from datetime import date

import pytest

from builders import a_claim
from editions.calendar.lines import Component, parsed
from editions.markup import rendered
from editions.publications import ALENA, SQUARE, a_publication, all_claims
from khronika.clearance.publication import Publication
from khronika.editions.calendar.edition import CalendarEdition
from khronika.schema.claim import Claim
from khronika.values.language import LANGUAGES

HELD = a_claim("custody", subject=ALENA, case=SQUARE, kind_="pretrial", start="2026-10-01")
HEARING = a_claim("hearing", subject=ALENA, case=SQUARE, date="2026-12-09")


def publication(*more: Claim, day: date = date(2026, 11, 22)) -> Publication:
    return a_publication([*all_claims(), HELD, HEARING, *more], as_of=day)


def calendars(one: Publication) -> dict[str, Component]:
    return {path: parsed(data) for path, data in rendered(CalendarEdition(), one).items()}


def events(one: Publication, path: str = "calendar/en/calendar.ics") -> dict[str, Component]:
    return {event.text("SUMMARY"): event for event in calendars(one)[path].inner}


def test_every_calendar_is_read_by_a_second_parser() -> None:
    found = calendars(publication())
    assert {"calendar/en/calendar.ics", "calendar/fr/people/calendar-belova-alena.ics"} <= set(
        found
    )
    for calendar in found.values():
        assert calendar.name == "VCALENDAR"
        assert calendar.text("VERSION") == "2.0"
        uids = [event.text("UID") for event in calendar.inner]
        assert len(uids) == len(set(uids))
        assert all(event.properties["DTSTART"][0] == "VALUE=DATE" for event in calendar.inner)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_and_letters_of_every_language_come_through(language: str) -> None:
    found = events(publication(), f"calendar/{language}/people/calendar-belova-alena.ics")
    assert len(found) >= 4  # birthday, the card, the hearing, the anniversary
    assert all("\ufffd" not in one.text("DESCRIPTION") for one in found.values())


def test_a_birthday_has_a_day_to_post_a_card_by() -> None:
    found = events(publication())
    assert found["Alyona Belova: Birthday"].properties["DTSTART"][1] == "20270517"
    card = found["Alyona Belova: Last day to post a birthday card"]
    assert card.properties["DTSTART"][1] == "20270412"
    assert "17 May 2027" in card.text("DESCRIPTION")


def test_a_hearing_is_a_date_and_no_call() -> None:
    hearing = events(publication())["Alyona Belova: Hearing"]
    assert hearing.text("DESCRIPTION").startswith("As it was set; hearings are often put off.")
    assert "LOCATION" not in hearing.properties


def test_days_of_a_person_name_their_sources() -> None:
    birthday = events(publication())["Alyona Belova: Birthday"]
    assert "[1] The Lugovsk Paper" in birthday.text("DESCRIPTION")


def test_the_stamp_is_the_day_of_the_edition() -> None:
    stamps = {one.properties["DTSTAMP"][1] for one in events(publication()).values()}
    assert stamps == {"20261122T000000Z"}


def test_a_day_keeps_its_name_from_edition_to_edition() -> None:
    before, after = (
        {one.text("UID") for one in events(publication(day=day)).values()}
        for day in (date(2026, 11, 22), date(2026, 11, 25))
    )
    assert len(before & after) >= len(before) - 1  # the day of a card or of the year may be past


def test_who_is_not_to_be_found_is_in_no_calendar() -> None:
    hidden = replace(publication(), unindexed=frozenset({ALENA}))
    files = rendered(CalendarEdition(), hidden)
    assert not any("belova" in path for path in files)
    assert not any(
        "Belova" in parsed(data).properties.get("X", ("", ""))[1] for data in files.values()
    )
    assert not any("Alyona" in one for one in events(hidden))


def test_a_case_has_the_days_of_its_people_and_none_of_all() -> None:
    found = events(publication(), "calendar/en/cases/calendar-square.ics")
    assert found
    assert all(name.startswith("Alyona Belova") for name in found)


def test_a_name_of_five_thousand_letters_is_folded_and_read_back() -> None:
    name = "Ж" * 2500 + "; ,\\" + "e\u0301" * 1250 + "\u202eabc"
    long = a_claim("name", subject=ALENA, lang="en", text=name, form="own")
    found = events(publication(long))
    assert any(name in one for one in found)
