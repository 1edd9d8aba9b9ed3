"""`khronika term`: when a term is over, reckoned from flags or from a person's dossier."""

import click

from khronika.cli import options, term_flags
from khronika.cli.output import print_json, print_lines
from khronika.cli.session import Session, pass_session
from khronika.cli.term_options import flags_of
from khronika.cli.term_page import person_json, person_page, term_page
from khronika.cli.who_is_meant import the_person
from khronika.dossier.term_ahead import reckoned
from khronika.dossier.term_json import term_json
from khronika.law.parole import eligibility
from khronika.law.term import compute


@click.command("term")
@click.argument("person", required=False)
@flags_of
@options.as_json
@pass_session
def command(session: Session, /, person: str | None, as_json: bool, **given: object) -> None:
    """Reckon the last day of a term and the day of release, with the rules step by step.

    Of a PERSON of the casebook, or from flags alone. A date may be a day, a month, a year or
    between two: what is not known widens the answer. What rests on an unchecked rule says so and
    is not for publication; parole and replacement are for the editors alone.
    """
    told = term_flags.was_told(given)
    if bool(person) is told:
        raise click.UsageError("Name a PERSON, or describe the case by flags; not both.")
    if person:
        _of_person(session, person, as_json=as_json)
        return
    career = term_flags.career(term_flags.TermFlags(**given))  # type: ignore[arg-type]
    computed, relief = compute(career), eligibility(career)
    if as_json:
        print_json(term_json(computed, relief, session.plain_wording))
    else:
        print_lines(term_page(computed, relief, session.plain_wording))


def _of_person(session: Session, name: str, *, as_json: bool) -> None:
    reading = session.reading()
    person = the_person(session, reading, name, as_json=as_json)
    dossier = reading.fold([person]).people[person]
    terms = reckoned(dossier)
    if as_json:
        print_json(person_json(dossier, terms, session.wording))
    else:
        print_lines(person_page(dossier, terms, reading.material, wording=session.wording))
