"""What the ledger knew on an earlier day.

The knowledge clock moves facts, never permission: a restriction, a withdrawn consent, a stance or
a redaction of today holds for every past state.
"""

from dataclasses import replace

from khronika.ledger.in_force import recorded_by
from khronika.ledger.ledger import Ledger
from khronika.schema.decision import Verb

FACT_VERBS = frozenset({Verb.ACCEPT, Verb.PREFER, Verb.MERGE, Verb.SPLIT, Verb.SAME, Verb.NOT_SAME})


def as_known(ledger: Ledger, at: str) -> Ledger:
    """The ledger with the claims and fact decisions recorded by then (UTC, ISO 8601)."""
    claims = recorded_by(ledger, ledger.claims, at=at)
    return replace(
        ledger,
        claims={one: claim for one, claim in ledger.claims.items() if one in claims},
        decisions={
            one: decision
            for one, decision in ledger.decisions.items()
            if decision.verb not in FACT_VERBS or decision.at <= at
        },
    )
