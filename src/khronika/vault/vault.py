"""Keeps the bytes that arrived, each under its SHA-256, so that nothing is ever swapped unseen.

Invariants:

- A name in the vault is a hash and nothing else: `ab/cdef…`; no title, no person, no date.
- A file appears whole or not at all, whatever stops the program.
- What is read is checked: damaged bytes are never handed out.
"""

import errno
import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from khronika.errors import KhronikaError, Problem

_HASH = re.compile(r"[0-9a-f]{64}\Z")
_FOLDER = re.compile(r"[0-9a-f]{2}\Z")
_REST = re.compile(r"[0-9a-f]{62}\Z")
_FULL = {errno.ENOSPC, errno.EDQUOT}


class InvalidHash(KhronikaError):
    """A name that is no SHA-256 was asked for."""

    def __init__(self) -> None:
        super().__init__("A file in the vault is named by its SHA-256: 64 digits 0-9 a-f.")


class MissingBlob(KhronikaError):
    """The vault does not hold this file."""

    def __init__(self, folder: Path, sha256: str) -> None:
        super().__init__(
            f"{folder}: the file {sha256} is not in the vault. Restore it from a backup, "
            "or add the document again."
        )


class DamagedBlob(KhronikaError):
    """The file is there, and its bytes are not those that arrived."""

    def __init__(self, folder: Path, sha256: str) -> None:
        super().__init__(
            f"{folder}: the file {sha256} is damaged. Restore it from a backup, "
            "or add the document again."
        )


class VaultUnwritable(KhronikaError):
    """The vault could not take a file; nothing half-written stayed behind."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(f"{folder}: the file could not be stored: {reason}")


class Vault:
    """A folder of files named by their SHA-256."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, data: bytes) -> str:
        """Keep the bytes and return their SHA-256; a damaged file of that name is mended."""
        sha256 = hashlib.sha256(data).hexdigest()
        path = self._path(sha256)
        if _hash_of(path) != sha256:
            with _said_plainly(self._folder):
                self._write(path, data)
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes of this name; raises `MissingBlob` or `DamagedBlob`."""
        try:
            data = self._path(sha256).read_bytes()
        except FileNotFoundError:
            raise MissingBlob(self._folder, sha256) from None
        if hashlib.sha256(data).hexdigest() != sha256:
            raise DamagedBlob(self._folder, sha256)
        return data

    def has(self, sha256: str) -> bool:
        """Whether a file of this name is here; `verify` tells whether it is whole."""
        return self._path(sha256).is_file()

    def hashes(self) -> list[str]:
        """The names of all files here, sorted."""
        return sorted(path.parent.name + path.name for path in self._files() if _is_named(path))

    def verify(self) -> list[Problem]:
        """Every damaged file, and everything that does not belong here."""
        problems = (self._problem_with(path) for path in self._files())
        return sorted(problem for problem in problems if problem)

    def _path(self, sha256: str) -> Path:
        if not _HASH.match(sha256):
            raise InvalidHash
        return self._folder / sha256[:2] / sha256[2:]

    def _files(self) -> Iterator[Path]:
        return (path for path in self._folder.rglob("*") if not path.is_dir() or path.is_symlink())

    def _problem_with(self, path: Path) -> Problem | None:
        place = f"vault: {path.relative_to(self._folder)}"
        if path.is_symlink() or not _is_named(path):
            return Problem(
                place, "vault.stray-file", "This is no file of the vault.", "It can be deleted."
            )
        if _hash_of(path) != path.parent.name + path.name:
            return Problem(
                place,
                "vault.damaged",
                "The bytes are not those that arrived.",
                "Restore the file from a backup, or add the document again.",
            )
        return None

    def _write(self, path: Path, data: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)
        _sync_folder(self._folder)


@contextmanager
def _said_plainly(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise VaultUnwritable(
                folder, "the disk is full. Free some space and try again."
            ) from error
        raise VaultUnwritable(
            folder, f"{os.strerror(error.errno or 0)}. Check that you may write there."
        ) from error


def _hash_of(path: Path) -> str:
    """The SHA-256 of the file; empty when there is none to read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _is_named(path: Path) -> bool:
    return bool(_FOLDER.match(path.parent.name) and _REST.match(path.name))


def _sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut."""
    if os.name == "nt":  # pragma: no cover  # Windows keeps names itself and opens no folders
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
