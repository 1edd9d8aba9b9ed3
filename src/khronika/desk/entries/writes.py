"""Changes what counts, how far it may go, and what is one event; always by a later decision.

Invariants:

- A decision about several claims that no longer holds for one of them goes on for the others.
- Taking a decision back is accepting anew what it named: that replaces it and changes nothing else
  (docs/develop/decisions/taken-back-by-accepting-anew.md).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from khronika.desk.people.writes import decision_by, record, record_decisions
from khronika.desk.visit import Visit
from khronika.schema.claim import ClaimId
from khronika.schema.decision import Decision, Verb
from khronika.schema.value import Value
from khronika.schema.visibility import Use, Visibility

TAKEN_BACK = frozenset({Verb.PREFER, Verb.MERGE, Verb.SPLIT})


def rejection(claim: ClaimId, visit: Visit, *, reason: str) -> list[Decision]:
    """That the claim does not count."""
    return [decision_by(visit, Verb.REJECT, [claim], reason=reason)]


def restore(claim: ClaimId, visit: Visit, *, reason: str) -> None:
    """The claim counts again."""
    before = visit.snapshot.in_force.about(Verb.REJECT, claim)
    again = decision_by(
        visit, Verb.ACCEPT, [claim], reason=reason, replaces=[one.id() for one in before]
    )
    record_decisions([again, *_for_the_others(before, {claim}, visit)], visit)


def leveled(claim: ClaimId, level: Visibility, visit: Visit, *, reason: str) -> list[Decision]:
    """How far the claim may go from now on, whatever was decided of that before."""
    in_force = visit.snapshot.in_force
    before = [*in_force.about(Verb.OPEN, claim), *in_force.about(Verb.RESTRICT, claim)]
    verb = Verb.OPEN if level is Visibility.PUBLIC else Verb.RESTRICT
    chosen = decision_by(
        visit, verb, [claim], reason=reason, replaces=[one.id() for one in before],
        level=level.value,
    )  # fmt: skip
    return [chosen, *_for_the_others(before, {claim}, visit)]


def merging(claims: Collection[ClaimId], visit: Visit, *, reason: str) -> list[Decision]:
    """That these claims are about one event."""
    before = _about_any(Verb.SPLIT, claims, visit)
    one = decision_by(
        visit, Verb.MERGE, claims, reason=reason, replaces=[row.id() for row in before]
    )
    return [one, *_for_the_others(before, claims, visit)]


def splitting(claims: Collection[ClaimId], visit: Visit, *, reason: str) -> list[Decision]:
    """That each of these claims is an event of its own."""
    before = _about_any(Verb.MERGE, claims, visit)
    own = decision_by(
        visit, Verb.SPLIT, claims, reason=reason, replaces=[row.id() for row in before]
    )
    return [own, *_for_the_others(before, claims, visit, least=2)]


def taken_back(decision: Decision, visit: Visit, *, reason: str) -> list[Decision]:
    """That the decision holds no more, and nothing holds instead."""
    accepted = visit.snapshot.in_force.accepted
    named = [one for one in (*decision.targets, *decision.over) if one in accepted]
    anew = decision_by(visit, Verb.ACCEPT, named, reason=reason, replaces=[decision.id()])
    return [anew]


def _about_any(verb: Verb, claims: Iterable[ClaimId], visit: Visit) -> list[Decision]:
    found = {d.id(): d for one in claims for d in visit.snapshot.in_force.about(verb, one)}
    return [found[one] for one in sorted(found)]


def _for_the_others(
    before: Iterable[Decision], without: Collection[str], visit: Visit, *, least: int = 1
) -> Iterator[Decision]:
    """The decisions once more, for what they named beside these."""
    for one in before:
        others = [target for target in one.targets if target not in without]
        if len(others) >= least:
            yield decision_by(
                visit, one.verb, others, reason=one.reason, over=one.over,
                replaces=[one.id()], **one.details,
            )  # fmt: skip


def corrected(claim: ClaimId, fields: Mapping[str, Value], visit: Visit, *, reason: str) -> ClaimId:
    """Record what the same words say in truth, and that the old statement does not count."""
    in_force = visit.snapshot.in_force
    level = in_force.claim_level(claim, Use.PUBLIC)
    kept = Visibility.TEAM if level is Visibility.SEALED else level  # no store takes what is sealed
    anew = replace(in_force.ledger.claims[claim], fields=dict(fields), nonce="")
    (made,) = record([anew], kept, visit)
    sealing = leveled(made, level, visit, reason=reason) if kept is not level else []
    record_decisions([*rejection(claim, visit, reason=reason), *sealing], visit)
    return made
