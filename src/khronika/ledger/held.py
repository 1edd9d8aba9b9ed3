"""A store of which somebody holds the whole in memory, so that it is not read again and again."""

from collections.abc import Callable, Collection

from khronika.errors import Problem
from khronika.ledger.ledger import Ledger, Tombstone
from khronika.ledger.store import Appended, Later, LedgerStore
from khronika.schema.claim import ClaimId
from khronika.schema.subject import SubjectId


class HeldStore:
    """The store, with `whole` asked for the ledger: it answers with what the store holds now."""

    def __init__(self, store: LedgerStore, whole: Callable[[], Ledger]) -> None:
        self._store = store
        self._whole = whole

    def append(self, batch: Ledger) -> Appended:
        """Add what is new, all or nothing."""
        return self._store.append(batch)

    def replace(self, ledger: Ledger) -> None:
        """Hold this ledger and nothing else."""
        self._store.replace(ledger)

    def read(self, *, subjects: Collection[SubjectId] | None = None) -> Ledger:
        """The whole ledger as it is held, or what concerns these subjects."""
        return self._whole() if subjects is None else self._store.read(subjects=subjects)

    def later(self, mark: str = "") -> Later:
        """What was added since this mark."""
        return self._store.later(mark)

    def state(self) -> str:
        """The ledger state: 64 hex digits."""
        return self._store.state()

    def redact(self, claim: ClaimId, *, reason: str, on: str, salt: str) -> Tombstone:
        """Destroy the claim and every decision that names it."""
        return self._store.redact(claim, reason=reason, on=on, salt=salt)

    def verify(self) -> list[Problem]:
        """Every damaged or missing row, sorted."""
        return self._store.verify()

    def note(self, name: str, text: str) -> None:
        """Keep a small text beside the ledger."""
        self._store.note(name, text)

    def noted(self, name: str) -> str:
        """The text noted under this name; empty when there is none."""
        return self._store.noted(name)

    def close(self) -> None:
        """Let go of files and connections."""
        self._store.close()
