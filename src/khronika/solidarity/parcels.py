"""How many parcels somebody may be sent, by regime, conditions and kind; and how many are left.

Invariants:

- A row that is not in the table is not guessed: the answer is None.
- Days of twelve months are counted back from the day asked, so that a parcel never counts twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TypedDict, cast

from khronika.solidarity.days import in_year
from khronika.solidarity.tables import Basis, load


class ParcelKind(StrEnum):
    """What can be sent: a parcel, posted or handed over, or a small packet."""

    PARCEL = "parcel"
    PACKET = "packet"


class Conditions(StrEnum):
    """The conditions a person is held under inside a colony or prison."""

    ORDINARY = "ordinary"
    LIGHT = "light"
    STRICT = "strict"


class _RawRow(TypedDict, total=False):
    regime: str
    conditions: str
    kind: str
    count: int
    kilograms: int
    monthly: int
    article: str
    since: date
    until: date
    looked: date
    read: bool
    source: str


@dataclass(frozen=True, slots=True)
class Quota:
    """What a rule allows: `count` in twelve months (None: without limit), `kilograms` each.

    `article` is the place in the Penal Enforcement Code, `looked` the day on which somebody last
    found the row in force, `monthly` the kilograms that all together may weigh in a month.
    """

    count: int | None
    kilograms: int | None
    article: str
    basis: Basis
    looked: date | None = None
    monthly: int | None = None


def parcel_quota(
    regime: str, kind: ParcelKind, *, on: date, conditions: Conditions = Conditions.ORDINARY
) -> Quota | None:
    """What the rules allow on this day; None where the table holds no row for it.

    `regime` is an answer of the choice set `regime`, or `pretrial`.
    """
    for row in _rows("quotas"):
        asked = (row["regime"], row["kind"], row["conditions"]) == (regime, kind, conditions)
        if asked and _holds(row, on):
            return _quota(row, kind, on)
    return None


def left_in_window(quota: Quota, sent: Iterable[date], *, on: date) -> int | None:
    """How many may still be sent on the day after these; None without limit, never below 0."""
    if quota.count is None:
        return None
    since = window_start(on)
    return max(0, quota.count - sum(since < day <= on for day in sent))


def window_start(on: date) -> date:
    """The day twelve months before: what was sent after it counts."""
    return in_year(on, on.year - 1)


def _quota(row: _RawRow, kind: ParcelKind, on: date) -> Quota:
    weights = [one["kilograms"] for one in _rows("weights") if one["kind"] == kind]
    return Quota(
        count=row.get("count"),
        kilograms=weights[0] if weights and _holds(_weight(kind), on) else None,
        article=row["article"],
        basis=Basis(row["source"], row["read"]),
        looked=row.get("looked"),
        monthly=row.get("monthly"),
    )


def _weight(kind: ParcelKind) -> _RawRow:
    return next(one for one in _rows("weights") if one["kind"] == kind)


def _holds(row: _RawRow, on: date) -> bool:
    return row.get("since", date.min) <= on <= row.get("until", date.max)


@cache
def _rows(name: str) -> tuple[_RawRow, ...]:
    return tuple(cast("dict[str, list[_RawRow]]", load("parcels.yaml"))[name])
