"""What stands in a folder since its last publication, so that it need not be made again.

Invariants:

- A file stays as it is only if it was made under the same key, and has the size it was written
  with; and only in a folder that the last run of this casebook left whole. Else it is made and
  compared byte for byte.
- A group of files stays without any of them being looked at only if it has the same key, the
  tripwire looks for the same words, and no name came into any folder of ours or went from one since
  the last run: a folder's own time tells. A file whose size somebody changed in its place is
  noticed when its group is looked at, which is on the next day at the latest.
- A file stays *unread* only if the tripwire looks for the very words it looked for then. A page may
  hold a text by the editors, and words in it can become forbidden while nothing the page is made
  from changes: another claim was restricted. So where the words differ, all that stands is read.
- Which words were looked for depends on restricted claims, so it is noted in the casebook's own
  store and nowhere in the folder, whose every byte may go out.
"""

import hashlib
import json
import os
import posixpath
import stat
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from khronika.casebook.kept import Kept, Listed, read_kept
from khronika.casebook.manifest import MANIFEST
from khronika.editions.digest import digest, program_digest
from khronika.editions.edition import File, Group
from khronika.ledger.store import LedgerStore
from khronika.schema.claim import ClaimId

Forbidden = Mapping[ClaimId, Collection[str]]


@dataclass(frozen=True, slots=True)
class Finished:
    """A file as it is to stand, with its hash if that is known; without `data` it stays.

    `group` is the name of the group it is to be taken over with by the next run, and `group_key`
    the key under which.
    """

    path: str
    data: bytes | None
    key: str = ""
    fixed: bool = False
    own_words: tuple[str, ...] = ()
    listed: Listed | None = None
    group: str = ""
    group_key: str = ""

    def together(self, group: str, key: str) -> "Finished":
        """The same file in this group; of every file of a site this is asked once."""
        words = (self.fixed, self.own_words)
        return Finished(self.path, self.data, self.key, *words, self.listed, group, key)


@dataclass(frozen=True, slots=True)
class TakenOver:
    """A group of files that stay as they are; nobody looked at them."""

    group: str
    files: int


Part = Finished | TakenOver


@dataclass(frozen=True, slots=True)
class Standing:
    """The files of a folder that may stay if their key is the same; `was_read` by the tripwire.

    `folders` tells the time of each folder of it, and nothing where a name came or went since.
    """

    out: Path
    kept: Kept | None = None
    was_read: bool = False
    folders: Mapping[str, int] = field(default_factory=dict)

    def taken_over(self, group: Group) -> TakenOver | None:
        """The group if it may stay unseen."""
        row = self.kept.rows.get(group.name) if self.kept and self.untouched else None
        if row is None or not self.was_read or not group.key or row.key != group.key:
            return None
        return TakenOver(group.name, row.holds)

    @property
    def untouched(self) -> bool:
        """Whether the names in the folder are exactly those of the last run, as far as was seen."""
        return "" in self.folders

    def is_so_still(self) -> bool:
        """Whether no name came or went since `folders` was looked at."""
        return times_of(self.out, self.folders) == self.folders

    def finished(self, file: File) -> Finished:
        """The file as it stands if it may stay, else rendered."""
        there = self.kept.find(file.path) if self.kept and file.key else None
        if there is None or there.key != file.key or not self._has(there, file):
            return Finished(file.path, file.render(), file.key, file.fixed, file.own_words)
        if self.was_read or file.fixed:
            return Finished(file.path, None, file.key, file.fixed, file.own_words, there)
        data = (self.out / file.path).read_bytes()
        if hashlib.sha256(data).hexdigest() != there.sha256:
            data = file.render()
        return Finished(file.path, data, file.key, file.fixed, file.own_words)

    def look_into(self, group: Group) -> None:
        """Be ready for the files of this group: they are found without reading all others."""
        if self.kept:
            self.kept.open(group.name)

    def _has(self, there: Listed, file: File) -> bool:
        try:
            return os.lstat(f"{self.out}/{file.path}").st_size == there.size  # a Path costs more
        except OSError:
            return False


class Stamp:
    """Tells whether a folder is as the last run left it, and which words that run looked for."""

    def __init__(self, store: LedgerStore, out: Path, forbidden: Forbidden) -> None:
        self._store = store
        self.out = out
        self._words = digest(program_digest(), sorted((k, sorted(v)) for k, v in forbidden.items()))
        place = hashlib.sha256(str(out.resolve()).encode("utf-8")).hexdigest()
        self._name = f"published/{place}"
        self._folders: tuple[str, ...] = ()

    def standing(self) -> Standing:
        """What may stay."""
        manifest, _, rest = self._store.noted(self._name).partition(" ")
        words, _, folders = rest.partition(" ")
        data = self._manifest()
        kept = read_kept(data) if manifest and manifest == _sha256(data) else None
        if kept is None:
            return Standing(self.out)
        noted: dict[str, int] = json.loads(folders or "{}")
        if times_of(self.out, noted) != noted:
            noted = {}
        self._folders = tuple(noted)
        return Standing(self.out, kept, was_read=words == self._words, folders=noted)

    def begin(self) -> None:
        """From here on the folder may be left half done."""
        self._store.note(self._name, "")

    def end(self, paths: Iterable[str]) -> None:
        """The folder is whole, and everything in it was looked through.

        `paths` are the files that were looked at; others stand in folders of the last run.
        """
        folders = {*map(posixpath.dirname, paths), "", *self._folders}
        times = times_of(self.out, _with_outer(folders))
        told = json.dumps(times, sort_keys=True)
        self._store.note(self._name, f"{_sha256(self._manifest())} {self._words} {told}")

    def _manifest(self) -> bytes:
        path = self.out / MANIFEST
        return path.read_bytes() if path.is_file() else b""


def times_of(out: Path, folders: Iterable[str]) -> dict[str, int]:
    """When a name last came into each folder below `out` or went from it; no links, none gone."""
    found: dict[str, int] = {}
    for folder in folders:
        try:
            told = (
                (out / folder).lstat() if folder else out.stat()
            )  # the place itself may be a link
        except OSError:
            continue
        if stat.S_ISDIR(told.st_mode):
            found[folder] = told.st_mtime_ns
    return found


def _with_outer(folders: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for folder in folders:
        at = folder
        while at and at not in found:
            found.add(at)
            at = posixpath.dirname(at)
    return {*found, ""}


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
