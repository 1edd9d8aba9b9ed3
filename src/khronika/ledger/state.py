"""One hash for a whole ledger, so that two groups can see whether they hold the same."""

import hashlib
from collections.abc import Iterable

from khronika.ledger.ledger import Ledger
from khronika.ledger.row import hashes_of


def ledger_state(ledger: Ledger) -> str:
    """SHA-256 over the sorted row hashes: the same for the same rows in any order."""
    return state_of(hashes_of(ledger))


def state_of(row_hashes: Iterable[str]) -> str:
    """The state of a ledger with these row hashes."""
    return hashlib.sha256("\n".join(sorted(row_hashes)).encode("ascii")).hexdigest()
