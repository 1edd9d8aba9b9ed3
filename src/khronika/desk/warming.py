"""Reads the record before anybody asks for it, so that the first visitor of the day does not wait.

Invariants:

- It goes beside the answering: what needs no record, the page of setting up among it, waits for
  nothing here.
- What fails is left to whoever opens a page next, and is said to them.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread

from django.db import connection

from khronika.desk import clock
from khronika.desk.accounts.models import Account
from khronika.desk.archive import archive
from khronika.desk.snapshot import Snapshot
from khronika.desk.week.lines import lines_of
from khronika.errors import KhronikaError

_SELDOM = (20_000, 20, 20)  # new objects, rounds, rounds: a page makes some thousands


def start_warming() -> None:
    """Read the record in a thread of its own, once."""
    gc.set_threshold(*_SELDOM)
    Thread(target=warm, daemon=True).start()


def warm() -> None:
    """Have ready what every page asks of the record, in the languages of those who come."""
    place = archive()
    with suppress(KhronikaError), _connected():
        languages = {one.language for one in Account.objects.filter(is_active=True)}
        if languages and place.is_there:
            place.prepare(place.today(clock.now()), lambda record: _ask(record, languages))


def _ask(record: Snapshot, languages: set[str]) -> None:
    """What is asked here once is brought forward from then on."""
    _ = record.directory
    record.of_each(lines_of)
    record.find("")
    for one in sorted(languages):
        record.reader(one)


@contextmanager
def _connected() -> Iterator[None]:
    try:
        yield
    finally:
        connection.close()
