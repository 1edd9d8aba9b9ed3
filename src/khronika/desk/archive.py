"""The casebook the desk works on: opened once, read again only when the record changed.

Invariants:

- Everything the desk records goes through `record`, which refuses where the files are the truth.
- A reading is never older than the record: whoever wrote, here or by a command, is noticed.
"""

from datetime import date, datetime
from pathlib import Path
from threading import RLock
from zoneinfo import ZoneInfo

from django.conf import settings as django

from khronika.casebook.casebook import Casebook
from khronika.casebook.layout import SETTINGS, STORE
from khronika.desk.snapshot import Snapshot
from khronika.errors import KhronikaError
from khronika.ledger.ledger import Ledger
from khronika.ledger.store import Appended

_OPEN: dict[Path, "Archive"] = {}
_Stamp = tuple[object, ...]


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
        self._stamp: _Stamp = ()
        self._kept: dict[tuple[date, str], Snapshot] = {}

    @property
    def is_there(self) -> bool:
        """Whether the folder holds a casebook."""
        return (self.folder / SETTINGS).is_file()

    @property
    def casebook(self) -> Casebook:
        """The casebook, opened."""
        with self._lock:
            if self._casebook is None:
                self._casebook = Casebook.open(self.folder, django.DESK_ENVIRON)
            return self._casebook

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
            stamp = self._stamp_now()
            if stamp != self._stamp:
                self._kept.clear()
            if (today, case) not in self._kept:
                kept = Snapshot(self.casebook.in_force(), self.casebook.settings, today, case)
                self._kept[today, case] = kept
            self._stamp = stamp
            return self._kept[today, case]

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
            self._kept.clear()

    def _stamp_now(self) -> _Stamp:
        """What differs whenever the record does."""
        casebook = self.casebook
        casebook.level()
        files = [self.folder / f"{STORE}{end}" for end in ("", "-wal")]
        if not files[0].is_file():
            return (casebook.store.state(),)
        found = [one.stat() for one in files if one.exists()]
        return tuple((one.st_mtime_ns, one.st_size) for one in found)


def archive() -> Archive:
    """The archive of the folder the desk was started for."""
    folder = django.DESK_FOLDER
    if folder not in _OPEN:
        _OPEN[folder] = Archive(folder)
    return _OPEN[folder]
