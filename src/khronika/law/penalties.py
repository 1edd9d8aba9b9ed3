"""What the articles threaten, edition by edition, and which special rules name them.

Invariants:

- What was not looked up is None, never a guess: a penalty, a flag that depends on the facts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NotRequired, TypedDict, cast

from khronika.law.jurisdiction import tables_named
from khronika.values.legal import LegalReference
from khronika.values.money import Money
from khronika.values.term import Term

ALL = "all"


@dataclass(frozen=True, slots=True)
class Penalty:
    """One edition of what a part threatens; `valid_from`, `valid_to` None: not recorded."""

    part: str
    least: Term | None
    most: Term | None
    life: bool
    imprisonment: bool
    fine: tuple[Money, Money] | None
    valid_from: date | None
    valid_to: date | None
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class _Threat:
    flags: Mapping[str, str | tuple[str, ...]]
    parts: tuple[Penalty, ...]


class _RawPenalty(TypedDict):
    part: str
    min: NotRequired[str | None]
    max: NotRequired[str | None]
    life: NotRequired[bool]
    imprisonment: NotRequired[bool]
    fine: NotRequired[list[str]]
    valid_from: NotRequired[date]
    valid_to: NotRequired[date]
    source: str
    verified: bool


class _RawThreat(TypedDict):
    code: str
    article: str
    flags: NotRequired[dict[str, str | list[str]]]
    parts: NotRequired[list[_RawPenalty]]


class _RawTable(TypedDict):
    penalties: list[_RawThreat]


def editions(reference: LegalReference) -> tuple[Penalty, ...]:
    """Every recorded edition of what this part threatens, oldest first; empty: not recorded."""
    threat = _threats().get((reference.code, reference.article))
    if threat is None:
        return ()
    return tuple(one for one in threat.parts if one.part == reference.part)


def penalty(reference: LegalReference, on: date | None = None) -> Penalty | None:
    """The edition in force on the day, the newest unless said; None: not recorded."""
    found = editions(reference)
    if on is not None:
        found = tuple(
            one for one in found if (one.valid_from or date.min) <= on <= (one.valid_to or date.max)
        )
    return found[-1] if found else None


def milder_later(reference: LegalReference, on: date) -> Penalty | None:
    """A later edition with a lower maximum than that of the day (art. 10); None without one."""
    then = penalty(reference, on)
    if then is None or then.valid_to is None:
        return None
    later = [
        one
        for one in editions(reference)
        if one.valid_from and one.valid_from > on and _heaviest(one) < _heaviest(then)
    ]
    return min(later, key=_heaviest) if later else None


def has_flag(reference: LegalReference, name: str) -> bool | None:
    """Whether a special rule names this part; None where the part or a fact decides it."""
    threat = _threats().get((reference.code, reference.article))
    flag = threat.flags.get(name) if threat else None
    if flag is None or isinstance(flag, str):
        return False if flag is None else True if flag == ALL else None
    if not reference.part:
        return None
    return reference.part in flag


def lists(code: str) -> bool:
    """Whether the special lists of this code were read whole, so that absence means no."""
    return any(one == code for one, _ in _threats())


def _heaviest(one: Penalty) -> tuple[bool, int]:
    return one.life, one.most.months_total if one.most else 0


@cache
def _threats() -> Mapping[tuple[str, str], _Threat]:
    tables = [cast("_RawTable", table) for table in tables_named("penalties.yaml")]
    rows = [row for table in tables for row in table["penalties"]]
    return {(row["code"], row["article"]): _threat(row) for row in rows}


def _threat(row: _RawThreat) -> _Threat:
    flags = row.get("flags", {})
    return _Threat(
        flags={
            name: tuple(value) if isinstance(value, list) else value
            for name, value in flags.items()
        },
        parts=tuple(_penalty(one) for one in row.get("parts", [])),
    )


def _penalty(row: _RawPenalty) -> Penalty:
    least, most, fine = row.get("min"), row.get("max"), row.get("fine")
    return Penalty(
        part=row["part"],
        least=Term.parse(least) if least else None,
        most=Term.parse(most) if most else None,
        life=row.get("life", False),
        imprisonment=row.get("imprisonment", True) and fine is None,
        fine=(Money.parse(fine[0]), Money.parse(fine[1])) if fine else None,
        valid_from=row.get("valid_from"),
        valid_to=row.get("valid_to"),
        source=row["source"],
        verified=row["verified"],
    )
