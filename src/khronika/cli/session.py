"""What every command is handed: where the casebook is, what day it is, who reads the answer.

Invariants:

- The clock and the environment enter the program here and in `main.py`, and nowhere below.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from khronika.casebook.casebook import Casebook
from khronika.casebook.reading import Reading, read_casebook
from khronika.casebook.settings import Settings
from khronika.casebook.yaml_form.words import DEFAULT_ROLE
from khronika.cli.output import print_problems
from khronika.ledger.ledger import Recorded
from khronika.values.language import SOURCE_LANGUAGE
from khronika.values.wording import Wording


@dataclass(frozen=True)
class Session:
    """One run of the program: what was asked for, the environment and the clock."""

    asked_folder: Path | None
    environ: Mapping[str, str]
    now: Callable[[], datetime]
    asked_language: str = ""

    @property
    def folder(self) -> Path:
        """The folder that was named, else the current one."""
        return self.asked_folder or Path()

    @cached_property
    def casebook(self) -> Casebook:
        """The casebook of this folder, its store level with its files; trouble goes to stderr."""
        casebook = self.opened()
        trouble = casebook.level()
        print_problems([*trouble.problems, *trouble.notes])
        return casebook

    def opened(self) -> Casebook:
        """The casebook as it lies there; for commands that tell its trouble themselves."""
        casebook = Casebook.open(self.folder, self.environ)
        click.get_current_context().call_on_close(casebook.close)
        return casebook

    @cached_property
    def today(self) -> date:
        """The day it is where the casebook is kept."""
        return self.day_in(self.casebook.settings)

    def day_in(self, settings: Settings) -> date:
        """The day it is by the clocks of a casebook."""
        return self.now().astimezone(ZoneInfo(settings.timezone)).date()

    def recorded(self) -> Recorded:
        """Who and when, for what this run puts in: a role word, and now in UTC."""
        return Recorded(at=f"{self.now():%Y-%m-%dT%H:%M:%SZ}", by=DEFAULT_ROLE)

    @property
    def language(self) -> str:
        """The language of the answer: what was asked for, else the casebook's first."""
        return self.asked_language or self.casebook.settings.languages[0]

    @property
    def wording(self) -> Wording:
        """How values and sentences are said in that language."""
        return Wording.of(self.language)

    @property
    def plain_wording(self) -> Wording:
        """The wording for a command that needs no casebook."""
        return Wording.of(self.asked_language or SOURCE_LANGUAGE)

    def reading(self, *, as_of: date | None = None, known_at: str | None = None) -> Reading:
        """What the casebook holds, as of the day (today unless said)."""
        in_force = self.casebook.in_force()
        return read_casebook(in_force, as_of=as_of or self.today, known_at=known_at)


pass_session = click.make_pass_decorator(Session)
