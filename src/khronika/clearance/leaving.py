"""Claims, sources and decisions as they leave: without what points behind the door.

Invariants:

- No offset and no hash of a text leaves. A claim of a closed source keeps nothing of its passage,
  and of the day it was recorded the month.
- Of a decision leave the verb and what it names; who decided, when and why stay.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from khronika.clearance.inquiry import Inquiry
from khronika.clearance.publication import KNOWN_TO_EDITORS
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Decision
from khronika.schema.passage import Passage
from khronika.schema.source import Source
from khronika.schema.subject import SubjectId


def claim_as_it_leaves(inquiry: Inquiry, claim: Claim) -> Claim:
    """The claim with as much of its passage as may be named."""
    if not inquiry.names_source(claim):
        return replace(claim, passage=Passage(KNOWN_TO_EDITORS), nonce="")
    return replace(claim, passage=replace(claim.passage, text="", start=None, end=None))


def decision_as_it_leaves(decision: Decision) -> Decision:
    """What was decided about what."""
    return Decision(
        verb=decision.verb,
        targets=tuple(sorted(decision.targets)),
        by="",
        at="",
        over=tuple(sorted(decision.over)),
    )


def sources_of(inquiry: Inquiry, claims: Mapping[ClaimId, Claim]) -> dict[SubjectId, Source]:
    """The sources these claims name; one names what it repeats only if that leaves too."""
    named = {claim.passage.source for claim in claims.values()} - {KNOWN_TO_EDITORS}
    sources = {one: inquiry.in_force.sources[one] for one in sorted(named)}
    return {
        one: source if source.repeats in sources else replace(source, repeats=None)
        for one, source in sources.items()
    }


def recorded_days(inquiry: Inquiry, claims: Mapping[ClaimId, Claim]) -> dict[ClaimId, str]:
    """The day each claim was first recorded, ISO 8601; of a closed source the month's first."""
    days = {one: day for one in claims if (day := inquiry.recorded_on(one))}
    return {
        one: (_month(day) if _is_hidden(claims[one]) else day).isoformat()
        for one, day in days.items()
    }


def months_known(
    claims: Mapping[ClaimId, Claim], days: Mapping[ClaimId, str]
) -> dict[ClaimId, date]:
    """The month in which the editors learned of each claim whose source is closed."""
    return {one: date.fromisoformat(day) for one, day in days.items() if _is_hidden(claims[one])}


def _is_hidden(claim: Claim) -> bool:
    return claim.passage.source == KNOWN_TO_EDITORS


def _month(day: date) -> date:
    return day.replace(day=1)
