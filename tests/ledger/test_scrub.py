import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from builders import a_claim, a_decision, a_ledger, person
from khronika.ledger import scrub
from khronika.ledger.ledger import Ledger
from khronika.ledger.scrub import WordsRemain
from khronika.ledger.sql import SqlStore
from khronika.ledger.tombstone import bury
from khronika.schema.decision import Verb
from ledger.ledgers import SALT

WORDS = "she crossed the river by night"
REASON = "the driver said so"
CLAIM = a_claim(date="2022", quote=WORDS)
LEDGER = a_ledger(
    [CLAIM, *(a_claim(subject=person(f"p{n}"), date="2022", quote="x" * 900) for n in range(30))],
    decisions=[a_decision(Verb.ACCEPT, CLAIM.id(), reason=REASON)],
)


def bytes_of(file: Path) -> bytes:
    """All that stands in the file and in what SQLite keeps beside it."""
    return b"".join(path.read_bytes() for path in sorted(file.parent.iterdir()))


def test_the_words_of_a_redacted_claim_are_in_no_byte_of_the_store(url: str, file: Path) -> None:
    with closing(SqlStore(url)) as store:
        store.append(LEDGER)
        assert WORDS.encode() in bytes_of(file)
        store.redact(CLAIM.id(), reason="asked", on="2026-11-22", salt=SALT)
        left = bytes_of(file)
    for gone in (WORDS, REASON, CLAIM.id()):
        assert gone.encode() not in left


def test_the_words_go_too_when_the_tombstone_comes_from_another_group(url: str, file: Path) -> None:
    stone = bury(CLAIM.id(), salt=SALT, reason="asked", on="2026-11-22")
    with closing(SqlStore(url)) as store:
        store.append(LEDGER)
        store.append(Ledger(tombstones=frozenset({stone})))
        assert WORDS.encode() not in bytes_of(file)


def test_the_words_go_too_when_a_cache_is_replaced(url: str, file: Path) -> None:
    with closing(SqlStore(url)) as store:
        store.append(LEDGER)
        store.replace(a_ledger([]))
        assert WORDS.encode() not in bytes_of(file)


def test_a_program_that_is_still_reading_is_said_and_the_same_call_again_goes_on(
    url: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("khronika.ledger.engine.WAIT", 0.01)
    with closing(SqlStore(url)) as store, closing(sqlite3.connect(file)) as reader:
        store.append(LEDGER)
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM entry").fetchone()
        with pytest.raises(WordsRemain, match="Close that program"):
            store.redact(CLAIM.id(), reason="asked", on="2026-11-22", salt=SALT)
        assert CLAIM.id() not in store.read().claims
        assert [problem.code for problem in store.verify()] == ["ledger.words-remain"]
        reader.rollback()
        stone = store.redact(CLAIM.id(), reason="asked", on="2026-11-22", salt=SALT)
        assert store.read().tombstones == {stone}
        assert store.verify() == []
        assert WORDS.encode() not in bytes_of(file)


def test_what_a_power_cut_left_undone_is_done_at_the_next_opening(
    url: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("khronika.ledger.sql.scrub_if_due", lambda _: None)
    with closing(SqlStore(url)) as store:
        store.append(LEDGER)
        store.redact(CLAIM.id(), reason="asked", on="2026-11-22", salt=SALT)
        assert WORDS.encode() in bytes_of(file)
    monkeypatch.undo()
    with closing(SqlStore(url)) as store:
        assert WORDS.encode() not in bytes_of(file)
        assert store.verify() == []


def test_the_words_go_from_free_pages_too(url: str, file: Path) -> None:
    """A tool that does not overwrite what it deletes may have been at the file."""
    with closing(SqlStore(url)) as store:
        store.append(LEDGER)
        with closing(sqlite3.connect(file)) as tool:
            tool.execute("PRAGMA secure_delete = OFF")
            for statement in ("CREATE TABLE copy AS SELECT body FROM entry", "DROP TABLE copy"):
                tool.execute(statement)
        store.redact(CLAIM.id(), reason="asked", on="2026-11-22", salt=SALT)
        assert WORDS.encode() not in bytes_of(file)


def test_a_file_that_cannot_be_written_anew_is_said(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("khronika.ledger.engine.WAIT", 0.01)
    with closing(SqlStore(url)) as store, closing(SqlStore(url)) as writer:
        store.append(LEDGER)
        with writer._database.writing(), pytest.raises(WordsRemain):
            scrub.scrub(store._database)
