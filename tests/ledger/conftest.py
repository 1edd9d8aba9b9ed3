"""The three stores every promise of a store is tested on."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from itertools import count
from pathlib import Path

import psycopg
import pytest

from khronika.ledger.memory import MemoryStore
from khronika.ledger.sql import SqlStore
from khronika.ledger.store import LedgerStore

_SERVER = os.environ.get("KHRONIKA_TEST_POSTGRES", "")  # noqa: TID251  # tests are told of a server here
_NUMBERS = count()


@pytest.fixture(params=["memory", "sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def new_store(
    request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Callable[[], LedgerStore]]:
    """Makes an empty store each time it is called; all are gone after the test."""
    with ExitStack() as stack:
        makers: dict[str, Callable[[], LedgerStore]] = {
            "memory": MemoryStore,
            "sqlite": lambda: SqlStore(f"sqlite:///{tmp_path}/{next(_NUMBERS)}.sqlite"),
            "postgresql": lambda: SqlStore(_SERVER, schema=_schema(stack)),
        }
        make = makers[request.param]
        yield lambda: stack.enter_context(closing(make()))


@pytest.fixture
def store(new_store: Callable[[], LedgerStore]) -> LedgerStore:
    return new_store()


@pytest.fixture
def server() -> Iterator[tuple[str, str]]:
    """The URL of a PostgreSQL and a schema of the test's own."""
    with ExitStack() as stack:
        yield _SERVER, _schema(stack)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/ledger.sqlite"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the store at `url` is."""
    return tmp_path / "ledger.sqlite"


def _schema(stack: ExitStack) -> str:
    if not _SERVER:
        pytest.skip("KHRONIKA_TEST_POSTGRES names no server")
    schema = f"test_{os.getpid()}_{next(_NUMBERS)}"
    stack.callback(_drop, schema)
    return schema


def _drop(schema: str) -> None:
    server = _SERVER.replace("postgresql+psycopg", "postgresql")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'DROP SCHEMA IF EXISTS "{schema}" CASCADE')
