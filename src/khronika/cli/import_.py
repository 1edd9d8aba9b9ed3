"""`khronika import`: take in YAML files, packages, or tables."""

from pathlib import Path

import click

from khronika.casebook.importing import Imported, import_paths
from khronika.casebook.table.reader import is_table
from khronika.casebook.table.taking import Asked, import_tables
from khronika.cli import options
from khronika.cli.output import print_json, print_lines, print_problems
from khronika.cli.session import Session, pass_session
from khronika.cli.table_report import imported_json, imported_lines


@click.command("import")
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@options.dry_run
@options.table
@click.option("--drop-emptied", is_flag=True, help="Put aside what cells said that are empty now.")
@options.as_json
@pass_session
@click.pass_context
def command(
    context: click.Context,
    session: Session,
    *,
    paths: tuple[Path, ...],
    dry_run: bool,
    table: str,
    title: str,
    drop_emptied: bool,
    as_json: bool,
) -> None:
    """Take in YAML files, folders of them, packages, or tables (.csv, .xlsx).

    Importing again adds nothing. A file with trouble in it gives nothing, the others are taken; of
    a table every row and cell without trouble is taken. The trouble is listed with its line, or its
    row and column, and the status is 1.
    """
    others = [path for path in paths if not is_table(path)]
    asked = Asked(session.today, session.recorded(), table, title, drop_emptied, dry_run)
    tables = [path for path in paths if path not in others]
    taken = import_tables(session.casebook, tables, asked=asked)
    done = import_paths(session.casebook, others, dry_run=dry_run) if others else Imported()
    if as_json:
        print_json(imported_json(done, taken))
    else:
        print_lines(imported_lines(done, taken, session.wording))
    print_problems([*done.notes, *taken.notes, *done.problems, *taken.problems])
    context.exit(1 if done.problems or taken.problems else 0)
