"""Opens the database a ledger is kept in, and sets it so that nothing acknowledged is lost.

Invariants:

- SQLite: WAL with full sync, foreign keys held, deleted bytes overwritten; one writer at a time.
- PostgreSQL: a schema of the ledger's own; every transaction sees one moment; one writer at a time.
- No error tells what stood in a row.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as SqliteConnection

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from khronika.errors import KhronikaError

SCHEMA = "khronika_ledger"
WAIT = 30  # seconds for another writer to end; taking in a large package needs a few

_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")


class StoreUnavailable(KhronikaError):
    """The database could not be opened, read or written; a change begun is not there."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")


class Database:
    """One database and how to talk with it; `schema` counts on a server only."""

    def __init__(self, url: str, *, schema: str = SCHEMA) -> None:
        self._url = _read_url(url)
        self.schema = schema
        self.place = self._url.render_as_string(hide_password=True)
        self._engine = self._make_engine()

    @property
    def file(self) -> Path | None:
        """The SQLite file; None on a server."""
        return Path(str(self._url.database)) if _is_sqlite(self._url) else None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one moment."""
        with self._connected(mode="BEGIN") as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction in which nobody else writes; nothing stays of it if it fails."""
        with self._connected(mode="BEGIN IMMEDIATE") as connection, connection.begin():
            if not self.file:
                connection.execute(text("LOCK TABLE meta IN SHARE ROW EXCLUSIVE MODE"))
            yield connection

    @contextmanager
    def founding(self) -> Iterator[Connection]:
        """A writing transaction for when there may be no table yet."""
        connected = self._connected(mode="BEGIN IMMEDIATE", isolation="READ COMMITTED")
        with connected as connection, connection.begin():
            if not self.file:
                connection.execute(text("SELECT pg_advisory_xact_lock(5604321)"))
                connection.exec_driver_sql(f'CREATE SCHEMA IF NOT EXISTS "{self.schema}"')
            yield connection

    @contextmanager
    def alone(self) -> Iterator[Connection]:
        """A connection outside any transaction, for what cannot be done within one."""
        with self._connected(mode="", isolation="AUTOCOMMIT") as connection:
            yield connection

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

    @contextmanager
    def _connected(self, *, mode: str, isolation: str = "REPEATABLE READ") -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection:
                if self.file:
                    yield connection.execution_options(mode=mode)
                else:
                    yield connection.execution_options(isolation_level=isolation)
        except DBAPIError as error:
            raise StoreUnavailable(self.place, _plain(error)) from error

    def _make_engine(self) -> Engine:
        if not self.file:
            search_path = {"options": f"-csearch_path={self.schema}"}
            return create_engine(self._url, hide_parameters=True, connect_args=search_path)
        _create_private(self.file)
        engine = create_engine(self._url, hide_parameters=True, connect_args={"timeout": WAIT})
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine


def _read_url(url: str) -> URL:
    try:
        read = make_url(url)
        read.get_dialect()
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise StoreUnavailable(
            "database_url", f"it cannot be read. {_EXAMPLES} ({type(error).__name__})"
        ) from None
    if read.get_backend_name() not in {"sqlite", "postgresql"}:
        raise StoreUnavailable("database_url", f"only SQLite and PostgreSQL are known. {_EXAMPLES}")
    if _is_sqlite(read) and read.database in {None, "", ":memory:"}:
        raise StoreUnavailable("database_url", f"it names no file. {_EXAMPLES}")
    return read


_EXAMPLES = "Write sqlite:///ledger.sqlite or postgresql+psycopg://user@host/name."


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _plain(error: DBAPIError) -> str:
    """The first line of what the database said: the lines after it may quote a row."""
    said = (str(error.orig).splitlines() or [""])[0].rstrip(".")
    return (
        f"the database said: {said}. Check the place, the free space and who else uses it; "
        "where it is damaged, restore a backup."
    )


def _create_private(file: Path) -> None:
    """Create the file so that only its owner reads it; SQLite gives its side files the same."""
    try:
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise StoreUnavailable(
            str(file), f"{os.strerror(error.errno or 0)}. Check that the folder is there and yours."
        ) from error


def _set_up_sqlite(connection: SqliteConnection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where `_begin_sqlite` says so
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    mode = connection.get_execution_options().get("mode")
    if mode:
        connection.exec_driver_sql(mode)
