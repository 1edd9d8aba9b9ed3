"""`khronika xref`: who may be written down twice, for people to decide on."""

from pathlib import Path

import click

from khronika.casebook.acquaintance import decided, people_of
from khronika.cli import options
from khronika.cli.likeness import pair_json, pair_lines
from khronika.cli.output import print_json, print_lines
from khronika.cli.session import Session, pass_session
from khronika.identity import THRESHOLD
from khronika.identity.people_file import read_people_file
from khronika.identity.xref import across, within


@click.command("xref")
@click.argument("lists", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--least", type=float, default=THRESHOLD, metavar="SCORE", help="The least score to show."
)
@options.as_json
@pass_session
def command(session: Session, lists: tuple[Path, ...], least: float, as_json: bool) -> None:
    """Queue the pairs who may be one person, most certain first; nothing is joined.

    Without LISTS the casebook is held against itself; with one list, the list against the casebook;
    with two, one against the other. A list is a CSV with a column of names.
    """
    if len(lists) > 2:
        raise click.UsageError("Two lists at most are held against each other.")
    read = [read_people_file(one, today=session.now().date()) for one in lists]
    if len(lists) == 2:
        ours, theirs = read
        wording, pairs = session.plain_wording, across(ours, theirs, least=least)
    else:
        reading, wording = session.reading(), session.wording
        theirs = people_of(reading, wording)
        ours = read[0] if read else theirs
        pairs = (
            across(ours, theirs, least=least)
            if read
            else within(ours, decided=decided(reading), least=least)
        )
    if as_json:
        print_json([pair_json(pair, ours, theirs, wording=wording) for pair in pairs])
        return
    print_lines(pair_lines(pairs, ours, theirs, wording=wording))
