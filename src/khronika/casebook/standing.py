"""What stands in a folder since its last publication, so that it need not be made again.

Invariants:

- A file stays as it is only if it was made under the same key, and has the size it was written
  with; and only in a folder that the last run of this casebook left whole. Else it is made and
  compared byte for byte.
- It stays *unread* only if the tripwire looks for the very words it looked for then. A page may
  hold a text by the editors, and words in it can become forbidden while nothing the page is made
  from changes: another claim was restricted. So where the words differ, all that stands is read.
- Which words were looked for depends on restricted claims, so it is noted in the casebook's own
  store and nowhere in the folder, whose every byte may go out.
"""

import hashlib
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from khronika.casebook.manifest import MANIFEST, Listed, listed
from khronika.editions.digest import digest, program_digest
from khronika.editions.edition import File
from khronika.ledger.store import LedgerStore
from khronika.schema.claim import ClaimId

Forbidden = Mapping[ClaimId, Collection[str]]


@dataclass(frozen=True, slots=True)
class Finished:
    """A file as it is to stand, with its hash if that is known; without `data` it stays."""

    path: str
    data: bytes | None
    key: str = ""
    fixed: bool = False
    own_words: tuple[str, ...] = ()
    listed: Listed | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """The files of a folder that may stay if their key is the same; `was_read` by the tripwire."""

    out: Path
    files: Mapping[str, Listed] = field(default_factory=dict)
    was_read: bool = False

    def finished(self, file: File) -> Finished:
        """The file as it stands if it may stay, else rendered."""
        there = self.files.get(file.path)
        if there is None or not file.key or there.key != file.key or not self._has(there, file):
            return Finished(file.path, file.render(), file.key, file.fixed, file.own_words)
        if self.was_read or file.fixed:
            return Finished(file.path, None, file.key, file.fixed, file.own_words, there)
        data = (self.out / file.path).read_bytes()
        if hashlib.sha256(data).hexdigest() != there.sha256:
            data = file.render()
        return Finished(file.path, data, file.key, file.fixed, file.own_words)

    def _has(self, there: Listed, file: File) -> bool:
        try:
            return os.lstat(f"{self.out}/{file.path}").st_size == there.size  # a Path costs more
        except OSError:
            return False


class Stamp:
    """Tells whether a folder is as the last run left it, and which words that run looked for."""

    def __init__(self, store: LedgerStore, out: Path, forbidden: Forbidden) -> None:
        self._store = store
        self._out = out
        self._words = digest(program_digest(), sorted((k, sorted(v)) for k, v in forbidden.items()))
        place = hashlib.sha256(str(out.resolve()).encode("utf-8")).hexdigest()
        self._name = f"published/{place}"

    def standing(self) -> Standing:
        """What may stay."""
        manifest, _, words = self._store.noted(self._name).partition(" ")
        if not manifest or manifest != self._manifest():
            return Standing(self._out)
        return Standing(self._out, listed(self._out / MANIFEST), was_read=words == self._words)

    def begin(self) -> None:
        """From here on the folder may be left half done."""
        self._store.note(self._name, "")

    def end(self) -> None:
        """The folder is whole, and everything in it was looked through."""
        self._store.note(self._name, f"{self._manifest()} {self._words}")

    def _manifest(self) -> str:
        path = self._out / MANIFEST
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "none"
