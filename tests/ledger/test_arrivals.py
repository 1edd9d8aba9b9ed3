"""Whoever holds the ledger in memory is told what came, and never too little."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from builders import a_claim, a_decision, a_ledger, a_source
from growing import growths
from khronika.ledger import arrivals
from khronika.ledger.ledger import Ledger, union
from khronika.ledger.sql import SqlStore
from khronika.ledger.store import LedgerStore
from khronika.ledger.tombstone import bury
from khronika.schema.decision import Verb
from khronika.schema.visibility import Visibility
from ledger.ledgers import SALT, pointed

several = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@several
@given(batches=growths())
def test_the_ledger_at_a_mark_and_what_came_after_it_are_the_ledger(
    new_store: Callable[[], LedgerStore], batches: list[Ledger]
) -> None:
    store = new_store()
    store.append(a_ledger(sources=[a_source("paper"), a_source("wire")]))
    mark, held = store.later().mark, store.read()
    for batch in batches:
        store.append(batch)
        later = store.later(mark)
        held = store.read() if later.added is None else held | later.added
        mark = later.mark
        assert held == store.read()


def test_where_nothing_was_written_nothing_came(store: LedgerStore) -> None:
    store.append(a_ledger([a_claim()]))
    mark = store.later().mark
    assert store.later(mark).mark == mark
    assert store.later(mark).added == Ledger()


def test_who_has_no_mark_reads_the_whole(store: LedgerStore) -> None:
    assert store.later().added is None
    assert store.later("words").added is None


def test_after_a_redaction_the_whole_is_read(store: LedgerStore) -> None:
    claim = a_claim()
    store.append(a_ledger([claim], decisions=[a_decision(Verb.ACCEPT, claim.id())]))
    mark = store.later().mark
    store.redact(claim.id(), reason="family-asked", on="2026-11-22", salt=SALT)
    assert store.later(mark).added is None


def test_after_a_tombstone_that_came_with_a_batch_the_whole_is_read(store: LedgerStore) -> None:
    store.append(a_ledger([a_claim()]))
    mark = store.later().mark
    stone = bury(a_claim().id(), salt=SALT, reason="asked", on="2026-11-22")
    store.append(Ledger(tombstones=frozenset({stone})))
    assert store.later(mark).added is None


def test_a_store_filled_anew_is_read_whole(store: LedgerStore) -> None:
    store.append(a_ledger([a_claim()]))
    mark = store.later().mark
    store.replace(a_ledger([a_claim(date="2023")]))
    assert store.later(mark).added is None


def test_what_another_program_wrote_came_too(url: str) -> None:
    with closing(SqlStore(url)) as ours, closing(SqlStore(url)) as theirs:
        ours.append(a_ledger([a_claim()]))
        mark = ours.later().mark
        theirs.append(a_ledger([a_claim(date="2023")], sources=[]))
        assert ours.later(mark).added == a_ledger([a_claim(date="2023")], sources=[])


def test_only_what_came_is_read(url: str) -> None:
    with closing(SqlStore(url)) as store:
        store.append(a_ledger([a_claim(date="2022")]))
        mark = store.later().mark
        stricter = a_ledger([pointed(a_claim(date="2023"))], visibility=Visibility.TEAM, sources=[])
        store.append(stricter)
        assert store.later(mark).added == stricter


@pytest.mark.parametrize("size", [2, 7])
def test_who_has_missed_too_much_reads_the_whole(
    url: str, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrivals, "KEPT", 4)
    with closing(SqlStore(url)) as store:
        store.append(a_ledger())
        mark = store.later().mark
        parts = [a_ledger([a_claim(section=f"p. {n}")], sources=[]) for n in range(size * 3)]
        for at in range(0, len(parts), size):
            store.append(union(*parts[at : at + size]))
        assert store.later(mark).added is None
        assert len(store.read().claims) == size * 3


def test_a_backup_put_in_the_place_of_the_store_is_read_whole(url: str, file: Path) -> None:
    with closing(SqlStore(url)) as store:
        store.append(a_ledger([a_claim(date="2022")]))
    older = file.read_bytes()
    with closing(SqlStore(url)) as store:
        store.append(a_ledger([a_claim(date="2023")], sources=[]))
        mark = store.later().mark
    file.write_bytes(older)
    with closing(SqlStore(url)) as store:
        store.append(a_ledger([a_claim(date="2024")], sources=[]))
        assert store.later(mark).added is None


def test_no_id_of_what_was_destroyed_stays_among_the_arrivals(url: str, file: Path) -> None:
    claim = a_claim()
    with closing(SqlStore(url)) as store:
        store.append(a_ledger([claim]))
        assert claim.id().encode() in file.read_bytes() + Path(f"{file}-wal").read_bytes()
        store.redact(claim.id(), reason="family-asked", on="2026-11-22", salt=SALT)
    assert claim.id().encode() not in file.read_bytes()
