"""How long a confirmed letter address may be used, and how early a letter has to leave.

The one place where these numbers stand: the fold's open questions, clearance and the packs for
letter nights all ask here.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import TypedDict, cast

from khronika.solidarity.tables import Basis, load


class _RawDays(TypedDict):
    days: int
    read: bool
    source: str


class _RawLetters(TypedDict):
    fresh: dict[str, _RawDays]
    lead: dict[str, _RawDays]


@cache
def _letters() -> _RawLetters:
    return cast("_RawLetters", load("letters.yaml"))


def bases() -> Mapping[str, Basis]:
    """Where each of the numbers comes from, by its name in the table."""
    rows = {**_letters()["fresh"], **_letters()["lead"]}
    return {key: Basis(row["source"], row["read"]) for key, row in rows.items()}


FRESH_PRE_TRIAL = timedelta(days=_letters()["fresh"]["pre-trial"]["days"])
FRESH_COLONY = timedelta(days=_letters()["fresh"]["colony"]["days"])


def mail_by(day: date, *, channel: str = "paper") -> date:
    """The last day on which something should be sent to be there on the day.

    `channel` is `paper` or `electronic`. Never before the calendar's first day.
    """
    lead = timedelta(days=_letters()["lead"][channel]["days"])
    return day - lead if day - date.min > lead else date.min
