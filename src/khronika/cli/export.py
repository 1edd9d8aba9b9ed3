"""`khronika export`: hand the record on."""

from pathlib import Path

import click

from khronika.casebook.exporting import export
from khronika.cli.output import print_line
from khronika.cli.session import Session, pass_session


@click.command("export")
@click.argument("target", metavar="DIR|ZIP", type=click.Path(path_type=Path))
@click.option("--yaml", "as_yaml", is_flag=True, help="Write YAML files instead of a package.")
@click.option("--everything", is_flag=True, help="With what is not public: for our own use only.")
@pass_session
def command(session: Session, target: Path, as_yaml: bool, everything: bool) -> None:
    """Write a package that another group can merge, into a new folder or .zip.

    Only what anybody may know goes in, unless everything is asked for.
    """
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
