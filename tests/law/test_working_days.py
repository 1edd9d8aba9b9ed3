"""Which days are working days."""

from datetime import date

import pytest

from khronika.law.working_days import working_days


@pytest.mark.parametrize(
    ("day", "before"),
    [
        ("2021-11-04", "2021-11-03"),  # a public holiday
        ("2021-07-24", "2021-07-23"),  # a Saturday
        ("2021-02-20", "2021-02-20"),  # a Saturday made a working day
        ("2021-02-22", "2021-02-20"),  # a Monday off in its place
        ("2022-01-05", "2021-12-30"),  # the New Year holidays
        ("2022-03-16", "2022-03-16"),
        ("2035-05-09", "2035-05-08"),  # a year nobody has looked up yet
    ],
)
def test_release_is_on_the_last_working_day(day: str, before: str) -> None:
    table = working_days("ru")
    assert table.on_or_before(date.fromisoformat(day)) == date.fromisoformat(before)


def test_a_year_without_a_table_is_told() -> None:
    assert working_days("ru").knows(date(2027, 1, 1))
    assert not working_days("ru").knows(date(2035, 1, 1))


def test_a_jurisdiction_without_a_table_has_weekends() -> None:
    assert not working_days("nowhere").is_working(date(2024, 6, 1))
    assert working_days("nowhere").is_working(date(2024, 6, 3))
