"""`khronika merge`: take in another group's package."""

from pathlib import Path

import click

from khronika.casebook.merging import merge
from khronika.cli import options
from khronika.cli.output import print_lines, print_problems
from khronika.cli.session import Session, pass_session
from khronika.cli.taken_in import taken_in


@click.command("merge")
@click.argument("package", metavar="PACKAGE", type=click.Path(path_type=Path))
@options.dry_run
@pass_session
def command(session: Session, package: Path, dry_run: bool) -> None:
    """Add what another group recorded, from a folder or .zip that `export` wrote.

    Nothing of ours is changed, and merging again adds nothing. What we redacted stays out.
    """
    merged = merge(session.casebook, package, dry_run=dry_run)
    print_lines(taken_in(merged.appended, merged.files, session.wording))
    print_problems(merged.problems)
