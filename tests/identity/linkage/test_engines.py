import sys
from collections.abc import Sequence
from pathlib import Path

import duckdb
import pytest

from identity.linkage.records import lay_out
from khronika.identity.linkage.clusters import clusters_of
from khronika.identity.linkage.columns import Columns
from khronika.identity.linkage.engines import NoEngine, engine_of
from khronika.identity.linkage.model import LinkedPair, settings
from khronika.identity.linkage.records import read_records


@pytest.fixture
def records(tmp_path: Path) -> Sequence[Columns]:
    return list(read_records([lay_out(tmp_path)]))


def duckdb_pairs(records: Sequence[Columns], work: Path) -> list[LinkedPair]:
    return engine_of("duckdb", work).pairs(records, settings())


def test_people_who_stand_several_times_are_found(
    records: Sequence[Columns], tmp_path: Path
) -> None:
    clusters = clusters_of([one.unique_id for one in records], duckdb_pairs(records, tmp_path))
    assert clusters == {"1": "1", "2": "1", "3": "1", "4": "4", "5": "5", "6": "5", "7": "7"}


def test_no_progress_stands_among_the_answer(
    records: Sequence[Columns],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    opened = duckdb.connect

    def at_once(*where: str) -> duckdb.DuckDBPyConnection:
        connection = opened(*where)
        connection.execute("SET progress_bar_time = 0")
        connection.execute("SET enable_progress_bar = true")
        capfd.readouterr()  # the bar of this very statement
        return connection

    monkeypatch.setattr(duckdb, "connect", at_once)
    duckdb_pairs(records, tmp_path)
    assert capfd.readouterr().out == ""


def test_no_records_are_nobody(tmp_path: Path) -> None:
    assert duckdb_pairs([], tmp_path) == []


@pytest.mark.parametrize(("name", "module"), [("spark", "pyspark"), ("duckdb", "duckdb")])
def test_an_engine_that_is_not_there_says_what_to_install(
    name: str, module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for held in [one for one in sys.modules if one.startswith("khronika.identity.linkage.")]:
        if held.endswith(("_engine", "_session")):
            monkeypatch.delitem(sys.modules, held)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(NoEngine, match="not installed"):
        engine_of(name, tmp_path)
