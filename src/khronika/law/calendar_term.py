"""A term of years, months and days laid on the calendar (Penal Enforcement Code, art. 173)."""

from calendar import monthrange
from datetime import date
from functools import lru_cache

from khronika.law.span import NEVER
from khronika.values.term import Term

_CACHED = 16_384


@lru_cache(maxsize=_CACHED)
def last_day_of(term: Term, first: int) -> int:
    """The last day (ordinal) of a term that runs from this day without any credit.

    It is the day before the corresponding day of the last month, or the last day of a month that
    has no such day; the days of the term follow. NEVER beyond the calendar.
    """
    start = date.fromordinal(first)
    year, month = divmod(start.year * 12 + start.month - 1 + term.months_total, 12)
    if year > date.max.year:
        return NEVER
    length = monthrange(year, month + 1)[1]
    corresponding = date(year, month + 1, min(start.day, length)).toordinal()
    last = corresponding if start.day > length else corresponding - 1
    return min(last + term.days, NEVER)


def days_of(term: Term, first: int) -> int:
    """How many days the term has when it runs from this day."""
    return last_day_of(term, first) - first + 1
