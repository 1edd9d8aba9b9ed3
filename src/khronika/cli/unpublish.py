"""`khronika unpublish`: take a person out of everything that is published."""

import click

from khronika.casebook.withdrawing import unpublish
from khronika.cli import options
from khronika.cli.output import print_line
from khronika.cli.session import Session, pass_session
from khronika.cli.who_is_meant import the_person


@click.command("unpublish")
@click.argument("person", metavar="PERSON")
@options.dry_run
@pass_session
def command(session: Session, person: str, dry_run: bool) -> None:
    """Withdraw PERSON (a name, a slug or an id) from publication, and say no word why.

    What is public now is restricted to the team, and consent counts as withdrawn for what comes
    later. Publish again afterwards: the pages go with the next run.
    """
    meant = the_person(session, session.reading(), person, as_json=False)
    gone = unpublish(session.casebook, meant, recorded=session.recorded(), dry_run=dry_run)
    said = session.wording.gettext("{people}: statements restricted: {restricted}.")
    print_line(said.format(people=", ".join(gone.people), restricted=gone.restricted))
    print_line(session.wording.gettext("Publish again now, and replace what was put online."))
    print_line(
        session.wording.gettext(
            "The list of releases, released.jsonl, keeps the address of a page that went out, so "
            "that it never leads to somebody else. It is in no edition; keep it private."
        )
    )
