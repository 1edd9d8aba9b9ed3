"""Backs a casebook up into one zip, and restores one into an empty folder.

Invariants:

- A backup holds everything but what is derived: settings, files, texts, media, vault, and where
  the store is the truth the whole ledger, row for row, and what the desk keeps for the group:
  accounts and logbook, without the sessions. It is as secret as the casebook.
- Nothing of a backup is trusted: names, sizes and hashes are checked before it stands anywhere.
- A restored folder appears whole, after it was verified, or not at all.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from khronika import __version__
from khronika.casebook.casebook import Casebook
from khronika.casebook.layout import BACKUPS, EDITIONS, STORE
from khronika.casebook.settings import Truth, cache_url, database_url
from khronika.casebook.verifying import verify
from khronika.casebook.writes import UNFINISHED, NotWritten
from khronika.errors import KhronikaError, Problem
from khronika.ledger.ledger import Ledger
from khronika.ledger.open import open_store
from khronika.ledger.state import ledger_state

LABEL = "BACKUP.json"
MAX_BYTES = 20_000_000_000  # a vault of a decade of scans; more is not a backup of ours
_DERIVED = frozenset({EDITIONS, BACKUPS, ".git", "desk.incoming"})
_STORES = ("ledger.sqlite", "cache.sqlite", "desk.sqlite")
_DESK = "desk.sqlite"
_SESSIONS = ("django_session", "accounts_seat")  # whoever finds a backup is not signed in by it
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment a zip can tell, so that it tells none


class BadBackup(KhronikaError):
    """The file is no backup, or not as it was written; nothing was restored."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason} Nothing was restored; take another backup.")


class NotRestored(KhronikaError):
    """The place for the casebook is not empty."""

    def __init__(self, place: str) -> None:
        super().__init__(f"{place} is not empty; nothing was restored. Name an empty place.")


@dataclass(frozen=True, slots=True)
class BackedUp:
    """What was backed up: the ledger state and how many files."""

    state: str
    files: int


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, and what `verify` says of it."""

    state: str
    files: int
    problems: tuple[Problem, ...]


def back_up(casebook: Casebook, target: Path, *, day: str) -> BackedUp:
    """Write the backup to this new `.zip`."""
    if target.exists():
        raise NotRestored(str(target))
    casebook.level()
    state = casebook.store.state()
    fresh = target.with_name(target.name + UNFINISHED)
    try:
        with tempfile.TemporaryDirectory(prefix="khronika-") as room:
            files = dict(_files(casebook, Path(room)))
            label = _label(casebook, files, state=state, day=day)
            _pack(fresh, {name: files[name] for name in sorted(files)}, label)
        fresh.replace(target)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise NotWritten(target, error.strerror or str(error)) from error
    return BackedUp(state, len(files))


def restore(backup: Path, folder: Path, environ: Mapping[str, str]) -> Restored:
    """Unpack the backup into this empty or new folder and verify it."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotRestored(str(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    room = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".restoring-"))
    try:
        label = _unpack(backup, room)
        problems = _check(room, environ, label, backup=backup)
        if folder.exists():
            folder.rmdir()
        room.replace(folder)
    except OSError as error:
        raise NotWritten(folder, error.strerror or str(error)) from error
    finally:
        shutil.rmtree(room, ignore_errors=True)
    return Restored(label.state, len(label.files), problems)


@dataclass(frozen=True, slots=True)
class _Label:
    truth: str
    state: str
    files: Mapping[str, str]


def _files(casebook: Casebook, room: Path) -> Iterator[tuple[str, Path]]:
    folder = casebook.settings.folder
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        derived = inside.parts[0] in _DERIVED or path.name.startswith(_STORES)
        whole = path.is_file() and not path.is_symlink() and path.suffix != UNFINISHED
        if whole and not derived:
            yield inside.as_posix(), path
    if casebook.settings.truth is Truth.LEDGER:
        # Read and written again, so that a database server is backed up like a file.
        copy = room / STORE
        with closing(open_store(f"sqlite:///{copy}")) as store:
            store.append(casebook.store.read())
        yield STORE, copy
    if (folder / _DESK).is_file() and (folder / _DESK).stat().st_size:
        yield _DESK, _desk_copy(folder / _DESK, room / _DESK)


