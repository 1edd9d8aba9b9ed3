"""The ways to send a letter to a place of detention, and what each learns about the sender.

Invariants:

- That a way works in a place is never assumed: either somebody checked, and the day is told, or
  the answer is that nobody did.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TypedDict, cast

from khronika.solidarity.tables import Basis, load
from khronika.values.language import Labels

EVERYWHERE = "everywhere"


class _RawChannel(TypedDict):
    reach: str
    read: bool
    source: str
    name: dict[str, str]
    learns: dict[str, str]


class _RawCheck(TypedDict):
    channel: str
    works: bool
    checked: date
    source: str


class _Raw(TypedDict):
    channels: dict[str, _RawChannel]
    facilities: dict[str, list[_RawCheck]]


@dataclass(frozen=True, slots=True)
class Channel:
    """One way: its name, what it learns about the sender, and when it was checked for the place.

    `works` is None where nobody checked and it does not exist everywhere.
    """

    key: str
    name: Labels
    learns: Labels
    works: bool | None
    checked: date | None
    basis: Basis


def channels(facility: str, *, on: date) -> tuple[Channel, ...]:
    """Every way in the order of the table, as known for this facility on the day.

    `facility` is a key of the table of facilities; an unknown one has no checks.
    """
    raw = _raw()
    checks = {
        one["channel"]: one for one in raw["facilities"].get(facility, ()) if one["checked"] <= on
    }
    return tuple(_channel(key, row, checks.get(key)) for key, row in raw["channels"].items())


def usable(facility: str, *, on: date) -> tuple[Channel, ...]:
    """The ways that may be tried there: all but those found not to work."""
    return tuple(one for one in channels(facility, on=on) if one.works is not False)


def _channel(key: str, row: _RawChannel, check: _RawCheck | None) -> Channel:
    assumed = True if row["reach"] == EVERYWHERE else None
    return Channel(
        key=key,
        name=Labels(row["name"]),
        learns=Labels(row["learns"]),
        works=check["works"] if check else assumed,
        checked=check["checked"] if check else None,
        basis=Basis(row["source"], row["read"]),
    )


@cache
def _raw() -> _Raw:
    return cast("_Raw", load("channels.yaml"))
