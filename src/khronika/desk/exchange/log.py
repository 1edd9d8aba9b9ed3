"""Notes what was handed out, and tells it: to each account its own, to coordinators everybody's."""

from dataclasses import dataclass
from datetime import timedelta

from khronika.desk.exchange.models import HandedOut
from khronika.desk.rules import LEAD
from khronika.desk.visit import Visit

KEPT = timedelta(days=730)  # as long as all that is the group's own business
SHOWN = 50


@dataclass(frozen=True, slots=True)
class Row:
    """One file that was handed out: the day in words, what it was, and the account's name."""

    day: str
    what: str
    who: str


def note(visit: Visit, what: str) -> None:
    """This visitor takes a file away; what is older than we keep it is forgotten."""
    HandedOut.objects.filter(at__lt=visit.now - KEPT).delete()
    HandedOut.objects.create(account=visit.known, at=visit.now, what=what)


def handed_out(visit: Visit) -> tuple[Row, ...]:
    """What was handed out, the latest first, as far as it is this visitor's to know."""
    rows = HandedOut.objects.select_related("account")
    if visit.role not in LEAD:
        rows = rows.filter(account=visit.known)
    return tuple(
        Row(visit.wording.day(one.at.date()), one.what, one.account.name) for one in rows[:SHOWN]
    )
