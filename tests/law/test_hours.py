"""The hours of the law after a detention."""

from datetime import UTC, datetime, timedelta

import pytest

from khronika.law.hours import ADMINISTRATIVE, GROUNDS, SUSPICION, hours_for, hours_of
from khronika.values.language import LANGUAGES

SINCE = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ground", "key", "hours"),
    [
        (SUSPICION, "record", 3),  # УПК 92(1)
        (SUSPICION, "prosecutor", 12),  # УПК 92(3)
        (SUSPICION, "court", 48),  # УПК 94(2)
        (ADMINISTRATIVE, "station", 3),  # КоАП 27.5(1)
        (ADMINISTRATIVE, "arrest", 48),  # КоАП 27.5(3)
    ],
)
def test_each_hour_is_reckoned_from_the_detention(ground: str, key: str, hours: int) -> None:
    (row,) = [one for one in hours_for("ru", ground) if one.key == key]
    assert row.due(SINCE) == SINCE + timedelta(hours=hours)


def test_where_the_ground_is_not_known_the_hours_of_both_are_told() -> None:
    assert {one.ground for one in hours_for("ru", "")} == set(GROUNDS)
    assert {one.ground for one in hours_for("ru", SUSPICION)} == {SUSPICION}


def test_the_soonest_comes_first() -> None:
    rows = [one.hours for one in hours_of("ru")]
    assert rows == sorted(rows)


def test_every_row_is_said_whole_in_every_language() -> None:
    for row in hours_of("ru"):
        assert all(row.title.in_language(language) for language in LANGUAGES)
    (court,) = [one for one in hours_of("ru") if one.key == "court"]
    assert court.title.in_language("en") == "A court decides, or the person goes free"


def test_what_nobody_read_in_the_law_is_marked() -> None:
    assert [one.key for one in hours_of("ru") if not one.verified] == ["questioned", "longer"]


def test_a_country_without_hours_has_none() -> None:
    assert hours_of("by") == ()
