"""The shipped model: what is blocked on, what is compared, and what every level weighs.

The weights were learnt from labelled records (`bench/fitting/linkage.py`) and are data. Blind
learning from a big file is not offered: it collapsed in trials.

Invariants:

- The SQL uses nothing but equality, `levenshtein`, `length` and `LIKE`, which every engine knows,
  so that every engine gives the same pairs the same weight.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Protocol

from khronika.identity.linkage.columns import Columns

LINKED = 0.85  # probability from which two records are one person's; chosen on labelled records
COUNTED = 0.2  # pairs below are not looked at

Settings = Mapping[str, object]


@dataclass(frozen=True, slots=True, order=True)
class LinkedPair:
    """Two records that may be one person's, and how likely."""

    one: str
    other: str
    probability: float


class Engine(Protocol):
    """What runs the model: DuckDB on this machine, or Spark on many."""

    def pairs(self, records: Sequence[Columns], settings: Settings) -> list[LinkedPair]:
        """Every pair at least `COUNTED` likely, the smaller id first, sorted."""
        ...


def settings() -> Settings:
    """The model as Splink reads it."""
    text = files("khronika.identity.linkage").joinpath("model.json").read_text(encoding="utf-8")
    read = json.loads(text)
    assert isinstance(read, dict)  # noqa: S101 - our own file
    return read
