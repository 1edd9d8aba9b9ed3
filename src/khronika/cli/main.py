"""The command line: one group, one module for each command, errors as sentences."""

from collections.abc import Sequence
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import click

from khronika import __version__
from khronika.casebook.environment import environment
from khronika.cli.output import speak_utf8, tame
from khronika.cli.session import Session
from khronika.errors import KhronikaError
from khronika.schema.meant import meant
from khronika.values.language import LANGUAGES

COMMANDS = (
    "demo", "init", "adopt", "import", "table", "add", "note", "propose", "dossier", "gaps",
    "disputes", "stale", "dates", "term", "charge", "law",
    "who", "match", "xref", "watch", "link",
    "publish", "translate", "export", "merge", "redact", "unpublish", "verify", "backup", "restore",
    "serve",
)  # fmt: skip


class NotDone(click.ClickException):
    """What was asked could not be done; the sentence goes to stderr as it is, the status is 1."""

    def show(self, file: object = None) -> None:  # noqa: ARG002  # click's signature
        """Say it."""
        for line in self.message.splitlines():
            click.echo(tame(line), err=True)


class Door(click.Group):
    """Loads a command when it is asked for, and turns errors into sentences."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The commands in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name; a command named by a Python word has a module `word_`."""
        if cmd_name not in COMMANDS:
            return None
        module = "import_" if cmd_name == "import" else cmd_name
        command = import_module(f"khronika.cli.{module}").command
        assert isinstance(command, click.Command)  # noqa: S101  # our own module
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was named; another word is a usage error that says what was meant."""
        if args[0] not in COMMANDS:
            ctx.fail(f"There is no command {args[0]!r}; {meant(args[0], COMMANDS)}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; what went wrong on purpose or on the disk is said in a sentence."""
        try:
            return super().invoke(ctx)
        except KhronikaError as why:
            raise NotDone(str(why)) from why
        except BrokenPipeError:
            raise
        except OSError as why:
            raise NotDone(f"{why.filename or 'khronika'}: {why.strerror or why}.") from why


@click.group(cls=Door, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="khronika")
@click.option(
    "--casebook",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The casebook's folder; the current one unless given.",
)
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    envvar="KHRONIKA_LANGUAGE",
    help="The language of the answers; the casebook's first unless given.",
)
@click.pass_context
def khronika(ctx: click.Context, folder: Path | None, language: str | None) -> None:
    """Document political imprisonment: sources in, claims tied to their words, editions out."""
    ctx.obj = Session(folder, environment(), lambda: datetime.now(UTC), language or "")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program as the shell does."""
    speak_utf8()
    khronika.main(arguments if arguments is None else list(arguments), prog_name="khronika")
