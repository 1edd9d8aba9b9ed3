"""What is said before somebody pays."""

from datetime import date

from khronika.solidarity.money import payment_warnings

TODAY = date(2026, 11, 22)


def test_a_listed_person_has_a_warning_and_everybody_the_last_one() -> None:
    listed = [one.code for one in payment_warnings({"rosfinmonitoring"}, on=TODAY)]
    assert listed == ["money.listed", "money.account-blocked", "money.ask-first"]
    assert [one.code for one in payment_warnings((), on=TODAY)] == ["money.ask-first"]


def test_the_blocking_of_accounts_has_a_first_day() -> None:
    codes = [one.code for one in payment_warnings({"rosfinmonitoring"}, on=date(2025, 5, 31))]
    assert "money.account-blocked" not in codes
