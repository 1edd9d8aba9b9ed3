"""`khronika who`: whom a name could mean."""

import click

from khronika.cli import options
from khronika.cli.output import print_json
from khronika.cli.session import Session, pass_session
from khronika.cli.who_is_meant import NobodyFound, print_people


@click.command("who")
@click.argument("name")
@options.as_json
@pass_session
def command(session: Session, name: str, as_json: bool) -> None:
    """List the people NAME could mean, in any script and any order of its words."""
    reading = session.reading()
    found = reading.find(name)
    if found:
        print_people(session, reading, found, as_json=as_json)
        return
    if as_json:
        print_json([])
    raise NobodyFound(name, session.wording)
