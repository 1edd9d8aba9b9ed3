from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from khronika.values.money import InvalidMoney, Money

amounts = st.decimals(-(10**12), 10**12, places=2)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("100000 RUB", "100000 RUB"),
        ("100 000 RUB", "100000 RUB"),
        ("100\u00a0000 RUB", "100000 RUB"),  # the space a typesetter uses
        ("100,000 rub", "100000 RUB"),
        ("1,500,000 RUB", "1500000 RUB"),
        ("100000.50 EUR", "100000.50 EUR"),
        ("1.5 EUR", "1.50 EUR"),
        ("1.125 KWD", "1.125 KWD"),
        ("100000.00 RUB", "100000 RUB"),
        ("-3 USD", "-3 USD"),
        ("-0 USD", "0 USD"),
    ],
)
def test_a_sum_has_one_text_however_it_was_written(text: str, canonical: str) -> None:
    assert str(Money.parse(text)) == canonical
    assert Money.parse(text).agrees_with(Money.parse(canonical))


@pytest.mark.parametrize(
    "text", ["", "RUB", "100000", "100 roubles", "1.2.3 RUB", "100,00 EUR", "1e5 RUB", "٣ RUB"]
)
def test_what_is_not_a_sum_is_refused_with_examples(text: str) -> None:
    with pytest.raises(InvalidMoney, match=r"write 100000 RUB or 100000\.50 EUR"):
        Money.parse(text)


def test_a_currency_that_does_not_exist_is_refused() -> None:
    with pytest.raises(InvalidMoney, match="not a currency code"):
        Money.parse("5 ABC")


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "1E+30"])
def test_a_sum_is_a_number_that_can_be_written_out(amount: str) -> None:
    with pytest.raises(InvalidMoney, match="a sum of money is a number"):
        Money(Decimal(amount), "RUB")


def test_the_same_number_in_another_currency_does_not_agree() -> None:
    assert not Money.parse("5 RUB").agrees_with(Money.parse("5 EUR"))


@given(amounts)
@example(Decimal("1E+3"))
@example(Decimal("0.10"))
def test_the_text_of_a_sum_reads_as_the_same_sum(amount: Decimal) -> None:
    money = Money(amount, "RUB")
    assert Money.parse(str(money)) == money
    assert money.amount == amount
