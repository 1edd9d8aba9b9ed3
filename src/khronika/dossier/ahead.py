"""The days to come that somebody should know of."""

from collections.abc import Iterable
from datetime import date

from khronika.dossier.dossier import Ahead, StatusCode
from khronika.dossier.entry import Entry
from khronika.dossier.gaps import View, say_on
from khronika.schema.value import Choice
from khronika.solidarity.days import next_yearly
from khronika.values.date import PartialDate

_MEASURE_ENDS = {"custody": "end", "step": "until"}
_PAST_BIRTHDAYS = frozenset({StatusCode.DEAD})


def dates_ahead(view: View) -> list[Ahead]:
    """Hearings, ends of orders and the next birthday, soonest first. Exact days only."""
    found = [*_hearings(view), *_order_ends(view), *_birthday(view)]
    return sorted(found, key=lambda one: (one.on, one.code, one.claims))


def ahead_days(view: View) -> set[date]:
    """The days after which a date ahead is past."""
    return {date.fromordinal(one.on.toordinal() + 1) for one in dates_ahead(view)}


def _hearings(view: View) -> Iterable[Ahead]:
    for entry in view.of_kind("hearing"):
        if not _is_off(entry):
            for day in _days(view, entry.dates):
                yield _ahead(view, entry, day, code="hearing")


def _order_ends(view: View) -> Iterable[Ahead]:
    for entry in view.begun:
        name = _MEASURE_ENDS.get(entry.kind, "")
        ends = [one for one in entry.values(name) if isinstance(one, PartialDate)]
        for day in _days(view, ends):
            yield _ahead(view, entry, day, code="order-ends")


def _birthday(view: View) -> Iterable[Ahead]:
    if view.status.code in _PAST_BIRTHDAYS:
        return
    for entry in view.of_kind("birth"):
        for one in entry.dates:
            if one.is_exact:
                yield _ahead(view, entry, next_yearly(one.first_day, view.as_of), code="birthday")


def _is_off(entry: Entry) -> bool:
    return any(
        isinstance(one, Choice) and one.choice in {"postponed", "cancelled"}
        for one in entry.values("outcome")
    )


def _days(view: View, dates: Iterable[PartialDate]) -> list[date]:
    return sorted({one.first_day for one in dates if one.is_exact and one.first_day >= view.as_of})


def _ahead(view: View, entry: Entry, day: date, *, code: str) -> Ahead:
    return Ahead(
        person=view.person,
        on=day,
        code=code,
        say=say_on(f"ahead.{code}", PartialDate.of(day)),
        claims=entry.claims,
    )
