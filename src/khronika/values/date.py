"""A date as far as it is known: a subset of EDTF, and what it means to agree.

Most dates in sources are partial ("in August 2022"), and two of them can both be true without
being equal. Everything a comparison needs is worked out once, when the text is read.

Invariants:

- `text` is canonical: two dates are equal when their texts are.
- `first_day` and `last_day` bound every day that could be meant; of an approximate date the
  bounds are wider by one unit (day, month, season, year) on either side.
- A day of the world is local and is never shifted.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache
from typing import Self

from khronika.errors import KhronikaError

MONTHS_IN_ENGLISH = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
FIRST_SEASON = 21  # EDTF: 21 spring, 22 summer, 23 autumn, 24 winter
LAST_SEASON = 24
SHAPE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
CACHED = 65_536  # distinct texts; a large archive holds a few thousand

Bounds = tuple[date, date]


class InvalidDate(KhronikaError):
    """A text is not a date of the kind this program keeps; the message says why."""

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(f"{text}: {reason}")
        self.text = text
        self.reason = reason


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """One day of the world, known to the year, season, month or day, or between two of these."""

    first_day: date
    last_day: date
    text: str
    is_exact: bool = field(compare=False)
    days: int = field(compare=False)

    @staticmethod
    def parse(text: str) -> "PartialDate":
        """Read EDTF text; `InvalidDate` says what is wrong with this very text."""
        return _parse(text)

    @classmethod
    def of(cls, day: date) -> Self:
        """The date that is exactly this day."""
        return cls(day, day, day.isoformat(), is_exact=True, days=1)

    @property
    def year_only(self) -> bool:
        """Whether nothing but a year is said, exact or approximate."""
        return len(self.text.rstrip("~")) == 4

    @property
    def is_approximate(self) -> bool:
        """Whether the source itself said "about"."""
        return self.text.endswith("~")

    def agrees_with(self, other: "PartialDate") -> bool:
        """Whether one and the same day could be meant by both."""
        return self.first_day <= other.last_day and other.first_day <= self.last_day

    def refines(self, other: "PartialDate") -> bool:
        """Whether the other says the same, only less precisely."""
        return (
            self.days < other.days
            and other.first_day <= self.first_day
            and self.last_day <= other.last_day
        )

    def __hash__(self) -> int:
        return hash(self.text)

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=CACHED)
def _parse(text: str) -> PartialDate:
    left, slash, right = text.strip().partition("/")
    if slash and left != right:
        return _between(text, left, right)
    first, last = _about(text, left[:-1]) if left.endswith("~") else _bounds(text, left)
    exact = first == last and not left.endswith("~")
    return PartialDate(first, last, left, is_exact=exact, days=(last - first).days + 1)


def _between(text: str, left: str, right: str) -> PartialDate:
    if "~" in left + right:
        raise InvalidDate(text, "the ends of a span cannot be approximate; widen the span instead")
    first, last = _bounds(text, left)[0], _bounds(text, right)[1]
    if last < first:
        raise InvalidDate(text, "the span ends before it begins")
    days = (last - first).days + 1
    return PartialDate(first, last, f"{left}/{right}", is_exact=days == 1, days=days)


def _bounds(text: str, form: str) -> Bounds:
    year, month, day = _numbers(text, form)
    if day:
        only = _day(text, year, month, day=day)
        return only, only
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    if month >= FIRST_SEASON:
        return _season(year, month - FIRST_SEASON)
    return _month(year, month)


def _numbers(text: str, form: str) -> tuple[int, int, int]:
    found = SHAPE.fullmatch(form)
    if found is None:
        raise InvalidDate(text, "not a date; write 2022, 2022-08, 2022-08-30 or 2022-06/2022-07")
    year, month, day = (int(part or -1) for part in found.groups())
    if year < MINYEAR:
        raise InvalidDate(text, "there is no year 0000")
    _check_month(text, month, has_day=day >= 0)
    if day == 0:
        raise InvalidDate(text, "there is no day 00")
    return year, max(month, 0), max(day, 0)


def _check_month(text: str, month: int, *, has_day: bool) -> None:
    is_season = FIRST_SEASON <= month <= LAST_SEASON
    if is_season and has_day:
        raise InvalidDate(text, "a season has no days; write the month of that day")
    if month == 0 or (month > 12 and not is_season):
        raise InvalidDate(text, f"there is no month {month:02d} (seasons are 21 to 24)")


def _day(text: str, year: int, month: int, *, day: int) -> date:
    length = monthrange(year, month)[1]
    if day > length:
        name = MONTHS_IN_ENGLISH[month - 1]
        raise InvalidDate(text, f"{name} {year} has {length} days")
    return date(year, month, day)


def _month(year: int, month: int) -> Bounds:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _season(year: int, index: int) -> Bounds:
    first = date(year, 3 + 3 * index, 1)
    if index < 3:
        return first, _month(year, 5 + 3 * index)[1]
    return first, _month(year + 1, 2)[1] if year < MAXYEAR else date.max


def _about(text: str, form: str) -> Bounds:
    bounds = _bounds(text, form)
    _, month, day = _numbers(text, form)
    if day:
        return _shifted(bounds[0], -1), _shifted(bounds[1], 1)
    unit = 12 if not month else 3 if month >= FIRST_SEASON else 1
    return _first_of_month(bounds[0], -unit), _last_of_month(bounds[1], unit)


def _shifted(day: date, days: int) -> date:
    if day == (date.max if days > 0 else date.min):
        return day  # the calendar ends here; there is nothing to widen into
    return day + timedelta(days=days)


def _first_of_month(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1) if index >= MINYEAR * 12 else date.min


def _last_of_month(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    return _month(index // 12, index % 12 + 1)[1] if index // 12 <= MAXYEAR else date.max
