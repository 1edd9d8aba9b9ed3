"""`khronika serve`: look at what was built, on this machine alone."""

import click

from khronika.casebook.layout import EDITIONS
from khronika.casebook.manifest import MANIFEST
from khronika.casebook.publishing import Request, publish
from khronika.cli.output import is_terminal, print_line, print_progress
from khronika.cli.serving import address_of, serve_until_stopped, server_for
from khronika.cli.session import Session, pass_session


@click.command("serve")
@click.option("--port", type=click.IntRange(0, 65535), help="The port; 8765 or a free one.")
@click.option("--no-browser", is_flag=True, help="Print the address, open no browser.")
@pass_session
def command(session: Session, port: int | None, no_browser: bool) -> None:
    """Show the public edition at an address of this machine; build it first if there is none.

    Nobody else on the network can see it. Stop it with Ctrl+C.
    """
    folder = session.casebook.settings.folder / EDITIONS / "public"
    if not (folder / MANIFEST).is_file():
        print_progress(session.wording.gettext("Building the public edition first."))
        publish(session.casebook, Request(), today=session.today)
    server = server_for(folder, port=port)
    print_line(address_of(server))
    serve_until_stopped(server, browser=is_terminal() and not no_browser)
