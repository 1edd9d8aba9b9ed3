"""The folder in which files wait beside their places until every one is there."""

import shutil
from collections.abc import Container
from pathlib import Path

STAGING = ".khronika-new"


class Staging:
    """The folder, beside files of which some are `present`."""

    def __init__(self, out: Path, present: Container[str]) -> None:
        self.folder = out / STAGING
        self._place = str(self.folder)
        self.staged: list[str] = []
        self._out, self._present = out, present
        self._folders = {""}
        discard(self.folder)
        self.folder.mkdir(parents=True)

    def stage(self, path: str, data: bytes) -> None:
        """Put the file in if its bytes differ from what is there."""
        if not differs(self._out, path, data, self._present):
            return
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            (self.folder / folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        with open(f"{self._place}/{path}", "xb", buffering=0) as stream:  # noqa: PTH123 - in this loop a Path costs more than the file
            stream.write(data)
        self.staged.append(path)


def differs(out: Path, path: str, data: bytes, present: Container[str]) -> bool:
    """Whether the file is not there with these very bytes."""
    if path not in present:  # by the exact name: some systems take Anna.html for anna.html
        return True
    there = out / path
    return there.stat().st_size != len(data) or there.read_bytes() != data


def discard(staging: Path) -> None:
    """Take the folder away with all that is in it."""
    if staging.exists():
        shutil.rmtree(staging)
