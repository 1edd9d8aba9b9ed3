"""Lets go of what is older than 24 months, and of who wrote it when they leave.

Invariants:

- Every table of the logbook has a row here; a test fails for one that has none.
- It runs when the desk starts and every day after, so that nobody has to think of it.
"""

import logging
from collections.abc import Callable, Mapping
from datetime import date

from django.db import DatabaseError, close_old_connections, models

from khronika.desk import clock
from khronika.desk.accounts.models import Account
from khronika.desk.archive import archive
from khronika.desk.logbook.models import (
    Contact,
    Cover,
    Detention,
    Fund,
    Keeper,
    Letter,
    Parcel,
    Payment,
    Petition,
    Tick,
    Yes,
)
from khronika.errors import KhronikaError
from khronika.solidarity.days import in_year

KEPT_YEARS = 2
DAY, HOUR = 86_400.0, 3_600.0  # seconds
_LOG = logging.getLogger(
    "django"
)  # the desk's own way to say what failed, and never what stood there
# By which of its days a row is as old as it is.
AGES: Mapping[type[models.Model], str] = {
    Letter: "sent",
    Parcel: "reserved",
    Payment: "asked",
    Yes: "on",
    Fund: "changed",
    Cover: "day",
    Petition: "sent",
    Detention: "day",
    Tick: "day",
    Contact: "on",
    Keeper: "renewed",
}


def oldest_kept(today: date) -> date:
    """The first day of which anything is kept."""
    return in_year(today, today.year - KEPT_YEARS)


def forget(today: date) -> int:
    """Let go of what is older than we keep it; how many rows went."""
    oldest = oldest_kept(today)
    return sum(
        models.QuerySet(model).filter(**{f"{day}__lt": oldest}).delete()[0]
        for model, day in AGES.items()
    )


def forgot_today() -> bool:
    """The same, as of the day it is where the archive is kept; whether it could be done."""
    try:
        forget(archive().today(clock.now()))
    except (DatabaseError, KhronikaError):
        _LOG.exception("What is too old could not be forgotten.")
        return False
    finally:
        close_old_connections()
    return True


def keep_forgetting(wait: Callable[[float], bool]) -> None:
    """Forget every day, an hour later where it failed, until `wait` says that it is over."""
    pause = DAY
    while not wait(pause):
        pause = DAY if forgot_today() else HOUR


def forget_who(leaver: Account, today: date) -> None:
    """What somebody wrote who leaves stays without them; what they had promised is open again."""
    Letter.objects.filter(replier=leaver).update(replier=None)
    Parcel.objects.filter(by=leaver).update(by=None)
    Payment.objects.filter(asker=leaver).update(asker=None)
    Yes.objects.filter(by=leaver).update(by=None)
    Cover.objects.filter(by=leaver, day__gte=today).delete()
    Cover.objects.filter(by=leaver).update(by=None)
    Keeper.objects.filter(account=leaver).delete()
