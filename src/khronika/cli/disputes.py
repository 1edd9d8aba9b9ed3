"""`khronika disputes`: where sources say what cannot all be true."""

from datetime import date

import click

from khronika.cli import options
from khronika.cli.by_person import people_lines
from khronika.cli.dossier_page import dispute_lines
from khronika.cli.output import print_json, print_lines
from khronika.cli.session import Session, pass_session
from khronika.dossier.as_json import disputes_json


@click.command("disputes")
@options.as_of
@options.known_at
@options.as_json
@pass_session
def command(session: Session, as_of: date | None, known_at: str | None, as_json: bool) -> None:
    """List what sources say differently, person by person. Disputes are no failure."""
    reading = session.reading(as_of=as_of, known_at=known_at)
    people = reading.fold().people
    if as_json:
        print_json(disputes_json(one for d in people.values() for one in d.disputes))
        return
    wording = session.wording
    lines = {one: list(dispute_lines(d.disputes, wording)) for one, d in people.items()}
    print_lines(people_lines(people, lines, reading.material, wording=wording))
