"""Whom a name could mean, of people already known: ranked, each with its reasons.

Used where somebody new is about to be written down ("probably already here"), by search, and by
proposals from a text. It proposes and never decides.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from khronika.errors import Say
from khronika.identity.compare import Comparison, compare
from khronika.identity.weights import THRESHOLD

MOST = 10  # candidates a person looks through


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody a name could mean.

    `name` is the spelling that fits best, `score` how likely it is theirs, from 0 to 1.
    """

    who: str
    name: str
    score: float
    reasons: tuple[Say, ...]


def candidates(
    name: str, known: Mapping[str, Iterable[str]], *, least: float = THRESHOLD, most: int = MOST
) -> tuple[Candidate, ...]:
    """Those of the known (an id, every name they go by) whom the name could mean, best first.

    None scores less than `least`; of equal scores the smaller id comes first.
    """
    found = [one for who in known if (one := _best(name, who, known[who])).score >= least]
    return tuple(sorted(found, key=lambda one: (-one.score, one.who))[:most])


def _best(name: str, who: str, spellings: Iterable[str]) -> Candidate:
    compared = [(compare(name, spelling), spelling) for spelling in sorted(spellings)]
    best, spelling = max(compared, key=lambda row: row[0].score, default=(Comparison(0.0, ()), ""))
    return Candidate(who, spelling, best.score, best.reasons)
