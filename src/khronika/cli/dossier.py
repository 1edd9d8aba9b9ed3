"""`khronika dossier`: what is known of one person, from where, and what is not."""

from datetime import date

import click

from khronika.cli import options
from khronika.cli.dossier_page import dossier_page
from khronika.cli.output import print_json, print_lines
from khronika.cli.session import Session, pass_session
from khronika.cli.term_page import reckoned_part
from khronika.cli.who_is_meant import the_person
from khronika.dossier.as_json import known_json
from khronika.dossier.term_ahead import reckoned, with_terms


@click.command("dossier")
@click.argument("name")
@options.as_of
@options.known_at
@options.as_json
@pass_session
def command(
    session: Session, name: str, as_of: date | None, known_at: str | None, as_json: bool
) -> None:
    """Show what is known of a person: NAME in any script, a slug or an id.

    Every statement carries the number of the source it stands in; what sources say differently
    stands side by side. When several people have the name, they are listed and the status is 1.
    """
    reading = session.reading(as_of=as_of, known_at=known_at)
    person = the_person(session, reading, name, as_json=as_json)
    folded = reading.fold([person])
    if as_json:
        print_json(known_json(folded.people[person], reading.material, session.wording))
    else:
        terms = reckoned(folded.people[person])
        dossier = with_terms(folded.people[person])
        print_lines(dossier_page(dossier, folded, reading.material, wording=session.wording))
        print_lines(reckoned_part(terms, session.wording))
