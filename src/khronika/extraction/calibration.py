"""How far to trust a proposal: how often its rule and its kind were right on labelled documents.

The counts are data with their provenance (`grammar/calibration.yaml`), written by
`bench/extraction.py`; a rule with few counts is drawn towards its kind, a kind towards all.

Invariants:

- What was never seen is trusted as its kind is; a kind never seen as the whole is, less a step.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypedDict, cast

from khronika.extraction.table import read_grammar

RULE_WEIGHT = 6.0  # labelled proposals of its kind that weigh as much as one's own count
KIND_WEIGHT = 8.0


class Calibration(TypedDict):
    """The shape of `calibration.yaml`: right and wrong proposals, counted."""

    all: Sequence[int]
    kinds: Mapping[str, Sequence[int]]
    rules: Mapping[str, Sequence[int]]


@cache
def _table() -> Calibration:
    return cast("Calibration", read_grammar("calibration"))


def confidence_of(rule: str, kind: str, *, is_group: bool) -> float:
    """The share of proposals like this one that were right, between 0 and 1."""
    return confidence(_table(), rule, kind=kind, is_group=is_group)


def confidence(table: Calibration, rule: str, *, kind: str, is_group: bool) -> float:
    """The same from a given table: counts of the rule, drawn towards its kind."""
    whole = _share(table["all"], 0.5, KIND_WEIGHT)
    of_kind = _share(table["kinds"].get(kind, (0, 0)), whole, KIND_WEIGHT)
    name = f"{rule}+" if is_group else rule
    return round(_share(table["rules"].get(name, (0, 0)), of_kind, RULE_WEIGHT), 2)


def _share(counts: Sequence[int], prior: float, weight: float) -> float:
    right, wrong = counts
    return (right + prior * weight) / (right + wrong + weight)
