"""Options that several commands share, and how a day, a moment or a list of words is read."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from khronika.schema.visibility import Use

Command = TypeVar("Command", bound=Callable[..., Any])


FIRST_YEAR, LAST_YEAR = 1900, 2200  # nobody means another; reckoning with days stays possible


def day(text: str) -> date:
    """A day written YYYY-MM-DD; anything else is a usage error."""
    try:
        read = date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"{text!r} is not a day; write it as 2026-03-01.") from None
    _check_year(read.year)
    return read


def moment(text: str) -> str:
    """A moment in UTC, ISO 8601 to the second; a day alone means its end."""
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(
            f"{text!r} is not a moment; write 2026-03-01 or 2026-03-01T12:00:00Z."
        ) from None
    _check_year(read.year)
    if "T" not in text and " " not in text:
        return f"{read.date().isoformat()}T23:59:59Z"
    utc = read.astimezone(UTC) if read.tzinfo else read
    return f"{utc.replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def _check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise click.BadParameter(f"The year {year} is not between {FIRST_YEAR} and {LAST_YEAR}.")


def words(text: str) -> tuple[str, ...]:
    """Words with commas between them, in the order given, each once; none for an empty text."""
    return tuple(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))


def as_json(command: Command) -> Command:
    """Add --json."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")(command)


def as_of(command: Command) -> Command:
    """Add --as-of."""
    text = "The day in the world to look at (YYYY-MM-DD); today unless given."
    return click.option("--as-of", type=day, metavar="DAY", help=text)(command)


def known_at(command: Command) -> Command:
    """Add --known-at."""
    text = "Only what was recorded by then (YYYY-MM-DD or a UTC time); all unless given."
    return click.option("--known-at", type=moment, metavar="MOMENT", help=text)(command)


def dry_run(command: Command) -> Command:
    """Add --dry-run."""
    text = "Say what would happen; write nothing."
    return click.option("--dry-run", is_flag=True, help=text)(command)


def table(command: Command) -> Command:
    """Add which table a file is: --table --title."""
    named = "The table in tables/ this is; the one named as the file is, unless given."
    titled = "What a new table is called; the name of the file unless given."
    command = click.option("--title", default="", metavar="TITLE", help=titled)(command)
    return click.option("--table", default="", metavar="NAME", help=named)(command)


def source(command: Command) -> Command:
    """Add what is known of a new source: --title --publisher --date --lang."""
    described = {
        "lang": ("LANGUAGE", "The language it is in."),
        "date": ("DATE", "When it was made: 2026, 2026-03 or 2026-03-01."),
        "publisher": ("NAME", "Who published it."),
        "title": ("TITLE", "What it is called; the name of the file unless given."),
    }
    for name, (metavar, text) in described.items():
        command = click.option(f"--{name}", default="", metavar=metavar, help=text)(command)
    return command


def editions(command: Command) -> Command:
    """Add what to build, for what use, in which languages, and where: --use --out --lang --only."""
    uses = click.Choice([use.value for use in Use])
    path = click.Path(path_type=Path)
    for add in (
        click.option("--only", type=words, default="", metavar="site,data", help="Editions; all."),
        click.option("--lang", type=words, default="", metavar="en,ru", help="Languages."),
        click.option("--out", type=path, metavar="DIR", help="Where; editions/USE unless given."),
        click.option("--use", type=uses, default="public", help="What for; public unless given."),
    ):
        command = add(command)
    return command


def packs(command: Command) -> Command:
    """Add whom packs of letters are for: --choose --number."""
    ways = "Packs of letters: all, longest, birthday:MONTH, random:SEED, or ids of people."
    many = "Packs of letters: for how many people; 0 for everybody."
    number = click.IntRange(min=0)
    command = click.option("--number", type=number, default=0, metavar="N", help=many)(command)
    return click.option("--choose", default="all", metavar="WAY", help=ways)(command)
