"""The casebook the desk works on: read whole once, and then only what was added since.

Invariants:

- Everything the desk records goes through `record`, which refuses where the files are the truth.
- A reading is never older than the record: whoever wrote, here or by a command, is noticed.
- A snapshot never changes: whoever holds one while somebody writes reads it to its end.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from threading import RLock
from zoneinfo import ZoneInfo

from django.conf import settings as django

from khronika.casebook.casebook import Casebook
from khronika.casebook.layout import SETTINGS
from khronika.desk.snapshot import Snapshot
from khronika.dossier.refold import keep, on_day, refold
from khronika.errors import KhronikaError
from khronika.ledger.forward import forward
from khronika.ledger.held import HeldStore
from khronika.ledger.in_force import InForce
from khronika.ledger.ledger import Ledger
from khronika.ledger.store import Appended

_OPEN: dict[Path, "Archive"] = {}


class ReadOnly(KhronikaError):
    """The files are the truth of this casebook; the desk shows it and writes nothing."""

    def __init__(self) -> None:
        super().__init__(
            "This archive is kept in files and can only be read here. Change the files, or run "
            "`khronika adopt` once."
        )


class Archive:
    """One folder, with or without a casebook in it yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = RLock()
        self._casebook: Casebook | None = None
        self._mark = ""
        self._team: Snapshot | None = None
        self._groups: dict[str, Snapshot] = {}

    @property
    def is_there(self) -> bool:
        """Whether the folder holds a casebook."""
        return (self.folder / SETTINGS).is_file()

    @property
    def casebook(self) -> Casebook:
        """The casebook, opened; once it is, nobody who only asks for it waits for a reading."""
        opened = self._casebook
        if opened is None:
            with self._lock:
                opened = self._casebook = self._casebook or self._open()
        return opened

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be recorded here."""
        return self.casebook.standing

    def today(self, now: datetime) -> date:
        """The day it is where the casebook is kept."""
        zone = self.casebook.settings.timezone if self.is_there else "UTC"
        return now.astimezone(ZoneInfo(zone)).date()

    def snapshot(self, today: date, *, case: str = "") -> Snapshot:
        """The record as the team sees it, or as the support group of this case does."""
        with self._lock:
            team = self._read_on(today)
            if team.as_of != today:
                team = self._team = team.forward(on_day(team.kept, today))
            return self._of_group(team, case) if case else team

    def prepare(self, today: date, ask: Callable[[Snapshot], object]) -> None:
        """Read the record and ask this of what the team sees, while nobody else reads it."""
        with self._lock:
            ask(self.snapshot(today))

    def record(self, batch: Ledger) -> Appended:
        """Add to the record; raises `ReadOnly`."""
        if self.is_read_only:
            raise ReadOnly
        return self.casebook.store.append(batch)

    def close(self) -> None:
        """Let go of the casebook."""
        with self._lock:
            if self._casebook is not None:
                self._casebook.close()
            self._casebook = None
            self._team = None
            self._groups.clear()

    def _open(self) -> Casebook:
        opened = Casebook.open(self.folder, django.DESK_ENVIRON)
        self._store = opened.store
        return replace(opened, store=HeldStore(opened.store, self._whole))

    def _whole(self) -> Ledger:
        """The record as it is; read by whoever opened the casebook here."""
        with self._lock:
            if self._team is None:
                return self._store.read()
            return self._read_on(self._team.as_of).in_force.ledger

    def _read_on(self, today: date) -> Snapshot:
        """What the team sees of the record as it is now, as of some day: what came is read."""
        casebook = self.casebook
        casebook.level()
        later = self._store.later(self._mark if self._team else "")
        if self._team is None or later.added is None:
            with _for_good():
                in_force = InForce(self._store.read(), standing=casebook.standing)
                self._team = Snapshot(keep(in_force, as_of=today), casebook.settings)
        elif later.mark != self._mark:
            kept = self._team.kept
            self._team = self._team.forward(refold(kept, *forward(kept.in_force, later.added)))
        self._mark = later.mark
        return self._team

    def _of_group(self, team: Snapshot, case: str) -> Snapshot:
        """What the support group of this case sees."""
        before = self._groups.get(case)
        if before is None or before.kept is not team.kept:
            now = Snapshot(team.kept, team.settings, case)
            self._groups[case] = now.with_what_is_known(before) if before else now
        return self._groups[case]


@contextmanager
def _for_good() -> Iterator[None]:
    """Let the collector of cycles pass by what is read here: a record of thousands is held whole.

    Going through it took a second, again and again, in the middle of answers. What of it is let go
    is freed as ever.
    """
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()


def archive() -> Archive:
    """The archive of the folder the desk was started for."""
    folder = django.DESK_FOLDER
    if folder not in _OPEN:
        _OPEN[folder] = Archive(folder)
    return _OPEN[folder]
