"""The last version of every published list that a casebook watches: `watched/<name>.csv`.

Invariants:

- A version is kept as it came, byte by byte, and only once it was held against the one before.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from khronika.casebook.writes import write_whole
from khronika.identity.candidates import People, Person
from khronika.identity.people_file import read_people_file
from khronika.identity.watch import Watched, watch

WATCHED = "watched"


def watch_list(
    path: Path, folder: Path, known: Mapping[str, Person], *, today: date, keep: bool
) -> Watched:
    """The list against its last version and the casebook; keeps it as the last one if told so."""
    last = folder / WATCHED / f"{path.stem}.csv"
    before = read_people_file(last, today=today) if last.exists() else None
    now = read_people_file(path, today=today)
    watched = watch(now, before, People(known))
    if keep:
        write_whole(last, path.read_bytes())
    return watched
