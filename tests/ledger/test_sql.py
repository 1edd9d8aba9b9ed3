import signal
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from builders import a_claim, a_ledger
from khronika.ledger.engine import Database
from khronika.ledger.inadmissible import SealedRefused
from khronika.ledger.ledger import Ledger
from khronika.ledger.sql import SqlStore
from khronika.ledger.sql_append import append
from khronika.schema.visibility import Visibility
from ledger.dying import LARGE
from ledger.ledgers import a_full_ledger

TESTS = Path(__file__).parents[1]


@pytest.fixture
def earlier(url: str) -> Ledger:
    """What stood in the store before the program that dies came."""
    with closing(SqlStore(url)) as store:
        store.append(a_full_ledger())
    return a_full_ledger()


def appending(url: str, *, inserts: int) -> subprocess.Popen[str]:
    """The dying program, at the moment it begins to append."""
    process = subprocess.Popen(  # noqa: S603  # our own program
        [sys.executable, str(TESTS / "ledger" / "dying.py"), url, str(inserts)],
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": str(TESTS)},
    )
    assert process.stdout
    assert process.stdout.readline() == "appending\n"
    return process


def found(url: str) -> Ledger:
    with closing(SqlStore(url)) as store:
        assert store.verify() == []
        return store.read()


@pytest.mark.parametrize("inserts", [1, 2, 3, 4, 5])
def test_a_program_killed_amid_an_append_leaves_what_was_there(
    url: str, earlier: Ledger, inserts: int
) -> None:
    with appending(url, inserts=inserts) as process:
        assert process.wait() == -signal.SIGKILL
    assert found(url) == earlier


@pytest.mark.parametrize("seconds", [0.05, 0.1, 0.15, 0.2, 0.25])
def test_a_program_killed_at_any_moment_leaves_all_or_nothing(
    url: str, earlier: Ledger, seconds: float
) -> None:
    with appending(url, inserts=0) as process:
        with suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
        process.kill()
        told = process.stdout.read() if process.stdout else ""
    claims = len(found(url).claims) - len(earlier.claims)
    assert claims in {0, LARGE}
    assert told != "appended\n" or claims == LARGE


def test_two_programs_that_append_at_once_lose_nothing(url: str, earlier: Ledger) -> None:
    with appending(url, inserts=0) as one, appending(url, inserts=0) as other:
        assert one.wait() == other.wait() == 0
    assert len(found(url).claims) == LARGE + len(earlier.claims)


def test_what_is_sealed_is_refused_and_nothing_of_it_is_kept(url: str, file: Path) -> None:
    health = a_claim("health", text="ill since spring")
    with closing(SqlStore(url)) as store:
        with pytest.raises(SealedRefused, match=health.id()):
            store.append(a_ledger([health, a_claim(date="2022")]))
        assert store.read() == Ledger()
        store.append(a_ledger([a_claim(date="2022")]))
        with pytest.raises(SealedRefused):
            store.append(Ledger(visibility={a_claim(date="2022").id(): Visibility.SEALED}))
    assert b"ill since spring" not in file.read_bytes()


def test_a_store_keeps_what_it_held_when_it_was_closed(url: str, earlier: Ledger) -> None:
    assert found(url) == earlier


def test_a_store_is_read_while_another_program_writes(url: str, earlier: Ledger) -> None:
    reader, other = SqlStore(url), Database(url)
    with closing(reader), closing(other), other.writing() as connection:
        connection.exec_driver_sql("DELETE FROM recorded")
        assert reader.read() == earlier


@pytest.mark.postgres
def test_what_a_failed_append_began_is_not_there(
    server: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def append_and_fail(*args: object) -> None:
        append(*args)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    url, schema = server
    with closing(SqlStore(url, schema=schema)) as store:
        monkeypatch.setattr("khronika.ledger.sql.append", append_and_fail)
        with pytest.raises(KeyboardInterrupt):
            store.append(a_full_ledger())
        assert store.read() == Ledger()
        assert store.verify() == []
