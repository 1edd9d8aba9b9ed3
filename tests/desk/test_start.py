"""The desk as a process: it answers at once, keeps its key, and bounds what comes."""

import http.client
import os
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest

from khronika.desk.start import MAX_BODY, PortTaken, listen, make_key

ROOM = 150 * 1024  # kB of memory; the promise is made to old laptops


@contextmanager
def a_desk(folder: Path, told: Mapping[str, str] | None = None) -> Iterator[tuple[int, int]]:
    """The number and the port of a desk for this folder; `told` is its environment."""
    desk = subprocess.Popen(  # noqa: S603  # our own program
        [sys.executable, "-m", "khronika", "--casebook", str(folder), "serve", "--port", "0",
         "--no-browser"],
        stdout=subprocess.PIPE, encoding="utf-8", env=told,
    )  # fmt: skip
    assert desk.stdout is not None
    address = desk.stdout.readline().strip()
    assert address.startswith("http://127.0.0.1:")
    yield desk.pid, int(address.rsplit(":", 1)[1].rstrip("/"))
    desk.terminate()
    desk.wait(10)
    desk.stdout.close()


_SERVER = os.environ.get("KHRONIKA_TEST_POSTGRES", "")  # noqa: TID251  # tests are told of a server here


@pytest.fixture
def database() -> Iterator[str]:
    """The address of an empty database of the test's own on the server."""
    if not _SERVER:
        pytest.skip("KHRONIKA_TEST_POSTGRES names no server")
    name = f"test_desk_{os.getpid()}"
    with psycopg.connect(_SERVER.replace("+psycopg", ""), autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        yield f"{_SERVER.rpartition('/')[0]}/{name}"
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.mark.postgres
def test_on_a_server_it_makes_its_tables_in_a_schema_of_its_own_and_answers(
    database: str, tmp_path: Path
) -> None:
    told = {**os.environ, "KHRONIKA_DATABASE_URL": database}  # noqa: TID251  # for a process
    with a_desk(tmp_path, told) as (_, port):
        assert ask(port).status == 200
    with a_desk(tmp_path, told) as (_, port):
        assert ask(port).status == 200
    where = "SELECT DISTINCT table_schema FROM information_schema.tables WHERE table_name = %s"
    with psycopg.connect(database.replace("+psycopg", "")) as server:
        for table in ("accounts_account", "django_session", "axes_accessattempt"):
            assert server.execute(where, [table]).fetchall() == [("khronika_desk",)]


@pytest.fixture
def process(tmp_path: Path) -> Iterator[tuple[int, int]]:
    """A desk for an empty folder."""
    with a_desk(tmp_path) as found:
        yield found


def ask(port: int, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    sent = {name.replace("_", "-"): text for name, text in headers.items()}
    connection.request(method, "/", headers=sent)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


def test_it_answers_before_the_passphrase_is_set_and_is_small(process: tuple[int, int]) -> None:
    number, port = process
    answer = ask(port)
    assert answer.status == 200
    assert answer.getheader("Server") is None
    status = Path(f"/proc/{number}/status").read_text(encoding="ascii")
    resident = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    assert int(resident.split()[1]) < ROOM


def test_it_is_not_asked_for_more_than_it_can_hold(process: tuple[int, int]) -> None:
    _, port = process
    assert ask(port, "POST", Content_Length=str(MAX_BODY + 1)).status == 413
    assert ask(port, "POST", Content_Length=str(2_000_000_000)).status == 413
    assert ask(port).status == 200


def test_the_key_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    make_key(tmp_path / "new")
    key = tmp_path / "new" / "desk.key"
    first = key.read_text(encoding="ascii")
    make_key(tmp_path / "new")
    assert key.read_text(encoding="ascii") == first
    assert len(first) > 60
    assert key.stat().st_mode & 0o077 == 0
    assert (tmp_path / "new" / "desk.sqlite").stat().st_mode & 0o077 == 0


def test_a_port_that_is_taken_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PortTaken, match=str(port)):
            listen(port)


def test_what_the_logbook_holds_too_long_is_forgotten_when_it_starts(tmp_path: Path) -> None:
    with a_desk(tmp_path):
        pass
    row = "INSERT INTO logbook_contact (person, \"on\") VALUES ('somebody', '2001-02-03')"
    with closing(sqlite3.connect(tmp_path / "desk.sqlite")) as tables, tables:
        tables.execute(row)
    with a_desk(tmp_path), closing(sqlite3.connect(tmp_path / "desk.sqlite")) as tables:
        assert tables.execute("SELECT count(*) FROM logbook_contact").fetchone() == (0,)
