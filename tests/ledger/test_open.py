from contextlib import closing

from khronika.ledger.memory import MemoryStore
from khronika.ledger.open import open_store
from khronika.ledger.sql import SqlStore


def test_a_url_opens_its_store(url: str) -> None:
    with closing(open_store(url)) as store:
        assert isinstance(store, SqlStore)


def test_a_ledger_for_one_run_is_kept_in_memory() -> None:
    with closing(open_store("memory:")) as store:
        assert isinstance(store, MemoryStore)
