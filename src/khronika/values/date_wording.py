"""Dates in words: "30 August 2022", "summer 2022", "between June and July 2022".

Invariants:

- The words say no more and no less than the date: a span is never printed as if it were a term,
  and "about" stays.
- Where a span lies in one year or month, its beginning does not repeat it.
"""

from datetime import date
from functools import cache, lru_cache

from babel.dates import format_date

from khronika.values.date import FIRST_SEASON, PartialDate
from khronika.values.sentence import N_
from khronika.values.translation import locale_of, translations_of

DATES_CACHED = 65_536
SEASONS = (N_("spring"), N_("summer"), N_("autumn"), N_("winter"))
WINTER = "24"
LEAP_YEAR = 2000  # has every day there is


@lru_cache(maxsize=DATES_CACHED)
def date_in_words(said: PartialDate, language: str) -> str:
    """The date as a reader of this language would write it."""
    first, slash, last = said.text.partition("/")
    if slash:
        return _between(first, last, language)
    if said.is_approximate:
        about = translations_of(language).gettext(N_("about {date}"))
        return about.format(date=_whole(said.text.rstrip("~"), language))
    return _whole(said.text, language)


def _between(first: str, last: str, language: str) -> str:
    gettext = translations_of(language).gettext
    beginning, end = _beginning(first, last, language), _whole(last, language)
    if len(first) == len(last) == 10:  # French says "le" before days, and nothing before months
        days = gettext(N_("between {first_day} and {last_day}"))
        return days.format(first_day=beginning, last_day=end)
    return gettext(N_("between {first} and {last}")).format(first=beginning, last=end)


def _beginning(first: str, last: str, language: str) -> str:
    """The beginning of a span, without the month and year that its end will name."""
    if len(first) != len(last) or first[:4] != last[:4] or len(first) == 4:
        return _whole(first, language)
    if len(first) == 7:
        if _is_winter(first) or _is_winter(last):
            return _whole(first, language)  # a winter's years are not those of its neighbours
        return _month_or_season(first, language)
    return _beginning_day(date.fromisoformat(first), language, in_month=first[:7] == last[:7])


def _beginning_day(day: date, language: str, *, in_month: bool) -> str:
    number = "d'.'" if language == "de" else "d"
    pattern = number if in_month else f"{number} MMMM"
    return _first_of_month(format_date(day, pattern, locale_of(language)), day, language)


def _is_winter(form: str) -> bool:
    return form[5:] == WINTER


def _whole(form: str, language: str) -> str:
    if len(form) == 10:
        return day_in_words(date.fromisoformat(form), language)
    if len(form) == 4:
        return _year(form, language)
    named = _month_or_season(form, language)
    years = _winter_years(int(form[:4]), language) if _is_winter(form) else _year(form, language)
    return f"{named} {years}"


def _month_or_season(form: str, language: str) -> str:
    month = int(form[5:])
    if month >= FIRST_SEASON:
        return translations_of(language).gettext(SEASONS[month - FIRST_SEASON])
    return format_date(date(2000, month, 1), "LLLL", locale_of(language))


def _year(form: str, language: str) -> str:
    return translations_of(language).gettext(N_("{year}")).format(year=int(form[:4]))


def _winter_years(year: int, language: str) -> str:
    """A winter lies in two years and names both, so that nobody looks for it in the wrong one."""
    pair = f"{year}/{(year + 1) % 100:02d}"
    return translations_of(language).gettext(N_("{years}")).format(years=pair)


def day_in_words(day: date, language: str) -> str:
    """A day as a reader of this language would write it."""
    return _in_a_year(day.month, day.day, language).replace(str(LEAP_YEAR), str(day.year))


@cache  # years are many, and write all their days alike
def _in_a_year(month: int, number: int, language: str) -> str:
    """The day of a month in the `LEAP_YEAR`."""
    day = date(LEAP_YEAR, month, number)
    written = format_date(day, "long", locale_of(language)).replace("\u202f", "\u00a0")
    return _first_of_month(written, day, language)


def _first_of_month(written: str, day: date, language: str) -> str:
    """French alone counts the first day of a month: "1er août"."""
    return f"1er{written[1:]}" if language == "fr" and day.day == 1 else written
