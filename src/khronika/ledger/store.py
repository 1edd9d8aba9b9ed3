"""What every store of a ledger promises, whatever it keeps it in."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from khronika.errors import Problem
from khronika.ledger.ledger import Ledger, Tombstone
from khronika.schema.claim import ClaimId
from khronika.schema.subject import SubjectId


@dataclass(frozen=True, slots=True)
class Appended:
    """How many entries were new; what was there already, or lies under a tombstone, is none."""

    sources: int = 0
    holdings: int = 0
    claims: int = 0
    decisions: int = 0

    @property
    def total(self) -> int:
        """All new entries."""
        return self.sources + self.holdings + self.claims + self.decisions


@dataclass(frozen=True, slots=True)
class Later:
    """What a ledger got since a mark. `added` is None where only the whole tells."""

    mark: str
    added: Ledger | None


class LedgerStore(Protocol):
    """Keeps one ledger."""

    def append(self, batch: Ledger) -> Appended:
        """Add what is new, all or nothing; what lies under a tombstone is dropped.

        Raises an `Inadmissible` error that names the entry when one cannot stand in the ledger.
        A tombstone in the batch destroys here what it stands for.
        """

    def replace(self, ledger: Ledger) -> None:
        """Hold this ledger and nothing else; only for a store that is a cache of files."""

    def read(self, *, subjects: Collection[SubjectId] | None = None) -> Ledger:
        """The whole ledger, or what concerns these subjects.

        What concerns a subject: claims about it or in its case, the sources they stand in, every
        decision about any of these and every decision that replaces one of those. Tombstones
        always come along.
        """

    def later(self, mark: str = "") -> Later:
        """What was added since this mark of the same store, and the mark after it.

        The union of the ledger as it was at the mark and of `added` is the ledger as it is. A mark
        is no part of the ledger: only the store that handed it out knows it.
        """

    def state(self) -> str:
        """The ledger state: 64 hex digits, the same for the same ledger in every store."""

    def redact(self, claim: ClaimId, *, reason: str, on: str, salt: str) -> Tombstone:
        """Destroy the claim and every decision that names it; a second time changes nothing.

        `salt` is at least 32 random hex digits. Raises `UnknownClaim`.
        """

    def verify(self) -> list[Problem]:
        """Every damaged or missing row, sorted."""

    def note(self, name: str, text: str) -> None:
        """Keep a small text beside the ledger that is no part of it."""

    def noted(self, name: str) -> str:
        """The text noted under this name; empty when there is none."""

    def close(self) -> None:
        """Let go of files and connections."""
