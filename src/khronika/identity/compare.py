"""Whether two names could be one person's: a score, and the reasons for it.

This is the way that explains; `batch.py` gives the same scores by the million.

Invariants:

- Symmetric, and independent of the order of words.
- The score is a sum of whole points, turned into a number from 0 to 1 at the end.
- A patronymic that contradicts only ever takes away.
"""

from dataclasses import dataclass

from khronika.errors import Say
from khronika.identity.align import FATHERS_POINTS, best_alignment, fathers, weakest
from khronika.identity.prepared import Prepared, prepare
from khronika.identity.reasons import reasons_of
from khronika.identity.weights import WEIGHTS, score_of

NOTHING = -(10**6)  # points of a name without letters: a score of 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """How likely two names are one person's, and why; `points` are thousandths of log-odds."""

    points: int
    reasons: tuple[Say, ...]

    @property
    def score(self) -> float:
        """How likely, from 0 to 1."""
        return score_of(self.points)


def compare(one: str, other: str) -> Comparison:
    """How likely two names are one person's, and why."""
    return compare_prepared(prepare(one), prepare(other))


def compare_prepared(ours: Prepared, theirs: Prepared) -> Comparison:
    """The same for names made ready before."""
    if not ours.free or not theirs.free:
        return Comparison(NOTHING, (Say("identity.cannot-tell"),))
    pairs = best_alignment(ours.free, theirs.free)
    said = fathers(ours.patronymic, theirs.patronymic)
    points = (
        WEIGHTS["bias"]
        + weakest([one.points for one in pairs])
        + abs(len(ours.free) - len(theirs.free)) * WEIGHTS["left_over"]
        + (WEIGHTS["one_word"] if len(pairs) == 1 else 0)
        + FATHERS_POINTS[said]
    )
    return Comparison(points, reasons_of(ours, theirs, pairs, said))
