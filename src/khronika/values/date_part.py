"""The pieces of a date somebody wrote, and the parts of a longer time: "early June 2025".

A third of a month is ten days (the last third is the rest), a third of a year is four months, a
third of a season is one month. These are conventions, so what was understood is always said back.
"""

from dataclasses import dataclass, replace

from khronika.values.date import PartialDate
from khronika.values.date_words import Sign

THIRDS = {Sign.EARLY: 0, Sign.MIDDLE: 1, Sign.LATE: 2}
HALVES = {Sign.FIRST_HALF: 0, Sign.SECOND_HALF: 1}


@dataclass(frozen=True, slots=True)
class DateParts:
    """What one side of a written date says; zero where it says nothing."""

    year: int = 0
    month: int = 0
    day: int = 0
    season: int = 0
    part: Sign | None = None
    is_number: bool = False

    def filled_from(self, other: "DateParts") -> "DateParts":
        """In "5-7 June 2022" and "June-July 2022" the end says what the beginning leaves out."""
        is_only_day = bool(self.day) and not self.month
        return replace(
            self,
            year=self.year or other.year,
            month=other.month if is_only_day else self.month,
        )

    def edtf(self) -> str:
        """The same in EDTF; the reader of EDTF says whether there is such a day."""
        month = self.season or self.month
        if self.day:
            return f"{self.year:04d}-{month:02d}-{self.day:02d}"
        return f"{self.year:04d}-{month:02d}" if month else f"{self.year:04d}"


def part_of(whole: PartialDate, sign: Sign) -> PartialDate | None:
    """A half or third of a month, season or year; none where there is no such part."""
    if whole.days > 31:
        return _months_of(whole, sign)
    if whole.is_exact:
        return None
    month, last = whole.text, whole.last_day.day
    starts = (1, 16, last + 1) if sign in HALVES else (1, 11, 21, last + 1)
    index = HALVES[sign] if sign in HALVES else THIRDS[sign]
    return PartialDate.parse(f"{month}-{starts[index]:02d}/{month}-{starts[index + 1] - 1:02d}")


def _months_of(whole: PartialDate, sign: Sign) -> PartialDate | None:
    months = 12 if whole.year_only else 3
    if months == 3 and sign in HALVES:
        return None  # a season has three months and no middle of the middle one
    size = months // (2 if sign in HALVES else 3)
    index = HALVES[sign] if sign in HALVES else THIRDS[sign]
    first = _month_after(whole, index * size)
    return PartialDate.parse(f"{first}/{_month_after(whole, (index + 1) * size - 1)}")


def _month_after(whole: PartialDate, months: int) -> str:
    year, month = divmod(whole.first_day.year * 12 + whole.first_day.month - 1 + months, 12)
    return f"{year:04d}-{month + 1:02d}"


def widened(said: PartialDate) -> PartialDate:
    """The same with "about": one unit more on either side."""
    left, slash, right = said.text.partition("/")
    if not slash:
        return PartialDate.parse(f"{left}~")
    first = PartialDate.parse(f"{left}~").first_day
    return PartialDate.parse(f"{first}/{PartialDate.parse(f'{right}~').last_day}")
