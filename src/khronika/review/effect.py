"""What a claim would change: nothing new, something new, or a dispute that it would open.

The dossier is folded without the claim and with it; what differs is the answer. No rule of its own
says what contradicts what, so that a proposal cannot be judged otherwise than a claim is later.

Invariants:

- A claim that is in the record already changes nothing.
- Only the person's own claims are folded, so that looking costs the same in a large casebook.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from khronika.dossier.dossier import Dispute, Dossier, StatusCode
from khronika.dossier.entry import Entry
from khronika.dossier.fold import fold
from khronika.dossier.material import Material
from khronika.dossier.sameness import sameness
from khronika.schema.claim import Claim, ClaimId


class Stand(StrEnum):
    """How a claim stands to what is known."""

    KNOWN = "known"  # this very claim is in the record
    MATCHING = "matching"
    CONTRADICTING = "contradicting"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Effect:
    """How a claim stands to what is known, and what it would change.

    `entry` is the key of the entry it would join or begin; empty where it lies in the future.
    `disputes` are those it would open or widen, `settles` those it would leave no room for. `adds`
    names the fields it would fill or make more exact. `before` and `after` are the status, where it
    would change.
    """

    stand: Stand
    entry: str = ""
    disputes: tuple[Dispute, ...] = ()
    adds: tuple[str, ...] = ()
    before: StatusCode | None = None
    after: StatusCode | None = None


def effect(claim: Claim, material: Material, *, as_of: date) -> Effect:
    """What the claim would change if it were accepted."""
    own = claim.id()
    if own in material.claims:
        return Effect(Stand.KNOWN)
    without = _of_person(claim, material)
    with_it = replace(without, claims={**without.claims, own: claim})
    after = _dossier(claim, with_it, as_of)
    assert after is not None  # noqa: S101 - it holds the claim at least
    before = _dossier(claim, without, as_of)
    return _compared(own, before, after)


def _compared(own: ClaimId, before: Dossier | None, after: Dossier) -> Effect:
    entry = next((one for one in after.entries if own in one.claims), None)
    known = before.disputes if before else ()
    disputes = tuple(one for one in after.disputes if one not in known)
    earlier = _earlier(entry, own, before)
    status = before.status.code if before else None
    changed = status is not after.status.code and before is not None
    return Effect(
        stand=_stand(disputes, earlier),
        entry=entry.key if entry else "",
        disputes=disputes,
        adds=_added(entry, earlier),
        before=status if changed else None,
        after=after.status.code if changed else None,
    )


def _stand(disputes: tuple[Dispute, ...], earlier: Entry | None) -> Stand:
    if disputes:
        return Stand.CONTRADICTING
    return Stand.MATCHING if earlier else Stand.NEW


def _earlier(entry: Entry | None, own: ClaimId, before: Dossier | None) -> Entry | None:
    """The entry as it was: the one that shares a claim with what it would become."""
    others = set(entry.claims) - {own} if entry else set()
    entries = before.entries if before else ()
    return next((one for one in entries if others & set(one.claims)), None)


def _added(entry: Entry | None, earlier: Entry | None) -> tuple[str, ...]:
    """The fields whose values would be others than they were."""
    if entry is None:
        return ()
    return tuple(
        sorted(
            name
            for name in entry.fields
            if earlier is None or set(map(str, entry.values(name))) != _said(earlier, name)
        )
    )


def _said(entry: Entry, name: str) -> set[str]:
    return set(map(str, entry.values(name)))


def _of_person(claim: Claim, material: Material) -> Material:
    """What is said of the claim's person, under every id the person goes by."""
    joined = sameness(material.decisions)
    person = joined.of(claim.subject)
    claims = {
        one: held for one, held in material.claims.items() if joined.of(held.subject) == person
    }
    return replace(material, claims=claims)


def _dossier(claim: Claim, material: Material, as_of: date) -> Dossier | None:
    person = sameness(material.decisions).of(claim.subject)
    return fold(material, as_of=as_of).people.get(person)
