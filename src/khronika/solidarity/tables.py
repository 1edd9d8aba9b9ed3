"""Reads the tables beside this module: days of the year, advice on letters, and the others.

What is known of prisons and the post is data with where it was read, so that somebody who knows
better can correct it without touching the program.

Invariants:

- Every row says where it comes from, and whether somebody read it there or only recalls it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TypedDict, cast

from khronika.values.language import Labels
from khronika.values.table import read_yaml


@dataclass(frozen=True, slots=True)
class Basis:
    """Where a rule comes from; `read` is false for what is only recalled, to be checked."""

    source: str
    read: bool


class _RawDay(TypedDict):
    day: str
    source: str
    name: dict[str, str]
    note: dict[str, str]


class _RawAdvice(TypedDict, total=False):
    part: str
    read: list[str]
    text: dict[str, str]


def load(name: str) -> object:
    """The table of this file; the caller says what shape it has."""
    file = resources.files("khronika.solidarity") / name
    return read_yaml(file.read_text(encoding="utf-8"))


@cache
def observances() -> Mapping[tuple[int, int], tuple[Labels, Labels]]:
    """Name and note of every day of the year that is kept, by month and day, in that order."""
    rows = cast("dict[str, _RawDay]", load("observances.yaml"))
    days = {
        (int(row["day"][:2]), int(row["day"][3:])): (Labels(row["name"]), Labels(row["note"]))
        for row in rows.values()
    }
    return dict(sorted(days.items()))


@cache
def advice() -> Mapping[str, tuple[str, Labels, tuple[str, ...]]]:
    """Every piece of advice: its part of the page, its words, and the addresses it was read at.

    Advice without an address is what people who write letters recall, and is checked before use.
    """
    rows = cast("dict[str, _RawAdvice]", load("advice.yaml"))
    return {
        key: (row["part"], Labels(row["text"]), tuple(row.get("read", ())))
        for key, row in rows.items()
    }


def donts(language: str) -> tuple[str, ...]:
    """What may not stand in a letter or lie in it, in this language, the gravest first."""
    return tuple(
        text.in_language(language) for part, text, _ in advice().values() if part == "leave-out"
    )


@cache
def prompts() -> Mapping[str, Labels]:
    """What a letter may begin from, by key, in the order of the table."""
    rows = cast("dict[str, dict[str, str]]", load("prompts.yaml"))
    return {key: Labels(row) for key, row in rows.items()}


def three_prompts(number: int) -> tuple[Labels, Labels, Labels]:
    """Three beginnings for the slip of this number; neighbouring slips have different ones."""
    every = tuple(prompts().values())
    at = 3 * number
    one, two, three = (every[(at + step) % len(every)] for step in range(3))
    return one, two, three
