"""When entries happened, for putting them in order and for asking what was so on a day.

Invariants:

- A world date is never guessed: an undated entry has no day, only a place on the legal way.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from khronika.dossier.entry import Entry
from khronika.dossier.material import Material
from khronika.schema.kind import kind
from khronika.schema.value import Value
from khronika.values.date import PartialDate

DAY = timedelta(days=1)
_NO_RANK = 100  # kinds off the legal way (names, occupations) stand after the dated events


def first_day(entry: Entry) -> date | None:
    """The earliest day it can have happened; None when undated."""
    return min((one.first_day for one in entry.dates), default=None)


def begun_by(entry: Entry, as_of: date, *, told: date | None) -> bool:
    """Whether it can have happened by the day.

    An undated event counts from the day its earliest source spoke (`told`); a trait always.
    """
    began = first_day(entry)
    if began is not None:
        return began <= as_of
    return kind(entry.kind).rank is None or told is None or told <= as_of


def told_on(entry: Entry, material: Material) -> date | None:
    """The day the earliest dated source of the entry came out; None when none is dated."""
    return min(
        (
            source.date.last_day
            for one in entry.claims
            if (source := material.sources.get(material.claims[one].passage.source)) and source.date
        ),
        default=None,
    )


def in_time(entries: Iterable[Entry]) -> list[Entry]:
    """The entries by day, undated ones after the dated ones they follow on the legal way."""
    entries = list(entries)
    latest = latest_by_rank(entries)
    return sorted(entries, key=lambda one: (effective_day(one, latest), rank(one), one.key))


def rank(entry: Entry) -> int:
    """The entry's place on the legal way."""
    own = kind(entry.kind).rank
    return _NO_RANK if own is None else own


def latest_by_rank(entries: Iterable[Entry]) -> Mapping[str, list[tuple[int, date]]]:
    """For each case, the rank and first day of its dated events."""
    found: dict[str, list[tuple[int, date]]] = {}
    for entry in entries:
        day = first_day(entry)
        if day is not None and kind(entry.kind).rank is not None:
            found.setdefault(entry.case or "", []).append((rank(entry), day))
    return found


def effective_day(entry: Entry, dated: Mapping[str, list[tuple[int, date]]]) -> date:
    """The day to order by: its own, or that of the last event that goes before it by rank."""
    day = first_day(entry)
    if day is not None:
        return day
    own = rank(entry)
    return max(
        (day for before, day in dated.get(entry.case or "", ()) if before <= own), default=date.min
    )


def days_of(entries: Iterable[Entry]) -> set[date]:
    """Every day on which a date in these entries begins to be past or over."""
    return {
        day for entry in entries for value in entry.every_value() for day in _turning_days(value)
    }


def _turning_days(value: Value) -> Iterable[date]:
    if isinstance(value, PartialDate):
        yield value.first_day
        if value.last_day < date.max:
            yield value.last_day + DAY
