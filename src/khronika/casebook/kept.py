"""The manifest of the last run, of which only as much is read as somebody asks for.

Invariants:

- A group's rows can be taken over as the bytes they are: nobody reads them to write them again.
- What is asked for and not found among the groups read so far is looked for in all of them.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

SINGLE = ""  # the group of the files that belong to none
TABLE = b',\n "grouped": {'  # a line break stands in no JSON string, so this stands nowhere else


class Listed(NamedTuple):
    """A file of the list: its hash, its size, and the key it was made under; empty for none."""

    sha256: str
    size: int
    key: str = ""


class Row(NamedTuple):
    """A group of the list: its key, how many files it has, where these are, and how they were made.

    They lie from `begin` to `end`, in bytes of the manifest. `made` is as `made_of` has it.
    """

    key: str
    holds: int
    begin: int
    end: int
    made: str


def made_of(files: Iterable[Listed]) -> str:
    """Size and key of each file, in this order; a key is told once for all that share it in a row.

    `120:9f3b 118 121` are three files made under one key, `120:` is one that was made under none.
    """
    told, before = [], None
    for one in files:
        told.append(f"{one.size}" if one.key == before else f"{one.size}:{one.key}")
        before = one.key
    return " ".join(told)


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

    def lines(self, name: str) -> bytes:
        """The group's rows in the table of files, as they are."""
        row = self.rows[name]
        return self.manifest[row.begin : row.end]

    def _listed(self, row: Row) -> Mapping[str, Listed]:
        files = json.loads(b"{" + self.manifest[row.begin : row.end] + b"}")
        found: dict[str, Listed] = {}
        key = ""
        for (path, sha256), told in zip(files.items(), row.made.split(), strict=True):
            size, anew, other = told.partition(":")
            key = other if anew else key
            found[path] = Listed(sha256, int(size), key)
        return found


def read_kept(manifest: bytes) -> Kept | None:
    """What these bytes list; None where they tell of no groups, as those of older programs.

    They are believed: whoever calls has made sure that this program wrote them.
    """
    at = manifest.rfind(TABLE)
    if at < 0:
        return None
    body = json.loads(b"{" + manifest[at + len(TABLE) :].rstrip().removesuffix(b"}"))
    return Kept(manifest, {name: Row(*told) for name, told in body.items()})
