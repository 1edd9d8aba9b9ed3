"""`khronika watch`: what changed in a published list, and who of ours is on it."""

from pathlib import Path

import click

from khronika.casebook.acquaintance import people_of
from khronika.casebook.watching import watch_list
from khronika.cli import options
from khronika.cli.output import print_json, print_lines
from khronika.cli.session import Session, pass_session
from khronika.cli.watch_report import watch_json, watch_lines
from khronika.schema.vocabulary import table


@click.command("watch")
@click.argument(
    "path", metavar="LIST", type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@click.option(
    "--list",
    "name",
    type=click.Choice(sorted(table("list"))),
    help="Which list it is, by its key; the name of the file unless given.",
)
@options.dry_run
@options.as_json
@pass_session
def command(
    session: Session, path: Path, name: str | None, *, dry_run: bool, as_json: bool
) -> None:
    """Hold a published LIST (CSV) against its last version and the casebook.

    Every hit is a proposal for a person to judge. The list is kept in watched/ as the last version.
    """
    wording = session.wording
    known = people_of(session.reading(), wording)
    folder = session.casebook.settings.folder
    watched = watch_list(path, folder, known, today=session.today, keep=not dry_run)
    which = name or path.stem
    if as_json:
        print_json(watch_json(watched, path.name, which, wording))
        return
    print_lines(watch_lines(watched, which, wording))
