"""Takes a package from outside apart without trusting anything it says about itself.

Invariants:

- Nothing is written outside the folder handed in.
- Only the names a package has are taken; a path that climbs, a link, an encrypted or doubled entry
  or more bytes than allowed refuses the whole.
"""

import os
import re
import shutil
import stat
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from khronika.errors import KhronikaError

MAX_BYTES = 1 << 30  # a vault of scanned books has a few hundred megabytes
MAX_FILES = 100_000

_NAME = re.compile(
    r"bagit\.txt|bag-info\.txt|(tag)?manifest-[a-z0-9]{1,20}\.txt"
    r"|data/ledger/(sources|holdings|claims|decisions|recorded|visibility|tombstones)\.jsonl"
    r"|data/vault/[0-9a-f]{64}"
)
_TOP = re.compile(r"([^/]+/)?bagit\.txt")
_ENCRYPTED = 0x1


class PackageUnreadable(KhronikaError):
    """The package could not be read, or there was no room to unpack it."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}. Check the place and the free space.")


class UnsafePackage(KhronikaError):
    """A package holds something that no package holds; nothing was taken from it."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{path}: {reason} Nothing was taken from it; ask who sent it before trying again."
        )


class DamagedPackage(KhronikaError):
    """A package is not as it was packed; nothing was taken from it."""

    def __init__(self, path: Path, file: str) -> None:
        self.file = file
        super().__init__(f"{path}: {file} is not as it was packed. Ask for the package again.")


def unpack(path: Path, folder: Path, *, limit: int = MAX_BYTES) -> None:
    """Unpack a zip into this folder, which is empty."""
    try:
        with zipfile.ZipFile(path) as zipped:
            for name, untrusted in _checked(path, zipped.infolist(), limit).items():
                place = folder / name
                place.parent.mkdir(parents=True, exist_ok=True)
                with zipped.open(untrusted) as content, place.open("xb") as file:
                    shutil.copyfileobj(content, file)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise DamagedPackage(path, "the archive") from error
    except OSError as error:
        raise PackageUnreadable(path, os.strerror(error.errno or 0)) from error


def check_folder(path: Path, *, limit: int = MAX_BYTES) -> None:
    """Raise `UnsafePackage` unless the folder holds a package and nothing else."""
    files = [one for one in path.rglob("*") if one.is_symlink() or not one.is_dir()]
    for file in files:
        if not stat.S_ISREG(file.lstat().st_mode):
            raise UnsafePackage(path, "It holds a link.")
    _check_names(path, [file.relative_to(path).as_posix() for file in files])
    _check_size(path, [file.lstat().st_size for file in files], limit)


def _checked(
    path: Path, entries: Sequence[zipfile.ZipInfo], limit: int
) -> dict[str, zipfile.ZipInfo]:
    """The entries by the name they have in the package."""
    for entry in entries:
        _check_entry(path, entry)
    files = [entry for entry in entries if not entry.is_dir()]
    top = _top([entry.filename for entry in files])
    names = [entry.filename.removeprefix(top) for entry in files]
    _check_names(path, names)
    _check_size(path, [entry.file_size for entry in files], limit)
    return dict(zip(names, files, strict=True))


def _check_entry(path: Path, entry: zipfile.ZipInfo) -> None:
    parts = PurePosixPath(entry.filename.replace("\\", "/"))
    if parts.is_absolute() or ".." in parts.parts:
        raise UnsafePackage(path, "It holds a path that leads outside.")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise UnsafePackage(path, "It holds a link.")
    if entry.flag_bits & _ENCRYPTED:
        raise UnsafePackage(path, "It is encrypted.")


def _top(names: Iterable[str]) -> str:
    """The one folder an archive of a package may have around it."""
    around = [name.removesuffix("bagit.txt") for name in names if _TOP.fullmatch(name)]
    return min(around, default="", key=len)


def _check_names(path: Path, names: Sequence[str]) -> None:
    for name in names:
        if not _NAME.fullmatch(name):
            raise UnsafePackage(path, f"It holds {name[:80]!r}, which no package holds.")
    if len(set(names)) < len(names):
        raise UnsafePackage(path, "It holds two files of one name.")


def _check_size(path: Path, sizes: Sequence[int], limit: int) -> None:
    if sum(sizes) > limit or len(sizes) > MAX_FILES:
        raise UnsafePackage(path, "It is larger than any package should be.")
