"""`khronika demo`: the example, built and shown, without touching anything."""

import tempfile
from pathlib import Path

import click

from khronika.casebook.demonstration import demonstrated
from khronika.casebook.example import EXAMPLE_DAY
from khronika.casebook.publishing import Request, publish
from khronika.cli.output import is_terminal, print_line, print_problems
from khronika.cli.serving import address_of, serve_until_stopped, server_for
from khronika.cli.session import Session, pass_session

SHOWN = ("site", "data")  # what a browser can look at; books and posters would take minutes


@click.command("demo")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where to build; a new temporary folder unless given.",
)
@click.option(
    "--casebook",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Build this casebook instead of the example of invented people.",
)
@click.option("--port", type=click.IntRange(0, 65535), help="The port; 8765 or a free one.")
@click.option("--no-serve", is_flag=True, help="Build only.")
@pass_session
def command(
    session: Session, out: Path | None, folder: Path | None, port: int | None, no_serve: bool
) -> None:
    """Build the example casebook (all people in it are invented) and show it on this machine."""
    built = out or Path(tempfile.mkdtemp(prefix="khronika-demo-"))
    shown = folder or session.asked_folder
    with demonstrated(shown, session.environ) as casebook:
        print_problems(casebook.level().problems)
        today = session.day_in(casebook.settings) if shown else EXAMPLE_DAY
        published = publish(casebook, Request(out=built, only=SHOWN), today=today)
    print_line(str(published.out))
    if no_serve:
        return
    server = server_for(built, port=port)
    print_line(address_of(server))
    serve_until_stopped(server, browser=is_terminal())
