"""A term of punishment: years, months, days, or life.

Invariants:

- Months are carried into years, so that 18 months and a year and a half are one value; days are
  kept as days, because how many make a month depends on the calendar.
- A life term has no number: asking for its months is an error, never zero.
"""

import re
from dataclasses import dataclass
from functools import lru_cache, total_ordering

from khronika.errors import KhronikaError

LIFE = "life"
SHAPE = re.compile(r"(?:(\d{1,3})y)?(?:(\d{1,4})m)?(?:(\d{1,5})d)?", re.ASCII)


class InvalidTerm(KhronikaError):
    """A text or a number is not a term; the message says how to write one."""

    def __init__(self, text: str) -> None:
        super().__init__(f"{text!r} is not a term; write 9y, 7y10m, 18m, 15d or life.")
        self.text = text


@total_ordering
@dataclass(frozen=True, slots=True)
class Term:
    """How long a punishment lasts, as the court said it."""

    years: int = 0
    months: int = 0
    days: int = 0
    life: bool = False

    def __post_init__(self) -> None:
        if min(self.years, self.months, self.days) < 0 or (self.life and self._is_counted()):
            raise InvalidTerm(f"{self.years}y{self.months}m{self.days}d")
        total = self.years * 12 + self.months
        object.__setattr__(self, "years", total // 12)
        object.__setattr__(self, "months", total % 12)

    @staticmethod
    def parse(text: str) -> "Term":
        """Read `9y`, `7y10m`, `18m`, `15d` or `life`."""
        return _parse(text)

    @property
    def months_total(self) -> int:
        """The whole years and months in months; days are left out."""
        if self.life:
            raise InvalidTerm(LIFE)
        return self.years * 12 + self.months

    def agrees_with(self, other: "Term") -> bool:
        """Whether both are the same term, however it was written."""
        return self == other

    def __lt__(self, other: "Term") -> bool:
        return self._order() < other._order()

    def __str__(self) -> str:
        if self.life:
            return LIFE
        parts = ((self.years, "y"), (self.months, "m"), (self.days, "d"))
        return "".join(f"{number}{unit}" for number, unit in parts if number) or "0d"

    def _order(self) -> tuple[bool, int, int]:
        return self.life, self.years * 12 + self.months, self.days

    def _is_counted(self) -> bool:
        return any((self.years, self.months, self.days))


@lru_cache(maxsize=4_096)
def _parse(text: str) -> Term:
    compact = "".join(text.split()).lower()
    if compact == LIFE:
        return Term(life=True)
    found = SHAPE.fullmatch(compact)
    if found is None or not compact:
        raise InvalidTerm(text)
    years, months, days = (int(number or 0) for number in found.groups())
    return Term(years, months, days)
