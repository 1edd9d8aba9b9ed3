"""`khronika adopt`: from files as the truth to the store as the truth, once."""

import click

from khronika.casebook.adopting import adopt
from khronika.cli.output import print_line
from khronika.cli.session import Session, pass_session


@click.command("adopt")
@pass_session
def command(session: Session) -> None:
    """Let the store be the truth of a casebook whose truth was its YAML files.

    Each statement that stands in the files is recorded as accepted. This is done once; the files
    stay where they are and count no more.
    """
    adopted = adopt(session.casebook, recorded=session.recorded())
    said = session.wording.gettext("Statements: {claims}, newly accepted: {accepted}.")
    print_line(said.format(claims=adopted.claims, accepted=adopted.accepted))