def _desk_copy(desk: Path, copy: Path) -> Path:
    """What the desk keeps, as it is at this moment, while it goes on writing."""
    with closing(sqlite3.connect(f"{desk.absolute().as_uri()}?mode=ro", uri=True)) as held:
        held.execute("VACUUM INTO ?", (str(copy),))
    with closing(sqlite3.connect(copy, isolation_level=None)) as kept:
        tables = {row[0] for row in kept.execute("SELECT name FROM sqlite_master")}
        for table in tables.intersection(_SESSIONS):
            kept.execute(f"DELETE FROM {table}")  # noqa: S608  # names of our own
        kept.execute("VACUUM")
    return copy


def _label(casebook: Casebook, files: Mapping[str, Path], *, state: str, day: str) -> str:
    hashes = {name: _hash_of(path) for name, path in sorted(files.items())}
    body = {
        "khronika": __version__,
        "casebook": casebook.settings.id,
        "truth": casebook.settings.truth.value,
        "day": day,
        "state": state,
        "files": hashes,
    }
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def _pack(path: Path, files: Mapping[str, Path], label: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
            zipped.writestr(_told(LABEL), label)
            for name, source in files.items():
                with source.open("rb") as content, zipped.open(_told(name), "w") as entry:
                    shutil.copyfileobj(content, entry)
        file.flush()
        os.fsync(file.fileno())


def _told(name: str) -> zipfile.ZipInfo:
    told = zipfile.ZipInfo(name, _EPOCH)
    told.compress_type = zipfile.ZIP_DEFLATED
    told.external_attr = 0o100600 << 16
    return told


def _unpack(backup: Path, room: Path) -> _Label:
    try:
        with zipfile.ZipFile(backup) as zipped:
            label = _read_label(backup, zipped)
            _check_names(backup, zipped, label)
            for name in sorted(label.files):
                place = room / name
                place.parent.mkdir(parents=True, exist_ok=True)
                with zipped.open(name) as content, place.open("xb") as file:
                    shutil.copyfileobj(content, file)
                if _hash_of(place) != label.files[name]:
                    raise BadBackup(backup, f"{name} is not as it was backed up.")
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise BadBackup(backup, "This is not a whole zip.") from error
    return label


def _read_label(backup: Path, zipped: zipfile.ZipFile) -> _Label:
    try:
        body = json.loads(zipped.read(LABEL))
        files = {str(name): str(sha256) for name, sha256 in body["files"].items()}
        return _Label(str(body["truth"]), str(body["state"]), files)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise BadBackup(backup, f"It has no {LABEL} that can be read.") from error


def _check_names(backup: Path, zipped: zipfile.ZipFile, label: _Label) -> None:
    entries = zipped.infolist()
    names = [entry.filename for entry in entries]
    for name in names:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\\" in name or path.as_posix() != name:
            raise BadBackup(backup, "It holds a path that leads outside.")
    if sorted(names) != sorted([LABEL, *label.files]):
        raise BadBackup(backup, f"It does not hold what its {LABEL} lists.")
    if sum(entry.file_size for entry in entries) > MAX_BYTES:
        raise BadBackup(backup, "It is larger than any backup should be.")


def _check(
    room: Path, environ: Mapping[str, str], label: _Label, *, backup: Path
) -> tuple[Problem, ...]:
    if label.truth == Truth.LEDGER.value:
        _fill_named_store(room, environ)
    with closing(Casebook.open(room, environ, mint=None)) as casebook:
        casebook.level()
        if casebook.store.state() != label.state:
            raise BadBackup(backup, "The record is not the one that was backed up.")
        return verify(casebook)


def _fill_named_store(room: Path, environ: Mapping[str, str]) -> None:
    """Where the environment names another store, put the ledger into that one."""
    named = database_url(room, environ)
    if named == cache_url(room):
        return
    with (
        closing(open_store(named)) as store,
        closing(open_store(cache_url(room))) as backed_up,
    ):
        ledger = backed_up.read()
        if store.state() not in {ledger_state(Ledger()), ledger_state(ledger)}:
            raise NotRestored("The store that the environment names")
        store.append(ledger)
    for file in room.glob(f"{STORE}*"):
        file.unlink()


def _hash_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
