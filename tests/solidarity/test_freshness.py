"""The numbers of the table, and how early a letter has to leave."""

from datetime import date, timedelta

import pytest

from khronika.solidarity.freshness import FRESH_COLONY, FRESH_PRE_TRIAL, bases, mail_by


def test_the_numbers_are_those_of_the_plan_and_say_where_they_come_from() -> None:
    assert (timedelta(days=60), timedelta(days=180)) == (FRESH_PRE_TRIAL, FRESH_COLONY)
    assert set(bases()) == {"pre-trial", "colony", "paper", "electronic"}
    assert all(one.source for one in bases().values())


@pytest.mark.parametrize(
    ("day", "channel", "by"),
    [
        (date(2026, 12, 31), "paper", date(2026, 11, 26)),
        (date(2026, 12, 31), "electronic", date(2026, 12, 21)),
        (date(1, 1, 3), "paper", date.min),
    ],
)
def test_a_letter_leaves_early_enough(day: date, channel: str, by: date) -> None:
    assert mail_by(day, channel=channel) == by
