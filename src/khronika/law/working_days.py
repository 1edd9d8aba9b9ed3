"""Which days are working days, for the release on the working day before (art. 173)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TypedDict, cast

from khronika.law.jurisdiction import find_table

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The days off and the moved working days of one jurisdiction."""

    every_year: frozenset[str]
    off: Mapping[int, frozenset[str]]
    working: Mapping[int, frozenset[str]]

    def is_working(self, day: date) -> bool:
        """Whether people work on this day."""
        named = f"{day:%m-%d}"
        if day.weekday() >= _SATURDAY:
            return named in self.working.get(day.year, ())
        return named not in self.off.get(day.year, self.every_year)

    def on_or_before(self, day: date) -> date:
        """The day itself, or the last working day before it."""
        while not self.is_working(day):
            day -= timedelta(days=1)
        return day

    def knows(self, day: date) -> bool:
        """Whether the moved days of its year were looked up."""
        return day.year in self.off


class _RawYear(TypedDict):
    days_off: list[str]
    working: list[str]


class _RawTable(TypedDict):
    every_year: list[str]
    years: dict[int, _RawYear]


@cache
def working_days(jurisdiction: str) -> WorkingDays:
    """The working days of a jurisdiction; without a table every weekday is one."""
    raw = cast("_RawTable | None", find_table(jurisdiction, "holidays.yaml"))
    if raw is None:
        return WorkingDays(frozenset(), {}, {})
    return WorkingDays(
        every_year=frozenset(raw["every_year"]),
        off={year: frozenset(row["days_off"]) for year, row in raw["years"].items()},
        working={year: frozenset(row["working"]) for year, row in raw["years"].items()},
    )
