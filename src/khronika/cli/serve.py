"""`khronika serve`: the desk, as a process of its own on this machine alone."""

import os
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

import click

from khronika.casebook.layout import SETTINGS
from khronika.cli.output import is_terminal
from khronika.cli.session import Session, pass_session
from khronika.errors import KhronikaError

NEW = "archive"  # made below the current folder where that holds something else
_NEEDED = ("django", "django_otp", "axes", "waitress", "whitenoise", "segno")


class NoDesk(KhronikaError):
    """The program was installed without what the desk needs."""

    def __init__(self) -> None:
        super().__init__("The desk is not installed. Install it: pip install 'khronika[desk]'.")


@click.command("serve")
@click.option("--port", type=click.IntRange(0, 65535), help="The port; 8765 or a free one.")
@click.option("--no-browser", is_flag=True, help="Print the address, open no browser.")
@pass_session
def command(session: Session, port: int | None, no_browser: bool) -> None:
    """Open the desk: read, record, decide and publish in a browser on this machine.

    Where the folder holds no casebook yet, the first page makes one. Nobody else on the network can
    see it. Stop it with Ctrl+C.
    """
    if not all(find_spec(name) for name in _NEEDED):
        raise NoDesk
    folder = session.asked_folder or desk_folder(Path())
    asked = "" if port is None else str(port)
    browser = "browser" if is_terminal() and not no_browser else "quiet"
    environ = {
        **session.environ,
        "KHRONIKA_DESK_FOLDER": str(folder.absolute()),
        "DJANGO_SETTINGS_MODULE": "khronika.desk.settings",
    }
    start([sys.executable, "-m", "khronika.desk", str(folder.absolute()), asked, browser], environ)


def desk_folder(here: Path) -> Path:
    """The folder itself if it holds a casebook or nothing at all, else a new one below it."""
    is_ours = (here / SETTINGS).is_file() or not any(here.iterdir())
    return here if is_ours else here / NEW


def start(arguments: list[str], environ: Mapping[str, str]) -> None:
    """Become the desk, so that whoever stops this process stops it; raises `SystemExit`."""
    if os.name == "posix":
        os.execve(arguments[0], arguments, environ)  # noqa: S606  # our own program
    sys.exit(subprocess.call(arguments, env=environ))  # noqa: S603
