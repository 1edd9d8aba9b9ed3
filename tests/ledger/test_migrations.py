import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from builders import a_claim, a_ledger
from khronika.ledger import migrations
from khronika.ledger.engine import Database, StoreUnavailable
from khronika.ledger.migrations import VERSION, NewerStore, prepare
from khronika.ledger.sql import SqlStore
from ledger.ledgers import pointed

if TYPE_CHECKING:
    from collections.abc import Callable

OLD = a_ledger([a_claim(date="2022", quote="in the old store")])


def an_old_store(url: str, file: Path) -> None:
    """A store as version 1 left it: no offsets, no arrivals yet."""
    with closing(SqlStore(url)) as store:
        store.append(OLD)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("DROP TABLE pointer")
        connection.execute("DROP TABLE arrival")
        connection.execute("UPDATE meta SET text = '1' WHERE name = 'version'")
        (tally,) = connection.execute("SELECT text FROM meta WHERE name = 'tally'").fetchone()
        parts = {name: part for name, part in json.loads(tally).items() if name != "pointer"}
        connection.execute("UPDATE meta SET text = ? WHERE name = 'tally'", [json.dumps(parts)])


def version_of(file: Path) -> str:
    with closing(sqlite3.connect(file)) as connection:
        (version,) = connection.execute("SELECT text FROM meta WHERE name='version'").fetchone()
    return str(version)


def test_an_old_store_is_brought_forward_with_all_it_held(url: str, file: Path) -> None:
    an_old_store(url, file)
    with closing(SqlStore(url)) as store:
        assert store.read() == OLD
        assert store.verify() == []
        store.append(a_ledger([pointed(a_claim(date="2023"))]))
        assert store.verify() == []
    assert version_of(file) == str(VERSION)


def test_a_copy_of_the_old_store_stays_beside_the_new_one(url: str, file: Path) -> None:
    an_old_store(url, file)
    with closing(SqlStore(url)) as store:
        (copy,) = store.copies()
    assert copy.name == "ledger.sqlite.version-1"
    assert version_of(copy) == "1"
    assert b"in the old store" in copy.read_bytes()
    assert copy.stat().st_mode & 0o077 == 0


def test_a_store_of_today_is_not_copied(url: str) -> None:
    for _ in range(2):
        with closing(SqlStore(url)) as store:
            assert store.copies() == []


def test_a_migration_that_fails_changes_nothing(
    url: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(connection: Connection) -> None:
        connection.exec_driver_sql("DELETE FROM entry")
        raise OperationalError("", {}, Exception("disk I/O error"))

    an_old_store(url, file)
    steps: dict[int, Callable[[Connection], None]] = {2: fail}
    monkeypatch.setattr(migrations, "_STEPS", steps)
    with pytest.raises(StoreUnavailable):
        SqlStore(url)
    assert version_of(file) == "1"
    monkeypatch.undo()
    with closing(SqlStore(url)) as store:
        assert store.read() == OLD


def test_a_step_that_another_program_took_is_not_taken_again(url: str, file: Path) -> None:
    an_old_store(url, file)
    with closing(Database(url)) as database:
        migrations._migrate(database, 1)
        migrations._migrate(database, 1)
        migrations._found(database)
        prepare(database)
    with closing(SqlStore(url)) as store:
        assert store.read() == OLD


def test_a_newer_store_is_refused_in_one_sentence(url: str, file: Path) -> None:
    SqlStore(url).close()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE meta SET text = '99' WHERE name = 'version'")
    with pytest.raises(NewerStore, match=f"version 99 and this Khronika knows {VERSION}"):
        SqlStore(url)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE letters (text TEXT)",
        "CREATE TABLE meta (name TEXT, text TEXT)",
    ],
)
def test_another_programs_database_is_left_alone(url: str, file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(statement)
    with pytest.raises(StoreUnavailable, match="this is not a ledger"):
        SqlStore(url)


@pytest.mark.postgres
def test_an_old_schema_on_a_server_is_brought_forward(server: tuple[str, str]) -> None:
    url, schema = server
    with closing(SqlStore(url, schema=schema)) as store:
        store.append(OLD)
    with closing(Database(url, schema=schema)) as database, database.writing() as connection:
        connection.exec_driver_sql("DROP TABLE pointer")
        connection.exec_driver_sql("DROP TABLE arrival")
        connection.exec_driver_sql("UPDATE meta SET text = '1' WHERE name = 'version'")
    with closing(SqlStore(url, schema=schema)) as store:
        assert store.read() == OLD
        assert store.copies() == []
        assert store.verify() == []
