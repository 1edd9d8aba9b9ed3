"""Lets one run at a time write into a folder.

Invariants:

- Whoever comes second is refused at once and told; nobody waits, and nobody writes between.
- The lock is the system's and goes with the process: a run that was killed locks nobody out.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from khronika.errors import KhronikaError


class WrittenNow(KhronikaError):
    """Another run is writing into the folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"Something is being published into {folder.name!r} at this moment. Wait until it is "
            "done, and try again."
        )


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Be the only one who writes into the folder, which is made if need be; raises `WrittenNow`.

    Where the system knows no locks of folders (Windows) nothing is held.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        yield
        return
    import fcntl  # noqa: PLC0415  # there is none on Windows

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as why:
        os.close(handle)
        raise WrittenNow(folder) from why
    try:
        yield
    finally:
        os.close(handle)
