"""`khronika export`: hand the record on."""

from pathlib import Path

import click

from khronika.casebook.exporting import export
from khronika.casebook.table.handing_out import SUFFIXES, export_table
from khronika.cli.output import print_line
from khronika.cli.session import Session, pass_session


@click.command("export")
@click.argument("target", metavar="DIR|ZIP|CSV|XLSX", type=click.Path(path_type=Path))
@click.option("--yaml", "as_yaml", is_flag=True, help="Write YAML files instead of a package.")
@click.option("--everything", is_flag=True, help="With what is not public: for our own use only.")
@click.option("--table", default="", metavar="NAME", help="Which table a .csv or .xlsx is.")
@pass_session
def command(session: Session, target: Path, as_yaml: bool, everything: bool, table: str) -> None:
    """Write a package that another group can merge, into a new folder or .zip; or a table.

    A .csv or .xlsx is a table that was imported, with its columns and what is known today. Only
    what anybody may know goes in, unless everything is asked for.
    """
    if target.suffix.lower() in SUFFIXES:
        print_line(_table(session, target, table, everything=everything))
        return
    day = session.today.isoformat()
    exported = export(session.casebook, target, day=day, everything=everything, as_yaml=as_yaml)
    said = session.wording.gettext(
        "{target}: statements {claims}, sources {sources}, decisions {decisions}, files {files}. "
        "Statements that stay here: {withheld}."
    )
    print_line(
        said.format(
            target=target,
            claims=exported.claims,
            sources=exported.sources,
            decisions=exported.decisions,
            files=exported.files,
            withheld=exported.withheld,
        )
    )


def _table(session: Session, target: Path, name: str, *, everything: bool) -> str:
    done = export_table(
        session.casebook, target, today=session.today, name=name, everything=everything
    )
    said = session.wording.gettext("{target}: rows {rows}. Rows that stay here: {withheld}.")
    return said.format(target=target, rows=done.rows, withheld=done.withheld)
