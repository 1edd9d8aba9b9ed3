"""`khronika redact`: destroy a statement for a person's safety."""

from secrets import token_hex

import click

from khronika.casebook.redacting import Grave, redact
from khronika.cli import options
from khronika.cli.output import is_terminal, print_line, print_lines
from khronika.cli.session import Session, pass_session
from khronika.cli.which_claim import the_claim


@click.command("redact")
@click.argument("claim", metavar="CLAIM")
@click.option("--reason", default="safety", show_default=True, help="A code: small letters.")
@options.dry_run
@pass_session
def command(session: Session, claim: str, reason: str, dry_run: bool) -> None:
    """Destroy CLAIM (an id, or its beginning) and the decisions about it, for good.

    What stays is a mark that keeps it from coming back. Every place that still holds the words is
    listed: the history of files, packages, backups, editions.
    """
    wording = session.wording
    meant = the_claim(session.casebook.ledger(), claim)
    if is_terminal() and not dry_run:
        click.confirm(wording.gettext("This cannot be undone. Go on?"), abort=True, err=True)
    grave = Grave(reason=reason, on=session.today.isoformat(), salt=token_hex(32))
    gone = redact(session.casebook, meant, grave=grave, dry_run=dry_run)
    would, done = wording.gettext("To be redacted: {claim}"), wording.gettext("Redacted: {claim}")
    print_line((would if dry_run else done).format(claim=meant))
    print_lines(f"  {file}" for file in gone.files)
    print_line(wording.gettext("These still hold the words:"))
    print_lines(f"  {place}" for place in gone.still_held)
