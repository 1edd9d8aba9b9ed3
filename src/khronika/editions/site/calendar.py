"""The calendar: days to come on which somebody can be thought of, written to, or stood by.

Invariants:

- Exact days only: what is known to the month or year is not put on a day.
- Days of a person stand with their notes; where sources name different days, each is said to be
  disputed.
- Birthdays and anniversaries are those of people held now: nobody at liberty is put on a list.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from khronika.dossier.dossier import Dossier, StatusCode
from khronika.editions.count import IN_CUSTODY
from khronika.editions.site.knowledge import observances
from khronika.editions.site.note import Backing, NoteRow, Notes
from khronika.editions.site.page import Link
from khronika.editions.site.reader import Reader
from khronika.editions.site.show import capital
from khronika.schema.claim import ClaimId
from khronika.values.date import PartialDate
from khronika.values.sentence import N_

_WORDS = {
    "birthday": N_("Birthday"),
    "hearing": N_("Hearing"),
    "order-ends": N_("The measure is ordered until this day"),
}
_HELD = IN_CUSTODY | {StatusCode.HOUSE_ARREST, StatusCode.FORCED_LABOUR}


@dataclass(frozen=True, slots=True)
class DayRow:
    """Something on a day: about a person, with notes, or for everybody, with a note in words."""

    day: str
    machine: str
    what: str
    person: Link
    note: str
    disputed: bool
    backing: tuple[Backing, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """The rows of one month, in the order of days."""

    id: str
    name: str
    rows: tuple[DayRow, ...]


@dataclass(frozen=True, slots=True)
class CalendarView:
    """Everything the page prints."""

    as_of: str
    months: tuple[Month, ...]
    notes: tuple[NoteRow, ...]


@dataclass(frozen=True, slots=True)
class _Day:
    """A row and what it is sorted by."""

    on: date
    order: str
    row: DayRow


@dataclass(frozen=True, slots=True)
class _Coming:
    """A day of one person: what it is, in words, and by which claims."""

    on: date
    what: str
    claims: tuple[ClaimId, ...]


def calendar_view(page: str, reader: Reader) -> CalendarView:
    """The coming twelve months from the day of the edition, and what courts have set for later."""
    publication, wording = reader.publication, reader.wording
    notes = Notes(reader)
    days = [*_of_everybody(reader)]
    for person in reader.names:  # in the order of names, so that notes number alike
        days += _of_person(publication.people[person], page, reader, notes)
    days.sort(key=lambda one: (one.on, one.order))
    months = tuple(
        Month(f"month-{month}", capital(wording.date(PartialDate.parse(month))), _rows(group))
        for month, group in groupby(days, key=lambda one: f"{one.on:%Y-%m}")
    )
    return CalendarView(wording.day(publication.as_of), months, notes.rows())


def next_yearly(first: date, on_or_after: date) -> date:
    """The day as it next comes round; the 29th of February falls on the 1st of March."""
    this_year = _in_year(first, on_or_after.year)
    return this_year if this_year >= on_or_after else _in_year(first, on_or_after.year + 1)


def _in_year(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:  # a year without a 29th of February
        return date(year, 3, 1)


def _rows(days: Iterable[_Day]) -> tuple[DayRow, ...]:
    return tuple(one.row for one in days)


def _of_everybody(reader: Reader) -> Iterable[_Day]:
    as_of = reader.publication.as_of
    for (month, day), (name, note) in observances().items():
        on = next_yearly(date(as_of.year, month, day), as_of)
        row = DayRow(
            day=reader.wording.day(on),
            machine=on.isoformat(),
            what=name.in_language(reader.language),
            person=Link("", ""),
            note=note.in_language(reader.language),
            disputed=False,
            backing=(),
        )
        yield _Day(on, "", row)


def _of_person(dossier: Dossier, page: str, reader: Reader, notes: Notes) -> Iterable[_Day]:
    coming = sorted(_coming(dossier, reader), key=lambda one: (one.on, one.what, one.claims))
    named = Counter((one.what, one.claims) for one in coming)
    name = reader.names[dossier.person]
    for one in coming:
        row = DayRow(
            day=reader.wording.day(one.on),
            machine=one.on.isoformat(),
            what=one.what,
            person=Link(name, reader.href(page, dossier.person)),
            note="",
            disputed=named[one.what, one.claims] > 1,
            backing=notes.backing(one.claims),
        )
        yield _Day(one.on, name, row)


def _coming(dossier: Dossier, reader: Reader) -> Iterable[_Coming]:
    is_held = dossier.status.code in _HELD
    for one in dossier.ahead:
        if one.code != "birthday" or is_held:
            words = _WORDS.get(one.code)
            what = reader.wording.gettext(words) if words else reader.wording.say(one.say)
            yield _Coming(one.on, what, one.claims)
    if is_held:
        yield from _anniversaries(dossier, reader)


def _anniversaries(dossier: Dossier, reader: Reader) -> Iterable[_Coming]:
    """The next anniversary of every arrest that has one exact day."""
    for entry in dossier.of_kind("arrest"):
        day = entry.value("date")
        if isinstance(day, PartialDate) and day.is_exact:
            on = next_yearly(day.first_day, reader.publication.as_of)
            if years := on.year - day.first_day.year:
                yield _Coming(on, _years(years, reader), entry.claims)


def _years(years: int, reader: Reader) -> str:
    said = reader.wording.ngettext(
        "{count} year since the arrest", "{count} years since the arrest", years
    )
    return said.format(count=reader.wording.number(years))
