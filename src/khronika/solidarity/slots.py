"""Which of the parcels somebody may be sent are still free, each as a numbered slot.

People who do not talk to each other send to one person; a slot that one of them takes is gone for
the others, so that the few parcels a rule allows are not burnt.

Invariants:

- A number that is taken is never free again while the parcel in it stands, however long ago.
- The same parcels on the same day give the same free slots to everybody who asks.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import count, islice

from khronika.solidarity.days import in_year
from khronika.solidarity.parcels import Quota, left_in_window, window_start


@dataclass(frozen=True, slots=True)
class Taken:
    """A slot somebody took, and the day it counts from."""

    slot: int
    on: date


@dataclass(frozen=True, slots=True)
class Free:
    """The free slots. `left` is None without limit, when one number more is offered at a time.

    `next` is the day on which the earliest parcel of the last twelve months stops counting.
    """

    slots: tuple[int, ...]
    left: int | None
    next: date | None = None


def free_slots(quota: Quota, taken: Iterable[Taken], *, on: date) -> Free:
    """What is free on the day after these."""
    rows = list(taken)
    left = left_in_window(quota, [one.on for one in rows], on=on)
    used = {one.slot for one in rows}
    numbers = (one for one in count(1) if one not in used)
    offered = tuple(islice(numbers, 1 if left is None else left))
    counting = [one.on for one in rows if window_start(on) < one.on <= on]
    first = min(counting, default=None) if quota.count is not None else None
    return Free(offered, left, in_year(first, first.year + 1) if first else None)
