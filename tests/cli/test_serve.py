from pathlib import Path

import pytest

from khronika.cli import serve
from khronika.cli.desk_process import desk_folder
from running import Run


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, str, bool]]:
    """What the desk was started for: the folder, the port, whether in a browser."""
    found: list[tuple[Path, str, bool]] = []

    def become(folder: Path, port: str, *, browser: bool, environ: dict[str, str]) -> None:
        assert "DJANGO_SETTINGS_MODULE" not in environ
        found.append((folder, port, browser))

    monkeypatch.setattr(serve, "become_desk", become)
    return found


def test_the_desk_is_started_for_the_folder(
    run: Run, folder: Path, started: list[tuple[Path, str, bool]]
) -> None:
    run("serve", "--port", "8123", "--no-browser")
    assert started == [(folder.absolute(), "8123", False)]


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
