"""Reads the table beside this module: words explained.

What these pages say to everybody, whoever is on the list, is data with labels in every language,
so that somebody who knows better can correct it without touching the program. Advice on letters
and days of the year stand in `solidarity`, which other editions read as well.
"""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import TypedDict, cast

from khronika.values.language import Labels
from khronika.values.table import read_yaml


class _RawTerm(TypedDict):
    term: dict[str, str]
    means: dict[str, str]


@cache
def glossary() -> Mapping[str, tuple[Labels, Labels]]:
    """Every word explained and what it means, by key."""
    rows = cast("dict[str, _RawTerm]", _load("glossary.yaml"))
    return {key: (Labels(row["term"]), Labels(row["means"])) for key, row in rows.items()}


def _load(name: str) -> object:
    file = resources.files("khronika.editions") / name
    return read_yaml(file.read_text(encoding="utf-8"))
