"""The tombstones of a casebook whose truth is its files: one line each, only ever added.

Invariants:

- A line that cannot be read stops everything: what it stands for could come back.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from khronika.casebook.layout import TOMBSTONES
from khronika.casebook.writes import write_text
from khronika.errors import KhronikaError
from khronika.ledger.ledger import Tombstone
from khronika.ledger.tombstone import check_tombstone


class DamagedTombstone(KhronikaError):
    """A line of the list of tombstones cannot be read."""

    def __init__(self, path: Path, line: int) -> None:
        super().__init__(
            f"{path}, line {line}: not a tombstone. Restore the line from a backup or from the "
            "history of the file; without it what was redacted could come back."
        )


def read_tombstones(folder: Path) -> frozenset[Tombstone]:
    """The tombstones of the casebook in this folder; raises `DamagedTombstone`."""
    path = folder / TOMBSTONES
    if not path.exists():
        return frozenset()
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise DamagedTombstone(path, error.object[: error.start].count(b"\n") + 1) from error
    numbered = enumerate(lines, start=1)
    return frozenset(_read(path, number, line) for number, line in numbered if line.strip())


def add_tombstones(folder: Path, new: Iterable[Tombstone]) -> None:
    """Add those that are not there yet, in order."""
    there = read_tombstones(folder)
    missing = sorted(set(new) - there)
    if not missing:
        return
    path = folder / TOMBSTONES
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    if before and not before.endswith("\n"):
        before += "\n"
    write_text(path, before + "".join(map(_line, missing)))


def _line(one: Tombstone) -> str:
    body = {"mac": one.mac, "salt": one.salt, "reason": one.reason, "on": one.on}
    return json.dumps(body) + "\n"


def _read(path: Path, number: int, line: str) -> Tombstone:
    try:
        body = json.loads(line)
        found = Tombstone(body["mac"], body["salt"], body["reason"], body["on"])
        check_tombstone(found)
    except (ValueError, KeyError, TypeError, KhronikaError) as error:
        raise DamagedTombstone(path, number) from error
    return found
