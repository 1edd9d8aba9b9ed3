"""How grave the law calls a crime (art. 15), by the maximum it threatens.

Invariants:

- A court may lower the category by one step, so what a source says outweighs this.
"""

from enum import StrEnum

from khronika.law.penalties import Penalty
from khronika.values.term import Term


class Gravity(StrEnum):
    """The four categories, from the mildest."""

    SMALL = "small"
    MEDIUM = "medium"
    GRAVE = "grave"
    ESPECIALLY_GRAVE = "especially-grave"


MILD = frozenset({Gravity.SMALL, Gravity.MEDIUM})
_UP_TO = {Gravity.SMALL: Term(3), Gravity.MEDIUM: Term(5), Gravity.GRAVE: Term(10)}
_ORDER = tuple(Gravity)


def gravity(threat: Penalty) -> Gravity:
    """The category of an intentional crime that threatens this."""
    if threat.life:
        return Gravity.ESPECIALLY_GRAVE
    if threat.most is None:  # no imprisonment at all
        return Gravity.SMALL
    for category, most in _UP_TO.items():
        if threat.most <= most:
            return category
    return Gravity.ESPECIALLY_GRAVE


def gravest(categories: list[Gravity]) -> Gravity:
    """The gravest of them."""
    return max(categories, key=_ORDER.index)
