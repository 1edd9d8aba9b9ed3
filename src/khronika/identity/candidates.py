"""Whom a name could mean, of people already known: ranked, each with its reasons.

Used where somebody new is about to be written down ("probably already here"), by search, and by
proposals from a text. It proposes and never decides. Plain Python: a casebook is small enough.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from khronika.errors import Say
from khronika.identity.compare import NOTHING, Comparison, compare_prepared
from khronika.identity.evidence import Facts, weigh
from khronika.identity.keys import keys_of
from khronika.identity.prepared import prepare
from khronika.identity.weights import THRESHOLD, score_of

MOST = 10  # candidates a person looks through


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is known: every spelling of the name, and what else is known."""

    names: tuple[str, ...]
    facts: Facts = field(default_factory=Facts)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody a name could mean.

    `name` is the spelling that fits best, `points` thousandths of log-odds that it is theirs.
    """

    who: str
    name: str
    points: int
    reasons: tuple[Say, ...]

    @property
    def score(self) -> float:
        """How likely, from 0 to 1."""
        return score_of(self.points)


_NOBODY = Person(())


class People:
    """The people somebody new is held against; only those who share a key are compared."""

    __slots__ = ("_keys", "_known")

    def __init__(self, known: Mapping[str, Person]) -> None:
        self._known = dict(known)
        self._keys: dict[str, set[str]] = defaultdict(set)
        for who, person in known.items():
            for key in keys_of_person(person):
                self._keys[key].add(who)

    def forward(self, changed: Mapping[str, Person | None]) -> "People":
        """The same people once these changed; None is somebody who is not known any more."""
        moved = People({})
        moved._known = {**self._known, **{who: one for who, one in changed.items() if one}}
        moved._keys.update(self._keys)
        for who, person in changed.items():
            for key in keys_of_person(self._known.get(who, _NOBODY)):
                moved._keys[key] = moved._keys[key] - {who}
            for key in keys_of_person(person or _NOBODY):
                moved._keys[key] = moved._keys[key] | {who}
            if person is None:
                moved._known.pop(who, None)
        return moved

    def candidates(
        self, person: Person, *, least: float = THRESHOLD, most: int = MOST
    ) -> tuple[Candidate, ...]:
        """Those the person could be, best first; none scores less than `least`.

        Of equal scores the smaller id comes first.
        """
        near = {who for key in keys_of_person(person) for who in self._keys.get(key, ())}
        found = (self.held(person, who) for who in near)
        likely = [one for one in found if one.score >= least]
        return tuple(sorted(likely, key=lambda one: (-one.points, one.who))[:most])

    def held(self, person: Person, who: str) -> Candidate:
        """The person held against one of the known, by the spellings that fit best."""
        theirs = self._known[who]
        compared = max(_compared(person, theirs), key=lambda row: (row[0].points, row[1]))
        best = weigh(compared[0], person.facts, theirs.facts)
        return Candidate(who, compared[1], best.points, best.reasons)


def candidates(
    name: str, known: Mapping[str, Iterable[str]], *, least: float = THRESHOLD, most: int = MOST
) -> tuple[Candidate, ...]:
    """Those of the known (an id, every name they go by) whom the name could mean, best first."""
    people = People({who: Person(tuple(names)) for who, names in known.items()})
    return people.candidates(Person((name,)), least=least, most=most)


def keys_of_person(person: Person) -> frozenset[str]:
    """The keys of all their names."""
    return frozenset[str]().union(*(keys_of(prepare(name)) for name in person.names))


def _compared(ours: Person, theirs: Person) -> Iterator[tuple[Comparison, str]]:
    yield Comparison(NOTHING, ()), ""
    for name in ours.names:
        for spelling in theirs.names:
            yield compare_prepared(prepare(name), prepare(spelling)), spelling
