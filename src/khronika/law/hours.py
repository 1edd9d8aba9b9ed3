"""What the law says must happen within hours of a detention.

Invariants:

- An hour that nobody read in the law is marked, and is never called the law's word.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import TypedDict, cast

from khronika.law.jurisdiction import find_table
from khronika.values.language import Labels
from khronika.values.legal import LegalReference

SUSPICION, ADMINISTRATIVE = "suspicion", "administrative"
GROUNDS = (SUSPICION, ADMINISTRATIVE)


@dataclass(frozen=True, slots=True)
class Hours:
    """Within so many hours this must happen; `ground` is one of `GROUNDS`."""

    key: str
    ground: str
    hours: int
    title: Labels
    place: LegalReference
    source: str
    verified: bool

    def due(self, since: datetime) -> datetime:
        """The minute by which it must have happened, for somebody held since then."""
        return since + timedelta(hours=self.hours)


class _Raw(TypedDict):
    ground: str
    hours: int
    title: dict[str, str]
    place: str
    source: str
    verified: bool


class _RawTable(TypedDict):
    hours: dict[str, _Raw]


@cache
def hours_of(jurisdiction: str) -> tuple[Hours, ...]:
    """Every row of a jurisdiction, the soonest first; none where nobody wrote them down."""
    raw = cast("_RawTable | None", find_table(jurisdiction, "hours.yaml"))
    rows = [_hours(key, row) for key, row in raw["hours"].items()] if raw else []
    return tuple(sorted(rows, key=lambda one: one.hours))


def hours_for(jurisdiction: str, ground: str) -> tuple[Hours, ...]:
    """The rows for this ground; those of every ground where it is not known."""
    return tuple(one for one in hours_of(jurisdiction) if ground in {"", one.ground})


def _hours(key: str, row: _Raw) -> Hours:
    return Hours(
        key=key,
        ground=row["ground"],
        hours=row["hours"],
        title=Labels(row["title"]),
        place=LegalReference.parse(row["place"]),
        source=row["source"],
        verified=row["verified"],
    )
