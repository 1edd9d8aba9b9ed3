"""The manifest of the last run, of which only as much is read as somebody asks for.

Invariants:

- A group's rows can be taken over as the bytes they are: nobody reads them to write them again.
- What is asked for and not found among the groups read so far is looked for in all of them.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

SINGLE = ""  # the group of the files that belong to none
TABLE = b',\n "groups": {'  # a line break stands in no JSON string, so this stands nowhere else


class Listed(NamedTuple):
    """A file of the list: its hash, its size, and the key it was made under; empty for none."""

    sha256: str
    size: int
    key: str = ""


class Row(NamedTuple):
    """A group of the list: its key, how many files it has, and where its rows of both tables are.

    Places are counted in bytes from the beginning of the manifest.
    """

    key: str
    holds: int
    files: tuple[int, int]
    made: tuple[int, int]


@dataclass(frozen=True)
class Kept:
    """What a manifest lists, by group."""

    manifest: bytes
    rows: Mapping[str, Row]
    _groups: dict[str, Mapping[str, Listed]] = field(default_factory=dict)
    _found: dict[str, Listed] = field(default_factory=dict)

    def find(self, path: str) -> Listed | None:
        """The file as it is listed; None if it is not."""
        if SINGLE not in self._groups:
            self.open(SINGLE)
        if path not in self._found:
            for name in self.rows.keys() - self._groups.keys():
                self.open(name)
        return self._found.get(path)

    def open(self, name: str) -> Mapping[str, Listed]:
        """The files of this group; none if it is not listed."""
        if name not in self._groups:
            files = self._listed(self.rows[name]) if name in self.rows else {}
            self._groups[name] = files
            self._found.update(files)
        return self._groups[name]

    def paths(self, *, without: Collection[str] = ()) -> Iterator[str]:
        """Every path listed but those of some groups."""
        for name in self.rows:
            if name not in without:
                yield from self.open(name)

    def lines(self, name: str) -> tuple[bytes, bytes]:
        """The group's rows in the table of files and in that of keys, as they are."""
        row = self.rows[name]
        return self.manifest[slice(*row.files)], self.manifest[slice(*row.made)]

    def _listed(self, row: Row) -> Mapping[str, Listed]:
        files, made = (
            json.loads(b"{" + self.manifest[slice(*one)] + b"}") for one in (row.files, row.made)
        )
        found: dict[str, Listed] = {}
        for path, sha256 in files.items():
            key, _, size = made.get(path, "").rpartition(" ")
            found[path] = Listed(sha256, int(size or 0), key)
        return found


def read_kept(manifest: bytes) -> Kept | None:
    """What these bytes list; None where they tell of no groups, as those of older programs.

    They are believed: whoever calls has made sure that this program wrote them.
    """
    at = manifest.rfind(TABLE)
    if at < 0:
        return None
    body = json.loads(b"{" + manifest[at + len(TABLE) :].rstrip().removesuffix(b"}"))
    return Kept(manifest, {name: _row(told) for name, told in body.items()})


def _row(told: str) -> Row:
    key, *rest = told.rsplit(" ", 5)
    holds, files_at, files_end, made_at, made_end = map(int, rest)
    return Row(key, holds, (files_at, files_end), (made_at, made_end))
