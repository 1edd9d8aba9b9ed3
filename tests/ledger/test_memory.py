from dataclasses import replace

from builders import a_claim, a_ledger
from khronika.ledger.memory import MemoryStore
from khronika.schema.visibility import Visibility
from ledger.ledgers import a_full_ledger


def test_a_ledger_in_memory_takes_what_is_sealed() -> None:
    sealed = a_ledger([a_claim("health", text="ill")], visibility=Visibility.SEALED)
    assert MemoryStore(sealed).read() == sealed


def test_what_lost_its_sources_is_found() -> None:
    store = MemoryStore(a_full_ledger())
    store._ledger = replace(a_full_ledger(), sources={})
    assert [problem.code for problem in store.verify()] == ["ledger.damaged-row"]
