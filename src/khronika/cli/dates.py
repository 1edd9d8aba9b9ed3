"""`khronika dates`: the days to come that somebody should know of."""

from datetime import date, timedelta

import click

from khronika.cli import options
from khronika.cli.output import print_json, print_lines
from khronika.cli.session import Session, pass_session
from khronika.dossier.as_json import ahead_json
from khronika.dossier.names import person_name
from khronika.dossier.term_ahead import with_terms


@click.command("dates")
@click.option(
    "--days",
    type=click.IntRange(0, 36_500),
    default=60,
    show_default=True,
    help="How many days to look ahead.",
)
@options.as_of
@options.known_at
@options.as_json
@pass_session
def command(
    session: Session, days: int, as_of: date | None, known_at: str | None, as_json: bool
) -> None:
    """List hearings, ends of orders and of terms, and birthdays of the next days, soonest first.

    The end of a term is our own calculation; what it rests on is shown by `khronika term`.
    """
    reading = session.reading(as_of=as_of, known_at=known_at)
    people = {one: with_terms(d) for one, d in reading.fold().people.items()}
    wording = session.wording
    until = reading.as_of + timedelta(days=days)
    ahead = sorted(
        (one for d in people.values() for one in d.ahead if one.on <= until),
        key=lambda one: (one.on, one.person, one.code, one.claims),
    )
    if as_json:
        print_json(ahead_json(ahead, wording))
        return
    claims = reading.material.claims
    print_lines(
        f"{one.on.isoformat()}  {person_name(people[one.person], claims, wording.language)}: "
        f"{wording.say(one.say)}"
        for one in ahead
    )
