"""Writes an edition's files into a folder, so that a publication is either there or not.

Invariants:

- A file is written only where its bytes change: staged, flushed to the disk, put in place by
  rename. The manifest comes last, so an interrupted run leaves the manifest of the run before.
- Nothing is put in place before every file was handed over: an error on the way changes nothing.
- Nothing outside the folder is touched, and nothing in it that no manifest of ours lists.
- A group that is taken over is as the last manifest lists it: its files are not looked for. That is
  done only where the folder holds the very names that the manifest lists, before and during a run.
- What is to go goes first: a page that was withdrawn is never there beside the new ones.
"""

import gc
import hashlib
import os
import posixpath
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from khronika.casebook.kept import Kept, Listed
from khronika.casebook.manifest import MANIFEST, Imprint, Rows, rows_of, write_manifest
from khronika.casebook.present import Present, what_is_there
from khronika.casebook.staging import STAGING, Staging, differs, discard
from khronika.casebook.standing import Finished, Part, Standing, TakenOver
from khronika.casebook.writes import sync_files, sync_folder
from khronika.errors import KhronikaError

REFUSED_IN_NAMES = frozenset('\\:*?"<>|\0')  # what the strictest file system in use cannot hold
TWICE = "another file has this name, on systems that ignore capitals"


class UnsafePath(KhronikaError):
    """An edition named a file that may not be written."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"The edition may not write {path!r}: {reason}.")


class CannotWrite(KhronikaError):
    """The disk or the system refused."""

    def __init__(self, folder: Path, why: OSError) -> None:
        super().__init__(
            f"{folder} could not be written: {why.strerror or why}. "
            "Make room or allow writing there, and publish again."
        )


@dataclass(frozen=True, slots=True)
class Written:
    """What a run did to each file, as paths in order; the manifest counts as a file.

    `unchanged` are those that were looked at; of groups that nobody looked at there were so many
    files as `taken_over` says.
    """

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    taken_over: int = 0

    @property
    def count(self) -> int:
        """How many files were written."""
        return len(self.new) + len(self.changed)

    @property
    def stayed(self) -> int:
        """How many files stay as they were."""
        return len(self.unchanged) + self.taken_over

    @property
    def looked_at(self) -> Iterator[str]:
        """The files that are there now, but those of groups that nobody looked at."""
        yield from self.new
        yield from self.changed
        yield from self.unchanged


def write_edition(
    out: Path,
    files: Iterable[Part],
    *,
    imprint: Imprint,
    dry_run: bool = False,
    standing: Standing | None = None,
) -> Written:
    """Make the folder hold exactly these files and their manifest.

    Groups can be taken over from what is `standing`. Raises `NotOurFolder`, `UnsafePath`,
    `CannotWrite`, or `WrittenNow` where the folder was changed since `standing` was told; an error
    raised by `files` passes through and leaves the folder as it was. A dry run tells what would be
    written, and writes nothing.
    """
    try:
        present = what_is_there(out, standing)
        with _at_rest():
            if dry_run:
                return _compared(out, files, imprint, present)
            return _write(out, files, imprint, present)
    except OSError as why:
        raise CannotWrite(out, why) from why


@contextmanager
def _at_rest() -> Iterator[None]:
    """Spare the collector what is in memory already: it stays until the files are made."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@dataclass(slots=True)
class _Made:
    """What the new manifest is to list; the files of a group come together."""

    files: dict[str, Listed] = field(default_factory=dict)
    groups: dict[str, Rows] = field(default_factory=dict)
    taken_over: dict[str, int] = field(default_factory=dict)
    paths: set[str] = field(default_factory=set)
    _open: tuple[str, str] = ("", "")  # the group whose files come, and its key
    _together: dict[str, Listed] = field(default_factory=dict)

    def add(self, file: Finished) -> None:
        """List the file, in its group if it has one."""
        self.paths.add(file.path)
        if (file.group, file.group_key) != self._open:
            self._close()
            self._open = file.group, file.group_key
        listed = self._together if file.group else self.files
        listed[file.path] = file.listed or _listed(file)

    def _close(self) -> None:
        name, key = self._open
        if name in self.groups:
            raise ValueError(f"The files of the group {name!r} did not come together.")
        if name:
            self.groups[name] = rows_of(self._together, key=key)
        self._open, self._together = ("", ""), {}

    def manifest(self, imprint: Imprint, kept: Kept | None) -> bytes:
        """As it is to be written; raises `UnsafePath` where a path stands in two groups."""
        self._close()
        self._refuse_doubles(kept)
        return write_manifest(
            imprint, self.files, groups=self.groups, taken_over=self.taken_over, kept=kept
        )

    def _refuse_doubles(self, kept: Kept | None) -> None:
        """Paths that are new may not be those of files nobody looked at; the others were not."""
        if not kept or not self.taken_over:
            return
        if self.paths <= frozenset(kept.paths(without=self.taken_over)):
            return
        seen = frozenset(path.casefold() for name in self.taken_over for path in kept.open(name))
        for path in sorted(self.paths):
            if path.casefold() in seen:
                raise UnsafePath(path, TWICE)


