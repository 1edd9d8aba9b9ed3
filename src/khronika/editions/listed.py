"""A person as lists show them: name, link and status."""

from dataclasses import dataclass
from functools import cache

from khronika.dossier.dossier import Status, StatusCode
from khronika.editions.count import IN_CUSTODY
from khronika.editions.label import status_name
from khronika.editions.note import Backing, Notes
from khronika.editions.path import Link
from khronika.editions.reader import Reader
from khronika.editions.sorting import plain
from khronika.errors import Say
from khronika.schema.subject import SubjectId
from khronika.values.date import PartialDate

_AT_LIBERTY = frozenset(
    {StatusCode.FREE, StatusCode.RELEASED, StatusCode.ACQUITTED, StatusCode.EXCHANGED}
)
_HAPPENED = frozenset(
    {StatusCode.RELEASED, StatusCode.ACQUITTED, StatusCode.EXCHANGED, StatusCode.DEAD}
)  # what happened on a day, and is not a state that lasts
_GROUPS = {StatusCode.DEAD: "dead", StatusCode.UNKNOWN: "unknown"}


@dataclass(frozen=True, slots=True)
class StatusView:
    """The status in words; `group` only chooses a shade, the words say it all."""

    label: str
    group: str
    since: str
    reason: str
    backing: tuple[Backing, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a list of people."""

    name: str
    href: str
    status: StatusView
    cases: tuple[Link, ...]


def status_view(status: Status, reader: Reader, notes: Notes | None = None) -> StatusView:
    """The status with its reason; with notes where the page has any."""
    reason = tuple(status.reason.params.items())
    return StatusView(
        label=reader.said(status_name, status.code),
        group=_group(status.code),
        since=reader.said(_since, status.code, status.since) if status.since else "",
        reason=reader.perhaps(_reason, status.code, status.reason.code, reason),
        backing=notes.backing(status.claims) if notes else (),
    )


def _reason(
    code: StatusCode, reason: str, params: tuple[tuple[str, object], ...], reader: Reader
) -> str:
    """The reason, where it says more than the status itself."""
    said = reader.wording.say(Say(reason, dict(params)))
    return said if plain(said).rstrip(".") != plain(status_name(code, reader)) else ""


def listed(person: SubjectId, page: str, reader: Reader, *, notes: Notes | None = None) -> Listed:
    """The person as a list on this page shows them."""
    dossier = reader.publication.people[person]
    return Listed(
        name=reader.names[person],
        href=reader.href(page, person),
        status=status_view(dossier.status, reader, notes),
        cases=tuple(
            Link(reader.case_names[case], reader.href(page, case))
            for case in dossier.cases
            if case in reader.case_names
        ),
    )


def _since(code: StatusCode, since: PartialDate, reader: Reader) -> str:
    """When it happened or since when it is so, as far as known.

    Russian says "с 1 марта" of a day, and has no such phrase for a month or a season.
    """
    said = reader.wording.date(since)
    if code in _HAPPENED:
        return said
    if since.is_exact:
        return reader.wording.gettext("since {day}").format(day=said)
    return reader.wording.gettext("since: {date}").format(date=said)


@cache
def _group(code: StatusCode) -> str:
    if code in IN_CUSTODY:
        return "custody"
    if code in _AT_LIBERTY:
        return "liberty"
    return _GROUPS.get(code, "restricted")
