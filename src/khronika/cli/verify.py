"""`khronika verify`: whether everything is there and as it was written."""

import click

from khronika.casebook.verifying import verify
from khronika.cli.output import print_line, print_problems
from khronika.cli.session import Session, pass_session


@click.command("verify")
@pass_session
@click.pass_context
def command(context: click.Context, session: Session) -> None:
    """Check every file, every row and every document of the casebook.

    Whatever is damaged, missing or unreadable is listed, and the status is 1.
    """
    problems = verify(session.opened())
    print_problems(problems)
    if problems:
        context.exit(1)
    print_line(session.wording.gettext("Everything is there and as it was written."))
