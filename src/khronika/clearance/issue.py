"""Issues: what went out under a name on a day, and what of it an edition may compare itself with.

Invariants:

- What an edition gets of an earlier issue (`Released`) was cut down to what may leave today, so a
  withdrawal is silent: what an edition does not hold, no list of changes can tell.
- Beside that it holds claims that an editor rejected as wrong, and only where nothing else about
  them or the person keeps them from leaving.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from khronika.dossier.dossier import CaseFile, Dossier
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import DecisionId
from khronika.schema.subject import SubjectId


@dataclass(frozen=True, slots=True)
class Issue:
    """What was built under this name went out on this day."""

    name: str
    day: date


@dataclass(frozen=True, slots=True)
class Issued:
    """What was recorded of an issue when it went out: ids, and never what a claim says.

    `decisions` are those that took part, by the id under which a decision leaves; None where
    nobody recorded them. `left_out` names fields that printed nothing.
    """

    issue: Issue
    claims: frozenset[ClaimId]
    decisions: frozenset[DecisionId] | None = None
    left_out: frozenset[tuple[ClaimId, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Released:
    """The earlier issue that an edition compares itself with, as far as it may be told today.

    `people` and `cases` say what was known then of those about whom something changed, folded as
    of the edition's own day, so that no change is one of time alone. `new` had no page then.
    `mistaken` are the claims that were printed then and are now rejected as wrong; of their
    passages nothing is here. `untold` names fields that were held back then or are today: what
    became of them is in no list of changes.
    """

    issue: Issue
    people: Mapping[SubjectId, Dossier] = field(default_factory=dict)
    cases: Mapping[SubjectId, CaseFile] = field(default_factory=dict)
    new: frozenset[SubjectId] = frozenset()
    mistaken: Mapping[ClaimId, Claim] = field(default_factory=dict)
    untold: frozenset[tuple[ClaimId, str]] = frozenset()
