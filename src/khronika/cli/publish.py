"""`khronika publish`: build the editions of a use, after showing what becomes public."""

from datetime import date
from pathlib import Path

import click

from khronika.casebook.publishing import Request, publish
from khronika.cli import options
from khronika.cli.agreement import Agreement
from khronika.cli.output import print_json, print_line, print_lines, print_problems, print_progress
from khronika.cli.publish_report import published_json, report_lines
from khronika.cli.session import Session, pass_session
from khronika.schema.visibility import Use
from khronika.solidarity.choosing import read_choosing


@click.command("publish")
@options.editions
@options.as_of
@options.known_at
@click.option(
    "--release", default="", metavar="NAME", help="Record that this went out. The name is printed."
)
@click.option("--confirm", metavar="DIGEST", help="Build only if the list has this digest.")
@options.packs
@options.dry_run
@options.as_json
@pass_session
def command(
    session: Session,
    *,
    use: str,
    out: Path | None,
    lang: tuple[str, ...],
    only: tuple[str, ...],
    as_of: date | None,
    known_at: str | None,
    release: str,
    confirm: str | None,
    choose: str,
    number: int,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Build the editions. Only what may leave for the use goes in.

    First comes the list of what becomes public that was not at the last release, most dangerous
    first. On a terminal you are asked. If a file holds words that may not leave, none is written.
    """
    choosing = read_choosing(choose, number=number)
    request = Request(Use(use), out, lang, only, as_of, known_at, release, dry_run, choosing)
    say = print_progress if as_json else print_line
    agreement = Agreement(session.wording, say, confirm=confirm, asks=not dry_run)
    published = publish(session.casebook, request, today=session.today, agree=agreement)
    print_problems(published.problems)
    if as_json:
        print_json(published_json(published))
    else:
        print_lines(report_lines(published, session.wording))
