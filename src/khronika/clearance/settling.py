"""Which editors' decisions take part among what leaves, and which fields they leave blank.

Invariants:

- A decision takes part only if every claim and subject it names leaves.
- What a preference put aside never prints as settled, whoever says it: where the preferred claim
  stays, the fields it disagrees about are left out.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from khronika.clearance.inquiry import Inquiry
from khronika.clearance.leaving import decision_as_it_leaves
from khronika.ledger.in_force import InForce
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Decision, Verb
from khronika.schema.subject import SubjectId
from khronika.schema.value import Value, agree

_FOLDED = frozenset({Verb.MERGE, Verb.SPLIT, Verb.PREFER, Verb.SAME, Verb.NOT_SAME})

LeftOut = frozenset[tuple[ClaimId, str]]


def deciding(
    known: InForce, ids: Mapping[ClaimId, ClaimId], people: Collection[SubjectId]
) -> tuple[Decision, ...]:
    """The decisions that take part, as they leave, each once, in one order.

    `ids` are the claims that leave, each with the id under which it does.
    """
    named = {*ids, *people}
    taking_part = {
        leaving.id(): leaving
        for decision in known.decisions
        if decision.verb in _FOLDED and named.issuperset((*decision.targets, *decision.over))
        for leaving in [decision_as_it_leaves(decision, ids)]
    }
    return tuple(taking_part[one] for one in sorted(taking_part))


def left_out(
    inquiry: Inquiry, claims: Mapping[ClaimId, Claim], *, permitted: Collection[ClaimId]
) -> LeftOut:
    """The fields (claim, name) put aside in favour of a claim that may not leave today."""
    leaving = _Leaving(inquiry, claims)
    return frozenset(
        row
        for decision in inquiry.in_force.of(Verb.PREFER)
        if not set(decision.targets) <= set(permitted)
        for row in leaving.put_aside(decision)
    )


@dataclass(frozen=True, slots=True)
class _Leaving:
    inquiry: Inquiry
    claims: Mapping[ClaimId, Claim]

    def put_aside(self, decision: Decision) -> Iterator[tuple[ClaimId, str]]:
        ledger = self.inquiry.in_force.ledger.claims
        chosen = [ledger[ClaimId(one)] for one in decision.targets if one in ledger]
        for one in decision.over:
            if chosen and one in ledger:
                yield from self._same_values(ledger[ClaimId(one)], chosen)
            elif one in self.claims:  # what was preferred is gone, so nothing here is settled
                yield from ((ClaimId(one), name) for name in self.claims[ClaimId(one)].fields)

    def _same_values(self, aside: Claim, chosen: Iterable[Claim]) -> Iterator[tuple[ClaimId, str]]:
        """Every leaving claim about the event that repeats a value put aside."""
        for name in _disputed(aside, chosen):
            for one, claim in self.claims.items():
                if self._may_be_one_event(claim, aside) and _says(claim, name, aside.fields[name]):
                    yield one, name

    def _may_be_one_event(self, claim: Claim, other: Claim) -> bool:
        return (
            claim.kind == other.kind
            and claim.event == other.event
            and (claim.case == other.case or None in {claim.case, other.case})
            and other.subject in self.inquiry.everyone(claim.subject)
        )


def _disputed(aside: Claim, chosen: Iterable[Claim]) -> set[str]:
    return {
        name
        for claim in chosen
        for name in aside.fields.keys() & claim.fields.keys()
        if not agree(aside.fields[name], claim.fields[name])
    }


def _says(claim: Claim, name: str, value: Value) -> bool:
    return claim.fields.get(name) == value
