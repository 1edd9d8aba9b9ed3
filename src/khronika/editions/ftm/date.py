"""A date as FollowTheMoney can hold it: a day, a month or a year, and nothing between."""

from khronika.values.date import PartialDate


def ftm_date(said: PartialDate) -> str:
    """The shortest period of these that holds every day that could be meant; empty for none.

    >>> [ftm_date(PartialDate.parse(text)) for text in ("2022-08-30", "2022-22", "2022~")]
    ['2022-08-30', '2022', '']
    """
    first, last = said.first_day, said.last_day
    if first == last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    return f"{first:%Y}" if first.year == last.year else ""
