"""How long a finding under an administrative article leaves the door to a criminal case open."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import NotRequired, TypedDict, cast

from khronika.law.calendar_term import last_day_of
from khronika.law.jurisdiction import tables_named
from khronika.values.legal import LegalReference
from khronika.values.term import Term


@dataclass(frozen=True, slots=True)
class Window:
    """After so many findings under `after`, the next within the time is the crime `opens`."""

    after: LegalReference
    opens: LegalReference
    findings: int
    years: int
    days: int
    verified: bool

    def until(self, in_force: date) -> date:
        """The last day on which the window is surely open, if the finding came into force then."""
        if self.years:
            return date.fromordinal(last_day_of(Term(self.years), in_force.toordinal()))
        return in_force + timedelta(days=self.days - 1)


class _Raw(TypedDict):
    after: str
    opens: str
    findings: int
    years: NotRequired[int]
    days: NotRequired[int]
    verified: bool


class _RawTable(TypedDict):
    windows: list[_Raw]


def windows_after(finding: LegalReference) -> tuple[Window, ...]:
    """The crimes that a finding under this article opens, whatever its part."""
    return tuple(
        one
        for one in _windows()
        if (one.after.code, one.after.article) == (finding.code, finding.article)
    )


@cache
def _windows() -> tuple[Window, ...]:
    tables = [cast("_RawTable", table) for table in tables_named("windows.yaml")]
    return tuple(_window(row) for table in tables for row in table["windows"])


def _window(row: _Raw) -> Window:
    return Window(
        after=LegalReference.parse(row["after"]),
        opens=LegalReference.parse(row["opens"]),
        findings=row["findings"],
        years=row.get("years", 0),
        days=row.get("days", 0),
        verified=row["verified"],
    )
