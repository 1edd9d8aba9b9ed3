"""Quotas are rows of a table: by regime, conditions and kind, on a day."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khronika.solidarity.parcels import (
    Conditions,
    ParcelKind,
    Quota,
    left_in_window,
    parcel_quota,
)

TODAY = date(2026, 11, 22)


def quota(regime: str, kind: ParcelKind = ParcelKind.PARCEL, **more: Conditions) -> Quota:
    found = parcel_quota(regime, kind, on=TODAY, **more)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("regime", "conditions", "count", "read"),
    [
        ("general", Conditions.ORDINARY, 6, True),
        ("general", Conditions.LIGHT, 12, True),
        ("strict", Conditions.ORDINARY, 4, True),
        ("strict", Conditions.STRICT, 2, True),
        ("special", Conditions.STRICT, 1, False),
        ("educational", Conditions.ORDINARY, None, True),
    ],
)
def test_the_table_answers_by_regime_and_conditions(
    regime: str, conditions: Conditions, count: int | None, read: bool
) -> None:
    found = quota(regime, conditions=conditions)
    assert (found.count, found.basis.read) == (count, read)
    assert found.article


def test_what_nobody_looked_up_is_not_guessed() -> None:
    assert (
        parcel_quota("educational", ParcelKind.PARCEL, on=TODAY, conditions=Conditions.LIGHT)
        is None
    )
    assert parcel_quota("monastery", ParcelKind.PARCEL, on=TODAY) is None


def test_the_weight_is_told_since_its_order() -> None:
    assert quota("general").kilograms == 20
    before = parcel_quota("general", ParcelKind.PARCEL, on=date(2019, 9, 30))
    assert before is not None
    assert before.kilograms is None


def test_what_is_twelve_months_old_counts_no_more() -> None:
    found = quota("strict")
    sent = [date(2025, 11, 22), date(2025, 11, 23), date(2026, 11, 22), date(2026, 12, 1)]
    assert left_in_window(found, sent, on=TODAY) == 2
    assert left_in_window(replace(found, count=None), sent, on=TODAY) is None


@given(st.lists(st.dates(min_value=date(2026, 1, 1), max_value=TODAY)))
def test_what_is_left_is_never_below_nothing(sent: list[date]) -> None:
    assert left_in_window(quota("general"), sent, on=TODAY) == max(0, 6 - len(sent))
