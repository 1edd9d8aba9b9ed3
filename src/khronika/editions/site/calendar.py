"""The calendar: days to come on which somebody can be thought of, written to, or stood by.

Invariants:

- Exact days only: what is known to the month or year is not put on a day.
- Days of a person stand with their notes; where sources name different days, each is said to be
  disputed.
- Birthdays and anniversaries are those of people held now: nobody at liberty is put on a list.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from khronika.dossier.dossier import Dossier, StatusCode
from khronika.editions.count import IN_CUSTODY
from khronika.editions.note import Backing, NoteRow, Notes
from khronika.editions.path import Link
from khronika.editions.reader import Reader
from khronika.editions.show import capital
from khronika.editions.sorting import name_order
from khronika.schema.claim import ClaimId
from khronika.solidarity.days import next_yearly
from khronika.solidarity.tables import observances
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
    """Something on a day before it has notes: they are numbered in the order of days."""

    on: date
    what: str
    name: str = ""
    href: str = ""
    note: str = ""
    claims: tuple[ClaimId, ...] = ()


def calendar_view(page: str, reader: Reader) -> CalendarView:
    """The coming twelve months from the day of the edition, and what courts have set for later."""
    publication, wording = reader.publication, reader.wording
    notes = Notes(reader)
    days = sorted(
        [*_of_everybody(reader), *_of_people(page, reader)],
        key=lambda one: (one.on, name_order(one.name), one.what, one.claims),
    )
    named = Counter((one.name, one.what, one.claims) for one in days if one.claims)
    months = tuple(
        Month(
            id=f"month-{month}",
            name=capital(wording.date(PartialDate.parse(month))),
            rows=tuple(
                _row(one, reader, notes, disputed=named[one.name, one.what, one.claims] > 1)
                for one in group
            ),
        )
        for month, group in groupby(days, key=lambda one: f"{one.on:%Y-%m}")
    )
    return CalendarView(wording.day(publication.as_of), months, notes.rows())


def _row(day: _Day, reader: Reader, notes: Notes, *, disputed: bool) -> DayRow:
    return DayRow(
        day=reader.wording.day(day.on),
        machine=day.on.isoformat(),
        what=day.what,
        person=Link(day.name, day.href),
        note=day.note,
        disputed=disputed,
        backing=notes.backing(day.claims),
    )


def _of_everybody(reader: Reader) -> Iterator[_Day]:
    as_of = reader.publication.as_of
    for (month, day), (name, note) in observances().items():
        yield _Day(
            on=next_yearly(date(as_of.year, month, day), as_of),
            what=name.in_language(reader.language),
            note=note.in_language(reader.language),
        )


def _of_people(page: str, reader: Reader) -> Iterator[_Day]:
    for person, name in reader.names.items():
        for day in _coming(reader.publication.people[person], reader):
            yield replace(day, name=name, href=reader.href(page, person))


def _coming(dossier: Dossier, reader: Reader) -> Iterator[_Day]:
    is_held = dossier.status.code in _HELD
    for one in dossier.ahead:
        if one.code != "birthday" or is_held:
            words = _WORDS.get(one.code)
            what = reader.wording.gettext(words) if words else reader.wording.say(one.say)
            yield _Day(one.on, what, claims=one.claims)
    if is_held:
        yield from _anniversaries(dossier, reader)


def _anniversaries(dossier: Dossier, reader: Reader) -> Iterator[_Day]:
    """The next anniversary of every arrest that has one exact day."""
    for entry in dossier.of_kind("arrest"):
        day = entry.value("date")
        if isinstance(day, PartialDate) and day.is_exact:
            on = next_yearly(day.first_day, reader.publication.as_of)
            if years := on.year - day.first_day.year:
                yield _Day(on, _years(years, reader), claims=entry.claims)


def _years(years: int, reader: Reader) -> str:
    said = reader.wording.ngettext(
        "{count} year since the arrest", "{count} years since the arrest", years
    )
    return said.format(count=reader.wording.number(years))
