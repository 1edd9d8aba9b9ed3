"""Reads the tables beside this module: days of the year, words explained, advice on letters.

What these pages say to everybody, whoever is on the list, is data with labels in every language,
so that somebody who knows better can correct it without touching the program.
"""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import TypedDict, cast

from khronika.values.language import Labels
from khronika.values.table import read_yaml


class _RawDay(TypedDict):
    day: str
    source: str
    name: dict[str, str]
    note: dict[str, str]


class _RawTerm(TypedDict):
    term: dict[str, str]
    means: dict[str, str]


class _RawAdvice(TypedDict, total=False):
    part: str
    read: list[str]
    text: dict[str, str]


@cache
def observances() -> Mapping[tuple[int, int], tuple[Labels, Labels]]:
    """Name and note of every day of the year that is kept, by month and day, in that order."""
    rows = cast("dict[str, _RawDay]", _load("observances.yaml"))
    days = {
        (int(row["day"][:2]), int(row["day"][3:])): (Labels(row["name"]), Labels(row["note"]))
        for row in rows.values()
    }
    return dict(sorted(days.items()))


@cache
def glossary() -> Mapping[str, tuple[Labels, Labels]]:
    """Every word explained and what it means, by key."""
    rows = cast("dict[str, _RawTerm]", _load("glossary.yaml"))
    return {key: (Labels(row["term"]), Labels(row["means"])) for key, row in rows.items()}


@cache
def advice() -> Mapping[str, tuple[str, Labels, tuple[str, ...]]]:
    """Every piece of advice: its part of the page, its words, and the addresses it was read at.

    Advice without an address is what people who write letters recall, and is checked before use.
    """
    rows = cast("dict[str, _RawAdvice]", _load("advice.yaml"))
    return {
        key: (row["part"], Labels(row["text"]), tuple(row.get("read", ())))
        for key, row in rows.items()
    }


def _load(name: str) -> object:
    file = resources.files("khronika.editions") / name
    return read_yaml(file.read_text(encoding="utf-8"))
