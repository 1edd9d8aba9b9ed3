"""A sum of money with its currency.

Invariants:

- The amount is a decimal; no float ever takes part.
- One value has one text: `100000 RUB`, `100000.50 EUR`.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from babel.numbers import is_currency

from khronika.errors import KhronikaError

MOST_DIGITS = 18  # beyond any sum a court has named, within what decimals hold exactly
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
SHAPE = re.compile(r"(-?\d{1,18}(?:\.\d{1,4})?)([A-Z]{3})", re.ASCII)


class InvalidMoney(KhronikaError):
    """A text or a value is not a sum of money; the message says how to write one."""

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(f"{text!r}: {reason}")
        self.text = text


@dataclass(frozen=True, slots=True)
class Money:
    """So much of one currency."""

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        if not self.amount.is_finite() or self.amount.adjusted() >= MOST_DIGITS:
            raise InvalidMoney(str(self.amount), "a sum of money is a number")
        if not is_currency(self.currency):
            raise InvalidMoney(self.currency, "not a currency code; write RUB, EUR, USD")
        object.__setattr__(self, "amount", _plain(self.amount))

    @staticmethod
    def parse(text: str) -> "Money":
        """Read `100000 RUB`, `100 000 RUB`, `100,000 RUB` or `100000.50 EUR`."""
        return _parse(text)

    def agrees_with(self, other: "Money") -> bool:
        """Whether both are the same sum in the same currency."""
        return self == other

    def __str__(self) -> str:
        return f"{self.amount:f} {self.currency}"


def _plain(amount: Decimal) -> Decimal:
    """The same number without an exponent: whole, or with two decimals, or as many as it needs."""
    if amount == amount.to_integral_value():
        return Decimal(int(amount))  # also turns minus zero into zero
    shortest = amount.normalize()
    is_tenths = shortest.as_tuple().exponent == -1
    return shortest.quantize(Decimal("0.01")) if is_tenths else shortest


@lru_cache(maxsize=4_096)
def _parse(text: str) -> Money:
    found = SHAPE.fullmatch(THOUSANDS.sub("", "".join(text.split())).upper())
    if found is None:
        raise InvalidMoney(text, "not a sum of money; write 100000 RUB or 100000.50 EUR")
    return Money(Decimal(found[1]), found[2])
