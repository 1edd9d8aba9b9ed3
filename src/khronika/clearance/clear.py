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
from khronika.clearance.correspondence import unsent, unwilling
from khronika.clearance.inquiry import Inquiry
from khronika.clearance.leaving import (
    claim_as_it_leaves,
    months_known,
    public_ids,
    recorded_days,
    sources_of,
)
from khronika.clearance.policy import Policy
from khronika.clearance.rules import is_mistaken, reason_to_stay
from khronika.clearance.settling import deciding, left_out
from khronika.clearance.state import publication_state
from khronika.clearance.whole import reason_for_no_page
from khronika.dossier.material import Material
from khronika.ledger.in_force import InForce
from khronika.ledger.past import as_known
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import ConsentState, Indexing, Verb
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
    material = _material(inquiry, known, codes)
    people = frozenset(claim.subject for claim in material.claims.values() if _is_personal(claim))
    months, notes = months_known(material.claims, material.recorded), _notes(inquiry, people)
    return Cleared(
        use=use,
        material=material,
        people=people,
        refused=tuple(Refusal(one, code) for one, code in codes.items() if code),
        known=months,
        notes=notes,
        state=publication_state(material, known=months, notes=notes),
        leaving=frozenset(one for one, code in codes.items() if not code),
        unindexed=_unindexed(inquiry, people),
        mistaken=_mistaken(inquiry, codes, people),
        unsent=unsent(inquiry, codes, people),
        unwilling=unwilling(inquiry, people),
        consented=_consented(inquiry, people),
    )


def _mistaken(
    inquiry: Inquiry, codes: Mapping[ClaimId, str], people: frozenset[SubjectId]
) -> frozenset[ClaimId]:
    """What was rejected as wrong, about cases and about those of these people it may be told of."""
    claims = inquiry.in_force.ledger.claims
    return frozenset(
        one
        for one, code in codes.items()
        if code == "rejected"
        and (not _is_personal(claims[one]) or claims[one].subject in people)
        and is_mistaken(inquiry, one)
    )


def _material(inquiry: Inquiry, known: InForce, codes: Mapping[ClaimId, str]) -> Material:
    """What leaves, of claims without a code."""
    claims = inquiry.in_force.ledger.claims
    leaving = {
        one: claim_as_it_leaves(inquiry, claims[one]) for one, code in codes.items() if not code
    }
    ids = public_ids(leaving)
    people = {claim.subject for claim in leaving.values() if _is_personal(claim)}
    permitted = {one for one, code in codes.items() if code in {"", "later"}}
    blank = left_out(inquiry, leaving, permitted=permitted)
    return Material(
        claims={ids[one]: leaving[one] for one in sorted(leaving, key=ids.__getitem__)},
        decisions=deciding(known, ids, people),
        sources=sources_of(inquiry, leaving.values()),
        left_out=frozenset((ids[one], name) for one, name in blank),
        recorded=recorded_days(inquiry, leaving, ids),
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
        claim = inquiry.in_force.ledger.claims[one]
        if not code and _is_personal(claim):
            page = inquiry.trusted(claim.subject) & then.trusted(claim.subject)
            grouped[min(page)].append(one)
    return list(grouped.items())


def _is_personal(claim: Claim) -> bool:
    return kind_of(claim.subject) is SubjectKind.PERSON


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


def _consented(inquiry: Inquiry, people: Iterable[SubjectId]) -> frozenset[SubjectId]:
    """Who agreed to the use; who agreed to what is the group's own business, and never public."""
    if inquiry.use is Use.PUBLIC:
        return frozenset()
    return frozenset(one for one in people if inquiry.consent(one).state is ConsentState.GIVEN)


def _unindexed(inquiry: Inquiry, people: Iterable[SubjectId]) -> frozenset[SubjectId]:
    """Those of the people who are not to be found by search, asked under any of their ids."""
    return frozenset(
        person
        for person in people
        for one in inquiry.everyone(person)
        for decision in inquiry.in_force.about(Verb.STANCE, one)
        if decision.details.get("index") == Indexing.NO
    )
