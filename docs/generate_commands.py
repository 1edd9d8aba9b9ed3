"""Writes docs/guide/commands.md from the commands themselves, so that the page cannot drift.

`python docs/generate_commands.py` writes the page; with `--check` it writes nothing and fails when
the page is stale.
"""

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from generated import written

from khronika.cli.main import khronika

PAGE = Path(__file__).parent / "guide" / "commands.md"
HEAD = """\
# Commands

This page is written by `docs/generate_commands.py` from the commands themselves; change their
help, not the page.

Answers go to the standard output, in words or with `--json` for machines. Problems and progress go
to the standard error. The status is 0 when the work was done (disputes and open questions are no
failure), 1 when it could not be done, when `verify` found damage or when several people are meant,
and 2 when the command was written wrongly. Every command has `--help`.
"""


def page() -> str:
    """The whole page."""
    context = click.Context(khronika, info_name="khronika")
    parts = [HEAD, *_section(khronika, context, level=2)]
    for name in khronika.list_commands(context):
        command = khronika.get_command(context, name)
        assert command is not None, name  # noqa: S101  # the list is the command line's own
        below = click.Context(command, info_name=name, parent=context)
        parts += _section(command, below, level=2)
    return "\n".join(parts)


def _section(command: click.Command, context: click.Context, *, level: int) -> Iterator[str]:
    """Heading, usage, what it does, its options."""
    title = context.command_path if context.parent is None else context.info_name
    yield f"{'#' * level} {title}\n"
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    yield f"```text\n{usage}\n```\n"
    yield f"{inspect.cleandoc(command.help or '')}\n"
    options = [one for one in command.params if isinstance(one, click.Option)]
    rows = filter(None, (one.get_help_record(context) for one in options))
    lines = [f"- `{written}`: {' '.join(said.split())}" for written, said in rows]
    yield "\n".join([*lines, ""]) if lines else ""


def main(arguments: list[str]) -> int:
    """Write the page, or with `--check` say whether it is stale."""
    return written(PAGE, page(), by=__file__, arguments=arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
