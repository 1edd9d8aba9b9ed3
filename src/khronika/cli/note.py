"""`khronika note`: a call noted down, as a source."""

import sys

import click

from khronika.casebook.adding import Described, note_call
from khronika.cli import options
from khronika.cli.added import added_line
from khronika.cli.output import print_line, print_progress
from khronika.cli.session import Session, pass_session


@click.command("note")
@click.argument("text", required=False)
@options.source
@pass_session
def command(
    session: Session, *, text: str | None, title: str, publisher: str, date: str, lang: str
) -> None:
    """Keep what was said in a call: TEXT, or what is typed in until the end of input.

    It becomes a closed source for the team; its text goes into the vault.
    """
    if text is None:
        print_progress(session.wording.gettext("Type the note; end it with Ctrl+D."))
        text = sys.stdin.read()
    source = Described(title=title, publisher=publisher, date=date, lang=lang)
    added = note_call(session.casebook, text, described=source, recorded=session.recorded())
    print_line(added_line(added, session.wording))
