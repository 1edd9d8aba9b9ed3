"""Whether somebody may be written to now, and why or why not.

Invariants:

- Where anything is vague the answer is no: a letter to a wrong place is lost, or reaches somebody.
- Every answer has a reason; a yes has the last day on which the address may be used.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from khronika.errors import Say
from khronika.solidarity.freshness import FRESH_COLONY, FRESH_PRE_TRIAL
from khronika.values.date import PartialDate

SHORT_CUSTODY = frozenset({"detained", "administrative-arrest"})
UNDER_ORDER = frozenset({"house-arrest", "restricted"})
HELD = frozenset({"pre-trial", "serving", "forced-labour", "treatment"})
_UNKNOWN = {
    "in-transit": "letter.in-transit",
    "whereabouts-unknown": "letter.whereabouts-unknown",
    "unknown": "letter.status-unknown",
    "dead": "letter.dead",
}


@dataclass(frozen=True, slots=True)
class Address:
    """What is known of a letter address: whether it is an institution's, and who confirmed it when.

    `moved` are the days of transfers away and other moves since, `in_force` those on which a
    verdict came into force, `returned` those on which a letter came back; None is a day nobody
    knows. `text` is the institution's address as it is written there.
    """

    text: str
    institution: bool
    checked: PartialDate | None = None
    checked_by: str = ""
    moved: tuple[PartialDate | None, ...] = ()
    in_force: tuple[PartialDate | None, ...] = ()
    returned: tuple[PartialDate | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Correspondent:
    """What a caller knows of somebody who might be written to.

    `status` is the value of a dossier's status code. `said_no` is set where the person or the
    group wants no letters, `banned` where an order of a court forbids them, `name_checked` where
    somebody who knows wrote the name in Cyrillic.
    """

    status: str
    address: Address | None = None
    said_no: bool = False
    banned: bool = False
    name_checked: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether one may, why, and the last day on which the address may be used."""

    may: bool
    why: Say
    until: date | None = None


def may_write(asked: Correspondent, *, on: date) -> Answer:
    """Whether a letter may be sent on this day: the first thing that forbids it, or until when."""
    for forbids in (_status, _will, _address, _name):
        if said := forbids(asked, on):
            return Answer(may=False, why=said)
    until = use_until(asked)
    assert until is not None  # noqa: S101 - an address without a check was refused above
    return Answer(may=True, why=Say("letter.may", {"date": until}), until=until)


def use_until(asked: Correspondent) -> date | None:
    """The last day on which the address may be used; None where nobody confirmed it."""
    address = asked.address
    if address is None or address.checked is None:
        return None
    return address.checked.first_day + _fresh(asked.status)


def _fresh(status: str) -> timedelta:
    return FRESH_COLONY if status in {"serving", "forced-labour"} else FRESH_PRE_TRIAL


def _status(asked: Correspondent, _on: date) -> Say | None:
    if asked.status in HELD:
        return None
    if asked.status in UNDER_ORDER:
        return Say("letter.under-order")
    if asked.status in SHORT_CUSTODY:
        return Say("letter.short-custody")
    return Say(_UNKNOWN.get(asked.status, "letter.not-held"))


def _will(asked: Correspondent, _on: date) -> Say | None:
    if asked.said_no:
        return Say("letter.said-no")
    return Say("letter.banned") if asked.banned else None


def _address(asked: Correspondent, on: date) -> Say | None:
    address = asked.address
    if address is None:
        return Say("letter.no-address")
    if not address.institution:
        return Say("letter.not-institution")
    if address.checked is None or not address.checked_by:
        return Say("letter.unconfirmed")
    if not timedelta(0) <= on - address.checked.first_day <= _fresh(asked.status):
        return Say("letter.stale", {"date": address.checked})
    for code, days in _lapses(address).items():
        if any(_counts(day, address.checked, on) for day in days):
            return Say(code)
    return None


def _lapses(address: Address) -> dict[str, tuple[PartialDate | None, ...]]:
    return {
        "letter.moved": address.moved,
        "letter.in-force": address.in_force,
        "letter.returned": address.returned,
    }


def _counts(day: PartialDate | None, checked: PartialDate, on: date) -> bool:
    """Whether it can have happened by then and not before the check."""
    return day is None or (day.first_day <= on and day.last_day >= checked.first_day)


def _name(asked: Correspondent, _on: date) -> Say | None:
    return None if asked.name_checked else Say("letter.name-unchecked")
