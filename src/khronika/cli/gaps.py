"""`khronika gaps`: what the dossiers should answer and cannot."""

from datetime import date

import click

from khronika.cli import options
from khronika.cli.by_person import people_lines
from khronika.cli.dossier_page import gap_lines
from khronika.cli.output import print_json, print_lines
from khronika.cli.session import Session, pass_session
from khronika.dossier.as_json import gaps_json
from khronika.dossier.term_ahead import with_terms


@click.command("gaps")
@options.as_of
@options.known_at
@options.as_json
@pass_session
def command(session: Session, as_of: date | None, known_at: str | None, as_json: bool) -> None:
    """List the open questions, person by person. Open questions are no failure."""
    reading = session.reading(as_of=as_of, known_at=known_at)
    people = {one: with_terms(d) for one, d in reading.fold().people.items()}
    wording = session.wording
    if as_json:
        print_json(gaps_json((gap for d in people.values() for gap in d.gaps), wording))
        return
    lines = {one: list(gap_lines(d.gaps, wording)) for one, d in people.items()}
    print_lines(people_lines(people, lines, reading.material, wording=wording))
