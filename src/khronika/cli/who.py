"""`khronika who`: whom a name could mean."""

import click

from khronika.casebook.acquaintance import people_of
from khronika.cli import options
from khronika.cli.likeness import LEAST, candidate_json, candidate_lines
from khronika.cli.output import print_json, print_lines
from khronika.cli.session import Session, pass_session
from khronika.cli.who_is_meant import NobodyFound
from khronika.identity.candidates import People, Person
from khronika.identity.evidence import Facts
from khronika.values.date import PartialDate


@click.command("who")
@click.argument("name")
@click.option("--born", default="", metavar="DATE", help="When the person was born: 1990-06-15.")
@click.option("--place", default="", metavar="PLACE", help="A place the person is connected with.")
@click.option("--article", default="", metavar="ARTICLE", help="What the person is charged under.")
@click.option("--case", default="", metavar="CASE", help="The case the person is in.")
@options.as_json
@pass_session
def command(
    session: Session, name: str, *, born: str, place: str, article: str, case: str, as_json: bool
) -> None:
    """Rank the people NAME could mean, in any script, spelling and order, with the reasons."""
    reading = session.reading()
    known = people_of(reading, session.wording)
    births = (PartialDate.parse(born),) if born else ()
    rest = [frozenset({text}) if text else frozenset() for text in (place, article, case)]
    asked = Person((name,), Facts(births, *rest))
    people = People(known)
    likely = people.candidates(asked, least=LEAST)
    named = [who for who in reading.find(name) if who not in {one.who for one in likely}]
    found = [*likely, *(people.held(asked, who) for who in named)]
    if as_json:
        print_json([candidate_json(one, known[one.who], session.wording) for one in found])
    if not found:
        raise NobodyFound(name, session.wording)
    if not as_json:
        print_lines(candidate_lines(found, known, session.wording))
