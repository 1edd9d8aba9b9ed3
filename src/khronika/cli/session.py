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
from khronika.cli.output import print_problems
from khronika.values.language import LANGUAGES, SOURCE_LANGUAGE
from khronika.values.wording import Wording


@dataclass(frozen=True)
class Session:
    """One run of the program; `language` is what was asked for, else the casebook's first."""

    folder: Path
    environ: Mapping[str, str]
    now: Callable[[], datetime]
    asked_language: str = ""

    @cached_property
    def casebook(self) -> Casebook:
        """The casebook of this folder, its store level with its files; trouble goes to stderr."""
        casebook = Casebook.open(self.folder, self.environ)
        trouble = casebook.level()
        print_problems([*trouble.problems, *trouble.notes])
        return casebook

    @cached_property
    def today(self) -> date:
        """The day it is where the casebook is kept."""
        return self.now().astimezone(ZoneInfo(self.casebook.settings.timezone)).date()

    @property
    def language(self) -> str:
        """The language of the answer."""
        if self.asked_language:
            return self.asked_language
        spoken = [one for one in self.casebook.settings.languages if one in LANGUAGES]
        return spoken[0] if spoken else SOURCE_LANGUAGE

    @property
    def wording(self) -> Wording:
        """How values and sentences are said in that language."""
        return Wording.of(self.language)

    def reading(self, *, as_of: date | None = None, known_at: str | None = None) -> Reading:
        """What the casebook holds, as of the day (today unless said)."""
        in_force = self.casebook.in_force()
        return read_casebook(in_force, as_of=as_of or self.today, known_at=known_at)


pass_session = click.make_pass_decorator(Session)
