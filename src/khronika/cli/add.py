"""`khronika add`: a document, as a source."""

import click

from khronika.casebook.adding import Described
from khronika.cli import options
from khronika.cli.added import added_line, near_lines
from khronika.cli.documents import taken_up
from khronika.cli.output import print_line, print_lines, print_problems
from khronika.cli.session import Session, pass_session
from khronika.schema.source import SourceLevel

LEVELS = click.Choice([one.value for one in SourceLevel])


@click.command("add")
@click.argument("document", metavar="FILE|URL")
@options.source
@click.option("--level", type=LEVELS, default="closed", help="Whether it may be named; closed.")
@click.option("--no-fetch", is_flag=True, help="Record the address of a page, and fetch nothing.")
@pass_session
def command(
    session: Session,
    *,
    document: str,
    level: str,
    no_fetch: bool,
    title: str,
    publisher: str,
    date: str,
    lang: str,
) -> None:
    """Take a document or a page of the web into the vault, read its text, and describe it.

    A page is fetched from this machine, which its site can see; --no-fetch records the address
    alone. Adding the same document or address again changes nothing.
    """
    source = Described(title, publisher, date, lang, level=SourceLevel(level))
    added = taken_up(session, document, source, no_fetch=no_fetch)
    print_problems(added.problems)
    print_line(added_line(added, session.wording))
    print_lines(near_lines(added, session.wording))
