"""How a file comes to be: whole or not at all.

Invariants:

- A file is written beside its place under a name of its own, flushed to the disk and renamed; a
  reader sees the old bytes or the new ones, never a part.
- What was begun and not finished is removed, unless the machine itself went away; then a file
  ending in `.unfinished` is left, which nothing reads.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from khronika.errors import KhronikaError

UNFINISHED = ".unfinished"
MANY = 50  # files; a few are flushed one by one, so that nobody waits for others' writing
FLUSHES_FOLDERS = os.name == "posix"  # Windows keeps names itself and opens no folders


class NotWritten(KhronikaError):
    """The disk refused; what stood there before still stands."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{path} could not be written: {reason}. Nothing there was changed; "
            "make room or rights and do it again."
        )
        self.path = path


def write_whole(path: Path, data: bytes) -> None:
    """Put these bytes at this path; raises `NotWritten` and leaves what was there."""
    fresh = path.with_name(path.name + UNFINISHED)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_through(fresh, data)
        fresh.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise NotWritten(path, error.strerror or str(error)) from error


def write_text(path: Path, text: str) -> None:
    """Put this text there as UTF-8, line ends as they are in it."""
    write_whole(path, text.encode("utf-8"))


def sync_folder(folder: Path) -> None:
    """Make a rename in this folder last, where the system lets folders be flushed."""
    if not FLUSHES_FOLDERS:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_files(folder: Path, paths: Sequence[str]) -> None:
    """Make the bytes of these files below the folder last."""
    if len(paths) > MANY and sys.platform == "linux":
        os.sync()  # here it waits until all is on the disk, and once is less than file by file
        return
    for path in paths:
        with (folder / path).open("r+b") as file:
            os.fsync(file.fileno())


def _write_through(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
