"""`khronika serve`: the desk, on this machine alone."""

from importlib.util import find_spec
from pathlib import Path

import click

from khronika.cli.desk_process import NEEDED, become_desk, desk_folder
from khronika.cli.output import is_terminal
from khronika.cli.session import Session, pass_session
from khronika.errors import KhronikaError


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
    if not all(find_spec(name) for name in NEEDED):
        raise NoDesk
    folder = (session.asked_folder or desk_folder(Path())).absolute()
    become_desk(
        folder,
        "" if port is None else str(port),
        browser=is_terminal() and not no_browser,
        environ=session.environ,
    )
