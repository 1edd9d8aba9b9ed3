"""Days that come round."""

from datetime import date

import pytest

from khronika.solidarity.days import next_yearly


@pytest.mark.parametrize(
    ("first", "today", "following"),
    [
        (date(1994, 5, 17), date(2026, 5, 17), date(2026, 5, 17)),
        (date(1994, 5, 17), date(2026, 5, 18), date(2027, 5, 17)),
        (date(2024, 2, 29), date(2026, 1, 1), date(2026, 3, 1)),
        (date(2024, 2, 29), date(2027, 3, 2), date(2028, 2, 29)),
    ],
)
def test_a_yearly_day_comes_round(first: date, today: date, following: date) -> None:
    assert next_yearly(first, today) == following
