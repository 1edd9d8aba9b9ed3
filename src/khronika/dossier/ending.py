"""When a term or a short arrest is over at the latest, however it is counted.

No court's arithmetic is done here: counted from the day of the verdict, with nothing credited, a
term cannot end later than this. It only serves to stop saying that somebody is still serving.
"""

from datetime import date

from khronika.dossier.entry import Entry
from khronika.values.term import Term

_PENALTIES = ("term", "total", "forced-labour")


def latest_ends(entry: Entry) -> set[date]:
    """The first days on which the terms of this ruling are surely over; none when one is for life.

    A month is added, because a verdict may begin to count only when it comes into force.
    """
    terms = [one for name in _PENALTIES for one in entry.values(name) if isinstance(one, Term)]
    if entry.kind != "ruling" or any(one.life for one in terms):
        return set()
    days = [one.last_day for one in entry.dates]
    ends = {_months_later(day, one.months_total + 2) for one in terms for day in days}
    return {end for end in ends if end}


def days_later(day: date, days: int) -> date:
    """So many days later; the last day of the calendar where a typing error leads beyond it."""
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))


def _months_later(day: date, months: int) -> date | None:
    """The first of the month so many months on; None beyond the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1) if year <= date.max.year else None
