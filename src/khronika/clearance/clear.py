"""The one door: from a ledger in force to what may leave for a use.

Invariants:

- Every claim of the ledger either leaves or is refused with a code.
- `known_at` moves facts, never permission: what leaves of a past state is part of what leaves
  today.
- A restricted claim never lets anything out. It changes nothing that leaves, unless it tells of
  danger: a release, an order, a move, a birth, a search, or a name that is held back.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from khronika.clearance.cleared import Cleared, Refusal
from khronika.clearance.inquiry import Inquiry
from khronika.clearance.leaving import claim_as_it_leaves, months_known, recorded_days, sources_of
from khronika.clearance.policy import Policy
from khronika.clearance.rules import reason_to_stay
from khronika.clearance.settling import deciding, left_out
from khronika.clearance.state import publication_state
from khronika.clearance.whole import reason_for_no_page
from khronika.dossier.material import Material
from khronika.ledger.in_force import InForce
from khronika.ledger.past import as_known
from khronika.schema.claim import ClaimId
from khronika.schema.decision import Verb
from khronika.schema.subject import SubjectId, SubjectKind, kind_of
from khronika.schema.visibility import Use

__all__ = ["Cleared", "Refusal", "clear"]


def clear(
    in_force: InForce, *, use: Use, policy: Policy, today: date, known_at: str | None = None
) -> Cleared:
    """Keep what may leave for this use today, as known at that time (None: today)."""
    inquiry = Inquiry(in_force, use, policy, today)
    known = _as_known(in_force, known_at)
    codes = _codes(inquiry, known)
    permitted = {one for one, code in codes.items() if code in {"", "later"}}
    claims = {
        one: claim_as_it_leaves(inquiry, in_force.ledger.claims[one])
        for one, code in codes.items()
        if not code
    }
    people = frozenset(
        claim.subject for claim in claims.values() if kind_of(claim.subject) is SubjectKind.PERSON
    )
    days = recorded_days(inquiry, claims)
    material = Material(
        claims=claims,
        decisions=deciding(known, claims, people),
        sources=sources_of(inquiry, claims),
        left_out=left_out(inquiry, claims, permitted=permitted),
        recorded=days,
    )
    months, notes = months_known(claims, days), _notes(inquiry, people)
    return Cleared(
        use=use,
        material=material,
        people=people,
        refused=tuple(Refusal(one, code) for one, code in codes.items() if code),
        known=months,
        notes=notes,
        state=publication_state(material, known=months, notes=notes),
    )


def _as_known(in_force: InForce, known_at: str | None) -> InForce:
    if known_at is None:
        return in_force
    return replace(in_force, ledger=as_known(in_force.ledger, known_at))


def _codes(inquiry: Inquiry, known: InForce) -> dict[ClaimId, str]:
    """Every claim of the ledger, ordered by id, with why it stays; empty where it leaves."""
    codes = {
        one: reason_to_stay(inquiry, one) or ("" if one in known.accepted else "later")
        for one in sorted(inquiry.in_force.ledger.claims)
    }
    for person, claims in _by_person(inquiry, known, codes):
        leaving = [inquiry.in_force.ledger.claims[one] for one in claims]
        if code := reason_for_no_page(inquiry, person, leaving):
            codes |= dict.fromkeys(claims, code)
    return codes


def _by_person(
    inquiry: Inquiry, known: InForce, codes: Mapping[ClaimId, str]
) -> list[tuple[SubjectId, list[ClaimId]]]:
    """The claims that would leave, by the smallest of the ids that are one page then and now."""
    then = replace(inquiry, in_force=known)
    grouped: dict[SubjectId, list[ClaimId]] = defaultdict(list)
    for one, code in codes.items():
        subject = inquiry.in_force.ledger.claims[one].subject
        if not code and kind_of(subject) is SubjectKind.PERSON:
            grouped[min(inquiry.trusted(subject) & then.trusted(subject))].append(one)
    return list(grouped.items())


def _notes(inquiry: Inquiry, people: Iterable[SubjectId]) -> dict[SubjectId, str]:
    """The disclaimers that the stances to these people ask for, each once."""
    texts = {
        person: dict.fromkeys(
            text
            for decision in inquiry.in_force.about(Verb.STANCE, person)
            if (text := decision.details.get("text", "").strip())
        )
        for person in sorted(people)
    }
    return {person: "\n\n".join(said) for person, said in texts.items() if said}
