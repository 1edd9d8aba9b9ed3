"""The tables of named things: what stands where."""

import pytest

from khronika.schema.vocabulary import table

INVENTED = "verkhnerechensk"  # a place of the example casebook, which names it as a subject


@pytest.mark.parametrize("name", ["court", "facility"])
def test_what_stands_in_a_town_names_one_that_is_in_the_table(name: str) -> None:
    places = {row.place for row in table(name).values()} - {""}
    assert len(places) > 5
    assert places <= {*table("place"), INVENTED}


def test_courts_of_the_whole_country_and_of_appeal_stand_in_no_town() -> None:
    courts = table("court")
    assert not any(courts[one].place for one in ("supreme", "military-appeal"))
