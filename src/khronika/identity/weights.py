"""What each observation about two names counts, as whole thousandths of log-odds.

Fitted once and shipped (`weights.yaml`). Whole numbers, so that every way of adding them up gives
the same score to the bit.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TypedDict, cast

from khronika.identity.table import read_table


class Patronymic(TypedDict):
    """What two patronymics count."""

    same: int
    same_initial: int
    apart: int


class Evidence(TypedDict):
    """What else counts: births, places, articles and cases."""

    same_day: int
    birth_agrees: int
    birth_differs: int
    place: int
    article: int
    case: int


class Weights(TypedDict):
    """The shape of `weights.yaml`."""

    bias: int
    threshold: float
    alike: list[tuple[int, int]]
    same_name: int
    other_name: int
    initial: int
    other_initial: int
    patronymic: Patronymic
    left_over: int
    one_word: int
    evidence: Evidence


WEIGHTS = cast("Weights", read_table("weights.yaml"))
THRESHOLD = WEIGHTS["threshold"]


def between(knots: Sequence[tuple[int, int]], place: int) -> int:
    """The value at a place on the line through the knots, which run downwards."""
    for (right, high), (left, low) in pairwise(knots):
        if left <= place <= right:
            return low + (high - low) * (place - left) // (right - left)
    return knots[0][1] if place > knots[0][0] else knots[-1][1]


ALIKE: tuple[int, ...] = tuple(between(WEIGHTS["alike"], place) for place in range(101))


@lru_cache(maxsize=65_536)
def score_of(points: int) -> float:
    """The score from 0 to 1 that so many thousandths of log-odds are."""
    return round(1 / (1 + math.exp(-max(-20_000, min(20_000, points)) / 1000)), 4)
