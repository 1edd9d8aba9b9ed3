"""Finds what an address names, if it belongs to the person whose page it is under; else nothing.

Invariants:

- An entry, a statement or a decision of somebody else is as little there as one that never was.
"""

from django.http import Http404

from khronika.desk.entries import reads
from khronika.desk.people.found import person_for
from khronika.desk.visit import Request
from khronika.dossier.dossier import Dossier
from khronika.dossier.entry import Entry
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Decision


def dossier_for(request: Request, slug: str) -> Dossier:
    """The person's dossier."""
    return request.visit.snapshot.people[person_for(request, slug)]


def entry_for(request: Request, slug: str, key: str) -> tuple[Dossier, Entry]:
    """The person's dossier and this entry of it."""
    dossier = dossier_for(request, slug)
    found = reads.find_entry(dossier, key)
    if found is None:
        raise Http404
    return dossier, found


def claim_for(request: Request, slug: str, claim: str) -> tuple[Dossier, ClaimId, Claim]:
    """The person's dossier and this statement about the person, whether it counts or not."""
    dossier = dossier_for(request, slug)
    one = ClaimId(claim)
    found = request.visit.snapshot.in_force.ledger.claims.get(one)
    if found is None or found.subject not in dossier.joined:
        raise Http404
    return dossier, one, found


def decision_for(request: Request, slug: str, decision: str) -> tuple[Dossier, Decision]:
    """The person's dossier and this decision about statements of the person alone."""
    dossier = dossier_for(request, slug)
    in_force = request.visit.snapshot.in_force
    claims = in_force.ledger.claims
    for one in reads.at_work(claims, request.visit):
        named = [claims.get(ClaimId(target)) for target in (*one.targets, *one.over)]
        if one.id() == decision and all(row and row.subject in dossier.joined for row in named):
            return dossier, one
    raise Http404
