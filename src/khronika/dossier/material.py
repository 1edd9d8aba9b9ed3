"""What the fold works on: accepted claims and the decisions about them, and nothing else.

The desk folds all that was accepted; an edition folds what clearance let through. Both hand over a
`Material`, so there is one fold.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Decision
from khronika.schema.source import Source
from khronika.schema.subject import SubjectId


@dataclass(frozen=True, slots=True)
class Material:
    """Claims by id, the decisions in force about them, and the sources they stand in.

    `left_out` names fields (claim id, field name) that must not print as settled, because the
    claim that an editor preferred is not here. `recorded` gives the day (ISO 8601) a claim was
    first recorded, where known.
    """

    claims: Mapping[ClaimId, Claim]
    decisions: tuple[Decision, ...] = ()
    sources: Mapping[SubjectId, Source] = field(default_factory=dict)
    left_out: frozenset[tuple[ClaimId, str]] = frozenset()
    recorded: Mapping[ClaimId, str] = field(default_factory=dict)
