"""Makes what somebody states and decides into entries of the record.

Invariants:

- A claim is never more visible than its kind allows, and one above public carries a nonce.
- A decision's day is told and not its minute; the minute stands beside it, in who and when.
"""

from collections.abc import Iterable
from dataclasses import replace

from khronika.casebook.yaml_form.nonces import Mint
from khronika.ledger.ledger import Ledger, Recorded
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Decision, Verb
from khronika.schema.nature import nature
from khronika.schema.visibility import Visibility, strictest


def stated(
    claims: Iterable[Claim], *, visibility: Visibility, recorded: Recorded, mint: Mint
) -> Ledger:
    """The claims as entries, as visible as said or less."""
    rows: dict[ClaimId, Claim] = {}
    levels: dict[str, Visibility] = {}
    for claim in claims:
        level = strictest(visibility, nature(claim).least)
        kept = claim if level is Visibility.PUBLIC else replace(claim, nonce=mint())
        rows[kept.id()] = kept
        levels[kept.id()] = level
    return Ledger(
        claims=rows,
        recorded={one: frozenset({recorded}) for one in rows},
        visibility=levels,
    )


def decided(decisions: Iterable[Decision], *, recorded: Recorded) -> Ledger:
    """The decisions as entries for the team."""
    rows = {one.id(): one for one in decisions}
    return Ledger(
        decisions=rows,
        recorded={one: frozenset({recorded}) for one in rows},
        visibility=dict.fromkeys(rows, Visibility.TEAM),
    )


def accepted(claims: Iterable[ClaimId], *, recorded: Recorded, reason: str) -> Ledger:
    """One acceptance of all these claims."""
    targets = tuple(claims)
    decision = Decision(
        verb=Verb.ACCEPT, targets=targets, by=recorded.by, at=recorded.day, reason=reason
    )
    return decided([decision] if targets else [], recorded=recorded)
