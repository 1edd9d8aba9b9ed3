"""What stays when a claim is destroyed for a person's safety, and how it keeps the claim away.

Invariants:

- A tombstone tells nothing of the claim: a keyed hash of its id under a random salt, a coded
  reason, a day.
- It wins over union and re-import: what it stands for, the rows beside that and the decisions that
  name it are dropped wherever they come from.
"""

import hmac
import re
from collections.abc import Collection, Iterable, Set
from datetime import date

from khronika.errors import KhronikaError
from khronika.ledger.ledger import Ledger, Tombstone
from khronika.schema.decision import Decision

_HEX = re.compile(r"([0-9a-f]{2}){16,64}\Z")
_MAC = re.compile(r"[0-9a-f]{64}\Z")
_REASON = re.compile(r"[a-z]+(-[a-z]+){0,4}\Z")


class InvalidTombstone(KhronikaError):
    """A tombstone is not made of a keyed hash, a salt, a coded reason and a day."""


class UnknownClaim(KhronikaError):
    """A claim that is not in the ledger was named."""

    def __init__(self, claim: str) -> None:
        super().__init__(f"There is no claim {claim} in the ledger. Check its id.")


def bury(entry_id: str, *, salt: str, reason: str, on: str) -> Tombstone:
    """The tombstone of this entry; `salt` is at least 32 random hex digits, used once."""
    tombstone = Tombstone(_mac(entry_id, salt), salt, reason, on)
    check_tombstone(tombstone)
    return tombstone


def stands_for(tombstone: Tombstone, entry_id: str) -> bool:
    """Whether this is the tombstone of the entry."""
    return hmac.compare_digest(tombstone.mac, _mac(entry_id, tombstone.salt))


def tombstone_of(claim: str, tombstones: Set[Tombstone]) -> Tombstone:
    """The tombstone that stands for this claim; raises `UnknownClaim` when there is none."""
    for tombstone in sorted(tombstones):
        if stands_for(tombstone, claim):
            return tombstone
    raise UnknownClaim(claim)


def buried_in(names: Iterable[str], tombstones: Collection[Tombstone]) -> frozenset[str]:
    """Those of the ids that a tombstone stands for."""
    keys = [(bytes.fromhex(one.salt), bytes.fromhex(one.mac)) for one in tombstones]
    if not keys:
        return frozenset()
    return frozenset(
        name
        for name in names
        if any(hmac.digest(salt, name.encode(), "sha256") == mac for salt, mac in keys)
    )


def without_buried(ledger: Ledger) -> Ledger:
    """The ledger without what its tombstones stand for, and without what names it."""
    dropped = buried_entries(ledger, ledger.tombstones)
    if not dropped:
        return ledger
    return Ledger(
        sources=ledger.sources,
        holdings=ledger.holdings,
        claims={one: row for one, row in ledger.claims.items() if one not in dropped},
        decisions={one: row for one, row in ledger.decisions.items() if one not in dropped},
        recorded={one: row for one, row in ledger.recorded.items() if one not in dropped},
        visibility={one: row for one, row in ledger.visibility.items() if one not in dropped},
        tombstones=ledger.tombstones,
    )


def buried_entries(ledger: Ledger, tombstones: Collection[Tombstone]) -> frozenset[str]:
    """The ids of all entries of the ledger that these tombstones keep out."""
    named = {name for one in ledger.decisions.values() for name in names_of(one)}
    beside = ledger.recorded.keys() | ledger.visibility.keys()
    buried = buried_in(ledger.claims.keys() | named | beside, tombstones)
    about = {one for one, row in ledger.decisions.items() if names_of(row) & buried}
    return buried | about


def names_of(decision: Decision) -> frozenset[str]:
    """The claims and subjects the decision is about."""
    return frozenset((*decision.targets, *decision.over))


def check_tombstone(tombstone: Tombstone) -> None:
    """Raise `InvalidTombstone` for one that could carry words."""
    if not _MAC.match(tombstone.mac) or not _HEX.match(tombstone.salt):
        raise InvalidTombstone(
            "A tombstone holds a keyed hash and a salt of 32 hex digits or more."
        )
    if not _REASON.match(tombstone.reason):
        raise InvalidTombstone(
            "The reason on a tombstone is a code of small Latin letters, such as 'family-asked'; "
            "it says nothing about the person."
        )
    if not _is_day(tombstone.on):
        raise InvalidTombstone("The day on a tombstone is written 2026-11-22.")


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _mac(entry_id: str, salt: str) -> str:
    if not _HEX.match(salt):
        raise InvalidTombstone(
            "A tombstone holds a keyed hash and a salt of 32 hex digits or more."
        )
    return hmac.digest(bytes.fromhex(salt), entry_id.encode(), "sha256").hex()
