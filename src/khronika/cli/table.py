"""`khronika table`: how a table will be read, before anything of it is taken."""

from pathlib import Path

import click

from khronika.casebook.table.first_reading import columns_of
from khronika.casebook.table.taking import Asked, open_table, remember_table
from khronika.cli import options
from khronika.cli.output import print_json, print_line, print_lines
from khronika.cli.session import Session, pass_session
from khronika.cli.table_report import column_json, column_lines


@click.command("table")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@options.table
@options.dry_run
@options.as_json
@pass_session
def command(
    session: Session, *, file: Path, table: str, title: str, dry_run: bool, as_json: bool
) -> None:
    """Say what each column of a .csv or .xlsx will be read as, and write it down to be changed.

    It is written to tables/NAME.toml, which `import` and `export` go by. Nothing else is taken.
    """
    asked = Asked(session.today, session.recorded(), table, title)
    opened = open_table(session.casebook, file, asked=asked)
    columns = columns_of(opened.sheet, opened.table)
    if as_json:
        print_json(column_json(opened.table, columns))
    else:
        print_lines(column_lines(columns, session.wording))
    if not dry_run:
        path = remember_table(session.casebook, opened)
        if not as_json:
            print_line(str(path.relative_to(session.folder)))
