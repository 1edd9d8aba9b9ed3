"""The desk's material: every accepted claim, whatever its visibility."""

from dataclasses import replace

from khronika.dossier.material import Material
from khronika.ledger.forward import Touched
from khronika.ledger.in_force import InForce
from khronika.ledger.ledger import Ledger
from khronika.ledger.past import FACT_VERBS, as_known
from khronika.schema.claim import ClaimId
from khronika.schema.decision import Verb

# What a fold asks of decisions: an acceptance said all it had to say by letting the claim in, and
# a missing consent is an open question.
FOLDED = tuple(sorted((FACT_VERBS - {Verb.ACCEPT}) | {Verb.CONSENT}))


def material_of(in_force: InForce, *, known_at: str | None = None) -> Material:
    """All that was accepted, as known at that time (UTC, ISO 8601; None: today)."""
    if known_at is not None:
        in_force = replace(in_force, ledger=as_known(in_force.ledger, known_at))
    ledger = in_force.ledger
    accepted = sorted(in_force.accepted)
    return Material(
        claims={one: ledger.claims[one] for one in accepted},
        decisions=in_force.decided.of(*FOLDED),
        sources=in_force.sources,
        recorded={one: day for one in accepted if (day := day_of(ledger, one))},
    )


def material_forward(before: Material, now: InForce, touched: Touched) -> Material:
    """The material of today, made of that before these were touched."""
    claims, recorded = dict(before.claims), dict(before.recorded)
    for one in touched.claims:
        claims.pop(one, None)
        recorded.pop(one, None)
        if one in now.accepted:
            claims[one] = now.ledger.claims[one]
            if day := day_of(now.ledger, one):
                recorded[one] = day
    is_decided = any(one.verb in FOLDED for one in touched.decisions)
    return Material(
        claims=claims,
        decisions=now.decided.of(*FOLDED) if is_decided else before.decisions,
        sources=now.sources,
        recorded=recorded,
    )


def day_of(ledger: Ledger, claim: ClaimId) -> str:
    """The day the claim was first recorded (ISO 8601); empty where nobody wrote it down."""
    first = ledger.first_recorded(claim)
    return first.at[:10] if first else ""
