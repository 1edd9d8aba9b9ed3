"""What else speaks for or against two people being one: birth, places, articles, cases.

Invariants:

- What is not known says nothing, and what is alike never makes up for names that differ: evidence
  is added to names that were held against each other before.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from khronika.errors import Say
from khronika.identity.compare import Comparison
from khronika.identity.weights import WEIGHTS
from khronika.values.date import PartialDate

_COUNTS = WEIGHTS["evidence"]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a person beside the name.

    Places, articles and cases are printed as they are given here, and equal when their texts are.
    """

    births: tuple[PartialDate, ...] = ()
    places: frozenset[str] = field(default_factory=frozenset)
    articles: frozenset[str] = field(default_factory=frozenset)
    cases: frozenset[str] = field(default_factory=frozenset)


def weigh(compared: Comparison, ours: Facts, theirs: Facts) -> Comparison:
    """The comparison of the names with what else is known of the two."""
    found = [*_births(ours, theirs), *_shared(ours, theirs)]
    points = compared.points + sum(points for points, _ in found)
    return Comparison(points, (*compared.reasons, *(say for _, say in found)))


def _births(ours: Facts, theirs: Facts) -> Iterator[tuple[int, Say]]:
    pairs = [(one, other) for one in ours.births for other in theirs.births]
    if not pairs:
        return
    one, other = max(pairs, key=lambda pair: (_birth_points(*pair), str(pair[0]), str(pair[1])))
    code = "birth-agrees" if one.agrees_with(other) else "birth-differs"
    yield _birth_points(one, other), Say(f"identity.{code}", {"ours": one, "theirs": other})


def _birth_points(one: PartialDate, other: PartialDate) -> int:
    if one == other and one.is_exact:
        return _COUNTS["same_day"]
    return _COUNTS["birth_agrees"] if one.agrees_with(other) else _COUNTS["birth_differs"]


def _shared(ours: Facts, theirs: Facts) -> Iterator[tuple[int, Say]]:
    if places := sorted(ours.places & theirs.places):
        yield _COUNTS["place"], Say("identity.same-place", {"place": places[0]})
    if articles := sorted(ours.articles & theirs.articles):
        yield _COUNTS["article"], Say("identity.same-article", {"articles": articles})
    if cases := sorted(ours.cases & theirs.cases):
        yield _COUNTS["case"], Say("identity.same-case", {"case": cases[0]})
