"""A file is there whole, or as it was."""

import errno
import os
from pathlib import Path

import pytest

from khronika.casebook.writes import NotWritten, write_text


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "claims" / "belova.yaml"
    write_text(path, "before\n")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotWritten, match="No space left"):
        write_text(path, "after\n")
    assert [one.read_text(encoding="utf-8") for one in path.parent.iterdir()] == ["before\n"]