def _write(out: Path, files: Iterable[Part], imprint: Imprint, present: Present) -> Written:
    staging = Staging(out, present)
    made = _Made()
    try:
        for file in _safe(files, made):
            made.add(file)
            if file.data is not None:
                staging.stage(file.path, file.data)
        manifest = made.manifest(imprint, present.kept)
        if not (present.kept and present.kept.manifest == manifest):
            staging.stage(MANIFEST, manifest)
        sync_files(staging.folder, staging.staged)
    except BaseException:  # whatever interrupts: no half of an edition stays beside the old one
        discard(staging.folder)
        raise
    return _swap(out, made, present.paths(without=made.taken_over), staging=staging)


def _compared(out: Path, files: Iterable[Part], imprint: Imprint, present: Present) -> Written:
    differing: set[str] = set()
    made = _Made()
    for file in _safe(files, made):
        made.add(file)
        if file.data is not None and differs(out, file.path, file.data, present):
            differing.add(file.path)
    if differs(out, MANIFEST, made.manifest(imprint, present.kept), present):
        differing.add(MANIFEST)
    return _written(made, present.paths(without=made.taken_over), differing)


def _listed(file: Finished) -> Listed:
    data = file.data or b""
    return Listed(hashlib.sha256(data).hexdigest(), len(data), file.key)


def _written(made: _Made, present: frozenset[str], differing: Iterable[str]) -> Written:
    wanted, written = made.paths | {MANIFEST}, frozenset(differing)
    return Written(
        new=tuple(sorted(written - present)),
        changed=tuple(sorted(written & present)),
        unchanged=tuple(sorted(wanted - written)),
        removed=tuple(sorted(present - wanted)),
        taken_over=sum(made.taken_over.values()),
    )


def _swap(out: Path, made: _Made, present: frozenset[str], *, staging: Staging) -> Written:
    _remove(out, present - made.paths - {MANIFEST})
    for folder in sorted({posixpath.dirname(path) for path in staging.staged}):
        (out / folder).mkdir(parents=True, exist_ok=True)
    from_there, to_here = str(staging.folder), str(out)  # a Path for each costs more than the file
    for path in sorted(staging.staged, key=lambda path: (path == MANIFEST, path)):
        os.replace(f"{from_there}/{path}", f"{to_here}/{path}")  # noqa: PTH105 - see above
    sync_folder(out)
    discard(staging.folder)
    return _written(made, present, staging.staged)


def _safe(files: Iterable[Part], made: _Made) -> Iterator[Finished]:
    """The files as they come; stops at a name that leads out of the folder or stands twice.

    What is taken over is noted among what is `made`.
    """
    seen: set[str] = set()
    for file in files:
        if isinstance(file, TakenOver):
            made.taken_over[file.group] = file.files
            continue
        reason = "" if file.listed else _why_unsafe(file.path)  # what stands there was safe
        folded = file.path.casefold()
        if folded in seen:
            reason = TWICE
        if reason:
            raise UnsafePath(file.path, reason)
        seen.add(file.path if folded == file.path else folded)  # mostly the same, and held once
        yield file


def _why_unsafe(path: str) -> str:
    parts = path.split("/")
    if any(part in {"", ".", ".."} for part in parts):
        return "it is not a plain path below the folder"
    if REFUSED_IN_NAMES & frozenset(path):
        return "it holds a sign that not every system allows in a name"
    if parts[0] in {MANIFEST, STAGING}:
        return "the name is kept for the publication itself"
    return ""


def _remove(out: Path, paths: Iterable[str]) -> None:
    """Remove these files, and the folders that this leaves empty."""
    for path in sorted(paths):
        (out / path).unlink(missing_ok=True)
        for parent in PurePosixPath(path).parents[:-1]:
            if not _is_empty(out / parent):
                break
            (out / parent).rmdir()


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and next(folder.iterdir(), None) is None
