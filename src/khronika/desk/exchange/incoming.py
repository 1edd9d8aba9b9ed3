"""Keeps a table that was uploaded until somebody said how it is to be read.

Invariants:

- It lies beside the archive, readable by its owner alone, under a name nobody can guess, and is
  gone once it was taken in or dropped; what was forgotten is gone after a day.
- What the file was called is a title and never a path.
"""

import re
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from secrets import token_hex

from khronika.casebook.table.sheet import MAX_BYTES, TableUnreadable
from khronika.casebook.table.xlsx_guard import is_zip
from khronika.casebook.writes import write_whole

FOLDER = "desk.incoming"
_KEPT = timedelta(days=1)
_KEY = re.compile(r"[0-9a-f]{32}\Z")
_LONGEST_TITLE = 60


def keep(folder: Path, name: str, data: bytes) -> str:
    """Keep these bytes; the key they are found by. Raises `TableUnreadable` where too large."""
    if len(data) > MAX_BYTES:
        raise TableUnreadable(title_of(name), f"It is larger than {MAX_BYTES:,} bytes. Divide it.")
    key = token_hex(16)
    place = folder / FOLDER / key
    place.mkdir(mode=0o700, parents=True)
    (folder / FOLDER).chmod(0o700)
    write_whole(place / f"{title_of(name)}{'.xlsx' if is_zip(data) else '.csv'}", data)
    return key


def find(folder: Path, key: str) -> Path | None:
    """The file of this key, if it is there still."""
    place = folder / FOLDER / key
    return next(iter(sorted(place.glob("*"))), None) if _KEY.match(key) else None


def drop(folder: Path, key: str) -> None:
    """Let go of the file."""
    if _KEY.match(key):
        shutil.rmtree(folder / FOLDER / key, ignore_errors=True)


def forget_old(folder: Path, now: datetime) -> None:
    """Let go of what was forgotten."""
    for place in (folder / FOLDER).glob("*"):
        if place.stat().st_mtime < (now - _KEPT).timestamp():
            shutil.rmtree(place, ignore_errors=True)


def title_of(name: str) -> str:
    """A title made of what a file was called: letters, digits and spaces."""
    stem = name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] or name
    words = " ".join(re.findall(r"\w+", stem))[:_LONGEST_TITLE].strip()
    return words or "table"
