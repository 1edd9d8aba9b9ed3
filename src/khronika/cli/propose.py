"""`khronika propose`: what a document says of people, for somebody to accept or reject."""

import click

from khronika.cli import options
from khronika.cli.output import print_lines
from khronika.cli.proposal_lines import json_lines, proposal_lines
from khronika.cli.proposed_from import document_called, known
from khronika.cli.session import Session, pass_session
from khronika.extraction.proposal import Context
from khronika.extraction.propose import propose
from khronika.values.date import PartialDate
from khronika.values.language import LANGUAGES


@click.command("propose")
@click.argument("what", metavar="FILE|SOURCE")
@click.option("--date", default="", metavar="DATE", help="When it was made: 2026 or 2026-03-01.")
@click.option(
    "--lang", type=click.Choice(LANGUAGES), help="The language it is in; found out unless given."
)
@options.as_json
@pass_session
def command(session: Session, what: str, date: str, lang: str | None, as_json: bool) -> None:
    """Propose the facts a document states, each with its words. Nothing is recorded.

    A SOURCE is the id or the slug of a source of the casebook; the text kept of it is read. With a
    casebook at hand its people are known by all their names.

    With --json: a line of JSON for each, places counted in characters of the text.
    """
    document = document_called(session, what)
    made = PartialDate.parse(date) if date else document.date
    context = Context(made, lang or "", known(session), document.parts)
    found = propose(document.text, context)
    called = document.called
    lines = json_lines(called, found) if as_json else proposal_lines(found, session.plain_wording)
    print_lines(lines)
