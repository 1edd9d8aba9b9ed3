"""Opens the store that a database URL names."""

from khronika.ledger.memory import MemoryStore
from khronika.ledger.sql import SqlStore
from khronika.ledger.store import LedgerStore


def open_store(url: str) -> LedgerStore:
    """The store at this URL: `sqlite:///…`, `postgresql+psycopg://…`, or `memory:` for a run."""
    return MemoryStore() if url == "memory:" else SqlStore(url)
