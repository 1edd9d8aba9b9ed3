"""`khronika restore`: a casebook from its backup."""

from pathlib import Path

import click

from khronika.casebook.backup import restore
from khronika.cli.output import print_line, print_problems
from khronika.cli.session import Session, pass_session


@click.command("restore")
@click.argument("backup", metavar="ZIP", type=click.Path(path_type=Path))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@pass_session
def command(session: Session, backup: Path, folder: Path) -> None:
    """Unpack a backup into DIR, which must be new or empty, and verify it."""
    done = restore(backup, folder, session.environ)
    print_problems(done.problems)
    said = session.plain_wording.gettext("{path}: files {files}, state of the record {state}.")
    print_line(said.format(path=folder, files=done.files, state=done.state))
