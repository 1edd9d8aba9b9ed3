"""Which parcels are free, so that people who do not talk do not take the same one."""

from datetime import date

import pytest

from khronika.solidarity.parcels import ParcelKind, Quota, parcel_quota
from khronika.solidarity.slots import Taken, free_slots
from khronika.solidarity.tables import Basis

ON = date(2026, 11, 23)


def four_a_year() -> Quota:
    return Quota(count=4, kilograms=20, article="123", basis=Basis("invented", read=False))


def without_limit() -> Quota:
    return Quota(count=None, kilograms=None, article="129", basis=Basis("invented", read=False))


def test_everything_is_free_where_nothing_is_taken() -> None:
    free = free_slots(four_a_year(), [], on=ON)
    assert (free.slots, free.left, free.next) == ((1, 2, 3, 4), 4, None)


def test_a_slot_that_is_taken_is_not_offered() -> None:
    free = free_slots(four_a_year(), [Taken(2, date(2026, 6, 1))], on=ON)
    assert (free.slots, free.left) == ((1, 3, 4), 3)


@pytest.mark.parametrize(("day", "left"), [(date(2025, 11, 23), 4), (date(2025, 11, 24), 3)])
def test_a_parcel_counts_for_twelve_months(day: date, left: int) -> None:
    assert free_slots(four_a_year(), [Taken(1, day)], on=ON).left == left


def test_a_number_is_not_offered_again_when_its_parcel_no_longer_counts() -> None:
    free = free_slots(four_a_year(), [Taken(1, date(2025, 1, 1))], on=ON)
    assert free.slots == (2, 3, 4, 5)


def test_the_day_is_told_on_which_there_is_one_more() -> None:
    taken = [Taken(1, date(2026, 3, 4)), Taken(2, date(2026, 2, 1)), Taken(3, date(2025, 2, 1))]
    assert free_slots(four_a_year(), taken, on=ON).next == date(2027, 2, 1)


def test_nothing_is_free_when_all_is_taken() -> None:
    taken = [Taken(number, date(2026, 5, number)) for number in range(1, 6)]
    free = free_slots(four_a_year(), taken, on=ON)
    assert (free.slots, free.left) == ((), 0)


def test_without_limit_there_is_always_one_number_more() -> None:
    free = free_slots(without_limit(), [Taken(1, ON), Taken(3, ON)], on=ON)
    assert (free.slots, free.left, free.next) == ((2,), None, None)


def test_the_order_of_parcels_changes_nothing() -> None:
    taken = [Taken(3, date(2026, 5, 1)), Taken(1, date(2026, 1, 1))]
    assert free_slots(four_a_year(), taken, on=ON) == free_slots(
        four_a_year(), reversed(taken), on=ON
    )


def test_before_a_verdict_the_weight_of_a_month_counts() -> None:
    quota = parcel_quota("pretrial", ParcelKind.PARCEL, on=ON)
    assert quota is not None
    assert (quota.count, quota.monthly) == (None, 30)
