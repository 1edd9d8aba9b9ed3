"""The desk's material: every accepted claim, whatever its visibility."""

from dataclasses import replace

from khronika.dossier.material import Material
from khronika.ledger.in_force import InForce
from khronika.ledger.past import FACT_VERBS, as_known
from khronika.schema.decision import Verb

_FOLDED = FACT_VERBS | {Verb.CONSENT}  # a missing consent is an open question


def material_of(in_force: InForce, *, known_at: str | None = None) -> Material:
    """All that was accepted, as known at that time (UTC, ISO 8601; None: today)."""
    if known_at is not None:
        in_force = replace(in_force, ledger=as_known(in_force.ledger, known_at))
    ledger = in_force.ledger
    accepted = sorted(in_force.accepted)
    return Material(
        claims={one: ledger.claims[one] for one in accepted},
        decisions=tuple(d for d in in_force.decisions if d.verb in _FOLDED),
        sources=in_force.sources,
        recorded={one: first.at[:10] for one in accepted if (first := ledger.first_recorded(one))},
    )
