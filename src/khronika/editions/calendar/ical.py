"""Events as iCalendar (RFC 5545): the one module that knows the library.

Invariants:

- No clock: the stamp of every event is midnight of the edition's day.
- Whole days only, which block nobody's time.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from khronika.editions.calendar.event import Event

PRODUCT = "-//Khronika//Calendar of an edition//EN"


def ical(events: Iterable[Event], *, name: str, language: str, as_of: date) -> bytes:
    """A calendar of this name, as bytes with the line ends and folds of the standard."""
    import icalendar  # noqa: PLC0415 - an extra, and slow to load where no calendar is made

    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name, parameters={"language": language})
    stamp = datetime.combine(as_of, time(), UTC)
    for one in events:
        event = icalendar.Event()
        event.add("uid", one.uid)
        event.add("dtstamp", stamp)
        event.add("dtstart", one.on)
        event.add("dtend", _after(one.on))
        event.add("summary", one.summary, parameters={"language": language})
        event.add("transp", "TRANSPARENT")
        event.add("categories", [one.code.upper()])
        if one.description:
            event.add("description", one.description, parameters={"language": language})
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _after(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)
