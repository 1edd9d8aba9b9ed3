"""Days that come round every year."""

from datetime import date


def next_yearly(first: date, on_or_after: date) -> date:
    """The day as it next comes round; the 29th of February falls on the 1st of March."""
    this_year = in_year(first, on_or_after.year)
    return this_year if this_year >= on_or_after else in_year(first, on_or_after.year + 1)


def in_year(day: date, year: int) -> date:
    """The day in another year; the 29th of February falls on the 1st of March."""
    try:
        return day.replace(year=year)
    except ValueError:  # a year without a 29th of February
        return date(year, 3, 1)
