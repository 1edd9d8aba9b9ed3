import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from builders import a_claim, a_ledger
from khronika.ledger.engine import Database, StoreUnavailable
from khronika.ledger.sql import SqlStore


def pragma(database: Database, name: str) -> object:
    with database.alone() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def test_nothing_acknowledged_is_lost_and_nothing_deleted_lingers(url: str) -> None:
    with closing(Database(url)) as database:
        assert pragma(database, "journal_mode") == "wal"
        assert pragma(database, "synchronous") == 2
        assert pragma(database, "foreign_keys") == 1
        assert pragma(database, "secure_delete") == 1


def test_only_the_owner_reads_the_file_and_what_lies_beside_it(url: str, file: Path) -> None:
    with closing(SqlStore(url)) as store:
        store.append(a_ledger([a_claim(date="2022")]))
        for path in file.parent.iterdir():
            assert path.stat().st_mode & 0o077 == 0, path


@pytest.mark.parametrize(
    "wrong",
    ["", "ledger.sqlite", "mysql://host/name", "sqlite://", "sqlite:///:memory:", "nosuch://x"],
)
def test_a_url_that_names_no_store_is_refused_with_an_example(wrong: str) -> None:
    with pytest.raises(StoreUnavailable, match=r"sqlite:///ledger\.sqlite"):
        SqlStore(wrong)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match=r"nowhere.*Check that the folder is there"):
        SqlStore(f"sqlite:///{tmp_path}/nowhere/ledger.sqlite")


def test_a_file_that_is_no_database_is_named(url: str, file: Path) -> None:
    file.write_text("a letter, and no database at all\n" * 100)
    with pytest.raises(StoreUnavailable, match=r"ledger\.sqlite: the database said: file is not"):
        SqlStore(url)


def test_a_full_disk_leaves_nothing_and_says_so(url: str, file: Path) -> None:
    with closing(SqlStore(url)) as store:
        with store._database.alone() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")
        batch = a_ledger([a_claim(date="2022", quote=f"{n} " * 5_000) for n in range(20)])
        with pytest.raises(StoreUnavailable, match=r"full.*free space"):
            store.append(batch)
        assert store.read().claims == {}
        assert store.verify() == []


def test_an_error_never_tells_what_stood_in_a_row(url: str, file: Path) -> None:
    with closing(SqlStore(url)) as store:
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute("DROP TABLE entry")
        with pytest.raises(StoreUnavailable) as raised:
            store.append(a_ledger([a_claim(date="2022", quote="he fled by the north road")]))
    assert "north road" not in f"{raised.value} {raised.value.__cause__}"


def test_a_server_that_does_not_answer_is_named_without_its_password() -> None:
    with pytest.raises(StoreUnavailable) as raised:
        SqlStore("postgresql+psycopg://alena:secret@127.0.0.1:1/none")
    assert "alena:***@127.0.0.1:1/none" in str(raised.value)
    assert "secret" not in str(raised.value)


@pytest.mark.postgres
def test_two_ledgers_on_one_server_do_not_meet(server: tuple[str, str]) -> None:
    url, schema = server
    with closing(SqlStore(url, schema=schema)) as one:
        one.append(a_ledger([a_claim(date="2022")]))
        with closing(SqlStore(url, schema=f"{schema}_b")) as other:
            assert other.read().claims == {}
            with other._database.alone() as connection:
                connection.exec_driver_sql(f'DROP SCHEMA "{schema}_b" CASCADE')
