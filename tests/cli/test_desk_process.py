import os
from pathlib import Path

import pytest

from khronika.cli.desk_process import become_desk


def test_the_process_becomes_the_desk_and_is_told_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[list[str], dict[str, str]]] = []

    def execve(_path: str, arguments: list[str], environ: dict[str, str]) -> None:
        told.append((arguments, environ))
        raise SystemExit(0)

    monkeypatch.setattr(os, "execve", execve)
    with pytest.raises(SystemExit):
        become_desk(tmp_path, "8123", browser=False, environ={"HOME": "/home/alena"})
    ((arguments, environ),) = told
    assert arguments[1:] == ["-m", "khronika.desk", str(tmp_path), "8123", "quiet"]
    assert environ["KHRONIKA_DESK_FOLDER"] == str(tmp_path)
    assert environ["HOME"] == "/home/alena"
