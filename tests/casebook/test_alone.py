"""One run at a time writes into a folder."""

from pathlib import Path

import pytest

from khronika.casebook.alone import WrittenNow, alone_in


def test_the_second_who_comes_is_refused_and_the_next_is_not(tmp_path: Path) -> None:
    with alone_in(tmp_path / "public"), pytest.raises(WrittenNow), alone_in(tmp_path / "public"):
        pass
    with alone_in(tmp_path / "public"):
        pass


def test_other_folders_are_not_locked(tmp_path: Path) -> None:
    with alone_in(tmp_path / "public"), alone_in(tmp_path / "letters"):
        pass


def test_a_run_that_failed_locks_nobody_out(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="failed"), alone_in(tmp_path):
        raise ValueError("failed")
    with alone_in(tmp_path):
        pass
