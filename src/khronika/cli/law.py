"""`khronika law`: what the record says that does not fit the law."""

from datetime import date

import click

from khronika.cli import options
from khronika.cli.output import print_json, print_line, print_problems
from khronika.cli.session import Session, pass_session
from khronika.dossier.against_law import problems_of


@click.command("law")
@options.as_of
@options.known_at
@options.as_json
@pass_session
def command(session: Session, as_of: date | None, known_at: str | None, as_json: bool) -> None:
    """Hold the record against the law; what does not fit is listed and changes nothing.

    A part that does not exist, a term above the maximum, a court that cannot hear the case, an
    arrest after the verdict, preparation called attempt, membership told as creation. The source
    may be wrong, or the record; or the law was not looked up in that edition.
    """
    reading = session.reading(as_of=as_of, known_at=known_at)
    found = [p for one in reading.fold().people.values() for p in problems_of(one)]
    if as_json:
        rows = ("place", "code", "message", "remedy")
        print_json([{name: str(getattr(one, name)) for name in rows} for one in sorted(found)])
        return
    print_problems(found)
    if not found:
        print_line(session.wording.gettext("Nothing in the record contradicts the law we know."))
