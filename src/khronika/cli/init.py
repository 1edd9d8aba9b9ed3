"""`khronika init`: a new, empty casebook."""

from pathlib import Path
from secrets import choice

import click

from khronika.casebook.init import LETTERS, init
from khronika.casebook.settings import Truth
from khronika.cli.output import print_line
from khronika.cli.session import Session, pass_session


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--truth",
    type=click.Choice([one.value for one in Truth]),
    default=Truth.LEDGER.value,
    show_default=True,
    help="What the record is: the store the desk writes, or YAML files kept in a history.",
)
@pass_session
def command(session: Session, folder: Path, truth: str) -> None:
    """Lay out a new casebook in DIR, with an id of its own.

    A folder that holds a casebook already is left as it is.
    """
    settings = init(folder, truth=truth, id_letters=_random_letters)
    said = session.plain_wording.gettext("{folder}: a new casebook, its id is {id}.")
    print_line(said.format(folder=folder, id=settings.id))


def _random_letters(count: int) -> str:
    return "".join(choice(LETTERS) for _ in range(count))
