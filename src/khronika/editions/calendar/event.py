"""What stands in a calendar: one all-day event for each day, and the day to send a card by.

Invariants:

- An event keeps its name (UID) from edition to edition while it is the same day of the same person.
- A hearing is a date, and no call to come: who is in danger decides that for themselves.
- Who asked not to be found by search is in no calendar: what was fetched once stays elsewhere.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from khronika.dossier.dossier import Possible
from khronika.editions.day import Day, days_ahead
from khronika.editions.note import Notes
from khronika.editions.reader import Reader
from khronika.editions.source_line import source_line
from khronika.schema.subject import SubjectId
from khronika.solidarity.freshness import mail_by

MAIL_BY = "mail-by"


@dataclass(frozen=True, slots=True)
class Event:
    """One day of a calendar: its name, its words, and the person it is about."""

    uid: str
    on: date
    summary: str
    description: str
    person: SubjectId | None
    code: str


def events(reader: Reader) -> list[Event]:
    """Every event in the order of days."""
    found = [event for day in _days(reader) for event in _events(day, reader)]
    return sorted(found, key=lambda one: (one.on, one.summary, one.uid))


def _days(reader: Reader) -> Iterator[Day]:
    hidden = reader.publication.unindexed
    return (day for day in days_ahead(reader) if day.person not in hidden)


def _events(day: Day, reader: Reader) -> Iterator[Event]:
    event = _event(day, reader)
    yield event
    if day.code == "birthday":
        yield from _card(day, event, reader)


def _event(day: Day, reader: Reader) -> Event:
    return Event(
        uid=_uid(day, reader),
        on=day.on,
        summary=_summary(day.what, day.person, reader),
        description="\n".join(_described(day, reader)),
        person=day.person,
        code=day.code,
    )


def _summary(what: str, person: SubjectId | None, reader: Reader) -> str:
    if person is None:
        return what
    template = reader.wording.gettext("{name}: {what}")
    return template.format(name=reader.names[person], what=what)


def _described(day: Day, reader: Reader) -> Iterator[str]:
    gettext = reader.wording.gettext
    if day.note:
        yield day.note
    if day.disputed:
        yield gettext("Sources name different days.")
    if day.code == "hearing":
        yield gettext("As it was set; hearings are often put off.")
    notes = Notes(reader)
    notes.backing(day.claims)
    yield from (source_line(row, reader) for row in notes.rows())


def _card(day: Day, birthday: Event, reader: Reader) -> Iterator[Event]:
    """The day by which a card should leave, where letters are possible and it is not past."""
    by = mail_by(day.on)
    publication = reader.publication
    possible = day.person and publication.people[day.person].status.letters
    if possible is not Possible.YES or by < publication.as_of:
        return
    gettext = reader.wording.gettext
    what = gettext("Last day to post a birthday card")
    until = gettext("The birthday is on {day}.").format(day=reader.wording.day(day.on))
    address = gettext(
        "Use an address only if it was confirmed lately; while somebody is being moved, wait."
    )
    yield replace(
        birthday,
        uid=_uid(replace(day, code=MAIL_BY), reader),
        on=by,
        summary=_summary(what, day.person, reader),
        description=f"{until}\n{address}",
        code=MAIL_BY,
    )


_YEARLY = frozenset({"birthday", "anniversary", MAIL_BY, "observance"})


def _uid(day: Day, reader: Reader) -> str:
    """A name that stays: of what comes round, with the year it comes; of the rest, with the day."""
    house = reader.publication.house.id
    who = reader.publication.addresses.get(day.person, day.person) if day.person else ""
    when = str(day.on.year) if day.code in _YEARLY and not day.disputed else day.on.isoformat()
    framed = repr((house, who, day.code, day.key, when))
    return f"{hashlib.sha256(framed.encode()).hexdigest()[:32]}@{house}.khronika"
