"""The ledger as a value: everything recorded, and nothing derived.

Invariants:

- It only grows. Two ledgers merge by set union (`one | other`), in any order, with one result.
- What is appended is itself a small ledger, so there is one way in.
- Of several first visibilities of one entry the stricter counts; the earliest record of who and
  when counts; a tombstone wins over the body it stands for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import reduce

from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Decision, DecisionId
from khronika.schema.passage import Passage
from khronika.schema.source import Holding, Source
from khronika.schema.visibility import Visibility, strictest


@dataclass(frozen=True, slots=True, order=True)
class Recorded:
    """Who put an entry in, and when (UTC, ISO 8601 to the second)."""

    at: str
    by: str

    @property
    def day(self) -> str:
        """The day alone, as a UTC time: what is hashed and leaves tells no minutes."""
        return f"{self.at[:10]}T00:00:00Z"


@dataclass(frozen=True, slots=True, order=True)
class Tombstone:
    """A body was destroyed for a person's safety.

    `mac` is the HMAC-SHA-256 of the entry's id under `salt` (both hex): it recognises the entry
    when it comes back and tells nothing about it. `reason` is a code, `on` a day (ISO 8601).
    """

    mac: str
    salt: str
    reason: str
    on: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """Sources, holdings, claims and decisions by entry id, and the rows beside them."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    holdings: Mapping[str, Holding] = field(default_factory=dict)
    claims: Mapping[ClaimId, Claim] = field(default_factory=dict)
    decisions: Mapping[DecisionId, Decision] = field(default_factory=dict)
    recorded: Mapping[str, frozenset[Recorded]] = field(default_factory=dict)
    visibility: Mapping[str, Visibility] = field(default_factory=dict)
    tombstones: frozenset[Tombstone] = frozenset()

    def __or__(self, other: "Ledger") -> "Ledger":
        """The union. What a tombstone of either side stands for is left to the store to drop."""
        return Ledger(
            sources={**self.sources, **other.sources},
            holdings={**self.holdings, **other.holdings},
            claims=_join_claims(self.claims, other.claims),
            decisions={**self.decisions, **other.decisions},
            recorded=_join_recorded(self.recorded, other.recorded),
            visibility=_join_visibility(self.visibility, other.visibility),
            tombstones=self.tombstones | other.tombstones,
        )

    def first_recorded(self, entry: str) -> Recorded | None:
        """The earliest who and when of an entry; None when it came without any."""
        return min(self.recorded.get(entry, ()), default=None)


def union(*ledgers: Ledger) -> Ledger:
    """All of them in one; an empty ledger for none."""
    return reduce(Ledger.__or__, ledgers, Ledger())


def _join_claims(
    ours: Mapping[ClaimId, Claim], theirs: Mapping[ClaimId, Claim]
) -> dict[ClaimId, Claim]:
    joined = {**ours, **theirs}
    for claim_id in ours.keys() & theirs.keys():
        joined[claim_id] = max(
            ours[claim_id], theirs[claim_id], key=lambda claim: _pointer(claim.passage)
        )
    return joined


def _pointer(passage: Passage) -> tuple[str, int, int]:
    """An order in which a passage with offsets comes after the same one without."""
    return passage.text, passage.start or 0, passage.end or 0


def _join_recorded(
    ours: Mapping[str, frozenset[Recorded]], theirs: Mapping[str, frozenset[Recorded]]
) -> dict[str, frozenset[Recorded]]:
    joined = dict(ours)
    for entry, rows in theirs.items():
        joined[entry] = joined.get(entry, frozenset()) | rows
    return joined


def _join_visibility(
    ours: Mapping[str, Visibility], theirs: Mapping[str, Visibility]
) -> dict[str, Visibility]:
    joined = dict(ours)
    for entry, level in theirs.items():
        joined[entry] = strictest(joined.get(entry, level), level)
    return joined
