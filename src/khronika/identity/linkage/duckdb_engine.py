"""The model run by Splink on DuckDB: one machine, on disk where memory ends."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow
from splink import Linker
from splink.backends.duckdb import DuckDBAPI

from khronika.identity.linkage.columns import Columns
from khronika.identity.linkage.model import COUNTED, LinkedPair, Settings

MEMORY = "6GB"  # of a machine of eight; beyond it DuckDB writes to disk


@dataclass(frozen=True, slots=True)
class DuckDBEngine:
    """Runs on this machine; `work` is a folder for what memory does not hold."""

    work: Path

    def pairs(self, records: Sequence[Columns], settings: Settings) -> list[LinkedPair]:
        """Every pair at least `COUNTED` likely, the smaller id first, sorted."""
        connection = duckdb.connect()
        connection.execute("SET enable_progress_bar = false")  # it would stand among the answer
        connection.execute(f"SET memory_limit = '{MEMORY}'")
        connection.execute(f"SET temp_directory = '{self.work.as_posix()}'")
        connection.register("arrived", _table(records))
        connection.execute("CREATE TABLE records AS SELECT * FROM arrived")
        table = DuckDBAPI(connection=connection).register("records")
        linker = Linker(table, dict(settings), log_level=logging.ERROR)
        found = linker.inference.predict(threshold_match_probability=COUNTED)
        rows = connection.execute(
            "SELECT unique_id_l, unique_id_r, match_probability "  # noqa: S608 - Splink's own name
            f"FROM {found.physical_name}"
        ).fetchall()
        connection.close()
        return sorted(LinkedPair(min(a, b), max(a, b), round(p, 6)) for a, b, p in rows)


def _table(records: Sequence[Columns]) -> pyarrow.Table:
    columns = zip(*records, strict=True) if records else ([] for _ in Columns._fields)
    texts = [pyarrow.array(column, pyarrow.string()) for column in columns]
    return pyarrow.table(dict(zip(Columns._fields, texts, strict=True)))
