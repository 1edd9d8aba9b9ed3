"""A letter goes out only where nothing speaks against it, and the answer says what does."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khronika.dossier.dossier import StatusCode
from khronika.solidarity.freshness import FRESH_COLONY, FRESH_PRE_TRIAL
from khronika.solidarity.writing import HELD, Address, Correspondent, may_write
from khronika.values.date import PartialDate

TODAY = date(2026, 11, 22)
CHECKED = PartialDate.parse("2026-11-01")
GOOD = Address("618000, Верхнереченск, ИК-31", institution=True, checked=CHECKED, checked_by="x")
ASKED = Correspondent("serving", GOOD, name_checked=True)


def why(asked: Correspondent) -> str:
    return may_write(asked, on=TODAY).why.code


def test_a_checked_address_may_be_used_until_its_time_is_over() -> None:
    answer = may_write(ASKED, on=TODAY)
    assert answer.may
    assert answer.until == CHECKED.first_day + FRESH_COLONY
    assert may_write(ASKED, on=answer.until).may
    assert not may_write(ASKED, on=answer.until + timedelta(days=1)).may


def test_a_pre_trial_centre_has_the_shorter_time() -> None:
    answer = may_write(replace(ASKED, status="pre-trial"), on=TODAY)
    assert answer.until == CHECKED.first_day + FRESH_PRE_TRIAL


@pytest.mark.parametrize("status", list(StatusCode))
def test_only_the_held_are_written_to(status: StatusCode) -> None:
    answer = may_write(replace(ASKED, status=status.value), on=TODAY)
    assert answer.may == (status.value in HELD)


DAY = PartialDate.parse("2026-11-10")


@pytest.mark.parametrize(
    ("address", "code"),
    [
        (None, "letter.no-address"),
        (replace(GOOD, institution=False), "letter.not-institution"),
        (replace(GOOD, checked=None), "letter.unconfirmed"),
        (replace(GOOD, checked_by=""), "letter.unconfirmed"),
        (replace(GOOD, checked=PartialDate.parse("2025")), "letter.stale"),
        (replace(GOOD, checked=PartialDate.parse("2027")), "letter.stale"),  # a check to come
        (replace(GOOD, moved=(DAY,)), "letter.moved"),
        (replace(GOOD, moved=(None,)), "letter.moved"),
        (replace(GOOD, in_force=(DAY,)), "letter.in-force"),
        (replace(GOOD, returned=(DAY,)), "letter.returned"),
    ],
)
def test_an_address_that_may_be_wrong_is_not_used(address: Address | None, code: str) -> None:
    assert why(replace(ASKED, address=address)) == code


def test_what_came_before_the_check_does_not_count() -> None:
    before = PartialDate.parse("2026-10")
    address = replace(GOOD, moved=(before,), in_force=(before,), returned=(before,))
    assert may_write(replace(ASKED, address=address), on=TODAY).may


def test_a_no_an_order_and_an_unsure_name_forbid_it() -> None:
    assert why(replace(ASKED, said_no=True)) == "letter.said-no"
    assert why(replace(ASKED, banned=True)) == "letter.banned"
    assert why(replace(ASKED, name_checked=False)) == "letter.name-unchecked"
    assert why(replace(ASKED, status="house-arrest")) == "letter.under-order"


@given(age=st.integers(min_value=-10, max_value=400))
def test_the_older_the_check_the_less_is_allowed(age: int) -> None:
    checked = PartialDate.of(TODAY - timedelta(days=age))
    answer = may_write(replace(ASKED, address=replace(GOOD, checked=checked)), on=TODAY)
    assert answer.may == (0 <= age <= FRESH_COLONY.days)
