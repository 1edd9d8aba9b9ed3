"""`khronika import`: take in YAML files or packages."""

from pathlib import Path

import click

from khronika.casebook.importing import import_paths
from khronika.cli import options
from khronika.cli.output import print_lines, print_problems
from khronika.cli.session import Session, pass_session
from khronika.cli.taken_in import taken_in


@click.command("import")
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@options.dry_run
@pass_session
@click.pass_context
def command(
    context: click.Context, session: Session, paths: tuple[Path, ...], dry_run: bool
) -> None:
    """Take in YAML files, folders of them, or packages. Importing again adds nothing.

    A file with trouble in it gives nothing, the others are taken; the trouble is listed with its
    line, and the status is 1.
    """
    imported = import_paths(session.casebook, paths, dry_run=dry_run)
    print_lines(taken_in(imported.appended, imported.files, session.wording))
    print_problems([*imported.notes, *imported.problems])
    if imported.problems:
        context.exit(1)
