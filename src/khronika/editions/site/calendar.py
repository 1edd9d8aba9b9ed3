"""The calendar: days to come on which somebody can be thought of, written to, or stood by.

Invariants:

- Days of a person stand with their notes; where sources name different days, each is said to be
  disputed.
"""

from dataclasses import dataclass
from itertools import groupby

from khronika.editions.day import Day, days_ahead
from khronika.editions.note import Backing, NoteRow, Notes
from khronika.editions.path import Link
from khronika.editions.reader import Reader
from khronika.editions.show import capital
from khronika.values.date import PartialDate


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


def calendar_view(page: str, reader: Reader) -> CalendarView:
    """The coming twelve months from the day of the edition, and what courts have set for later."""
    wording = reader.wording
    notes = Notes(reader)
    months = tuple(
        Month(
            id=f"month-{month}",
            name=capital(wording.date(PartialDate.parse(month))),
            rows=tuple(_row(one, page, reader, notes) for one in group),
        )
        for month, group in groupby(days_ahead(reader), key=lambda one: f"{one.on:%Y-%m}")
    )
    return CalendarView(wording.day(reader.publication.as_of), months, notes.rows())


def _row(day: Day, page: str, reader: Reader, notes: Notes) -> DayRow:
    person = Link(reader.names[day.person], reader.href(page, day.person)) if day.person else None
    return DayRow(
        day=reader.wording.day(day.on),
        machine=day.on.isoformat(),
        what=day.what,
        person=person or Link("", ""),
        note=day.note,
        disputed=day.disputed,
        backing=notes.backing(day.claims),
    )
