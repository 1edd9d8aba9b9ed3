"""No date becomes more exact, or other, than the source has it."""

import pytest

from khronika.editions.ftm.date import ftm_date
from khronika.values.date import PartialDate


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("2022-08-30", "2022-08-30"),
        ("2022-08", "2022-08"),
        ("2022", "2022"),
        ("2022-22", "2022"),  # summer
        ("2022-24", ""),  # a winter lies in two years
        ("2022-06/2022-07", "2022"),
        ("2022-06-03/2022-06-09", "2022-06"),
        ("2022~", ""),  # "about 2022" may be 2021
    ],
)
def test_a_date_is_the_shortest_period_that_holds_every_day_meant(said: str, written: str) -> None:
    assert ftm_date(PartialDate.parse(said)) == written
