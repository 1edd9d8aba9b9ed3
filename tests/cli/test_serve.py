from pathlib import Path

import pytest

from khronika.cli import serve
from khronika.cli.serve import desk_folder
from running import Run


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], str]]:
    """What was started, and the folder it was told."""
    found: list[tuple[list[str], str]] = []

    def start(arguments: list[str], environ: dict[str, str]) -> None:
        found.append((arguments, environ["KHRONIKA_DESK_FOLDER"]))

    monkeypatch.setattr(serve, "start", start)
    return found


def test_the_desk_is_started_for_the_folder(
    run: Run, folder: Path, started: list[tuple[list[str], str]]
) -> None:
    run("serve", "--port", "8123", "--no-browser")
    ((arguments, told),) = started
    assert arguments[1:3] == ["-m", "khronika.desk"]
    assert arguments[4:] == ["8123", "quiet"]
    assert told == str(folder.absolute())


def test_without_what_the_desk_needs_the_extra_is_named(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve, "find_spec", lambda _: None)
    assert "khronika[desk]" in run("serve", status=1).stderr


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path: Path) -> None:
    assert desk_folder(tmp_path) == tmp_path
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    assert desk_folder(tmp_path) == tmp_path / "archive"
    (tmp_path / "casebook.toml").write_text("", encoding="utf-8")
    assert desk_folder(tmp_path) == tmp_path


def test_a_port_is_a_number(run: Run) -> None:
    run("serve", "--port", "70000", status=2)
