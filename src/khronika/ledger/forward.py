"""Brings a ledger and its decisions in force forward by what was added, at the cost of that alone.

Invariants:

- The answers are those of reading the whole anew, for any ledger and any additions.
- Only what adds can be brought forward: where something was destroyed, the whole is read.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from khronika.ledger.decided import decide_more
from khronika.ledger.in_force import InForce
from khronika.ledger.ledger import Ledger
from khronika.schema.claim import ClaimId
from khronika.schema.decision import Decision
from khronika.schema.source import Source
from khronika.schema.subject import SubjectId


@dataclass(frozen=True, slots=True)
class Touched:
    """What an addition may have changed: a little too much at most, never too little.

    `claims` are those that came, that something was added to or that a moved decision names;
    `sources` those described or opened anew; `decisions` those that came into force or left it.
    """

    claims: frozenset[ClaimId] = frozenset()
    sources: frozenset[SubjectId] = frozenset()
    decisions: tuple[Decision, ...] = ()


def forward(before: InForce, added: Ledger) -> tuple[InForce, Touched]:
    """The union read through its decisions in force, and what differs from before.

    `added` holds nothing that a tombstone stands for, and no tombstone that is new.
    """
    ledger = before.ledger | added
    decided, moved = decide_more(before.decided, ledger.decisions, added.decisions)
    beside = {*added.recorded, *added.visibility}
    claims = {*added.claims, *(ClaimId(one) for one in beside if one in ledger.claims)}
    named = {name for one in moved for name in (*one.targets, *one.over)}
    claims |= {ClaimId(one) for one in named if one in ledger.claims}
    entries = {*added.sources, *(one for one in beside if one in ledger.sources)}
    touched = Touched(
        frozenset(claims),
        frozenset(ledger.sources[one].id for one in entries),
        moved,
    )
    now = InForce(ledger, before.standing)
    # What was worked out before is handed on as if it had been asked for.
    vars(now).update(
        decided=decided,
        descriptions=_described(before, entries, ledger),
        by_subject=_by_subject(before, added),
    )
    vars(now).update(
        accepted=_accepted(before, now, touched.claims),
        undecided=_undecided(before, now, touched.claims),
        sources=_sources(before, now, touched.sources),
    )
    return now, touched


def _described(
    before: InForce, entries: Collection[str], ledger: Ledger
) -> Mapping[SubjectId, tuple[str, ...]]:
    new = [one for one in entries if one not in before.ledger.sources]
    if not new:
        return before.descriptions
    found = dict(before.descriptions)
    for one in new:
        source = ledger.sources[one].id
        found[source] = (*found.get(source, ()), one)
    return found


def _by_subject(before: InForce, added: Ledger) -> Mapping[SubjectId, tuple[ClaimId, ...]]:
    found = dict(before.by_subject)
    for one, claim in added.claims.items():
        if one not in before.ledger.claims:
            found[claim.subject] = (*found.get(claim.subject, ()), one)
    return found


def _accepted(before: InForce, now: InForce, touched: frozenset[ClaimId]) -> frozenset[ClaimId]:
    counting = frozenset(one for one in touched if now.is_accepted(one))
    if counting == before.accepted & touched:
        return before.accepted
    return (before.accepted - touched) | counting


def _undecided(before: InForce, now: InForce, touched: frozenset[ClaimId]) -> frozenset[ClaimId]:
    return (before.undecided - touched) | {one for one in touched if now.is_undecided(one)}


def _sources(
    before: InForce, now: InForce, touched: frozenset[SubjectId]
) -> Mapping[SubjectId, Source]:
    if not touched:
        return before.sources
    return {**before.sources, **{one: now.description(one) for one in sorted(touched)}}
