"""`khronika backup`: the whole casebook in one file."""

from pathlib import Path

import click

from khronika.casebook.backup import back_up
from khronika.casebook.layout import BACKUPS
from khronika.cli.output import print_line
from khronika.cli.session import Session, pass_session


@click.command("backup")
@click.argument("target", metavar="ZIP", required=False, type=click.Path(path_type=Path))
@pass_session
def command(session: Session, target: Path | None) -> None:
    """Write the whole casebook into a new ZIP, into its backups/ unless given.

    It is as secret as the casebook itself: keep it on an encrypted disk.
    """
    name = session.recorded().at.replace(":", "")
    path = target or session.casebook.settings.folder / BACKUPS / f"{name}.zip"
    path.parent.mkdir(parents=True, exist_ok=True)
    done = back_up(session.casebook, path, day=session.today.isoformat())
    said = session.wording.gettext("{path}: files {files}, state of the record {state}.")
    print_line(said.format(path=path, files=done.files, state=done.state))
