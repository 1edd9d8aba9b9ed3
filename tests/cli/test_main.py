import errno
import subprocess
import sys
from pathlib import Path

import click
import pytest

from khronika import __version__
from khronika.casebook.casebook import Casebook
from khronika.cli.main import COMMANDS, khronika
from running import Run, run_command


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_that_says_what_it_does(name: str) -> None:
    command = khronika.get_command(click.Context(khronika), name)
    assert command is not None
    assert command.name == name
    assert (command.help or "").strip().endswith(".")
    for option in command.params:
        assert isinstance(option, click.Argument) or getattr(option, "help", ""), option.name


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_a_short_module_without_logic(name: str) -> None:
    module = "import_" if name == "import" else name
    path = Path(__file__).parents[2] / "src" / "khronika" / "cli" / f"{module}.py"
    assert len(path.read_text("utf-8").splitlines()) <= 60


def test_the_version_is_told() -> None:
    assert run_command("--version").stdout == f"khronika, version {__version__}\n"


def test_an_unknown_command_is_a_usage_error_that_says_what_was_meant() -> None:
    assert "did you mean 'dossier'?" in run_command("dosier", status=2).stderr


def test_a_folder_without_a_casebook_is_said_in_a_sentence(tmp_path: Path) -> None:
    answer = run_command("--casebook", tmp_path, "gaps", status=1)
    assert answer.stdout == ""
    assert answer.stderr.startswith(f"{tmp_path} holds no casebook.toml.")


def test_the_disk_refusing_is_said_in_a_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "ledger.sqlite")

    monkeypatch.setattr(Casebook, "open", refuse)
    assert run("gaps", status=1).stderr == "ledger.sqlite: Permission denied.\n"


def test_it_runs_as_a_module_and_keeps_quiet_when_nobody_listens(folder: Path) -> None:
    line = [sys.executable, "-m", "khronika", "--casebook", str(folder), "gaps"]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:  # noqa: S603
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        assert run.stderr.read() == b""
