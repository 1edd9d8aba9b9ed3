"""A ledger in memory: for tests, for a single run, and for what must not touch a disk."""

from collections.abc import Collection

from khronika.errors import Problem
from khronika.ledger.admit import check, check_references
from khronika.ledger.inadmissible import Inadmissible
from khronika.ledger.ledger import Ledger, Tombstone
from khronika.ledger.state import ledger_state
from khronika.ledger.store import Appended, Later
from khronika.ledger.subject_reading import about_subjects
from khronika.ledger.tombstone import bury, tombstone_of, without_buried
from khronika.schema.claim import ClaimId
from khronika.schema.subject import SubjectId


class MemoryStore:
    """Keeps a ledger as a value; unlike a store on disk it takes what is sealed."""

    def __init__(self, ledger: Ledger | None = None) -> None:
        self._notes: dict[str, str] = {}
        self._ledger = Ledger()
        self.append(ledger or Ledger())

    def append(self, batch: Ledger) -> Appended:
        """Add what is new, all or nothing; what lies under a tombstone is dropped."""
        ours = self._ledger
        joined = _joined(ours, batch)
        self._ledger = joined
        return Appended(
            sources=len(joined.sources.keys() - ours.sources.keys()),
            holdings=len(joined.holdings.keys() - ours.holdings.keys()),
            claims=len(joined.claims.keys() - ours.claims.keys()),
            decisions=len(joined.decisions.keys() - ours.decisions.keys()),
        )

    def replace(self, ledger: Ledger) -> None:
        """Hold this ledger and nothing else."""
        self._ledger = _joined(Ledger(), ledger)

    def read(self, *, subjects: Collection[SubjectId] | None = None) -> Ledger:
        """The whole ledger, or what concerns these subjects."""
        return self._ledger if subjects is None else about_subjects(self._ledger, subjects)

    def later(self, mark: str = "") -> Later:
        """Nothing if there was no change; otherwise whoever asks reads the whole."""
        now = self.state()
        return Later(now, Ledger() if mark == now else None)

    def state(self) -> str:
        """The ledger state: 64 hex digits."""
        return ledger_state(self._ledger)

    def redact(self, claim: ClaimId, *, reason: str, on: str, salt: str) -> Tombstone:
        """Destroy the claim and every decision that names it."""
        tombstone = bury(claim, salt=salt, reason=reason, on=on)
        if claim not in self._ledger.claims:
            return tombstone_of(claim, self._ledger.tombstones)
        self._ledger = without_buried(self._ledger | Ledger(tombstones=frozenset({tombstone})))
        return tombstone

    def verify(self) -> list[Problem]:
        """Every entry whose id is not its own or whose references are missing."""
        try:
            check_references(check(self._ledger).ledger, described=(), known=())
        except Inadmissible as error:
            return [Problem("ledger", "ledger.damaged-row", str(error))]
        return []

    def note(self, name: str, text: str) -> None:
        """Keep a small text beside the ledger."""
        self._notes[name] = text

    def noted(self, name: str) -> str:
        """The text noted under this name; empty when there is none."""
        return self._notes.get(name, "")

    def close(self) -> None:
        """Nothing to let go of."""


def _joined(ours: Ledger, batch: Ledger) -> Ledger:
    tombstones = ours.tombstones | batch.tombstones
    theirs = without_buried(check(Ledger(tombstones=tombstones) | batch).ledger)
    known = {*ours.sources, *ours.holdings, *ours.claims, *ours.decisions}
    described = {source.id for source in ours.sources.values()}
    check_references(theirs, described=described, known=known)
    return without_buried(ours | theirs)
