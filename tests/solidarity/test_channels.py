"""That a way works in a place is known with the day, or not known."""

from datetime import date

from khronika.solidarity.channels import Channel, channels, usable

TODAY = date(2026, 11, 22)


def by_key(facility: str, on: date = TODAY) -> dict[str, Channel]:
    return {one.key: one for one in channels(facility, on=on)}


def test_a_place_nobody_checked_has_paper_post_and_no_day() -> None:
    found = by_key("somewhere")
    assert found["paper"].works
    assert found["paper"].checked is None
    assert found["fsin-pismo"].works is None


def test_a_check_tells_its_day() -> None:
    assert by_key("ik-31-verkhnerechensk")["fsin-pismo"].checked == date(2026, 10, 20)
    assert by_key("ik-31-verkhnerechensk", date(2026, 10, 19))["fsin-pismo"].checked is None


def test_a_way_found_closed_is_not_offered() -> None:
    keys = [one.key for one in usable("sizo-9-verkhnerechensk", on=TODAY)]
    assert "zonatelecom" not in keys
    assert "paper" in keys


def test_each_way_tells_what_it_learns_about_the_sender() -> None:
    assert len({one.learns.in_language("en") for one in channels("", on=TODAY)}) == 4
