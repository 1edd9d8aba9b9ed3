"""`khronika propose`: what a document says of people, for somebody to accept or reject."""

from pathlib import Path

import click

from khronika.cli import documents, options
from khronika.cli.output import print_lines, print_problems
from khronika.cli.proposal_lines import json_lines, proposal_lines
from khronika.cli.session import Session, pass_session
from khronika.extraction.proposal import Context
from khronika.extraction.propose import propose
from khronika.values.date import PartialDate
from khronika.values.language import LANGUAGES


@click.command("propose")
@click.argument(
    "file", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@click.option("--date", default="", metavar="DATE", help="When it was made: 2026 or 2026-03-01.")
@click.option(
    "--lang", type=click.Choice(LANGUAGES), help="The language it is in; found out unless given."
)
@options.as_json
@pass_session
def command(session: Session, file: Path, date: str, lang: str | None, as_json: bool) -> None:
    """Propose the facts a document states, each with its words. Nothing is recorded.

    With --json: a line of JSON for each, places counted in characters of the text.
    """
    with documents.reading() as read:
        reading = read(file.read_bytes()).at(file.name)
    print_problems(reading.problems)
    made = PartialDate.parse(date) if date else reading.date
    parts = () if reading.format == "text" else reading.parts
    found = propose(reading.text, Context(made, lang or "", parts=parts))
    lines = (
        json_lines(file.name, found) if as_json else proposal_lines(found, session.plain_wording)
    )
    print_lines(lines)
