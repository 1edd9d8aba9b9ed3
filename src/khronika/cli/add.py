"""`khronika add`: a document, as a source."""

from pathlib import Path

import click

from khronika.casebook.adding import Described, add_address, add_file
from khronika.cli import options
from khronika.cli.added import added_line
from khronika.cli.output import print_line
from khronika.cli.session import Session, pass_session
from khronika.schema.source import SourceLevel

LEVELS = click.Choice([one.value for one in SourceLevel])


@click.command("add")
@click.argument("document", metavar="FILE|URL")
@options.source
@click.option("--level", type=LEVELS, default="closed", help="Whether it may be named; closed.")
@pass_session
def command(
    session: Session, *, document: str, level: str, title: str, publisher: str, date: str, lang: str
) -> None:
    """Take a document into the vault and describe it, or record an address.

    An address is recorded and nothing is fetched. Adding the same document again changes nothing.
    """
    source = Described(title, publisher, date, lang, level=SourceLevel(level))
    recorded = session.recorded()
    if document.startswith(("http://", "https://")):
        added = add_address(session.casebook, document, described=source, recorded=recorded)
    else:
        added = add_file(session.casebook, Path(document), described=source, recorded=recorded)
    print_line(added_line(added, session.wording))
