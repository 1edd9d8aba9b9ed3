"""Claims, sources and decisions as they leave: without what points behind the door.

Invariants:

- No offset and no hash of a text leaves. A claim of a closed source keeps nothing of its passage,
  and of the day it was recorded the month.
- Such a claim leaves under the id of what is left of it, so that its own, which covers the source
  and the quote, is in no edition; two that say the same leave as one, so that nobody can count.
- Of a decision leave the verb and what it names; who decided, when and why stay.
"""

from collections.abc import Iterable, Mapping
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
    passage = replace(claim.passage, text="", start=None, end=None)
    return claim if passage == claim.passage else replace(claim, passage=passage)


def public_ids(leaving: Mapping[ClaimId, Claim]) -> dict[ClaimId, ClaimId]:
    """The id under which each claim leaves."""
    return {one: claim.id() if _is_hidden(claim) else one for one, claim in leaving.items()}


def decision_as_it_leaves(decision: Decision, ids: Mapping[ClaimId, ClaimId]) -> Decision:
    """What was decided about what."""
    return Decision(
        verb=decision.verb,
        targets=_public(decision.targets, ids),
        by="",
        at="",
        over=_public(decision.over, ids),
    )


def sources_of(inquiry: Inquiry, claims: Iterable[Claim]) -> dict[SubjectId, Source]:
    """The sources these claims name; one names what it repeats only if that leaves too."""
    named = {claim.passage.source for claim in claims} - {KNOWN_TO_EDITORS}
    sources = {one: inquiry.in_force.sources[one] for one in sorted(named)}
    return {
        one: source if source.repeats in sources else replace(source, repeats=None)
        for one, source in sources.items()
    }


def recorded_days(
    inquiry: Inquiry, leaving: Mapping[ClaimId, Claim], ids: Mapping[ClaimId, ClaimId]
) -> dict[ClaimId, str]:
    """The day each claim was first recorded, ISO 8601; of a closed source the month's first."""
    days: dict[ClaimId, str] = {}
    for one, claim in leaving.items():
        if day := inquiry.recorded_on(one):
            told = (day.replace(day=1) if _is_hidden(claim) else day).isoformat()
            days[ids[one]] = min(told, days.get(ids[one], told))
    return days


def months_known(
    claims: Mapping[ClaimId, Claim], days: Mapping[ClaimId, str]
) -> dict[ClaimId, date]:
    """The month in which the editors learned of each claim whose source is closed."""
    return {one: date.fromisoformat(day) for one, day in days.items() if _is_hidden(claims[one])}


def _is_hidden(claim: Claim) -> bool:
    return claim.passage.source == KNOWN_TO_EDITORS


def _public(named: Iterable[str], ids: Mapping[ClaimId, ClaimId]) -> tuple[str, ...]:
    return tuple(sorted({ids.get(ClaimId(one), one) for one in named}))
