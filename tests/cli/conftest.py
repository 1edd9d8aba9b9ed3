"""The casebook that commands are run on."""

from functools import partial
from pathlib import Path

import pytest

from running import Run, lay_out, run_command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the casebook."""
    return lay_out(tmp_path / "lanterns")


@pytest.fixture
def run(folder: Path) -> Run:
    """Run a command on the casebook."""
    return partial(run_command, "--casebook", folder)
