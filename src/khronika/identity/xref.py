"""Everybody held against everybody: who may be written down twice, most certain first.

Invariants:

- Nobody is joined: what comes out is a queue for people to decide on.
- Two people about whom something was decided are not asked about again.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from khronika.errors import Say
from khronika.identity.candidates import People, Person
from khronika.identity.weights import THRESHOLD, score_of

Decided = Collection[frozenset[str]]
MOST = 20  # doubles of one person that are asked about


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who may be one person; `points` are thousandths of log-odds."""

    one: str
    other: str
    points: int
    reasons: tuple[Say, ...]

    @property
    def score(self) -> float:
        """How likely, from 0 to 1."""
        return score_of(self.points)


def within(
    known: Mapping[str, Person], *, decided: Decided = (), least: float = THRESHOLD
) -> tuple[Pair, ...]:
    """The pairs of one collection, each once, most certain first."""
    people = People(known)
    pairs = [
        Pair(who, near.who, near.points, near.reasons)
        for who, person in known.items()
        for near in people.candidates(person, least=least, most=MOST)
        if who < near.who and frozenset((who, near.who)) not in decided
    ]
    return tuple(sorted(pairs, key=_most_certain_first))


def across(
    ours: Mapping[str, Person], theirs: Mapping[str, Person], *, least: float = THRESHOLD
) -> tuple[Pair, ...]:
    """The pairs of one of ours and one of theirs, most certain first."""
    people = People(theirs)
    pairs = [
        Pair(who, near.who, near.points, near.reasons)
        for who, person in ours.items()
        for near in people.candidates(person, least=least, most=MOST)
    ]
    return tuple(sorted(pairs, key=_most_certain_first))


def _most_certain_first(pair: Pair) -> tuple[int, str, str]:
    return -pair.points, pair.one, pair.other
