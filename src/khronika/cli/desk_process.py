"""Starts the desk as a process of its own: no command may import it."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from khronika.casebook.layout import SETTINGS

NEW = "archive"  # made below the current folder where that holds something else
NEEDED = ("django", "django_otp", "axes", "waitress", "whitenoise", "segno")


def desk_folder(here: Path) -> Path:
    """The folder itself if it holds a casebook or nothing at all, else a new one below it."""
    is_ours = (here / SETTINGS).is_file() or not any(here.iterdir())
    return here if is_ours else here / NEW


def become_desk(folder: Path, port: str, *, browser: bool, environ: Mapping[str, str]) -> None:
    """Become the desk, so that whoever stops this process stops it; raises `SystemExit`."""
    shown = "browser" if browser else "quiet"
    arguments = [sys.executable, "-m", "khronika.desk", str(folder), port, shown]
    told = {
        **environ,
        "KHRONIKA_DESK_FOLDER": str(folder),
        "DJANGO_SETTINGS_MODULE": "khronika.desk.settings",
    }
    if os.name == "posix":
        os.execve(arguments[0], arguments, told)  # noqa: S606  # our own program
    sys.exit(subprocess.call(arguments, env=told))  # noqa: S603
