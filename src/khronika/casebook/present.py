"""Which files a folder holds, and that nobody else's are among them.

Invariants:

- What no manifest of ours lists is somebody else's; only what systems drop anywhere is left alone.
- A folder that holds the very names of the last run is known by its manifest; any other is walked.
"""

import os
from collections.abc import Collection
from pathlib import Path

from khronika.casebook.alone import WrittenNow
from khronika.casebook.kept import Kept
from khronika.casebook.manifest import MANIFEST, listed_files
from khronika.casebook.staging import STAGING
from khronika.casebook.standing import Standing
from khronika.errors import KhronikaError

LEFT_BY_SYSTEMS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
NAMED = 3  # how many strange files an error names; the rest is counted


class NotOurFolder(KhronikaError):
    """The folder holds files that no manifest of ours lists, so writing could destroy them."""

    def __init__(self, folder: Path, strangers: tuple[str, ...]) -> None:
        more = len(strangers) - NAMED
        named = ", ".join(strangers[:NAMED]) + (f" and {more} more" if more > 0 else "")
        super().__init__(
            f"{folder} holds files that no publication wrote ({named}). "
            "Choose an empty folder, or move them elsewhere."
        )


class Walked:
    """The files that a walk through the folder found."""

    kept: Kept | None = None

    def __init__(self, paths: frozenset[str]) -> None:
        self._paths = paths

    def __contains__(self, path: object) -> bool:
        return path in self._paths

    def paths(self, *, without: Collection[str]) -> frozenset[str]:  # noqa: ARG002 - see below
        """All of them: after a walk no group is taken over."""
        return self._paths


class AsListed:
    """The files that the last manifest lists."""

    def __init__(self, kept: Kept) -> None:
        self.kept: Kept | None = kept
        self._kept = kept

    def __contains__(self, path: object) -> bool:
        return path == MANIFEST or self._kept.find(str(path)) is not None

    def paths(self, *, without: Collection[str]) -> frozenset[str]:
        """Those of them that belong to no group which is taken over."""
        return frozenset({MANIFEST, *self._kept.paths(without=without)})


Present = Walked | AsListed


def what_is_there(out: Path, standing: Standing | None) -> Present:
    """The files in the folder, by what the last run listed where no name came or went since."""
    if standing is None or standing.kept is None or not standing.untouched:
        refuse_strangers(out)
        return Walked(_present(out))
    if not standing.is_so_still():
        raise WrittenNow(out)
    return AsListed(standing.kept)


def refuse_strangers(out: Path) -> None:
    """Raise `NotOurFolder` unless the folder is new, empty, or holds what our manifest lists."""
    ours = _ours(out)
    if out.exists() and not out.is_dir():
        strangers = frozenset({out.name})
    elif ours:
        strangers = _present(out) - ours
    else:  # a home folder mistyped is not walked to its depths
        strangers = _files_in(out)
    if strangers:
        raise NotOurFolder(out, tuple(sorted(strangers)))


def _present(out: Path) -> frozenset[str]:
    """Every file below the folder but hidden ones at its top and what systems drop anywhere.

    A link to a folder counts as a file, so that nobody's files are reached through it.
    """
    found: set[str] = set()
    for place, folders, names in os.walk(out):
        here = Path(place)
        at_top = here == out
        if at_top:
            folders[:] = [name for name in folders if not name.startswith(".")]
        links = [name for name in folders if (here / name).is_symlink()]
        counted = [name for name in names if not _is_left_alone(name, at_top=at_top)]
        before = "" if at_top else f"{here.relative_to(out).as_posix()}/"
        found.update(f"{before}{name}" for name in (*counted, *links))
    return frozenset(found)


def _files_in(out: Path) -> frozenset[str]:
    """What stands in the folder itself."""
    names = (path.name for path in out.iterdir()) if out.exists() else ()
    return frozenset(name for name in names if not _is_left_alone(name, at_top=True))


def _is_left_alone(name: str, *, at_top: bool) -> bool:
    return name in LEFT_BY_SYSTEMS or (at_top and name.startswith("."))


def _ours(out: Path) -> frozenset[str]:
    """What the manifest lists, and the manifest of a run that was interrupted while renaming."""
    manifests = (out / MANIFEST, out / STAGING / MANIFEST)
    lists = [listed for path in manifests if (listed := listed_files(path)) is not None]
    return frozenset({MANIFEST}).union(*lists) if lists else frozenset()
