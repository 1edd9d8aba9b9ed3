"""Where answers go: human text and JSON to stdout, problems and progress to stderr.

Invariants:

- JSON is UTF-8, one stable text for one answer: keys as given, no clock, no paths of this machine
  but those that were asked for.
"""

import json
import sys
from collections.abc import Iterable
from io import TextIOWrapper

import click

from khronika.errors import Problem
from khronika.values.json_value import Json


def print_json(answer: Json) -> None:
    """The answer for machines."""
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2))


def print_lines(lines: Iterable[str]) -> None:
    """The answer for people, line by line."""
    for line in lines:
        print_line(line)


def print_line(line: str) -> None:
    """One line of the answer for people."""
    click.echo(tame(line))


def print_progress(line: str) -> None:
    """What is being done, for whoever watches."""
    click.echo(tame(line), err=True)


def print_problems(problems: Iterable[Problem]) -> None:
    """Trouble in the material: each a line, in order."""
    for problem in sorted(problems):
        click.echo(tame(str(problem)), err=True)


def tame(line: str) -> str:
    """The line with a space for every sign that could command a terminal instead of being read."""
    return "".join(sign if sign.isprintable() else " " for sign in line)


def speak_utf8() -> None:
    """Let every name through: UTF-8 in files and pipes, and no crash on an old terminal."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")


def is_terminal() -> bool:
    """Whether somebody sits there who can answer and look."""
    return sys.stdin.isatty() and sys.stdout.isatty()
